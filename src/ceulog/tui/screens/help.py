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
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import wrapped

_EVERYWHERE = (
    ("Tab", "Go to the next field or part; shift+Tab goes back"),
    ("Enter", "Open, or go on; in a form, the next thing that is needed, then Save"),
    ("Esc", "Go back; what you have typed into a new entry is kept"),
    ("Mouse", "Everything can be clicked; hold Shift to select text as your terminal does"),
)


class HelpLine(Protocol):
    """What the help needs to know of a command."""

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


class HelpScreen(Modal[None]):
    """The keys, in plain words.

    Args:
        commands: everything that can be done.
    """

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#keys"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "close", "Close")]

    def __init__(self, commands: Iterable[HelpLine]) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """A heading, the groups, and how to leave."""
        with Vertical(classes="panel", id="help"):
            yield Static("Keys", classes="heading")
            yield Static("Letters work outside text fields.  Esc closes this.", classes="muted")
            with VerticalScroll(id="keys"):
                yield Static("", id="all-keys", markup=False)

    def on_resize(self, _event: Resize) -> None:
        """Lay the keys out in the room there is."""
        room = min(self.size.width, 84) - 10
        self.query_one("#all-keys", Static).update(self._content(room))

    def _content(self, room: int) -> Content:
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in self._commands:
            groups.setdefault(each.group, []).append((each.key_text, each.sentence))
        groups["Everywhere"] = list(_EVERYWHERE)
        width = max(len(key) for lines in groups.values() for key, _ in lines)
        pieces: list[tuple[str, str]] = []
        for group, lines in groups.items():
            pieces.append((f"\n{group}\n", MUTED))
            for key, sentence in lines:
                for line in wrapped(sentence, room - width):
                    pieces += [(f"  {key:{width}}  ", "bold $accent"), (f"{line}\n", "")]
                    key = ""  # noqa: PLW2901 - the key stands beside the first line alone
        return Content.assemble(*pieces)

    def action_close(self) -> None:
        """Go back to where it was asked for."""
        self.dismiss(None)
