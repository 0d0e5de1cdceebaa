"""The timeline: the CEUs of a cycle against the even pace, earlier cycles beside it, and what is planned."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from ceulog.domain.text import tidy
from ceulog.domain.timeline import Plan, Timeline, timeline
from ceulog.logbook.logbook import Logbook
from ceulog.tui.field_dates import list_text
from ceulog.tui.glyphs import FINE, terminal_glyphs
from ceulog.tui.keys import with_keys
from ceulog.tui.safe import read_log
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.key_line import KeyLine, keys_of
from ceulog.tui.widgets.painting import Line, Piece, shortened, spread, width_of, wrapped
from ceulog.tui.widgets.plot import LOWEST, STYLES, legend_lines, plot_lines
from ceulog.wording.numbers import aligned, decimals
from ceulog.wording.phrases import cycle_words
from ceulog.wording.timeline import earlier_rows, pace_sentence, plan_remark

NOTHING_HELD = (
    "No credential is held yet, so there is no cycle to draw. Press {credentials} on the dashboard to add one."
)
NO_CYCLE = "There is no cycle of {} to draw: nothing of it is held yet, or its rules are not known here."
NOTHING_PLANNED = "Nothing is planned. An entry dated after today is planned; it is drawn here."

LONGEST_LINE = 100
"""Cells of a sentence; a longer line is hard to read."""
TALLEST = 36
"""Lines of the plot where there is more room than it needs."""


class TimelineScreen(Modal[None]):
    """Draws one organization's cycle at a time; only reads.

    Args:
        logbook: the log.
        code: the credential whose organization is drawn first; that of the first one held where there is none.
    """

    CSS_PATH = "timeline.tcss"
    AUTO_FOCUS = "#timeline-room"
    OPENED_BY = "timeline"
    ABOUT: ClassVar[str] = (
        "The cycle as a plot: your CEUs against the even pace, what is planned, and earlier cycles to "
        "compare with. Where your line runs below the pace, log what is missing or plan what comes."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        # before the scrolling part, which would take them for itself
        Binding("right,tab", "turn(1)", "Next organization", key_display="→", priority=True),
        Binding("left,shift+tab", "turn(-1)", "Previous", key_display="←", priority=True),
        Binding("down", "scroll(1)", "Down", key_display="↓", priority=True),
        Binding("up", "scroll(-1)", "Up", key_display="↑", priority=True),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, code: str) -> None:
        super().__init__()
        self._logbook = logbook
        self._state, self._trouble = read_log(logbook)
        self._codes = self._state.organizations()
        held = self._state.credential(code)
        self._place = self._codes.index(held.organization) if held else 0
        self._found: dict[str, Timeline | None] = {}

    def compose(self) -> ComposeResult:
        """The organizations, the sentence, the plot, the tables, and what the keys do."""
        keys = keys_of(self.BINDINGS)
        with Vertical(classes="panel", id="timeline"):
            yield Clickable(id="timeline-heading")
            with VerticalScroll(id="timeline-room"):
                yield Static("", id="pace", classes="sentence", markup=False)
                yield Static("", id="plot", markup=False)
                yield Static("", id="legend", markup=False)
                yield Static("", id="earlier", markup=False)
                yield Static("", id="plans", markup=False)
            yield KeyLine(keys if len(self._codes) > 1 else keys[2:], id="timeline-keys")

    def on_resize(self, _event: Resize) -> None:
        """Draw anew for the room there is."""
        self.call_after_refresh(self._show)

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def _current(self) -> Timeline | None:
        """The timeline of the organization that is shown."""
        if not self._codes:
            return None
        code = self._codes[self._place]
        if code not in self._found:
            self._found[code] = timeline(self._state, self._logbook.rulebook, code, self._logbook.today())
        return self._found[code]

    def _show(self) -> None:
        shown, room = self._current, self.query_one("#timeline-room", VerticalScroll)
        width = max(room.scrollable_content_region.width, 10)
        self.query_one("#timeline-heading", Clickable).update(content_of([self._heading(width)]))
        sentence = pace_sentence(shown) if shown else self._why_none()
        trouble = [(Piece(text, "behind"),) for text in wrapped(self._trouble, min(width, LONGEST_LINE))]
        said = [*trouble, *((Piece(text),) for text in wrapped(sentence, min(width, LONGEST_LINE)))]
        earlier = _earlier_lines(shown) if shown else []
        plans = _plan_lines(shown, width) if shown else []
        fine = terminal_glyphs() is FINE
        legend = legend_lines(shown, width, fine=fine) if shown else []
        # some of what stands below the plot stays in sight
        below = min(len(earlier) + len(plans) + 2, room.size.height // 5)
        # 2: the blank lines above and below the plot
        height = min(max(room.size.height - len(said) - len(legend) - below - 2, LOWEST + 2), TALLEST)
        drawn = plot_lines(shown, width, height, fine=fine) if shown else []
        self._fill("#pace", content_of(said))
        self._fill("#plot", content_of(drawn, STYLES))
        self._fill("#legend", content_of(legend if drawn else [], STYLES))
        self._fill("#earlier", content_of(earlier))
        self._fill("#plans", content_of(plans))

    def _fill(self, selector: str, content: Content) -> None:
        part = self.query_one(selector, Static)
        part.update(content)
        part.display = bool(content.plain)

    def _why_none(self) -> str:
        if self._trouble:
            return ""  # nothing is known, which is said already
        return NO_CYCLE.format(tidy(self._codes[self._place])) if self._codes else with_keys(NOTHING_HELD)

    def _heading(self, width: int) -> Line:
        """The title, the organizations, and the cycle: one stands in brackets, the others can be clicked."""
        names = [Piece("Timeline  ", "key")]
        for place, code in enumerate(self._codes):
            name = shortened(code, 20)
            if place == self._place:
                names.append(Piece(f"[{name}]", "strong"))
            else:
                names.append(Piece(f" {name} ", "muted", f"screen.show({place})"))
        shown = self._current
        cycle = Piece(cycle_words(shown.progress)[0] if shown else "", "muted")
        return spread(tuple(names), (cycle,), width) if width_of((*names, cycle)) < width else tuple(names)

    # --- what the keys do ----------------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """Show the next organization, or the one before."""
        if self._codes:
            self.action_show((self._place + step) % len(self._codes))

    def action_show(self, place: int) -> None:
        """Show the organization at a place."""
        if 0 <= place < len(self._codes):
            self._place = place
            self._show()
            self._room.scroll_home(animate=False)

    def action_scroll(self, step: int) -> None:
        """Move what is shown by a line."""
        self._room.scroll_relative(y=step, animate=False)

    @property
    def _room(self) -> Widget:
        return self.query_one("#timeline-room")


def _earlier_lines(shown: Timeline) -> list[Line]:
    """The cycles before, as a table."""
    word = shown.progress.organization.cycle_word
    heading, *rows = earlier_rows(shown.earlier) or [""]
    if not rows:
        return []
    return [(Piece(f"Earlier {word}s", "strong"),), (Piece(heading, "muted"),), *((Piece(row),) for row in rows)]


def _plan_lines(shown: Timeline, width: int) -> list[Line]:
    """What is planned: date, CEUs, title, and why it would not count."""
    if not shown.plans:
        return [(Piece("Planned", "strong"),), *((Piece(text, "muted"),) for text in wrapped(NOTHING_PLANNED, width))]
    amounts = [each.activity.ceus_for(shown.progress.code) for each in shown.plans]
    places = decimals(amounts)
    room = max(len(aligned(each, 1, places)) for each in amounts)
    lines: list[Line] = [(Piece("Planned", "strong"),)]
    for plan, amount in zip(shown.plans, amounts, strict=True):
        start = f"{list_text(plan.activity.date)}  {aligned(amount, room, places)}  "
        lines.append(_plan_line(plan, start, width))
        if remark := plan_remark(plan):
            indent = " " * len(start)
            lines += [(Piece(f"{indent}{text}", "muted"),) for text in wrapped(remark, width - len(indent))]
    return lines


def _plan_line(plan: Plan, start: str, width: int) -> Line:
    return Piece(start, "muted"), Piece(shortened(plan.activity.title, width - len(start), terminal_glyphs().ellipsis))
