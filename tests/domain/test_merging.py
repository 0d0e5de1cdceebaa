"""Two copies made one: additions of both sides, changes of one, conflicts told, nothing lost."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import PORTAL_STATES, Activity, Certificate, PortalStep, Told
from ceulog.domain.cycles import Closing
from ceulog.domain.merging import Merge, merge
from ceulog.domain.state import LogState
from tests.builders import a_cycle, a_log, an_activity

BASE = an_activity("1", id="x", title="Denials")
HELD = (("CPC", "2019-05-14"),)


def merged(
    ours: LogState,
    theirs: LogState,
    our_past: Mapping[str, Any] | None = None,
    their_past: Mapping[str, Any] | None = None,
) -> tuple[Merge, LogState]:
    """What was done, and the log afterwards."""
    found = merge(ours, theirs, our_past or {}, their_past or {})
    return found, ours.after(found.edits)


def alone(ours: Activity, theirs: Activity, *, our_past: Any = (), their_past: Any = ()) -> tuple[Merge, Activity]:
    found, after = merged(a_log(ours), a_log(theirs), {"x": our_past}, {"x": their_past})
    return found, after.activities["x"]


def test_what_either_side_added_is_kept() -> None:
    one, two = an_activity("1", id="one"), an_activity("2", id="two")
    found, after = merged(a_log(BASE, one), a_log(BASE, two))
    assert set(after.activities) == {"x", "one", "two"}
    assert [each.after for each in found.added] == [two]
    assert (found.taken, found.conflicts) == ((), ())


def test_what_one_side_changed_is_taken_or_stays() -> None:
    newer = BASE._replace(location="Raleigh")
    assert alone(BASE, newer, their_past=[BASE])[1] == newer
    assert alone(newer, BASE, our_past=[BASE])[1] == newer
    assert alone(newer, BASE, our_past=[BASE])[0].conflicts == ()


def test_what_both_changed_in_other_fields_is_put_together() -> None:
    ours, theirs = BASE._replace(location="Raleigh"), BASE._replace(presenter="P", sponsor="S")
    found, after = alone(ours, theirs, our_past=[BASE], their_past=[BASE])
    assert after == BASE._replace(location="Raleigh", presenter="P", sponsor="S")
    assert found.conflicts == ()


def test_what_both_changed_in_one_field_is_told_and_ours_stays() -> None:
    ours, theirs = BASE._replace(location="Raleigh"), BASE._replace(location="Durham", presenter="P")
    found, after = alone(ours, theirs, our_past=[BASE], their_past=[BASE])
    assert after == BASE._replace(location="Raleigh", presenter="P")
    assert [(each.field, each.ours, each.theirs) for each in found.conflicts] == [("location", "Raleigh", "Durham")]


def test_without_a_history_only_gaps_are_filled() -> None:
    ours = BASE._replace(location="Raleigh")
    found, after = alone(ours, BASE._replace(location="Durham", presenter="P", sponsor=""))
    assert after == ours._replace(presenter="P")
    assert [each.field for each in found.conflicts] == ["location"]


def test_the_same_thing_under_two_ids_is_one() -> None:
    found, after = merged(a_log(BASE), a_log(BASE._replace(id="other", credits={"AAPC": Decimal("1.0")})))
    assert list(after.activities) == ["x"]
    assert found.same == 3  # with the membership and the credential
    ours, theirs = a_log(held=HELD), a_log(held=HELD)
    (held,) = theirs.credentials.values()
    (membership,) = theirs.memberships.values()
    other = LogState(
        credentials={"c2": held._replace(id="c2", number="77")},
        memberships={"m2": membership._replace(id="m2", member_id="0042")},
    )
    found, after = merged(ours, other)
    assert [(each.id, each.number) for each in after.credentials.values()] == [("held-CPC", "77")]
    assert [(each.id, each.member_id) for each in after.memberships.values()] == [("member-AAPC", "0042")]


def test_what_was_logged_twice_on_purpose_stays_two() -> None:
    twin = BASE._replace(id="y")
    found, after = merged(a_log(BASE), a_log(BASE, twin))
    assert [each.after for each in found.added] == [twin]
    assert merged(after, a_log(BASE, twin))[0].edits == ()
    # of two that nobody has by its id one is ours
    theirs = a_log(twin, BASE._replace(id="z"))
    _, after = merged(a_log(BASE), theirs)
    assert set(after.activities) == {"x", "z"}
    assert merged(after, theirs)[0].edits == ()


def test_what_we_took_out_and_they_left_alone_stays_out() -> None:
    ours, theirs = a_log(ticks=()), a_log(ticks=(("CPC", "2026-01-01"),))
    (tick,) = theirs.ticks.values()
    assert merged(ours, theirs)[1].ticks == theirs.ticks
    assert merged(ours, theirs, {tick.id: [tick]})[1].ticks == {}


def test_a_closed_cycle_goes_before_an_open_one() -> None:
    cycle = a_cycle()
    closed = cycle._replace(closing=Closing(dt.date(2026, 11, 1), {}, {}))
    following = a_cycle("2027-04-01", "2029-03-31")
    open_one, closed_one = a_log(cycles={"AAPC": cycle}), a_log(cycles={"AAPC": (closed, following)})
    for ours, theirs in ((open_one, closed_one), (closed_one, open_one)):
        found, after = merged(ours, theirs)
        (membership,) = after.memberships.values()
        assert membership.cycles == (closed, following)
        assert found.conflicts == ()


def test_two_extensions_are_a_conflict() -> None:
    one, two = a_cycle(extension=dt.date(2027, 6, 30)), a_cycle(extension=dt.date(2027, 5, 31))
    found, after = merged(a_log(cycles={"AAPC": one}), a_log(cycles={"AAPC": two}))
    (membership,) = after.memberships.values()
    assert membership.cycles == (one,)
    assert [each.field for each in found.conflicts] == ["cycles"]


def test_theirs_is_taken_where_it_is_chosen() -> None:
    ours = BASE._replace(location="Raleigh", sponsor="A", presenter="P")
    theirs = BASE._replace(location="Durham", sponsor="B", notes="n")
    found, _ = merged(a_log(ours), a_log(theirs), {"x": [BASE]}, {"x": [BASE]})
    chosen = found.choosing({("x", "location", "")})
    assert a_log(ours).after(chosen.edits).activities["x"] == ours._replace(location="Durham", notes="n")
    assert [each.field for each in chosen.conflicts] == ["sponsor"]
    assert (len(chosen.taken), chosen.same) == (1, found.same)
    assert found.choosing(()) == found


def test_with_the_credits_of_theirs_come_its_ceus() -> None:
    ours, theirs = (BASE._replace(ceus=Decimal(n), credits={"AAPC": Decimal(n)}) for n in "23")
    found, _ = merged(a_log(ours), a_log(theirs), {"x": [BASE]}, {"x": [BASE]})
    chosen = found.choosing({each.choice for each in found.conflicts})
    assert a_log(ours).after(chosen.edits).activities["x"] == theirs
    assert (chosen.conflicts, chosen.same) == ((), found.same - 1)


def test_of_two_cycles_the_one_that_is_chosen_is_taken() -> None:
    one, two = a_cycle(extension=dt.date(2027, 6, 30)), a_cycle(extension=dt.date(2027, 5, 31))
    old = a_cycle("2023-04-01", "2025-03-31")
    ours = a_log(cycles={"AAPC": (old, one)})
    found, _ = merged(ours, a_log(cycles={"AAPC": two}))
    (conflict,) = found.conflicts
    assert conflict.choice == ("member-AAPC", "cycles", "2025-04-01")
    (membership,) = ours.after(found.choosing({conflict.choice}).edits).memberships.values()
    assert membership.cycles == (old, two)


def stepped(text: str) -> dict[str, tuple[PortalStep, ...]]:
    """Such as "AAPC entered 2, submitted 5; AHIMA entered 3", days of November."""
    found = {}
    for part in filter(None, text.split("; ")):
        code, _, steps = part.partition(" ")
        pairs = (each.split() for each in steps.split(", "))
        found[code] = tuple(
            PortalStep(next(it for it in PORTAL_STATES if it == state), dt.date(2026, 11, int(day)))
            for state, day in pairs
        )
    return found


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both", "torn"),
    [
        ("", "AAPC entered 2", "AHIMA entered 3", "AAPC entered 2; AHIMA entered 3", ""),
        ("AAPC entered 2", "AAPC entered 2, submitted 5", "AAPC entered 2; AHIMA entered 3",
         "AAPC entered 2, submitted 5; AHIMA entered 3", ""),
        ("AAPC entered 2", "AAPC entered 2, submitted 5", "AAPC entered 2, submitted 5, verified 9",
         "AAPC entered 2, submitted 5, verified 9", ""),
        ("AAPC entered 2, submitted 5", "AAPC entered 2", "AAPC entered 2, submitted 5; AHIMA entered 3",
         "AAPC entered 2; AHIMA entered 3", ""),
        ("", "AAPC entered 2", "AAPC submitted 5", "AAPC entered 2, submitted 5", ""),
        ("", "AAPC entered 2; AHIMA entered 3", "AAPC entered 4", "AAPC entered 2; AHIMA entered 3", "AAPC"),
        ("AAPC entered 2", "", "AAPC entered 4", "", "AAPC"),
    ],
)  # fmt: skip
def test_states_in_portals_are_merged_by_organization_and_step(
    base: str, ours: str, theirs: str, both: str, torn: str
) -> None:
    was, mine, other = (BASE._replace(portal=stepped(each)) for each in (base, ours, theirs))
    # a note each, so that neither is the other's past
    mine, other = mine._replace(location="Raleigh"), other._replace(presenter="P")
    found, after = alone(mine, other, our_past=[was], their_past=[was])
    assert after == BASE._replace(portal=stepped(both), location="Raleigh", presenter="P")
    assert [each.part for each in found.conflicts] == [torn] * bool(torn)
    chosen = a_log(mine).after(found.choosing({each.choice for each in found.conflicts}).edits).activities["x"]
    if torn:
        assert chosen.portal == {**after.portal, torn: stepped(theirs)[torn]}


def test_certificates_of_both_sides_are_kept() -> None:
    first, second, third = (Certificate(f"{name}.pdf", name * 64) for name in "abc")
    was = BASE._replace(certificates=(first,))
    ours, theirs = was._replace(certificates=(first, second)), was._replace(certificates=(third,))
    found, after = alone(ours, theirs, our_past=[was], their_past=[was])
    assert after.certificates == (second, third)
    assert found.conflicts == ()
    assert alone(ours, theirs)[1].certificates == (first, second, third)
    letter, receipt = third._replace(kind="letter"), third._replace(kind="receipt")
    ours, theirs = was._replace(certificates=(letter, second)), was._replace(certificates=(receipt,))
    found, after = alone(ours, theirs)
    assert after.certificates == (letter, second)
    (conflict,) = found.conflicts
    assert (conflict.ours, conflict.theirs) == (letter, receipt)
    chosen = a_log(ours).after(found.choosing({conflict.choice}).edits).activities["x"]
    assert chosen.certificates == (receipt, second)


def test_what_a_portal_was_told_otherwise_comes_along() -> None:
    told = {"AAPC": Told("Old", BASE.date, Decimal(1), "")}
    steps = stepped("AAPC entered 2")
    was = BASE._replace(portal=steps)
    ours = was._replace(location="Raleigh")
    theirs = was._replace(title="New", entered_as=told)
    assert alone(ours, theirs, our_past=[was], their_past=[was])[1].entered_as == told


def test_a_name_is_taken_where_there_is_none() -> None:
    assert merged(a_log(), a_log(name="Theirs"))[1].holder.name == "Theirs"
    assert merged(a_log(name="Ours"), a_log())[0] == merged(a_log(name="Ours"), a_log(name="Ours"))[0]


def test_two_names_of_the_holder_are_a_conflict() -> None:
    ours = a_log(name="Ours")
    found, after = merged(ours, a_log(name="Theirs"))
    assert after.holder.name == "Ours"
    assert [(each.field, each.ours, each.theirs) for each in found.conflicts] == [("name", "Ours", "Theirs")]
    chosen = found.choosing({each.choice for each in found.conflicts})
    assert (ours.after(chosen.edits).holder.name, chosen.conflicts, chosen.same) == ("Theirs", (), found.same)


TEXTS = st.sampled_from(["", "a", "b"])
ENTRIES = st.dictionaries(
    st.sampled_from(["1", "2", "3", "4"]),
    st.builds(lambda place, who: an_activity("1", id="n", title="T", location=place, presenter=who), TEXTS, TEXTS),
)


@given(ENTRIES, ENTRIES, ENTRIES)
def test_nothing_is_lost_and_merging_again_does_nothing(
    base: dict[str, Activity], ours: dict[str, Activity], theirs: dict[str, Activity]
) -> None:
    def titled(found: dict[str, Activity]) -> dict[str, Activity]:
        return {key: each._replace(id=key, title=key) for key, each in found.items()}

    base, ours, theirs = titled(base), titled({**base, **ours}), titled({**base, **theirs})
    past = {key: [each] for key, each in base.items()}
    found, after = merged(a_log(*ours.values()), a_log(*theirs.values()), past, past)
    assert set(after.activities) == set(ours) | set(theirs)
    told = {(each.choice[0], each.field) for each in found.conflicts}
    for key, entry in after.activities.items():
        for field in ("location", "presenter"):
            mine, other = (getattr(side[key], field) if key in side else None for side in (ours, theirs))
            was = getattr(base[key], field) if key in base else ""  # unknown: a gap is filled
            now = getattr(entry, field)
            if other is None or (mine is not None and mine not in (was, other) and (key, field) not in told):
                assert now == mine
            elif mine is None or mine == was:
                assert now == other
            else:
                assert now in (mine, other)
    again, _ = merged(after, a_log(*theirs.values()), past, past)
    assert again.edits == ()
