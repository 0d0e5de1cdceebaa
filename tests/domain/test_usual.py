"""What is taken for ordinary at one look has no reason against it when all is looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.counting import in_view, reason_against
from ceulog.domain.progress import frame_of
from ceulog.domain.state import LogState
from ceulog.domain.usual import usual
from tests.builders import TODAY, a_cycle, a_log, an_activity, shipped
from tests.domain.test_progress_properties import HELD, LOGS
from tests.effort import tries


def told(log: LogState, code: str) -> list[tuple[bool, list[str | None]]]:
    """Of each activity in view: whether it is ordinary, and what speaks against it, planned ones counted or not."""
    frame = frame_of(log, shipped(), code, TODAY)
    assert frame
    view = in_view(frame, log.index)
    return [
        (is_usual, [reason_against(each, frame, log.index, planned_too=planned) for planned in (False, True)])
        for each, is_usual in zip(view, usual(view, frame, log.index), strict=True)
    ]


@settings(max_examples=tries(60, 300))
@given(LOGS, st.sampled_from(["AAPC", "AHIMA"]))
def test_nothing_speaks_against_what_is_ordinary(activities: tuple[Activity, ...], code: str) -> None:
    assert all(reasons == [None, None] for ordinary, reasons in told(a_log(*activities, held=HELD), code) if ordinary)


def test_an_entry_as_most_are_is_ordinary_and_each_odd_one_is_looked_at() -> None:
    plain = an_activity("1", on="2026-10-01", id="plain")
    odd = [
        plain._replace(id="planned", status="planned"), plain._replace(id="moved", next_cycle=True),
        plain._replace(id="trashed", trashed=TODAY), plain._replace(id="core", type="cms-training"),
        plain._replace(id="one", index_number="X 1"), plain._replace(id="other", index_number="x1"),
    ]  # fmt: skip
    log = a_log(plain, *odd, held=HELD)
    assert [ordinary for ordinary, _ in told(log, "AAPC")].count(True) == 1


def test_what_an_extension_before_took_is_looked_at() -> None:
    cycles = {
        "AAPC": (a_cycle("2024-09-01", "2026-08-31", extension="2026-10-31"), a_cycle("2026-09-01", "2028-08-31"))
    }
    days = {"2026-10-31": False, "2026-11-01": True}
    log = a_log(*(an_activity("1", on=each, id=each) for each in days), cycles=cycles)
    assert [ordinary for ordinary, _ in told(log, "AAPC")] == list(days.values())
