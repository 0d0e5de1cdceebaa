"""The line above the log: how much is shown, how much of it counts, and what is marked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import compress
from operator import attrgetter

from rich.cells import cell_len

from ceulog.domain.activities import Activity
from ceulog.domain.differing import middles
from ceulog.domain.filtering import Totals, totals
from ceulog.domain.named import NamedTuple
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
    shown: Sequence[Activity]
    today: dt.date

    @property
    def counted(self) -> Totals:
        """What counts somewhere, or will."""
        whole, uncounted = self.whole, self.uncounted
        return Totals(whole.entries - uncounted.entries, whole.done - uncounted.done, whole.planned)


def sums_of(
    shown: Sequence[Activity], facts: Facts, before: Sums | None = None, log: Mapping[str, Activity] | None = None
) -> Sums:
    """Add up what is shown.

    Args:
        shown: the entries.
        facts: what counts nowhere, and the day.
        before: the sums of what was shown before it; of entries that stay they are taken over.
        log: the log by ids, where all of it is shown but for the trash; what counts nowhere is then looked up.
    """
    nowhere: Mapping[str, str] = facts.uncounted
    if log is None:
        apart = [*compress(shown, map(nowhere.__contains__, map(attrgetter("id"), shown)))] if nowhere else []
    else:
        apart = [each for each in map(log.get, nowhere) if each and not each.trashed]
    undone = totals([each for each in apart if not each.is_planned(facts.today)], facts.today)
    return Sums(_whole(shown, facts.today, before), undone, shown, facts.today)


def _whole(shown: Sequence[Activity], today: dt.date, before: Sums | None) -> Totals:
    if before is None or before.today != today:
        return totals(shown, today)
    middle = middles(before.shown, shown)
    if sum(map(len, middle)) > len(shown):
        return totals(shown, today)
    was, (went, came) = before.whole, (totals(each, today) for each in middle)
    return Totals(len(shown), was.done - went.done + came.done, was.planned - went.planned + came.planned)


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
