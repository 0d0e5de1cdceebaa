"""README says of every key what the program says of it."""

from pathlib import Path

from ceulog.tui.commands import COMMANDS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_every_key_stands_in_readme_as_in_the_help() -> None:
    keys = README.partition("## Keys")[2].partition("\n## ")[0]
    rows = [line for line in keys.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{each.key_text}` | {each.sentence} |" for each in COMMANDS]


def test_no_two_commands_share_a_key_and_the_footer_has_seven_at_most() -> None:
    keys = [key for each in COMMANDS for key in each.key.split(",")]
    assert len(keys) == len(set(keys))
    assert sum(each.footer for each in COMMANDS) <= 7
