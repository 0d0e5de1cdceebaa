"""How each checkbox of a credential stands, and turning it."""

import pytest

from ceulog.domain.boxes import boxes_shown, only_box, turned
from ceulog.domain.state import LogState
from tests.builders import TODAY, a_cycle, a_log, a_tick, day, ids, shipped

CCS = ("CCS", "2015-01-10")
BEFORE_2021 = {"AHIMA": a_cycle("2019-01-01", "2020-12-31")}
"""A cycle with two boxes, one a year."""


def shown(log: LogState, code: str = "CCS") -> list[tuple[int, str, bool]]:
    found = boxes_shown(log, shipped(), code, TODAY)
    return [(each.done, each.last.isoformat() if each.last else "", each.is_full) for each in found]


@pytest.mark.parametrize(
    ("ticks", "stands"),
    [
        ((), (0, "", False)),
        (("2019-03-01",), (1, "2019-03-01", False)),
        (("2019-03-01", "2019-04-01"), (1, "2019-04-01", False)),
        (("2020-03-01", "2019-03-01"), (2, "2020-03-01", True)),
        (("2018-12-31", "2021-01-01"), (0, "", False)),
    ],
)
def test_it_says_how_many_are_ticked_and_when_last(ticks: tuple[str, ...], stands: tuple[int, str, bool]) -> None:
    log = a_log(held=[CCS], cycles=BEFORE_2021, ticks=[a_tick("CCS", each) for each in ticks])
    assert shown(log) == [stands]


def test_what_is_not_held_has_none() -> None:
    assert shown(a_log(held=[CCS]), "CCA") == []


def test_a_full_box_is_opened_when_it_is_turned() -> None:
    log = a_log(held=[CCS])
    for done in (1, 0):
        log = log.after(turned(log, shipped(), "CCS", "", TODAY, ids()).edits)
        assert [each[0] for each in shown(log)] == [done]
    earlier = log.after(turned(log, shipped(), "CCS", "", TODAY, ids(), day("2026-01-05")).edits)
    assert shown(earlier) == [(1, "2026-01-05", True)]


@pytest.mark.parametrize(
    ("held", "code", "relaxable"),
    [(["CCS"], "CCS", "CCS"), (["CPC"], "", ""), (["CCS", "CCA"], "", ""), (["CCS", "CPC-A"], "", "CCS")],
)
def test_the_only_box_that_is_meant_without_a_name(held: list[str], code: str, relaxable: str) -> None:
    log = a_log(held=[(each, "2020-01-10") for each in held])
    found = [only_box(log, shipped(), TODAY, relaxable=each) for each in (False, True)]
    assert [each[0] if each else "" for each in found] == [code, relaxable]
