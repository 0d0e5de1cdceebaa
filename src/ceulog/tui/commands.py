"""Every command of the screen, defined once: keys, footer, palette, help and README are made from it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ceulog.domain.named import NamedTuple
from ceulog.tui.widgets.key_lines import Key

if TYPE_CHECKING:
    from textual.binding import Binding


class Command(NamedTuple):
    """One thing that a coder can do."""

    action: str
    """The name of the dashboard's action, and of the command in the settings file."""
    key: str
    key_text: str
    """The key as people read it."""
    name: str
    """One or two words, for the footer."""
    sentence: str
    group: str
    footer: bool = False

    @property
    def first_key(self) -> str:
        """The first of its keys, as people read it."""
        return self.key_text if len(self.key_text) == 1 else self.key_text[:1] + self.key_text[1:].partition(", ")[0]


COMMANDS = (
    Command("add", "a", "a", "Add", "Log an activity", "Entries", footer=True),
    Command("edit", "e", "e, Enter", "Edit", "Put the selected entry right, or all marked ones at once", "Entries",
            footer=True),
    Command("again", "y", "y", "Duplicate", "Log the selected entry again, with today's date", "Entries"),
    Command("templates", "m", "m", "Templates", "Log what you attend regularly, such as the monthly chapter meeting",
            "Entries"),
    Command("keep_template", "M", "M", "Keep as template", "Keep the selected entry as a template", "Entries"),
    Command("details", "v", "v", "Details", "See everything about the selected entry, and why it counts or does not",
            "Entries"),
    Command("proofs", "f", "f", "File", "Open the selected entry's certificate with your viewer, or attach one",
            "Entries"),
    Command("delete", "d", "d", "Delete", "Put the selected entry, or all marked ones, into the trash", "Entries"),
    Command("copy", "b", "b", "Copy", "Copy the selected entry, or all marked ones, to the clipboard", "Entries"),
    Command("filter", "slash", "/", "Filter", "Find entries by words, type:webinar, for:AAPC, 2026-03", "Finding"),
    Command("sort", "comma", ",", "Sort", "Sort the log by its next column", "Finding"),
    Command("reverse", "r", "r", "Reverse", "Turn the order of the log round", "Finding"),
    Command("now", "n", "n", "Now", "Go to today in the log", "Finding"),
    Command("palette", "ctrl+p", "ctrl+p", "Palette", "Find a command, an entry or a credential by its name",
            "Finding"),
    Command("undo", "u", "u", "Undo", "Take the newest change back", "Changes", footer=True),
    Command("redo", "ctrl+r", "ctrl+r", "Redo", "Do again what was undone last", "Changes"),
    Command("trash", "t", "t", "Trash", "See the trash, and take entries back out of it", "Changes"),
    Command("tick", "s", "s", "Tick", "Tick or open a box of the selected credential, such as the self-assessment",
            "Credentials", footer=True),
    Command("optional", "o", "o", "Optional", "Make its self-assessment optional, or required again", "Credentials"),
    Command("why", "w", "w", "Why", "Where the selected credential's number comes from", "Credentials", footer=True),
    Command("timeline", "p", "p", "Timeline", "The CEUs of the cycle against the even pace, drawn as a plot",
            "Credentials"),
    Command("portal", "l", "l", "Portal", "What is entered, submitted and verified at AAPC and AHIMA, and what to type",
            "Credentials"),
    Command("credentials", "c", "c", "Credentials", "What you hold, its cycles and settings", "Credentials"),
    Command("export", "x", "x", "Export", "Write the log as a table, a workbook, pages to print, or a calendar",
            "The log", footer=True),
    Command("packet", "X", "X", "Packet", "All that an audit asks for in one ZIP file", "The log"),
    Command("check", "K", "K", "Check", "What an auditor would stumble over, and what is due", "The log"),
    Command("import", "i", "i", "Import", "Bring in a spreadsheet, or a table or e-mail that you paste", "The log"),
    Command("merge", "g", "g", "Merge", "Make another copy of the logbook one with this one", "The log"),
    Command("settings", "f2", "F2", "Settings", "Theme, dates, keys; where the file with them is", "The log"),
    Command("help", "question_mark", "?", "Help", "All keys, and what can be done where you are", "The log",
            footer=True),
    Command("quit", "q", "q", "Quit", "Leave; everything is saved already", "The log"),
)  # fmt: skip


def bindings() -> "list[Binding]":
    """The keys of all commands; each has its command's name as its id, by which it can be remapped."""
    from textual.binding import Binding  # noqa: PLC0415 - the first picture is drawn without Textual

    return [Binding(each.key, each.action, each.name, tooltip=each.sentence, id=each.action) for each in COMMANDS]


def footer_keys(commands: Iterable[Command] = COMMANDS) -> tuple[Key, ...]:
    """What the footer shows, seven at most."""
    shown = (each for each in commands if each.footer)
    return tuple(Key(each.first_key, each.name, f"screen.{each.action}") for each in shown)
