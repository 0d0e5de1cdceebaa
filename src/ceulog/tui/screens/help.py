"""All keys, by group, from the one definition that the footer and the palette use too."""

from collections.abc import Iterable
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.painting import Line, Piece, wrapped

HOW = "Letters work outside text fields. A click on a line does what its key does."
_EVERYWHERE = (
    ("Tab", "Go to the next field or part; shift+Tab goes back"),
    ("Enter", "Open, or go on; in a form, the next thing that is needed, then Save"),
    ("Esc", "Go back; what you have typed into a new entry is kept"),
    ("Mouse", "Everything can be clicked; hold Shift to select text as your terminal does"),
)


class HelpLine(Protocol):
    """What the help needs to know of a command."""

    @property
    def action(self) -> str:
        """The name of the dashboard's action."""

    @property
    def key_text(self) -> str:
        """The key as people read it."""

    @property
    def name(self) -> str:
        """One or two words."""

    @property
    def sentence(self) -> str:
        """What it does."""

    @property
    def group(self) -> str:
        """The heading that it stands under."""


class HelpScreen(Modal[str | None]):
    """The keys, in plain words; hands back the action that was clicked.

    Args:
        commands: everything that can be done.
    """

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#keys"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "close", "Close", key_display="Esc")
    ]

    def __init__(self, commands: Iterable[HelpLine]) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """A heading, the groups, and how to leave."""
        with Vertical(classes="panel", id="help"):
            yield Static("Keys", classes="heading")
            yield Static(HOW, classes="muted sentence")
            with VerticalScroll(id="keys"):
                yield Clickable(id="all-keys")
            yield self.key_line("help-keys")

    def on_resize(self, _event: Resize) -> None:
        """Lay the keys out in the room there is."""
        room = min(self.size.width, 84) - 10
        self.query_one("#all-keys", Static).update(self._content(room))

    def _content(self, room: int) -> Content:
        groups: dict[str, list[tuple[str, str, str]]] = {}
        for each in self._commands:
            action = f"screen.choose({each.action!r})"
            groups.setdefault(each.group, []).append((each.key_text, each.sentence, action))
        groups["Everywhere"] = [(key, sentence, "") for key, sentence in _EVERYWHERE]
        width = max(len(key) for lines in groups.values() for key, _, _ in lines)
        lines: list[Line] = []
        for group, commands in groups.items():
            lines += [(), (Piece(group, "muted"),)]
            for key, sentence, action in commands:
                for line in wrapped(sentence, room - width):
                    lines.append((Piece(f"  {key:{width}}  ", "key", action), Piece(line, "text", action)))
                    key = ""  # noqa: PLW2901 - the key stands beside the first line alone
        return content_of(lines)

    def action_choose(self, action: str) -> None:
        """Do what was clicked, back on the dashboard."""
        self.dismiss(action)

    def action_close(self) -> None:
        """Go back to where it was asked for."""
        self.dismiss(None)
