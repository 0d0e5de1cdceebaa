"""What the texts of a form mean, and what is wrong with which."""

from decimal import Decimal
from typing import Any

import pytest

from ceulog.tui.forms.draft import FormDraft, draft_of
from ceulog.tui.forms.reading import Setting, read_form
from tests.builders import TODAY, a_log, an_activity, shipped
from tests.tui.test_filling import fill

BOTH = ("AAPC", "AHIMA")
HELD = (("CPC", "2019-05-14"), ("CPMA", "2021-05-14"), ("CCS", "2020-01-10"))


def test_what_was_filled_makes_an_activity() -> None:
    setting = Setting(a_log(held=HELD), shipped(), TODAY, "new")
    draft = fill("AHIMA webinar Wound care AAPC=1.5 AHIMA=1 yesterday Raleigh approved:CPMA")
    reading = read_form(draft, setting)
    assert reading.faults == {}
    made = reading.activity
    assert made
    assert {code: str(ceus) for code, ceus in made.credits.items()} == {"AAPC": "1.5", "AHIMA": "1"}
    assert (made.title, made.approved_for, made.provided_by, made.ceus) == (
        "Wound care Raleigh",
        ("CPMA",),
        "ahima",
        None,
    )


def test_a_code_that_nobody_awards_is_said_at_its_field() -> None:
    setting = Setting(a_log(held=HELD), shipped(), TODAY, "new")
    faults = read_form(fill("Wound care 1.5 ok:XYZ"), setting).faults
    assert faults == {"approved_for": "No organization awards a credential called XYZ."}


@pytest.mark.parametrize(
    ("typed", "where", "says"),
    [
        ({"title": ""}, "title", "Say what it was."),
        ({"date": "soon"}, "date", "not a date"),
        ({"ceus": ""}, "ceus", "how many CEUs"),
        ({"ceus": "many"}, "ceus", "many"),
        ({"ceus": "900"}, "ceus", "200"),
        ({"minutes": "long"}, "minutes", "long"),
        ({"credits": {"AAPC": "some"}}, "organizations", "some"),
        ({"approved_for": "XYZ"}, "approved_for", "XYZ"),
        ({"certificate": "/nowhere/at-all.pdf"}, "certificate", "There is no file"),
    ],
)
def test_each_fault_is_said_at_its_own_field_alone(typed: dict[str, Any], where: str, says: str) -> None:
    setting = Setting(a_log(held=HELD), shipped(), TODAY, "new")
    whole = FormDraft(title="Denials", ceus="1", date="11/22/2026", organizations=BOTH)
    assert read_form(whole, setting).faults == {}
    faults = read_form(whole._replace(**typed), setting).faults
    assert list(faults) == [where]
    assert says in faults[where]


def test_a_date_that_leaves_a_doubt_stands_in_its_field_and_is_refused() -> None:
    draft = fill("Denials audits 11/20/26 1.5")
    assert (draft.title, draft.date, draft.ceus) == ("Denials audits", "11/20/26", "1.5")
    setting = Setting(a_log(held=HELD), shipped(), TODAY, "new")
    assert "short year" in read_form(draft, setting).faults["date"]


def test_what_was_set_apart_can_be_taken_back_in_the_form() -> None:
    base = an_activity(id="x", credits={"AAPC": "1.5", "AHIMA": "1"})._replace(ceus=Decimal("1.5"))
    setting = Setting(a_log(base, held=HELD), shipped(), TODAY, "", base)
    draft = draft_of(base)
    for own, ceus, granted in (({"AHIMA": "1"}, "2", {"AAPC": 2, "AHIMA": 1}), ({}, "2", {"AAPC": 2, "AHIMA": 2})):
        activity = read_form(draft._replace(credits=own, ceus=ceus), setting).activity
        assert activity is not None
        assert activity.credits == granted
