"""The board: a bar for each held credential, of which one is selected."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from ceulog.domain.progress import OrganizationProgress
from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.board_lines import BoardLine, Look, fitting_lines
from ceulog.tui.widgets.painted import PaintedView


class Board(PaintedView, can_focus=True):
    """Draws the organizations' blocks; arrows and clicks select a credential."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "select(-1)", "Previous credential", show=False),
        Binding("down,j", "select(1)", "Next credential", show=False),
    ]
    ABOUT: ClassVar[str] = (
        "Your bars, one for each credential. Up and down, or a click, select one; {tick} ticks its box, {optional} "
        "makes it optional, {why} explains its number. A bar has four parts: earned, planned, what a form would add, "
        "missing."
    )
    DEFAULT_CSS = """
    Board { height: auto; max-height: 100%; }
    """

    class Chosen(Message):
        """Another credential was selected."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self.selected = ""
        self._room = 0
        self._progress: tuple[OrganizationProgress, ...] = ()
        self._lines: list[BoardLine] = []

    def show(self, progress: tuple[OrganizationProgress, ...]) -> None:
        """Show other progress; the selection stays where it can."""
        self._progress = progress
        codes = self.codes
        if self.selected not in codes:
            self.selected = codes[0] if codes else ""
        self._draw()

    @property
    def codes(self) -> list[str]:
        """The credentials on the board, from top to bottom."""
        return [each.code for organization in self._progress for each in organization.credentials]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        del container, viewport
        return len(self._made(width))

    def _made(self, width: int) -> list[BoardLine]:
        height = self.screen.size.height if self.is_attached else 40
        look = Look(width, terminal_glyphs(), self.selected, self.has_focus)
        return fitting_lines(self._progress, look, height, self._room or height)

    def give_room(self, lines: int) -> None:
        """Take so many lines at most."""
        if lines != self._room:
            self._room = lines
            self.styles.max_height = lines
            self._draw()

    def _draw(self) -> None:
        before, self._lines = self._lines, self._made(self.size.width or 80)
        self.virtual_size = Size(self.size.width, len(self._lines))
        if len(self._lines) != len(before):
            self.refresh(layout=True)
        elif self.scroll_offset.y:  # the first line may be a heading from further up
            self.refresh()
        else:
            for number, (old, new) in enumerate(zip(before, self._lines, strict=True)):
                if old != new:
                    self.refresh_line(number)

    def watch_has_focus(self, focused: bool) -> None:
        """Show whether the keys are for this part."""
        super().watch_has_focus(focused)
        self._lines = self._made(self.size.width or 80)

    def on_resize(self, event: Resize) -> None:
        """Draw for the new width."""
        del event
        self._lines = self._made(self.size.width)
        self.virtual_size = Size(self.size.width, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """One line of the board; on the first, the heading of what is scrolled into sight stays."""
        number = self._number(y)
        if number >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        return self.strip_of(self._lines[number].line, self.size.width)

    def _number(self, y: int) -> int:
        """Which of the lines stands so far down."""
        number = y + self.scroll_offset.y
        if y or number >= len(self._lines):
            return number
        while number and not self._lines[number].heading:
            number -= 1
        return number

    def action_select(self, step: int) -> None:
        """Select the next or the previous credential."""
        codes = self.codes
        if codes:
            self.choose(codes[(codes.index(self.selected) + step) % len(codes)])

    def choose(self, code: str) -> None:
        """Select a credential and bring it into sight."""
        self.selected = code
        self._draw()
        mine = [number for number, each in enumerate(self._lines) if each.credential == code]
        if mine:
            # with the line above it, where the heading stands
            self.scroll_to_region(Region(0, mine[0] - 1, 1, mine[-1] - mine[0] + 2), animate=False)
        self.post_message(self.Chosen())

    def on_click(self, event: Click) -> None:
        """Select the credential that was clicked."""
        number = self._number(int(event.y))
        if 0 <= number < len(self._lines) and (code := self._lines[number].credential):
            self.choose(code)
