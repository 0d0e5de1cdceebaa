"""The columns of the log and what stands in them.

Pure: from activities and a width to lines of pieces.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from ceulog.domain.activities import Activity, ceus_of
from ceulog.domain.named import NamedTuple
from ceulog.tui.glyphs import ASCII, Glyphs
from ceulog.tui.widgets.painting import Line, Piece, fitted, wrapped
from ceulog.wording.dates import DateStyle, date_width, list_date
from ceulog.wording.numbers import aligned

Name = Literal["date", "ceus", "title", "sponsor", "for", "state"]
TITLES: dict[Name, str] = {
    "date": "Date", "ceus": "CEUs", "title": "Title", "sponsor": "Sponsor", "for": "For", "state": "State",
}  # fmt: skip

GAPS: dict[Name, int] = {"date": 1, "ceus": 2, "title": 2, "sponsor": 2, "for": 1, "state": 0}
"""Cells behind each column."""
GUTTER = 3
"""Cells before the first column: the mark, the cursor, a blank."""
SCROLLBAR = 1
"""Cells at the right that are left for the scroll bar, whether it is there or not."""
SPONSOR_FROM = 84
"""Cells from which there is room for the sponsor."""
ROOMY_FROM = 104
"""Cells from which sponsors and organizations stand in full."""
STATE_WIDTH = 9
SHORTEST_TITLE = 8

MARKED = "*"


class Column(NamedTuple):
    """One column, in cells."""

    name: Name
    start: int
    width: int

    def holds(self, x: int) -> bool:
        """Say whether a cell of the line belongs to it, the gap behind it too."""
        return self.start <= x <= self.start + self.width


class Order(NamedTuple):
    """By which column the log is sorted."""

    column: Name = "date"
    descending: bool = True


class Facts(NamedTuple):
    """What a row needs to know beside its activity."""

    today: dt.date = dt.date.min
    uncounted: Mapping[str, str] = {}
    """Activity id -> why it counts nowhere."""
    held: int = 0
    """How many organizations are held."""
    style: DateStyle = "text"
    """How dates are written."""


def columns_of(width: int, style: DateStyle = "text") -> tuple[Column, ...]:
    """The columns that have room in so many cells."""
    roomy = width >= ROOMY_FROM
    sponsor = 0 if width < SPONSOR_FROM else (22 if roomy else 14)
    codes = 11 if roomy else 7
    widths: list[tuple[Name, int]] = [("date", date_width(style)), ("ceus", 5), ("title", 0)]
    if sponsor:
        widths.append(("sponsor", sponsor))
    widths += [("for", codes), ("state", STATE_WIDTH)]
    taken = GUTTER + sum(size + GAPS[name] for name, size in widths)
    columns, start = [], GUTTER
    for name, size in widths:
        size = size or max(width - taken, SHORTEST_TITLE)  # noqa: PLW2901 - the title takes the rest
        columns.append(Column(name, start, size))
        start += size + GAPS[name]
    return tuple(columns)


def heading(columns: tuple[Column, ...], order: Order, glyphs: Glyphs) -> Line:
    """The columns' names, with a sign at the one that the log is sorted by."""
    up, down = ("^", "v") if glyphs is ASCII else ("▴", "▾")
    pieces: list[Piece] = [Piece(" " * GUTTER)]
    end = GUTTER
    for column in columns:
        sign = (down if order.descending else up) if column.name == order.column else ""
        words = fitted(f"{TITLES[column.name]}{sign}", column.width, glyphs.ellipsis)
        pieces += [Piece(" " * (column.start - end)), Piece(words, "strong" if sign else "muted")]
        end = column.start + column.width
    return tuple(pieces)


def row(activity: Activity, columns: tuple[Column, ...], facts: Facts, signs: str, glyphs: Glyphs) -> Line:
    """One activity; `signs` stands in the gutter."""
    word, role = state_of(activity, facts)
    dim = word == "planned"
    pieces, end = [Piece(fitted(signs, GUTTER), "accent")], GUTTER
    for column in columns:
        text, its_role = _cell(column, activity, facts, dim=dim) if column.name != "state" else (word, role)
        fit = text if column.name == "ceus" else fitted(text, column.width, glyphs.ellipsis)
        pieces += [Piece(" " * (column.start - end)), Piece(fit, its_role)]
        end = column.start + column.width
    return tuple(pieces)


def nothing_rows(words: str, width: int) -> list[Line]:
    """What stands in place of the rows when there are none."""
    return [(Piece(" " * GUTTER), Piece(line, "muted")) for line in wrapped(words, max(width - 2 * GUTTER, 10))]


def _cell(column: Column, activity: Activity, facts: Facts, *, dim: bool) -> tuple[str, str]:
    match column.name:
        case "date":
            return list_date(activity.date, facts.style), "muted"
        case "ceus":
            return aligned(ceus_of(activity), column.width), "text"
        case "title":
            return activity.title, "muted" if dim else "text"
        case "sponsor":
            return activity.sponsor, "muted"
        case _:
            return codes_words(activity, facts.held, column.width), "muted"


def codes_words(activity: Activity, held: int, width: int) -> str:
    """The organizations that an activity is for: their codes where they fit, else their beginnings, else how many."""
    codes = list(activity.credits)
    if not codes:
        return "none"
    whole = " ".join(codes)
    if len(whole) <= width:
        return whole
    if len(codes) == held:
        return "both" if held == 2 else "all"
    for letters in (4, 3, 2):
        begun = [each[:letters] for each in codes]
        if len(set(begun)) == len(begun) and len(shorter := " ".join(begun)) <= width:
            return shorter
    return f"{len(codes)} of {held}" if held > len(codes) else f"{codes[0]}+{len(codes) - 1}"


def state_of(activity: Activity, facts: Facts) -> tuple[str, str]:
    """How an entry stands, in a word, and the word's role; no word when there is nothing to do or to know."""
    if activity.is_planned(facts.today):
        return ("attended?", "behind") if activity.date < facts.today else ("planned", "planned")
    if activity.id in facts.uncounted or not activity.credits:
        return "uncounted", "behind"
    return ("", "muted") if activity.certificates else ("no proof", "muted")
