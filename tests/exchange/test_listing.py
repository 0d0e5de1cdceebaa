"""What `list` shows, and the object of `list --json`."""

from decimal import Decimal

import pytest

from ceulog.domain.activities import Certificate, PortalStep
from ceulog.exchange.listing import LIST_COLUMNS, activity_object, listing, listing_csv
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, shipped
from tests.exchange.support import BOTH, a_closed, read_back, titles


def test_newest_first_and_never_the_trash() -> None:
    log = a_log(
        an_activity(id="a", on="2024-01-01"),
        an_activity(id="c", on="2026-01-01"),
        an_activity(id="b", on="2026-01-01"),
        an_activity(id="gone", trashed="2026-02-01"),
    )
    assert titles(listing(log, shipped())) == ["c", "b", "a"]


def test_a_search_narrows() -> None:
    log = a_log(an_activity(id="Chapter meeting"), an_activity(id="E/M", type="webinar"), a_planned(id="later"))
    assert titles(listing(log, shipped(), search="chapter")) == ["Chapter meeting"]
    assert titles(listing(log, shipped(), search="type:webinar")) == ["E/M"]
    assert titles(listing(log, shipped(), search="status:planned")) == ["later"]


def test_a_search_after_what_is_planned_goes_by_the_day() -> None:
    log = a_log(an_activity(id="tomorrow", on="2026-11-24"))
    assert titles(listing(log, shipped(), search="status:planned", on=TODAY)) == ["tomorrow"]


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        ("all", ["late", "now", "kept", "march", "old", "counted", "early"]),
        ("current", ["now", "kept"]),
        ("previous", ["march", "old", "counted"]),
    ],
)
def test_of_which_cycle(cycle: str, expected: list[str]) -> None:
    log = a_log(
        an_activity(id="early", on="2019-01-01"),
        an_activity(id="counted", on="2023-01-01"),
        an_activity(id="old", on="2024-01-01"),
        an_activity(id="march", on="2025-03-02"),
        an_activity(id="kept", on="2025-03-03", next_cycle=True),
        an_activity(id="now", on="2026-01-01"),
        an_activity(id="late", on="2027-04-01"),
        cycles={"AAPC": (a_closed("2023-04-01", "2025-03-31", {"counted": {"CPC": "1"}}), a_cycle())},
    )
    assert titles(listing(log, shipped(), cycle=cycle)) == expected  # type: ignore[arg-type]


def test_organizations_with_different_cycles() -> None:
    log = a_log(
        an_activity(id="aapc", on="2025-02-01"),
        an_activity(id="ahima", on="2025-02-01", at="AHIMA"),
        an_activity(id="nobody", on="2025-02-01", credits={}),
        held=BOTH,
    )
    assert sorted(titles(listing(log, shipped(), cycle="current"))) == ["ahima", "nobody"]
    assert listing(log, shipped(), cycle="previous") == []


FULL = an_activity(
    id="x", on="2026-05-14", title="=E/M", credits={"AAPC": "1.50", "AHIMA": "1"}, minutes=100,
    sponsor="S", type="webinar", index_number="I", approved_for="CPMA", domain=22, provided_by="csa",
    certificates=(Certificate("a.pdf", "aa"),), notes="n", presenter="P", location="L",
    portal={"AAPC": (PortalStep("entered", TODAY), PortalStep("submitted", TODAY))}, certificate_asked=TODAY,
)._replace(ceus=Decimal("1.50"))  # fmt: skip


def test_the_object_of_an_activity() -> None:
    found = activity_object(FULL, shipped())
    assert list(found) == list(LIST_COLUMNS)
    assert found == {
        "id": "x", "date": "2026-05-14", "title": "=E/M", "sponsor": "S", "type": "webinar", "minutes": 100,
        "credits": {"AAPC": "1.5", "AHIMA": "1"}, "index_number": "I", "approved_for": ["CPMA"],
        "domain": "Revenue Cycle Management", "provided_by": "csa", "status": "done", "certificates": ["a.pdf"],
        "notes": "n", "presenter": "P", "location": "L", "next_cycle": False, "ceus": "1.5",
        "portal": {"AAPC": {"state": "submitted", "entered": "2026-11-23", "submitted": "2026-11-23"}},
        "certificate_asked": "2026-11-23",
    }  # fmt: skip


def test_what_an_activity_does_not_say_is_null() -> None:
    found = activity_object(an_activity(), shipped())
    assert (found["minutes"], found["domain"], found["provided_by"], found["ceus"]) == (None, None, None, None)


def test_as_csv_one_row_each() -> None:
    header, one, other = read_back(listing_csv([FULL, an_activity(id="y")], shipped()))
    assert header == list(LIST_COLUMNS)
    cells = dict(zip(header, one, strict=True))
    assert (cells["title"], cells["credits"], cells["next_cycle"]) == ("'=E/M", "AAPC=1.5;AHIMA=1", "N")
    assert (cells["minutes"], cells["approved_for"], cells["certificates"]) == ("100", "CPMA", "a.pdf")
    assert cells["portal"] == "AAPC=entered 2026-11-23 submitted 2026-11-23"
    assert dict(zip(header, other, strict=True))["minutes"] == ""
