"""Where a log differs from one before it, and what was worked out from that one."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, in_order
from ceulog.domain.spans import Earlier, Span, Step, widened
from tests.builders import an_activity

DAYS = ["2026-01-09", "2026-01-10", "2026-01-11"]
ENTRIES = {key: st.builds(an_activity, id=st.just(key), on=st.sampled_from(DAYS)) for key in "abcdef"}
LOGS = st.fixed_dictionaries({}, optional=ENTRIES)


def step_to(after: Activity) -> Step:
    return None, after


@given(LOGS, LOGS)
def test_outside_of_the_span_two_logs_are_the_same(before: dict[str, Activity], after: dict[str, Activity]) -> None:
    after |= {key: each for key, each in before.items() if after.get(key) == each}
    differ = [key for key in {*before, *after} if before.get(key) is not after.get(key)]
    span = widened(None, [(before.get(key), after.get(key)) for key in differ])
    was, now = in_order(before.values()), in_order(after.values())
    if span is None:
        assert not differ
        return
    common = span.common(was, now)
    assert common.carried([each.title for each in was], [each.title for each in common.middle(now)]) == [
        each.title for each in now
    ]
    assert {each.id for each in (*common.middle(was), *common.middle(now))} >= {*differ}


def test_a_span_grows_with_every_change_until_it_is_worked_out_anew() -> None:
    first, last = an_activity(id="a", on=DAYS[0]), an_activity(id="b", on=DAYS[2])
    earlier = Earlier[str, int]()
    assert earlier.get("sum") == (None, None)
    earlier.put("sum", 1)
    assert earlier.after([]).get("sum") == (1, None)
    once = earlier.after([step_to(last)])
    assert once.get("sum") == (1, Span((last.date, "b"), (last.date, "b")))
    twice = once.after([(first, None)])
    assert twice.get("sum") == (1, Span((first.date, "a"), (last.date, "b")))
    twice.put("sum", 2)
    assert twice.get("sum") == (2, None)
    assert earlier.get("sum") == (1, None)


def test_what_another_thread_works_out_meanwhile_disturbs_nobody() -> None:
    earlier = Earlier[str, int]()
    earlier.put("sum", 1)

    class Steps(list[Step]):
        def __iter__(self) -> Iterator[Step]:
            earlier.put("other", 2)  # the screen's thread has its turn
            return super().__iter__()

    after = earlier.after(Steps([step_to(an_activity(id="a"))]))
    assert after.get("sum")[0] == 1
