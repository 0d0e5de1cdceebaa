"""README and GUIDE say of every key, command and setting what the program says, and name nothing that is not there."""

import re
from pathlib import Path

import pytest

from ceulog.cli.registry import COMMANDS as LINES
from ceulog.settings.values import SETTINGS, SettingRow
from ceulog.tui.commands import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "GUIDE.md", "FORMATS.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
README, GUIDE = ((ROOT / name).read_text(encoding="utf-8") for name in PAGES[:2])
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def section(page: str, heading: str) -> str:
    """What stands under a heading."""
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def anchors(page: str) -> set[str]:
    """The names by which GitHub knows the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", _FENCED.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def test_readme_is_what_a_stranger_reads_in_this_order() -> None:
    headings = re.findall(r"^## (.+)$", README, re.MULTILINE)
    assert headings == [
        "Run it", "Test it", "The ten things coders do", "Keys", "Files and privacy", "How fast",
        "Not affiliated",
    ]  # fmt: skip
    for heading, ends in (("Run it", "ceulog --demo"), ("Test it", "-m pytest")):
        first = re.search(r"```sh\n(.+)\n```", section(README, heading))
        assert first
        assert first[1].startswith("python3 -m venv .venv && ")
        assert first[1].endswith(ends)
    assert len([line for line in section(README, "The ten things coders do").splitlines() if line[:1] == "|"]) == 12
    assert "](tests/tui/pictures/dashboard.svg)" in README.partition("\n## ")[0]


def test_every_key_stands_in_readme_as_in_the_help() -> None:
    rows = [line for line in section(README, "Keys").splitlines() if line.startswith("| `")]
    assert rows == [f"| `{each.key_text}` | {each.sentence} |" for each in COMMANDS]


def test_the_guide_has_a_line_for_every_command() -> None:
    rows = [line for line in section(GUIDE, "The command line").splitlines() if line.startswith("| `")]
    named = [name for line in rows for name in re.findall(r"`([a-z]+)`", line.split("|")[1])]
    assert sorted(named) == sorted(LINES)


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_the_guide_tells_of_every_setting(row: SettingRow) -> None:
    values = ", ".join(f"`{value}`" for value in row.values)
    assert f"| `{row.name}` | {row.label} | {values} | {row.sentence} |" in section(GUIDE, "Settings")


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_links_to_is_there(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    for link in _LINK.findall(_FENCED.sub("", page)):
        file, _, anchor = link.partition("#")
        assert not file.startswith("http"), link  # what is linked to travels along
        target = ROOT / (file or name)
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link


def test_what_is_looked_for_is_found() -> None:
    assert anchors("# The guide\n## Two computers, and copies\n```\n# no\n```\n") == {
        "the-guide", "two-computers-and-copies",
    }  # fmt: skip
    assert not (ROOT / "tests/tui/pictures/nowhere.svg").is_file()


def test_no_two_commands_share_a_key_and_the_footer_has_seven_at_most() -> None:
    keys = [key for each in COMMANDS for key in each.key.split(",")]
    assert len(keys) == len(set(keys))
    assert sum(each.footer for each in COMMANDS) <= 7
