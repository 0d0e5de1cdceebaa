"""The form's fields as its quick line, and what is typed into them, fill each other."""

from typing import Any

import pytest

from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.filling import filled, planned_by_date, taken_up
from ceulog.tui.forms.reading import Setting, date_words
from ceulog.tui.forms.suggesting import Memory
from tests.builders import TODAY, a_log, shipped

BOTH = ("AAPC", "AHIMA")


def fill(line: str, held: tuple[str, ...] = BOTH, **draft: Any) -> FormDraft:
    return filled(FormDraft(quick=line, **draft), held, TODAY, shipped())


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Wound care 1.5 CPMA CFPC", {"title": "Wound care", "ceus": "1.5", "approved_for": "CPMA CFPC"}),
        ("Wound care ok:cpma,CPC-H", {"title": "Wound care", "approved_for": "CPMA CPC-H"}),
        ("CPMA exam prep", {"title": "CPMA exam prep", "approved_for": ""}),
        # CEUs by organization; those named are those it counts for, when nothing is said of all
        ("AAPC=1.5 AHIMA=1 Wound care", {"organizations": BOTH, "credits": {"AAPC": "1.5", "AHIMA": "1"}, "ceus": ""}),
        ("AHIMA=1 Wound care", {"organizations": ("AHIMA",), "credits": {"AHIMA": "1"}}),
        ("AHIMA=1 Wound care 2", {"organizations": BOTH, "credits": {"AHIMA": "1"}, "ceus": "2"}),
        ("AHIMA=1 Wound care 90 min", {"organizations": BOTH, "credits": {"AHIMA": "1"}, "minutes": "90"}),
        ("AHIMA=1 for:AAPC Wound care 2", {"organizations": BOTH, "credits": {"AHIMA": "1"}}),
        ("Wound care 2", {"organizations": BOTH, "credits": {}}),
        # who provided it
        ("AHIMA Wound care", {"sponsor": "AHIMA", "provided_by": "ahima"}),
        ('by:"North Carolina HIMA" Wound care', {"provided_by": "csa"}),
        ("by:NCHIMA Wound care", {"provided_by": "csa"}),
        ("AAPC Wound care", {"sponsor": "AAPC", "provided_by": ""}),
        # dates
        ("Wound care nov 3", {"date": "11/03/2026", "planned": False}),
        ("Wound care next friday", {"date": "11/27/2026", "planned": True}),
        ("Wound care 1.5 yesterday Raleigh", {"title": "Wound care Raleigh", "date": "11/22/2026", "ceus": "1.5"}),
    ],
)
def test_the_line_fills_the_fields(line: str, fields: dict[str, Any]) -> None:
    draft = fill(line)
    assert {name: getattr(draft, name) for name in fields} == fields


def test_what_was_edited_by_hand_stays() -> None:
    line = "AHIMA Wound care 1.5 CPMA AAPC=2"
    by_hand: dict[str, Any] = {"approved_for": "CPC", "provided_by": "external", "credits": {"AAPC": "1"}}
    draft = fill(line, **by_hand, edited=frozenset(by_hand))
    assert {name: getattr(draft, name) for name in by_hand} == by_hand
    assert fill("Wound care", sponsor="AHIMA", edited=frozenset({"sponsor"})).provided_by == "ahima"
    assert fill("AHIMA Wound care", sponsor="TCI", edited=frozenset({"sponsor"})).provided_by == ""


def test_a_line_that_says_less_empties_what_it_had_filled() -> None:
    more = fill("AHIMA Wound care 1.5 CPMA AAPC=2")
    assert (more.approved_for, more.provided_by, more.credits) == ("CPMA", "ahima", {"AAPC": "2"})
    less = filled(more._replace(quick="Wound care"), BOTH, TODAY, shipped())
    assert less == fill("Wound care")


def test_who_provided_it_is_left_where_nobody_asks() -> None:
    assert fill("AHIMA Wound care", held=("AAPC",)).provided_by == ""


@pytest.mark.parametrize(
    ("date", "planned", "words"),
    [
        ("nov 3", False, "Nov 03 2026"),
        ("friday", False, "Nov 20 2026"),
        ("dec 5", False, "Dec 05 2025"),
        ("dec 5", True, "Dec 05 2026"),
        ("12/5", True, "Dec 05 2026"),
        ("friday", True, "Nov 27 2026"),
        ("next friday", False, "Nov 27 2026"),
        ("soon", False, ""),
    ],
)
def test_the_date_field_knows_names_and_what_is_to_come(date: str, planned: bool, words: str) -> None:
    draft = FormDraft(date=date, planned=planned, edited=frozenset({"date", "planned"} if planned else {"date"}))
    assert date_words(draft, TODAY) == words
    assert planned_by_date(draft, TODAY).planned is (planned or date.startswith("next"))


def test_a_box_that_only_followed_the_date_says_nothing_of_the_next_one() -> None:
    draft = planned_by_date(FormDraft(date="next friday", edited=frozenset({"date"})), TODAY)
    assert draft.planned
    again = planned_by_date(draft._replace(date="friday"), TODAY)
    assert (again.planned, date_words(again, TODAY)) == (False, "Nov 20 2026")


def test_what_was_typed_is_filled_no_more_and_the_rest_follows_it() -> None:
    setting = Setting(a_log(held=(("CCS", "2020-01-10"),)), shipped(), TODAY, "new")
    before = FormDraft(date="11/23/2026", organizations=("AHIMA",))
    typed = taken_up(before._replace(sponsor="AHIMA", date="12/5/2026"), before, setting, Memory(()))
    assert typed == before._replace(
        sponsor="AHIMA", date="12/5/2026", provided_by="ahima", planned=True, edited=frozenset({"sponsor", "date"})
    )
    more = taken_up(typed._replace(quick="Wound care 2 yesterday"), typed, setting, Memory(()))
    assert more == typed._replace(quick="Wound care 2 yesterday", title="Wound care", ceus="2")
