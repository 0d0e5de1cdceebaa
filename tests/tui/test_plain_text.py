"""Terminals that show nothing but ASCII: who they are, and what is drawn on them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from ceulog.logbook.opening import open_logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp
from ceulog.tui.glyphs import draw_with
from ceulog.tui.plain_text import in_ascii
from ceulog.wording.letters import draws_unicode
from tests.tui.drawing import DAY, SAMPLE
from tests.tui.host import screen_text


@pytest.fixture(autouse=True)
def as_the_terminal_can_afterwards() -> Iterator[None]:
    yield
    draw_with("auto")


@pytest.mark.parametrize(
    ("environ", "fine"),
    [
        ({}, True), ({"LANG": "en_US.UTF-8"}, True), ({"LANG": "en_US.utf8@euro"}, True), ({"LC_ALL": "C.UTF-8"}, True),
        ({"LC_CTYPE": "de_DE.UTF-8", "LANG": "C"}, True), ({"LANG": "en_US"}, True),
        ({"LANG": "C"}, False), ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, False), ({"LC_ALL": "C"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False), ({"LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, False), ({"LANG": "C.ascii"}, False), ({"LANG": "x.no-such"}, False),
        ({"TERM": "linux", "LANG": "en_US.UTF-8"}, False), ({"TERM": "vt220", "LANG": "en_US.UTF-8"}, False),
        ({"TERM": "xterm-256color", "LANG": "en_US.UTF-8"}, True),
    ],
)  # fmt: skip
def test_the_locale_that_was_set_decides_and_the_console_of_linux_has_few_signs(
    environ: dict[str, str], fine: bool
) -> None:
    assert draws_unicode(environ, "utf-8") is fine
    assert not draws_unicode(environ, "ascii")
    assert not draws_unicode(environ, None)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain [x]", "plain [x]"), ("“Dana’s” · log — saving…", "\"Dana's\" - log - saving."),
        ("cut sho…   x", "cut sho... x"),
        ("Müller, François", "Muller, Francois"), ("長文 😀", "???? ??"), ("🔎 find ▼", ">  find v"),
        ("█▓▒╌ ✓", "##+. x"),        ("\N{NO-BREAK SPACE}½", " ?"),
    ],
)  # fmt: skip
def test_every_character_has_a_stand_in_of_as_many_cells(text: str, plain: str) -> None:
    assert in_ascii(text) == plain
    assert plain.isascii()
    assert cell_len(plain) == cell_len(text)


WAYS = {
    "dashboard": [""], "form": ["a", "x", "escape"], "picker of a day": ["a", "tab", "tab", "down", "escape", "escape"],
    "bulk edit": ["ctrl+a", "e", "escape", "escape"], "templates": ["m", "escape"], "timeline": ["p", "escape"],
    "why": ["w", "escape"], "details": ["v", "escape"], "trash": ["t", "escape"], "export": ["x", "escape"],
    "check": ["K", "escape"],
    "help": ["question_mark", "escape"], "palette": ["ctrl+p", "x", "escape"], "settings": ["f2", "escape"],
    "credentials": ["c"], "what if": ["f", "escape"], "past cycles": ["h", "escape"],
    "credential": ["a", "escape", "escape"],
}  # fmt: skip


async def test_no_screen_draws_anything_but_ascii(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "log")
    app = CeulogApp(open_logbook(tmp_path / "log", DAY), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(100, 30)) as pilot:
        for way, keys in WAYS.items():
            for key in filter(None, keys):
                await pilot.press(key)
                text = screen_text(app)
                assert text.isascii(), (way, key, [each for each in text.splitlines() if not each.isascii()])
        app.apply_settings(app.settings._replace(glyphs="unicode"))
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "Dana Sample’s log" in screen_text(app)
