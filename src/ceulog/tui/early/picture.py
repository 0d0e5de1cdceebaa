"""The dashboard as it stands when nobody has pressed a key yet, as rows of text and styles.

Every word and every line comes from the functions that the widgets are made of; only where things stand is said
twice, and a test holds both to the same cells.
"""

from collections.abc import Sequence
from itertools import islice

from rich.cells import cell_len

from ceulog.domain.editions import Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.tui.commands import footer_keys
from ceulog.tui.dashboard_plan import ahead_room, bars_room, board_room
from ceulog.tui.dashboard_words import facts_of, heading_words, outlook_of
from ceulog.tui.early.ink import Ink
from ceulog.tui.early.layout import LEAST_ROWS, Plan, plan_of
from ceulog.tui.early.rows import Row
from ceulog.tui.early.scroll_bar import scroll_bar
from ceulog.tui.entry_lines import LEAST_HEIGHT, EntrySetting, entry_lines
from ceulog.tui.glyphs import FINE
from ceulog.tui.keys import with_keys
from ceulog.tui.log_totals import fitting_sums, sums_of_log, sums_words
from ceulog.tui.view import View
from ceulog.tui.widgets.ahead_lines import outlook_lines
from ceulog.tui.widgets.board_lines import BoardLine, Look, fitting_lines
from ceulog.tui.widgets.filter_hints import hint_for
from ceulog.tui.widgets.key_lines import key_lines
from ceulog.tui.widgets.log_order import ordered
from ceulog.tui.widgets.log_rows import SCROLLBAR, Order, columns_of, heading, nothing_rows, row
from ceulog.tui.widgets.painting import Line, Piece, width_of
from ceulog.wording.dates import weekday_date
from ceulog.wording.phrases import NOTHING_LOGGED

FILTER_LEFT = 2
"""Cells that the sums leave to a filter in which nothing is typed."""


class Scene(NamedTuple):
    """What is to be drawn."""

    view: View
    rulebook: Rulebook
    date_style: str
    demo: bool


class Unsure(Exception):  # noqa: N818 - no fault of anybody's
    """Something stands there of which it is not certain how the screen will draw it."""


def picture(scene: Scene, width: int, height: int, ink: Ink) -> list[Row]:
    """All rows of the screen, each of exactly so many cells.

    Raises:
        Unsure: it would perhaps not be what the screen shows a moment later.
    """
    return _Drawing(scene, plan_of(width, height), ink).rows()


class _Drawing:
    def __init__(self, scene: Scene, plan: Plan, ink: Ink) -> None:
        self._scene, self._plan, self._ink = scene, plan, ink
        view = scene.view
        self._facts = facts_of(view, scene.date_style)
        self._newest = ordered(view.state.kept.activities, Order(), self._facts)

    def rows(self) -> list[Row]:
        plan = self._plan
        body = self._beside() if plan.is_wide else self._below()
        foot = [self._blank(plan.width)] * (plan.foot - 1)
        return [self._heading(), *body[: plan.body], *foot, self._keys()]

    def _blank(self, width: int) -> Row:
        return self._ink.blank(width)

    def _padded(self, line: Line, width: int, ground: str = "background") -> Row:
        """A line between two blank cells; one that is longer would be broken by the widget."""
        if width_of(line) > width - 2:
            raise Unsure
        return self._ink.row((Piece(" "), *line), width, ground)

    def _heading(self) -> Row:
        view, width = self._scene.view, self._plan.width
        whose, today = heading_words(view, demo=self._scene.demo), weekday_date(view.on)
        room = width - 2 - cell_len(today)
        if cell_len(whose) > room:  # it is broken at a blank, and only the first line of it is seen
            ends = (at for at, each in enumerate(whose) if each == " " and cell_len(whose[:at].rstrip()) <= room)
            whose = whose[: max(ends)].rstrip()
        gap = room - cell_len(whose)
        return self._padded((Piece(whose, "strong"), Piece(" " * gap), Piece(today, "muted")), width)

    def _keys(self) -> Row:
        lines = key_lines(footer_keys(), self._plan.width - 2)
        return self._padded(lines[0], self._plan.width, "field")

    # --- beside and below each other -----------------------------------------------------------------------

    def _below(self) -> list[Row]:
        width, body = self._plan.width, self._plan.body
        bars = self._bars(width)[: self._plan.most_of_bars]
        return [*bars, *self._log(width, body - len(bars))]

    def _beside(self) -> list[Row]:
        plan = self._plan
        bars, log = plan.parts[:2]
        upper = [self._blank(bars), *self._bars(bars)[: plan.most_of_bars]]
        left = plan.body - len(upper)
        if len(plan.parts) == 2:
            upper += [self._blank(bars), *self._details(bars, left - 1)][:left]
        else:
            upper += [self._blank(bars)] * left
        columns = [upper, self._log(log, plan.body)]
        if len(plan.parts) > 2:
            columns.append([self._blank(plan.parts[2]), *self._details(plan.parts[2], plan.body - 1)])
        gap = self._blank(1)
        found = []
        for first, *others in zip(*columns, strict=True):
            found.append([*first, *(run for other in others for run in (*gap, *other))])
        return found

    # --- the parts -----------------------------------------------------------------------------------------

    def _bars(self, width: int) -> list[Row]:
        plan, view = self._plan, self._scene.view
        part, room = bars_room(plan.width, plan.height)
        ahead = outlook_lines(outlook_of(view), part - 2, ahead_room(room))
        room = board_room(room, len(ahead))
        lines = [each.line for each in self._board(width, room)]
        if len(lines) > room:  # the bar lies over their ends
            bar = scroll_bar(self._ink, room, len(lines))
            rows = [[*self._ink.row(each, width - 1), cell] for each, cell in zip(lines, bar, strict=False)]
        else:
            rows = [self._ink.row(each, width) for each in lines]
        if ahead:
            rows += [self._blank(width), *(self._padded(each, width) for each in ahead)]
        return rows

    def _board(self, width: int, room: int) -> list[BoardLine]:
        progress = self._scene.view.progress
        codes = [each.code for organization in progress for each in organization.credentials]
        look = Look(width, FINE, codes[0] if codes else "")
        return fitting_lines(progress, look, self._plan.height, room)

    def _log(self, width: int, height: int) -> list[Row]:
        rows = [self._blank(width)] if self._plan.is_tall else []
        rows += [
            self._find(width),
            self._ink.row(heading(columns_of(width - SCROLLBAR, self._facts.style), Order(), FINE), width),
        ]
        room = height - len(rows)
        if room < LEAST_ROWS:
            raise Unsure
        return [*rows, *self._entries(width, room)]

    def _find(self, width: int) -> Row:
        choices = sums_words(sums_of_log(self._scene.view.state, self._facts), Order())
        sums = fitting_sums(choices, width, FILTER_LEFT)
        room = width - 2 - cell_len(sums)
        hint = hint_for(room)
        if room < len(hint):
            raise Unsure
        line = Piece(hint, "hint"), Piece(" " * (room - len(hint))), Piece(sums, "muted")
        return self._padded(line, width, "field")

    def _entries(self, width: int, room: int) -> list[Row]:
        ink, facts, newest = self._ink, self._facts, self._newest
        if not newest:
            lines = nothing_rows(with_keys(NOTHING_LOGGED), width)
            rows = [ink.row(each, width) for each in lines[:room]]
            return rows + [self._blank(width)] * (room - len(rows))
        bar = scroll_bar(ink, room, len(newest)) if len(newest) > room else []
        inner = width - len(bar[:1])
        columns = columns_of(width - SCROLLBAR, facts.style)
        rows = []
        for number, each in enumerate(islice(newest, room)):
            signs, ground = (f" {FINE.active}", "cursor") if not number else ("  ", "background")
            rows.append(ink.row(row(each, columns, facts, signs, FINE), inner, ground))
        rows += [self._blank(inner)] * (room - len(rows))
        return [[*each, cell] for each, cell in zip(rows, bar, strict=True)] if bar else rows

    def _details(self, width: int, height: int) -> list[Row]:
        height = max(height, 0)
        lines = self._entry(width - 4) if height >= LEAST_HEIGHT else []
        rows = [self._padded(each, width) for each in lines[:height]]
        if len(lines) > height:
            bar, end = scroll_bar(self._ink, height, len(lines)), self._blank(1)
            rows = [[*self._padded(each, width - 2), cell, *end] for each, cell in zip(lines, bar, strict=False)]
        return rows + [self._blank(width)] * (height - len(rows))

    def _entry(self, width: int) -> Sequence[Line]:
        if not self._newest:
            return ()
        view = self._scene.view
        return entry_lines(self._newest[0], EntrySetting(view.progress, self._scene.rulebook, view.on), width)
