"""The closed cycles, as they were on the day they were closed."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from ceulog.domain.state import LogState
from ceulog.domain.text import printable, tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.safe import read_log
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.painting import wrapped
from ceulog.wording.closed import closed_lines

EMPTY = (
    "No cycle is closed yet. When one is over or complete, r in your credentials closes it. It is then kept here as "
    "it was on that day, and never changes."
)
CLOSED_STAY = "Newest first, each as it stood on the day it was closed."


class HistoryScreen(Modal[None]):
    """Lists the closed cycles of every organization, the newest first."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = PART = "#closed"
    ABOUT: ClassVar[str] = "The cycles that are closed, each as it stood on that day. What you log later changes none."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,h,enter", "close", "Back", key_display="Esc")]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        state, self._trouble = read_log(logbook)
        self._blocks = _blocks(state, logbook)

    def compose(self) -> ComposeResult:
        """The cycles, or what to do that there will be some."""
        with Vertical(classes="panel page", id="history"):
            yield Static("Past cycles", classes="heading")
            yield Static(CLOSED_STAY if self._blocks else EMPTY, classes="sentence muted", id="closed-say")
            with VerticalScroll(id="closed", classes="part"):
                yield Static("", id="closed-lines", markup=False)
            yield self.fault_line(self._trouble)
            yield self.key_line("history-keys")

    def on_mount(self) -> None:
        """Leave out the list when there is none."""
        self.query_one("#closed").display = bool(self._blocks)

    def on_resize(self, event: Resize) -> None:
        """Lay them out in the room there is."""
        room = max(min(event.size.width, 100) - 6, 20)
        blocks = [[text for line in lines for text in _laid_out(line, room)] for lines in self._blocks]
        contents = [
            Content.assemble((first, "bold"), *(f"\n{line}" for line in others)) for first, *others in blocks
        ]  # fmt: skip
        self.query_one("#closed-lines", Static).update(Content("\n\n").join(contents))


def _blocks(state: LogState, logbook: Logbook) -> list[list[str]]:
    """The lines of each closed cycle, the newest first."""
    closed = [(each.organization, cycle) for each in state.memberships.values() for cycle in each.cycles]
    newest = sorted((pair for pair in closed if pair[1].closing), key=lambda pair: pair[1].end, reverse=True)
    blocks = []
    for code, cycle in newest:
        rules = logbook.rulebook.organizations.get(code)
        first, *others = closed_lines(cycle, rules.cycle_word if rules else "cycle")
        blocks.append([f"{tidy(code)}  {first}", *others])
    return blocks


def _laid_out(line: str, room: int) -> list[str]:
    """A line as it is where it fits, its columns kept; else wrapped, what follows a little further in."""
    line = printable(line)
    if cell_len(line) <= room:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()))
    first, *others = wrapped(line, room - len(indent) - 2)
    return [f"{indent}{first}", *(f"{indent}  {each}" for each in others)]
