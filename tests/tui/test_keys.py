"""No sentence names a key that its action no longer has."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ceulog
from ceulog.domain.text import tidy
from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp
from ceulog.tui.commands import COMMANDS
from ceulog.tui.keymap import keyed
from ceulog.tui.keys import key_of, name_keys_of, with_keys
from ceulog.tui.widgets.log_view import LogView
from tests.builders import a_log, a_planned, an_activity
from tests.tui.host import a_logbook, screen_text

OWN = {each.action: "αβγδεζηθικλμνξοπρστυφχψωабвгдежзи"[place] for place, each in enumerate(COMMANDS)}
"""Another key for every action, each of which stands in no sentence by itself."""
DOES = (
    "takes|writes|lists|edits|deletes|puts|attaches|says|opens|shows|ticks|makes|explains|closes|sets|adds|on it|"
    "on the|and then|in the log"
)
LETTERS = "".join(each.key for each in COMMANDS if len(each.key) == 1)
NOT_A = LETTERS.replace("a", "")
"""Without the article."""
STALE = re.compile(
    rf"(?<![\w’'{{])(?:[Pp]ress [{LETTERS}]|(?:see|with|Paid\?|and|;|,|:|\.) [{NOT_A}])(?![\w’'}}])|"
    rf"(?<![\w’'{{])[{NOT_A}],? (?:{DOES})\b|\([{LETTERS}]\)"
)
OF_SCREENS = {
    "Close it (y)", "Not yet (n)", "Yes, by then (y)", "No (n)", "_ (y)", "ctrl+t takes it over",
    "You hold no credential yet. Press a to add the first.",
    "press n", "Press e and tick “I have read this” to put this away.",
    "and s keeps it as a template", "u puts it back.", "_ and then n sets it here.", "_ and then r closes the cycle",
}  # fmt: skip
"""Sentences about keys of the screen that they stand on, which are always the same."""


@pytest.fixture(autouse=True)
def usual_keys_afterwards() -> Iterator[None]:
    yield
    name_keys_of(COMMANDS)


def sentences() -> Iterator[tuple[str, str]]:
    """Every text of the program's own that may come to the screen, with where it stands."""
    root = Path(ceulog.__file__).parent
    for path in (*(root / "tui").rglob("*.py"), *(root / "wording").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
        joined = [each for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in node.values]
        parts = {id(each) for each in (*docs, *joined)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                said = "".join(str(each.value) if isinstance(each, ast.Constant) else "_" for each in node.values)
                yield f"{path.relative_to(root).as_posix()}:{node.lineno}", said
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                yield f"{path.relative_to(root).as_posix()}:{node.lineno}", node.value


def test_no_sentence_has_a_key_written_into_it() -> None:
    found = [
        f"{where} {said}" for where, said in sentences()
        if STALE.search(said) and not any(each in said for each in OF_SCREENS)
    ]  # fmt: skip
    assert not found


@pytest.mark.parametrize("said", ["_. u takes it back.", "Press c to add one.", "dues _, see c", "(c)", "then s ticks"])
def test_a_key_that_is_written_into_a_sentence_would_be_found(said: str) -> None:
    assert STALE.search(said)


def test_every_placeholder_is_a_command() -> None:
    for where, said in sentences():
        if where.startswith("wording/") and "phrases" not in where:
            continue  # other sentences have other placeholders
        for name in re.findall(r"\{([a-z_]+)\}", said):
            assert name in OWN, where


def test_a_sentence_names_the_keys_that_the_commands_have_now() -> None:
    assert with_keys("{undo} and {edit} and {sort} {x1}") == "u and e and , {x1}"
    name_keys_of(keyed(COMMANDS, {"undo": "f6, ctrl+y", "edit": "{", "sort": ",,f4"})[0])
    assert (key_of("undo"), key_of("edit"), key_of("sort")) == ("F6", "{", ",")
    assert with_keys("{undo}: {edit}") == "F6: {"


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    entries = [an_activity("1", f"2026-0{month}-10", id=f"entry-{month}", certificates=()) for month in range(1, 4)]
    held = (("CPC", "2019-05-14"), ("CCS", "2020-02-03"))
    return a_logbook(tmp_path, a_log(*entries, a_planned("2", "2026-11-01", title="Past its day"), held=held))


async def test_what_the_screen_says_follows_ones_own_keys(logbook: Logbook) -> None:
    app = CeulogApp(logbook, settings=Settings(keys=OWN))
    seen = []

    async with app.run_test(size=(200, 60)) as pilot:

        async def look(*keys: str) -> None:
            await pilot.press(*keys)
            while app._disk.waiting:
                await pilot.pause()
            await pilot.pause()
            seen.append(screen_text(app))

        await look()
        await look(OWN["delete"])
        assert f"{OWN['undo']} takes it back" in seen[-1]
        await look(OWN["undo"])
        await look("space", "down", "space")
        assert f"{OWN['edit']} edits, {OWN['delete']} deletes" in seen[-1]
        await look(OWN["copy"])
        assert f"{OWN['export']} writes a file" in seen[-1]
        for action in ("why", "credentials", "trash", "timeline", "details", "help", "templates", "settings"):
            app.screen.query_one(LogView).clear_marks()
            await look(OWN[action])
            await look("escape")
        await look(OWN["add"], "x")
        await look("escape")
        assert f"press {OWN['add']} to go on" in seen[-1]
    lines = {tidy(line).strip() for each in seen for line in each.splitlines()}
    assert not [each for each in lines if re.search(rf"(?<!\w)[{LETTERS}] (takes|edits|writes|attaches)", each)]
