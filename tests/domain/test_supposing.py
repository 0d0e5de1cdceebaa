"""What if I also held …: the numbers as they would be."""

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.domain.supposing import supposing
from tests.builders import TODAY, a_log, an_activity, progress_of, shipped
from tests.facts import facts


def test_one_more_at_the_same_body_takes_over_the_cycle() -> None:
    log = a_log(an_activity("20"))
    then = progress_of(supposing(log, shipped(), ["crc"], TODAY))
    assert [each.code for each in then.credentials] == ["CPC", "CRC"]
    assert (facts(then)["pool"], facts(progress_of(log))["pool"]) == ("20 / 40", "20 / 36")
    assert then.cycle == progress_of(log).cycle


def test_the_first_of_another_body_begins_two_years_on_the_day() -> None:
    then = progress_of(supposing(a_log(), shipped(), ["CCS"], TODAY), "AHIMA")
    assert (then.cycle.start.isoformat(), then.cycle.end.isoformat()) == ("2026-11-23", "2028-11-22")
    assert facts(then)["pool"] == "0 / 20"


def test_several_at_once_and_one_that_replaces_another() -> None:
    log = a_log(held=[("RHIT", "2020-01-01")])
    then = progress_of(supposing(log, shipped(), ["RHIA", "CHDA"], TODAY), "AHIMA")
    assert facts(then)["bars"] == "CHDA RHIA"
    assert facts(then)["pool"] == "0 / 40"


def test_what_is_held_or_unknown_cannot_be_supposed_and_the_log_stays() -> None:
    log = a_log()
    for code in ("CPC", "XYZ"):
        with pytest.raises(Refusal):
            supposing(log, shipped(), [code], TODAY)
    supposing(log, shipped(), ["CRC"], TODAY)
    assert [each.code for each in log.credentials.values()] == ["CPC"]
