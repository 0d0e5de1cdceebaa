"""All keys, by group, from the one definition that the footer and the palette use too."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from ceulog.tui.commands import Command
from ceulog.tui.help_topics import Topic
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.painting import Line, Piece, wrapped

HOW = "Letters work outside text fields. A click on a line does what its key does."
KEYS_WIDTH = 10
"""Cells of the column of keys; a longer one pushes its line to the right."""
MOST_WIDTH = 84
_EVERYWHERE = (
    ("F1", "This help, about where you are; also in a text field"),
    ("Tab", "Go to the next field or part; shift+Tab goes back"),
    ("Enter", "Open, or go on; in a form, the next thing that is needed, then Save"),
    ("Esc", "Go back; what you have typed into a new entry is kept"),
    ("q", "Go back too, where no text is being typed"),
    ("Mouse", "Everything can be clicked; hold Shift to select text as your terminal does"),
)


class HelpScreen(Modal[str | None]):
    """Where one is and what can be done there, then all commands; hands back the action that was clicked.

    Args:
        commands: everything that can be done on the dashboard; nothing elsewhere.
        topics: about where the help was asked for, the innermost part first.
    """

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help-text"
    OPENED_BY = "help"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", "Close", key_display="Esc")]

    def __init__(self, commands: Iterable[Command], topics: Iterable[Topic] = ()) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._topics = tuple(topics)

    def compose(self) -> ComposeResult:
        """A heading, the topics, the groups, and how to leave."""
        with Vertical(classes="panel", id="help"):
            yield Static("Help", classes="heading")
            yield Static(HOW, classes="muted sentence")
            with VerticalScroll(id="help-text"):
                yield Clickable(id="all-keys")
            yield self.key_line("help-keys")

    def on_resize(self, event: Resize) -> None:
        """Lay everything out in the room there is."""
        room = min(event.size.width, MOST_WIDTH) - 6
        self.query_one("#all-keys", Static).update(content_of(help_lines(self._commands, self._topics, room)))

    def action_choose(self, action: str) -> None:
        """Do what was clicked, back on the dashboard."""
        self.dismiss(action)


def help_lines(commands: Iterable[Command], topics: Iterable[Topic], width: int) -> list[Line]:
    """The help in so many cells."""
    lines: list[Line] = []
    for place, topic in enumerate(topics):
        lines += [*([] if place else [(Piece("Here", "muted"),)])]
        lines += [(Piece(f"  {text}"),) for text in wrapped(topic.text, width - 2) if text]
        lines += _keyed([(key, words, "") for key, words in topic.keys], width)
        if topic.examples:
            longest = max(cell_len(each) for each, _ in topic.examples)
            rows = [(example, words, "") for example, words in topic.examples]
            lines += [(), *_keyed(rows, width, min(longest, width // 2))]
        lines.append(())
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for each in commands:
        action = f"screen.choose({each.action!r})"
        groups.setdefault(each.group, []).append((each.key_text, each.sentence, action))
    groups["Everywhere"] = [(key, sentence, "") for key, sentence in _EVERYWHERE]
    for group, rows in groups.items():
        lines += [(Piece(group, "muted"),), *_keyed(rows, width), ()]
    return lines[:-1]


def _keyed(rows: Iterable[tuple[str, str, str]], width: int, column: int = KEYS_WIDTH) -> list[Line]:
    """Keys and what they do, below each other; each line does on a click what its action says."""
    lines: list[Line] = []
    for key, words, action in rows:
        first = f"  {key:{column}}"
        for line in wrapped(words, width - cell_len(first) - 1):
            lines.append((Piece(f"{first} ", "key", action), Piece(line, "text", action)))
            first = " " * cell_len(first)
    return lines
