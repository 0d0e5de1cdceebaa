"""Every command of the screen, defined once: keys, footer, palette and help are made from it."""

from typing import NamedTuple

from textual.binding import Binding

from ceulog.tui.widgets.key_line import Key


class Command(NamedTuple):
    """One thing that a coder can do."""

    action: str
    """The name of the screen's action."""
    key: str
    key_text: str
    """The key as people read it."""
    name: str
    """One or two words, for the footer."""
    sentence: str
    group: str
    footer: bool = False


COMMANDS = (
    Command("add", "a", "a", "Add", "Log an activity", "Entries", footer=True),
    Command("edit", "e", "e, Enter", "Edit", "Put the selected entry right", "Entries", footer=True),
    Command("again", "y", "y", "Duplicate", "Log the selected entry again, with today's date", "Entries"),
    Command("delete", "d", "d", "Delete", "Put the selected entry into the trash", "Entries"),
    Command("filter", "slash", "/", "Filter", "Find entries by words, type:webinar, for:AAPC, 2026-03", "Entries"),
    Command("sort", "comma", ",", "Sort", "Sort the log by date, CEUs, title or sponsor", "Entries"),
    Command("undo", "u", "u", "Undo", "Take the newest change back", "Changes", footer=True),
    Command("redo", "ctrl+r", "ctrl+r", "Redo", "Do again what was undone last", "Changes"),
    Command("trash", "t", "t", "Trash", "See the trash, and take entries back out of it", "Changes"),
    Command("tick", "s", "s", "Tick", "Tick or open a box of the selected credential, such as the self-assessment",
            "Credentials", footer=True),
    Command("optional", "o", "o", "Optional", "Make its self-assessment optional, or required again", "Credentials"),
    Command("why", "w", "w", "Why", "Where the selected credential's number comes from", "Credentials", footer=True),
    Command("credentials", "c", "c", "Credentials", "What you hold, its cycles and settings", "Credentials"),
    Command("export", "x", "x", "Export", "Write the log as CSV", "The log", footer=True),
    Command("help", "question_mark", "?", "Help", "All keys", "The log", footer=True),
    Command("palette", "ctrl+p", "ctrl+p", "Palette", "Every command by its name", "The log"),
    Command("quit", "q", "q", "Quit", "Leave; everything is saved already", "The log"),
)  # fmt: skip


def bindings() -> list[Binding]:
    """The keys of all commands."""
    return [Binding(each.key, each.action, each.name, tooltip=each.sentence) for each in COMMANDS]


def footer_keys() -> tuple[Key, ...]:
    """What the footer shows, seven at most."""
    shown = (each for each in COMMANDS if each.footer)
    return tuple(Key(each.key_text.partition(",")[0], each.name, f"screen.{each.action}") for each in shown)
