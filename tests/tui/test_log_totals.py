"""The line above the log: what is shown, what of it counts, and how much of that fits."""

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.tui.log_totals import BESIDE_SUMS, fitting_sums, marked_words, sums_of, sums_of_log, sums_words
from ceulog.tui.widgets.log_rows import Facts, Order
from tests.builders import TODAY, a_log, a_planned, an_activity
from tests.effort import tries
from tests.tui.test_log_rows import FACTS, LOG


def test_the_sums_tell_what_counts_from_what_does_not() -> None:
    shown = [*LOG, an_activity("3", id="early")]
    words = sums_words(sums_of(shown, FACTS), Order())
    assert words[0] == "5 entries: 7.5 CEUs, 1 planned, 3 uncounted"
    assert words[-1] == "5 entries"
    assert sums_words(sums_of([], FACTS), Order("title", False))[0] == "0 entries: 0 CEUs, by title"
    assert marked_words(LOG[:2], FACTS)[1] == "2 entries marked, 5 CEUs"


SOME = [*(an_activity(str(n % 3 + 1), "2026-11-20", id=f"e{n}") for n in range(5)), a_planned("2", "2026-12-05")]
SOME += [SOME[0]._replace(id="late", date=dt.date(2026, 12, 1)), SOME[1]._replace(id="thrown away", trashed=TODAY)]


@settings(max_examples=tries(60, 400))
@given(
    st.lists(st.sampled_from(SOME), max_size=6, unique_by=id), st.frozensets(st.sampled_from([it.id for it in SOME]))
)
def test_the_sums_of_a_log_are_those_of_all_that_is_in_it(logged: list[Activity], nowhere: frozenset[str]) -> None:
    facts = Facts(TODAY, dict.fromkeys(nowhere, "before-award"), 2)
    log = a_log(*logged)
    assert sums_of_log(log, facts) == sums_of(log.kept.activities, facts)


def test_a_day_without_date_is_no_date() -> None:
    assert Facts().today == dt.date.min
    assert sums_of(LOG, Facts(dt.date.max, {}, 1)).counted.done == Decimal("7.5")


def test_the_sums_are_the_fullest_words_that_leave_the_filter_its_room() -> None:
    choices = ("5 entries: 7.5 CEUs", "5 entries")
    width = len(choices[0]) + BESIDE_SUMS + 4
    assert fitting_sums(choices, width, 4) == choices[0]
    assert fitting_sums(choices, width - 1, 4) == choices[1]
    assert fitting_sums(choices, 3, 4) == choices[1]
    assert fitting_sums((), width, 4) == ""
