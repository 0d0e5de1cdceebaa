"""What a count is about, after an edit as if it were looked at anew."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, in_order
from ceulog.domain.differing import in_common
from ceulog.domain.picks import Picks
from ceulog.domain.requirements import Where
from tests.builders import an_activity, day

WEBINARS, ELSEWHERE = Where("type", any_of=("webinar",)), Where("sponsor", none_of=("Body",))
ENTRIES = [
    an_activity(str(n + 1), f"2026-01-{10 + n // 2}", id=f"e{n}", type=kind, sponsor=sponsor)
    for n, (kind, sponsor) in enumerate([("webinar", "Body"), ("quiz", ""), ("webinar", "Other"), ("quiz", "Body")] * 2)
]
SOME = st.lists(st.sampled_from(ENTRIES), unique_by=id).map(in_order)


def said_of(picks: Picks) -> dict[str, Any]:
    places = {where: [*picks.places(where)] for where in (WEBINARS, ELSEWHERE, None)}
    totals = [
        picks.total(picks.whole, where, since) for where in places for since in (day("2026-01-01"), day("2026-01-12"))
    ]
    return {"whole": [*picks.whole], "places": places, "totals": totals}


@given(SOME, SOME)
def test_the_next_ones_are_as_if_looked_at_anew(before: list[Activity], after: list[Activity]) -> None:
    picks = Picks(before, "AAPC")
    was = said_of(picks)
    assert said_of(picks.after(after, in_common(before, after))) == said_of(Picks(after, "AAPC"))
    assert said_of(picks) == was


def test_what_another_thread_looks_at_meanwhile_disturbs_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    picks, tester = Picks(ENTRIES, "AAPC"), Where.tester
    picks.which(WEBINARS)

    def interrupted(where: Where) -> Callable[[Activity], bool]:
        if where is WEBINARS:
            picks.which(ELSEWHERE)  # the screen's thread has its turn
        return tester(where)

    monkeypatch.setattr(Where, "tester", interrupted)
    after = picks.after(ENTRIES[1:], in_common(ENTRIES, ENTRIES[1:]))
    assert after.which(WEBINARS) == picks.which(WEBINARS)[1:]


def test_a_total_is_of_what_has_the_property_from_a_day_on() -> None:
    picks = Picks(ENTRIES, "AAPC")
    assert picks.total(picks.whole, None) == 36
    assert picks.total(picks.whole, WEBINARS) == 1 + 3 + 5 + 7
    assert picks.total(picks.whole, WEBINARS, since=day("2026-01-11")) == 3 + 5 + 7
    assert picks.total([Decimal(1)] * 8, ELSEWHERE) == 4
