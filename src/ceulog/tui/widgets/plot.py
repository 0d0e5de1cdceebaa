"""A cycle drawn as a plot: lines of pieces, each series with a mark of its own and a name in words.

plotext draws it. It is imported on first need, and its one figure is emptied before and after; the colors that
it writes are only numbers of series here, from which the roles are read back. No text from people goes in.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ceulog.domain.cycles import Cycle, add_months
from ceulog.domain.named import NamedTuple
from ceulog.domain.timeline import Earlier, Point, Timeline
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import Line, Piece, packed
from ceulog.wording.dates import MONTHS, prose_date
from ceulog.wording.numbers import plain

ROOMY, WIDE = 70, 110
"""Cells from which a second earlier cycle is drawn, and a third; more would hide each other."""
NARROWEST, LOWEST = 24, 6
"""Cells below which there is nothing to be seen."""

STYLES = {
    "earned": "bold $bar-earned", "planned": "$bar-planned", "pace": "$foreground", "earlier": MUTED,
    "today": MUTED, "frame": MUTED,
}  # fmt: skip
"""Role of a piece of the plot -> its style."""

_LABEL = 11
"""Cells of a month and its year, with a gap."""
_STEPS = (1, 2, 3, 4, 6, 12, 24, 60)
"""Months between two marks of the days."""
_COLOR = re.compile(r"\x1b\[([0-9;]*)m")
_FRAME = str.maketrans("┌┐└┘├┤┬┴┼─│", "+++++++++-|")
"""What stands for the frame where the terminal has no UTF-8."""

XY = tuple[float, float]


class Marks(NamedTuple):
    """How the series are drawn: a character, or plotext's name of a finer one."""

    earned: str
    planned: str
    pace: str
    today: str
    earlier: tuple[str, ...]


FINE = Marks("hd", "▒", "·", "┊", ("braille", "o", "x"))
PLAIN = Marks("#", "+", ".", ":", ("~", "o", "x"))
_SAMPLES = {"hd": "▄", "braille": "⣀"}
"""A finer mark as it is shown in the legend."""


class Series(NamedTuple):
    """One thing that is drawn."""

    name: str
    """In words, for the legend."""
    role: str
    mark: str
    xy: tuple[XY, ...]
    """Days since the cycle's start, and CEUs."""


def series_of(timeline: Timeline, width: int, *, fine: bool) -> list[Series]:
    """What is to be drawn in so many cells; a later one lies over an earlier one."""
    marks = FINE if fine else PLAIN
    progress = timeline.progress
    cycle, length = progress.cycle, _length(progress.cycle)
    top = float(_top(timeline, width))
    found = [
        Series(f"ended {prose_date(each.cycle.last_day)}", "earlier", mark, tuple(_earlier_xy(each, length)))
        for each, mark in zip(_drawn(timeline, width), marks.earlier, strict=False)
    ][::-1]
    on = (progress.on - cycle.start).days
    if 0 <= on <= length:
        found.append(Series("today", "today", marks.today, ((on, 0), (on, top))))
    pace = ((timeline.begin - cycle.start).days, 0.0), (length, float(progress.needed))
    found.append(Series("even pace", "pace", marks.pace, pace))
    now = min(max(on, 0), length)
    if timeline.coming:
        coming = tuple(_stairs(timeline.coming, cycle, (now, float(progress.earned)), length))
        found.append(Series("planned", "planned", marks.planned, coming))
    if timeline.points:
        found.append(Series("earned", "earned", marks.earned, tuple(_stairs(timeline.points, cycle, (0, 0), now))))
    return found


def _length(cycle: Cycle) -> int:
    return max((cycle.last_day - cycle.start).days, 1)


def _drawn(timeline: Timeline, width: int) -> list[Earlier]:
    most = 1 + (width >= ROOMY) + (width >= WIDE)
    return [each for each in timeline.earlier if each.points][:most]


def _top(timeline: Timeline, width: int) -> Decimal:
    """The most CEUs that are drawn."""
    progress = timeline.progress
    ends = (each.points[-1].ceus for each in _drawn(timeline, width))
    return max(progress.needed, progress.earned + progress.planned, *ends, Decimal(1))


def _earlier_xy(earlier: Earlier, length: int) -> Iterator[XY]:
    """An earlier cycle, its first day laid on the first day of the current one."""
    for x, ceus in _stairs(earlier.points, earlier.cycle, (0, 0), _length(earlier.cycle)):
        if x <= length:
            yield x, ceus


def _stairs(points: Iterable[Point], cycle: Cycle, start: XY, end: float) -> Iterator[XY]:
    """The points as steps, from a start to a day."""
    _, ceus = start
    yield start
    for point in points:
        x = float((point.day - cycle.start).days)
        yield x, ceus
        ceus = float(point.ceus)
        yield x, ceus
    yield end, ceus


# --- drawing -----------------------------------------------------------------------------------------------


def plot_lines(timeline: Timeline, width: int, height: int, *, fine: bool) -> list[Line]:
    """The plot in so many cells; no lines where there is no room for one.

    Args:
        timeline: what is drawn.
        width: cells of each line.
        height: lines, the frame and the months among them.
        fine: whether the terminal has UTF-8; else it is drawn in ASCII.
    """
    if width < NARROWEST or height < LOWEST:
        return []
    series = series_of(timeline, width, fine=fine)
    roles = {f"38;5;{number}": each.role for number, each in enumerate(series, 1)}
    drawn = _drawn_by_plotext(timeline, series, width, height).rstrip("\n")
    return [tuple(_pieces(line if fine else line.translate(_FRAME), roles)) for line in drawn.split("\n")]


def _drawn_by_plotext(timeline: Timeline, series: list[Series], width: int, height: int) -> str:
    import plotext  # type: ignore[import-untyped]  # noqa: PLC0415 - it brings no types; on first need

    cycle, length = timeline.progress.cycle, _length(timeline.progress.cycle)
    plotext.clear_figure()
    plotext.limit_size(False, False)  # the room is the widget's, not the terminal's
    plotext.plot_size(width, height)
    plotext.theme("clear")
    for number, each in enumerate(series, 1):
        plotext.plot(*map(list, zip(*each.xy, strict=True)), marker=each.mark, color=number)
    plotext.xlim(0, length)
    plotext.ylim(0, float(_top(timeline, width)))
    days = list(_day_marks(cycle, width))
    plotext.xticks([(day - cycle.start).days for day in days], [f"{MONTHS[day.month - 1]} {day.year}" for day in days])
    ceus = _ceu_marks(timeline.progress.needed, height)
    plotext.yticks([float(each) for each in ceus], [plain(each) for each in ceus])
    drawn = str(plotext.build())
    plotext.clear_figure()
    return drawn


def _pieces(line: str, roles: dict[str, str]) -> Iterator[Piece]:
    """The text between the colors, each piece with the role of its series."""
    text, *rest = _COLOR.split(line)
    if text:
        yield Piece(text, "frame")
    for color, part in zip(rest[::2], rest[1::2], strict=True):
        if part:
            yield Piece(part, roles.get(color, "frame"))


def _day_marks(cycle: Cycle, width: int) -> Iterator[dt.date]:
    """The first day, the last, and months between them as far as their names have room."""
    most = max(width // _LABEL - 1, 1)
    months = _length(cycle) / 30
    step = next((each for each in _STEPS if months / each <= most), _STEPS[-1])
    for number in range(most + 1):
        day = add_months(cycle.start, number * step)
        if (cycle.last_day - day).days * width < _LABEL * _length(cycle):
            break
        yield day
    yield cycle.last_day


def _ceu_marks(needed: Decimal, height: int) -> list[Decimal]:
    """What is needed, and parts of it."""
    parts = 4 if height >= 3 * LOWEST else 2
    return [needed * part / parts for part in range(parts + 1)]


def legend_lines(timeline: Timeline, width: int, *, fine: bool) -> list[Line]:
    """Each series with its mark and its name."""
    chunks: list[Line] = []
    for each in reversed(series_of(timeline, width, fine=fine)):
        mark = _SAMPLES.get(each.mark, each.mark) * (1 if each.role == "today" else 2)
        chunks.append((Piece(mark, each.role), Piece(f" {each.name}", "text")))
    return packed(chunks, width)
