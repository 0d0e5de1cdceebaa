"""The portal screen's lines: its pages, its entries, and what to type for one of them."""

from collections.abc import Iterable

from rich.cells import set_cell_size

from ceulog.domain import portal
from ceulog.domain.activities import Activity
from ceulog.domain.editions import Rulebook
from ceulog.domain.portal import Books, standing_at
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.tui.field_dates import list_text
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.dates import prose_date
from ceulog.wording.explain_ahead import verification_words
from ceulog.wording.numbers import plain
from ceulog.wording.portal import PORTAL_WORDS, TO_CORRECT, tally_words

STATE_WIDTH = max(map(len, PORTAL_WORDS.values()))
SINCE_FROM = 72
"""Cells of a line, without its box, from which it also says since when."""


def heading_of(books: Books) -> str:
    """Whose portal it is, and which cycle."""
    closed = ", closed" if books.cycle.closing else ""
    word = books.progress.organization.cycle_word
    return f"Portal: {tidy(books.code)}, {word} to {prose_date(books.cycle.last_day)}{closed}"


def summary_of(books: Books) -> str:
    """How many entries stand where, and what is to be answered."""
    said = tally_words(books.activities, books.code) or "Nothing counts in it yet"
    asked = verification_words(books.progress)
    return f"{said}.{f' {asked}.' if asked else ''}"


def pages_of(state: LogState, progress: Iterable[OrganizationProgress]) -> list[Books]:
    """Each organization's current cycle, then those that were closed last: they are verified after their closing."""
    every = tuple(progress)
    closed = ((each, portal.latest_closed(state, each.code)) for each in every)
    return [
        *(Books(each, each.cycle, portal.to_be_told(state, each)) for each in every),
        *(Books(each, cycle, portal.counted(state, cycle)) for each, cycle in closed if cycle),
    ]


def entry_line(activity: Activity, organization: str, width: int) -> str:
    """One entry on a line of so many cells: day, CEUs, state, title."""
    state = standing_at(activity, organization)
    since = list_text(activity.portal[organization][-1].date) if state != "logged" else ""
    said = (TO_CORRECT if organization in activity.entered_as else PORTAL_WORDS[state]).ljust(STATE_WIDTH)
    if width >= SINCE_FROM:
        said = f"{said} {since:<11}"
    head = f"{list_text(activity.date)} {plain(activity.ceus_for(organization)):>5}  {said}"
    room = max(width - len(head) - 2, 8)
    return f"{head}  {set_cell_size(shortened(activity.title, room), room).rstrip()}"


def crib_text(activity: Activity, organization: str, state: LogState, rulebook: Rulebook) -> list[str]:
    """What to type for one entry, a line for each field of the portal's form."""
    from ceulog.exchange.crib import crib_block, crib_lines  # noqa: PLC0415 - on first need

    return list(crib_block(crib_lines(activity, organization, state, rulebook)))
