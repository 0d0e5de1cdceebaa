"""A body of the holder's own, from the ten lines that GUIDE shows to its export."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ceulog

GUIDE = Path(__file__).parent.parent.parent / "GUIDE.md"
DEAR = ("textual", "pydantic", "rich")

if not GUIDE.exists():
    pytest.skip("no GUIDE here", allow_module_level=True)

SECTION = GUIDE.read_text(encoding="utf-8").partition("\n## Another body\n")[2].partition("\n## ")[0]
EXAMPLE = re.findall(r"^```toml\n(.*?)^```$", SECTION, re.DOTALL | re.MULTILINE)[0]


def with_rules(program: Ceulog, text: str = EXAMPLE, name: str = "rccb.toml") -> Ceulog:
    """The program with such a file among its holder's rules."""
    folder = program.folder / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return program


@pytest.fixture
def rccb(empty: Ceulog) -> Ceulog:
    """A holder of the RCC and of nothing else."""
    with_rules(empty).done("credential", "add", "RCC", "--earned", "2025-03-01", "--cycle-end", "2027-02-28")
    return empty


def test_the_example_has_ten_lines() -> None:
    assert len(EXAMPLE.splitlines()) == 10


def test_it_can_be_looked_up_and_held(empty: Ceulog) -> None:
    with_rules(empty)
    assert [each["code"] for each in empty.done("credential", "catalog", "RCCB", "--json").json] == ["RCC"]
    said = empty.done("credential", "add", "rcc", "--earned", "2025-03-01", "--cycle-end", "2027-02-28").err
    assert said == "Started holding RCC.\nRCCB: cycle from Mar 1, 2025 to Feb 28, 2027.\n"


def test_it_has_its_own_bar_and_says_why(rccb: Ceulog) -> None:
    rccb.done("add", "Vascular IR", "--ceus", "4", "--for", "RCCB", "--date", "2026-01-10")
    rccb.done("add", "Too early", "--ceus", "4", "--date", "2025-02-10")
    assert "RCC     ██████████╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  4 / 12" in rccb.done("status").out
    body = rccb.organization("RCCB")
    assert (body["edition"], body["needed"], body["earned"], body["complete"]) == ("rccb-2026", "12", "4", False)
    said = rccb.done("why", "RCC").out
    for sentence in (
        "You hold one RCCB credential, RCC: 12 CEUs every two years.",
        "Rules: edition rccb-2026, in force by Nov 1, 2026 at the latest.",
        "Source: RCCB, CE acceptance policy (rccb.org), undated, read in November 2026.",
        "“Too early”, Feb 10, 2025: before your award",
    ):
        assert sentence in said


def test_it_is_exported_beside_the_others(rccb: Ceulog) -> None:
    rccb.done("credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2027-03-31")
    rccb.done("add", "For both", "--ceus", "2", "--date", "2026-01-10")
    rccb.done("add", "For one", "--ceus", "1", "--for", "rccb", "--date", "2026-01-11")
    lines = rccb.done("export", "-", "--credential", "RCC").out.splitlines()
    assert [("For both" in line, ",RCC," in line) for line in lines[1:]] == [(True, True), (False, True)]
    assert rccb.listed()[1]["credits"] == {"AAPC": "2", "RCCB": "2"}


def test_without_its_file_nothing_of_it_is_handed_over(rccb: Ceulog, tmp_path: Path) -> None:
    (rccb.folder / "rules" / "rccb.toml").unlink()
    for command in (("export", "-"), ("export", str(tmp_path / "x.html")), ("packet", str(tmp_path / "x.zip"))):
        assert "put its file back" in rccb.refused(*command, "--credential", "RCC")
    assert [*tmp_path.glob("x.*")] == []


def test_its_cycle_is_set_overridden_and_renewed(rccb: Ceulog) -> None:
    rccb.done("organization", "set", "rccb", "--member-id", "7", "--edition", "rccb-2026")
    rccb.done("credential", "set", "RCC", "--required", "10", "--reason", "as they wrote")
    assert rccb.organization("RCCB")["needed"] == "10"
    rccb.done("add", "All of it", "--ceus", "12", "--date", "2026-01-10")
    said = rccb.done("organization", "renew", "RCCB").err
    assert "The next one runs from Mar 1, 2027 to Feb 28, 2029." in said


def test_its_boxes_are_ticked(empty: Ceulog) -> None:
    box = '[[edition.requirement]]\nkind = "tick"\nlabel = "ethics course"\ncredentials = ["RCC"]\n'
    with_rules(empty, EXAMPLE + box)
    empty.done("credential", "add", "RCC", "--earned", "2025-03-01", "--cycle-end", "2027-02-28")
    assert "[ ] ethics course" in empty.done("status").out
    empty.done("tick", "RCC", "ethics course", "--date", "2026-01-10")
    assert "[x] ethics course" in empty.done("status").out


def test_the_longest_of_codes_keeps_its_blank(empty: Ceulog) -> None:
    with_rules(empty, EXAMPLE.replace("RCC", "ABCDEF-HIJKL").replace("ABCDEF-HIJKLB", "THE-BODY.ORG"))
    empty.done("credential", "add", "abcdef-hijkl", "--earned", "2025-03-01", "--cycle-end", "2027-02-28")
    assert "  ABCDEF-HIJKL ╌╌╌" in empty.done("status").out
    assert "ABCDEF-HIJKL THE-BODY.ORG awarded Mar 1, 2025" in empty.done("credential", "list").out
    assert "ABCDEF-HIJKL THE-BODY.ORG core " in empty.done("credential", "catalog", "the-body").out


def test_a_wrong_file_stops_every_command_that_needs_rules_and_changes_nothing(rccb: Ceulog) -> None:
    with_rules(rccb, EXAMPLE.replace("RCC = 12", ""))
    for command in (["status"], ["status", "--json"], ["list"], ["why", "RCC"], ["add", "x", "--ceus", "1"], ["undo"]):
        said = rccb.refused(*command, code=3)
        assert said == (
            f"The rules in {rccb.folder / 'rules' / 'rccb.toml'} cannot be used: line 10: figures of the pool of "
            "edition 1: they lack RCC. Correct the file or move it out of the folder; nothing else was changed.\n"
        )
    assert "line 10: figures of the pool of edition 1: they lack RCC" in SECTION
    rccb.done("locate")
    with_rules(rccb)
    rccb.done("status")


def test_without_its_file_a_body_is_kept_and_counts_for_nothing(rccb: Ceulog) -> None:
    (rccb.folder / "rules" / "rccb.toml").unlink()
    kept = "RCC is kept, but no rules are known for RCCB, so it has no numbers: put its file back into"
    for command in (("credential", "list"), ("status",), ("status", "--json"), ("list",), ("export",)):
        answer = rccb.done(*command)
        assert kept in answer.err
        assert "You hold no credential yet" not in answer.out + answer.err
    assert "while its rules are not known" in rccb.done("add", "x", "--ceus", "1").err
    assert "How RCCB would count 60 minutes is not known here" in rccb.refused("add", "x", "--minutes", "60")
    for refused in (("why", "rcc"), ("credential", "set", "RCC", "--number", "1"), ("tick", "RCC")):
        assert "put its file back" in rccb.refused(*refused)
    assert rccb.done("organization", "history", "rccb").out == ""
    rccb.done("credential", "remove", "rcc")
    rccb.done("undo")
    with_rules(rccb)
    assert rccb.organization("RCCB")["needed"] == "12"


def test_what_is_held_is_listed_without_its_rules_too(rccb: Ceulog) -> None:
    (rccb.folder / "rules" / "rccb.toml").unlink()
    assert rccb.done("credential", "list").out == "RCC     RCCB   awarded Mar 1, 2025\n"
    (listed,) = rccb.done("credential", "list", "--json").json
    assert (listed["code"], listed["name"], listed["cycle"]["end"]) == ("RCC", "", "2027-02-28")


def test_two_files_may_not_bring_the_same_body(rccb: Ceulog) -> None:
    with_rules(rccb, name="zzz.toml")
    assert "zzz.toml cannot be used: line 2: code of the organization: RCCB is in rccb.toml already" in rccb.refused(
        "status", code=3
    )


def test_a_name_cannot_drive_the_terminal(rccb: Ceulog) -> None:
    with_rules(rccb, EXAMPLE.replace('"Radiology coder"', '"\\u001b[2J"'))
    said = rccb.refused("status", code=3)
    assert "name of credential 1: it has control characters in it" in said
    with_rules(rccb, "\x1b[2J = 1\n" + EXAMPLE)
    assert "\x1b" not in rccb.refused("status", code=3)


@pytest.mark.parametrize("command", [["status"], ["list"], ["add", "x", "--ceus", "1"]], ids=" ".join)
def test_rules_of_ones_own_import_nothing_dear(rccb: Ceulog, command: list[str]) -> None:
    program = (
        "import sys, datetime; from ceulog.cli.main import main\n"
        "assert main(sys.argv[1:], {}, datetime.date(2026, 11, 23)) == 0\n"
        f"print(*(name for name in {DEAR} if name in sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "--log", str(rccb.folder), *command],
        env=dict(os.environ), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stderr.splitlines()[-1] == ""


def test_a_number_that_changes_in_its_file_is_told_until_it_is_seen(rccb: Ceulog) -> None:
    with_rules(rccb, EXAMPLE.replace("RCC = 12", "RCC = 24"))
    assert rccb.organization("RCCB")["needed"] == "24"
    said = rccb.done("status").err
    assert "Changed in edition rccb-2026: total: RCC 24 instead of RCC 12. Your open cycle follows" in said
    assert rccb.done("why", "RCC", "--json").json["news"]["changes"] == [
        {"label": "total", "before": "RCC 12", "after": "RCC 24"}
    ]
    rccb.done("organization", "set", "RCCB", "--news-seen")
    assert "Changed in edition" not in rccb.done("status").err


def test_a_correction_that_its_file_names_is_told_in_its_words(rccb: Ceulog) -> None:
    correction = '\n[[edition.correction]]\non = 2026-11-20\nsays = "RCC needs 24, not 12"\n'
    with_rules(rccb, EXAMPLE.replace("RCC = 12", "RCC = 24") + correction)
    said = rccb.done("status").err
    assert "Edition rccb-2026 was corrected on Nov 20, 2026: RCC needs 24, not 12." in said
    assert "total: RCC 24 instead of RCC 12" in said
