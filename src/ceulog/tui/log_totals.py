"""The line above the log: how much is shown, how much of it counts, and what is marked."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from rich.cells import cell_len

from ceulog.domain.activities import Activity
from ceulog.domain.filtering import Totals, totals, totals_of_log
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import LogState
from ceulog.tui.keys import key_of
from ceulog.tui.widgets.log_order import order_words
from ceulog.tui.widgets.log_rows import Facts, Order
from ceulog.wording.numbers import count, plain

BESIDE_SUMS = 4
"""Cells of the line that neither the sums nor the filter can have."""


class Sums(NamedTuple):
    """What is shown, in CEUs."""

    whole: Totals
    uncounted: Totals
    """What was done and counts nowhere."""

    @property
    def counted(self) -> Totals:
        """What counts somewhere, or will."""
        whole, uncounted = self.whole, self.uncounted
        return Totals(whole.entries - uncounted.entries, whole.done - uncounted.done, whole.planned)


def sums_of(shown: Sequence[Activity], facts: Facts) -> Sums:
    """Add up some entries, by what is known of the whole log."""
    nowhere: Mapping[str, str] = facts.uncounted
    apart = compress(shown, map(nowhere.__contains__, map(attrgetter("id"), shown))) if nowhere else ()
    return Sums(totals(shown, facts.today), _uncounted(apart, facts.today))


def sums_of_log(log: LogState, facts: Facts) -> Sums:
    """Add up all of a log that is not in the trash; what an edit does not touch is not looked at again."""
    apart = (each for each in map(log.activities.get, facts.uncounted) if each and not each.trashed)
    return Sums(totals_of_log(log, facts.today), _uncounted(apart, facts.today))


def _uncounted(apart: Iterable[Activity], today: dt.date) -> Totals:
    return totals([each for each in apart if not each.is_planned(today)], today)


def sums_words(sums: Sums, order: Order) -> tuple[str, ...]:
    """The sums in words, from the fullest to the shortest."""
    whole = count(sums.whole.entries, "entry")
    ceus = count(sums.counted.done, "CEU")
    planned = f", {plain(sums.counted.planned)} planned" if sums.counted.planned else ""
    uncounted = f", {plain(sums.uncounted.done)} uncounted" if sums.uncounted.entries else ""
    sorting = f", {words}" if (words := order_words(order)) else ""
    entries = f"{whole}: {ceus}"
    return f"{entries}{planned}{uncounted}{sorting}", f"{entries}{planned}{uncounted}", entries, whole


def fitting_sums(choices: Sequence[str], width: int, left: int) -> str:
    """The fullest of the words that leave the filter so many of the cells; else the shortest."""
    room = width - BESIDE_SUMS - left
    return next((each for each in choices if cell_len(each) <= room), choices[-1] if choices else "")


def marked_words(marked: Sequence[Activity], facts: Facts) -> tuple[str, ...]:
    """What is marked, and what can be done with it, from the fullest to the shortest."""
    both = totals(marked, facts.today)
    words = f"{count(len(marked), 'entry')} marked, {count(both.done + both.planned, 'CEU')}"
    return f"{words} · {key_of('edit')} edits, {key_of('delete')} deletes, Esc unmarks", words, f"{len(marked)} marked"
