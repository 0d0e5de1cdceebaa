"""What an import does to a log: new, changed, the same, in the trash, and lines about one activity."""

from typing import Any

import pytest

from ceulog.domain.activities import Activity
from ceulog.domain.entries import compose
from ceulog.domain.state import LogState
from ceulog.exchange.importing import planning
from tests.builders import a_log, an_activity
from tests.exchange.importing.support import kinds, plan_of
from tests.exchange.support import BOTH

HEAD = "date,title,ceus,sponsor"
OURS = "activity_id,ceus_applied,reason_if_not,date,title,ceus_awarded,sponsor,credits"


def log_of(*activities: Activity) -> LogState:
    return a_log(*activities, held=BOTH)


def known(id: str = "a", title: str = "A", ceus: str = "1", **fields: Any) -> Activity:  # noqa: A002
    made = an_activity(ceus, "2026-01-10", id=id, title=title, at="AAPC AHIMA", **fields)
    return made._replace(ceus=made.credits["AAPC"])


def after(text: str, log: LogState | None = None) -> LogState:
    start = log or log_of()
    return start.after(plan_of(text, start).change.edits)


@pytest.mark.parametrize(
    ("rows", "log", "expected"),
    [
        ("2026-01-10,A,1,", (), "2 new"),
        ("2026-01-10,A,1,", (known(),), "2 same"),
        ("2026-01-10,  a ,1.0,", (known(),), "2 same"),
        ("2026-01-10,A,1,", (known(sponsor="S", notes="n"),), "2 same"),
        ("2026-01-10,A,1,S", (known(),), "2 changed"),
        ("2026-01-10,A,2,", (known(),), "2 changed"),
        ("2026-01-11,A,1,", (known(),), "2 new"),
        ("2026-01-10,A,1,", (known(trashed="2026-02-01"),), "2 in-trash"),
        ("2026-01-10,A,2,", (known(trashed="2026-02-01"),), "2 in-trash"),
        # what is there word for word comes before what is in the trash, and before what would be changed
        ("2026-01-10,A,1,", (known(trashed="2026-02-01"), known("b")), "2 same"),
        ("2026-01-10,A,2,", (known(trashed="2026-02-01"), known("b")), "2 changed"),
        ("2026-01-10,A,2,\n2026-01-10,A,1,", (known(),), "2 new, 3 same"),
        ("2026-01-10,A,2,\n2026-01-10,A,3,", (known(),), "2 changed, 3 new"),
        # of several that differ, none is changed
        ("2026-01-10,A,3,", (known(), known("b", ceus="2")), "2 new"),
        ("2026-01-10,A,1,\n2026-01-10,A,1,", (), "2 new, 3 merged"),
        ("2026-01-10,A,1,\n2026-01-10,A,1,S", (), "2 new, 3 new"),
        ("2026-01-10,A,0,\n2026-01-10,A,0,", (), "2 rejected, 3 rejected"),
        ("2026-01-10,A,,\n2026-01-10,A,1,", (), "2 rejected, 3 new"),
        ("2026-01-10,A,,", (known(),), "2 rejected"),
    ],
)
def test_what_becomes_of_lines(rows: str, log: tuple[Activity, ...], expected: str) -> None:
    text = f"{HEAD}\n{rows}\n"
    assert kinds(plan_of(text, log_of(*log))) == expected
    # and a second time nothing is new or changed
    again = plan_of(text, after(text, log_of(*log)))
    assert not again.change.edits, kinds(again)


def test_a_change_keeps_what_the_line_does_not_speak_of() -> None:
    before = known(sponsor="S", notes="mine", index_number="X1", presenter="P", approved_for="CPC")
    [item] = plan_of("date,title,ceus,notes\n2026-01-10,a,2,theirs\n", log_of(before)).items
    assert item.before == before
    assert item.after == before._replace(ceus=item.after.ceus, credits=item.after.credits, notes="mine\ntheirs")
    assert [each.field for each in item.differences] == ["credits", "ceus", "notes"]
    assert set(map(str, item.after.credits.values())) == {"2"}


def test_credits_that_differ_stay_while_the_number_printed_is_the_same() -> None:
    before = known()._replace(credits={"AAPC": known().credits["AAPC"]})
    assert kinds(plan_of(f"{HEAD}\n2026-01-10,A,1,\n", log_of(before))) == "2 same"


def test_lines_for_each_credential_are_one_activity() -> None:
    text = (
        "date,title,ceus,certs,notes,speaker\n2026-01-10,A,1,CPC,x,P\n2026-01-10,a,1,CPMA,y,P\n2026-01-10,A,1,CCS,x,P\n"
    )
    plan = plan_of(text + "2026-01-10,A,1,CPC,x,Q\n")
    assert kinds(plan) == "2 new, 3 merged, 4 merged, 5 new"
    first = plan.items[0]
    assert (first.after.approved_for, first.after.notes, sorted(first.after.credits), first.also) == (
        ("CPC", "CPMA", "CCS"), "x\ny", ["AAPC", "AHIMA"], (3, 4)
    )  # fmt: skip


def test_lines_of_which_one_counts_for_all() -> None:
    [item] = plan_of("date,title,ceus,certs\n2026-01-10,A,1,CPC\n2026-01-10,A,1,\n").items
    assert (item.after.approved_for, sorted(item.after.credits)) == (("CPC",), ["AAPC", "AHIMA"])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("a,1,,2026-01-10,A,1,,AAPC=1;AHIMA=1", "2 same"),
        ("a,1,,2026-01-10,A,1,,AAPC=1.0;AHIMA=1\na,1,,2026-01-10,A,1,,AAPC=1;AHIMA=1", "2 same, 3 merged"),
        ("a,1,,2026-01-11,Another name,2,S,AAPC=2", "2 changed"),
        ("a,1,,2026-01-10,A,1,,AAPC=1;AHIMA=1\na,1,,2026-01-10,B,1,,AAPC=1;AHIMA=1", "2 same, 3 rejected"),
        # an id that the log does not know is another activity, however alike
        ("b,1,,2026-01-10,A,1,,AAPC=1;AHIMA=1", "2 new"),
        ("t,1,,2026-01-10,T,3,,AAPC=3", "2 in-trash"),
        ("a,1,,2026-01-10,A,1,,XYZ=1", "2 rejected"),
    ],
)
def test_our_own_export_speaks_of_activities_by_their_ids(rows: str, expected: str) -> None:
    log = log_of(known(), known("t", "T", trashed="2026-02-01"))
    assert kinds(plan_of(f"{OURS}\n{rows}\n", log)) == expected


def test_many_of_one_title_and_day_are_not_each_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [f"2026-01-10,A,{number}," for number in range(1, 101)]
    log = after("\n".join([HEAD, *many]))
    calls = 0

    def counted(*given: Any, **more: Any) -> Activity:
        nonlocal calls
        calls += 1
        return compose(*given, **more)

    monkeypatch.setattr(planning, "compose", counted)
    assert not plan_of("\n".join([HEAD, *many[::-1]]), log).change.edits
    assert calls == len(many)


def test_what_contradicts_an_earlier_line_names_it() -> None:
    plan = plan_of(f"{OURS}\na,1,,2026-01-10,A,1,,AAPC=1\na,1,,2026-01-10,B,1,,AAPC=1\n")
    assert plan.rejected[0].reason == "says something else of the activity a than line 2"


@pytest.mark.parametrize("ends", [("2025-03-31", "2026-12-31"), ("3/31/2025", "12/31/2026")])
def test_of_rows_that_contradict_each_other_those_of_the_latest_cycle_hold(ends: tuple[str, str]) -> None:
    text = f"{OURS},cycle_end\na,1,,2024-05-05,Then,1,,AAPC=1,{ends[0]}\na,1,,2024-05-05,Now,1,,AAPC=1,{ends[1]}\n"
    for each in (text, "\n".join((lines := text.splitlines())[:1] + lines[:0:-1])):
        plan = plan_of(each)
        assert [item.after.title for item in plan.items] == ["Now"]
        assert len(plan.rejected) == 1


def test_the_change_says_how_many_and_from_where() -> None:
    assert plan_of(f"{HEAD}\n2026-01-10,A,1,\n").change.label == "imported 1 activity from a.csv"
    plan = plan_of(f"{HEAD}\n2026-01-10,A,1,\n2026-01-10,B,1,\n2026-01-10,C,1,\n", log_of(known("c", "C")))
    assert (plan.change.label, len(plan.change.edits)) == ("imported 2 activities from a.csv", 2)


def test_a_log_with_no_credential_takes_entries_that_count_for_nothing_yet() -> None:
    text = f"{HEAD}\n2026-01-10,A,1,\n"
    bare = a_log(held=())
    [item] = plan_of(text, bare).items
    assert (item.after.credits, str(item.after.ceus)) == ({}, "1")
    assert not plan_of(text, after(text, bare)).change.edits
