"""What holds of progress whatever stands in the log."""

import json
import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.closed import keeping
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.progress import OrganizationProgress, progress
from ceulog.domain.standing_changes import renew
from ceulog.domain.state import Edit, LogState
from ceulog.exchange.csv_out import export_rows
from ceulog.exchange.status import organization_object, status_object
from tests.builders import TODAY, a_log, an_activity, day, shipped
from tests.effort import tries

HELD = [("CPC", "2019-05-14"), ("CPMA", "2025-09-01"), ("CCS", "2020-02-03"), ("CCS-P", "2026-02-01")]
PLAIN = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")


# each made once: what is made within a composite is made, checked and looked through again at each draw
HALVES = st.integers(1, 20)
BODIES = st.sampled_from([("AAPC",), ("AHIMA",), ("AAPC", "AHIMA")])
DAYS = st.dates(day("2018-06-01"), day("2027-05-01"))
INDEX_NUMBERS = st.sampled_from(["", "n/a", "X1", "x 1", "X2", "own-{}"])
APPROVALS = st.sampled_from(["", "CPMA", "CPC"])
DOMAINS = st.sampled_from([None, 18, 25, 43])
PROVIDERS = st.sampled_from([None, "ahima", "csa", "external"])
TYPES = st.sampled_from(["webinar", "cms-training", "quiz"])
STANDINGS = st.sampled_from(["done", "done", "done", "planned"])
YES_OR_NO = st.booleans()


@st.composite
def entries(draw: st.DrawFn, number: int) -> Activity:
    halves = draw(HALVES)
    at = draw(BODIES)
    return an_activity(
        str(Decimal(halves) / 2),
        on=draw(DAYS),
        id=f"entry-{number}",
        credits=dict.fromkeys(at, str(Decimal(halves) / 2)),
        index_number=draw(INDEX_NUMBERS).format(number),
        approved_for=draw(APPROVALS),
        domain=draw(DOMAINS),
        provided_by=draw(PROVIDERS),
        type=draw(TYPES),
        status=draw(STANDINGS),
        next_cycle=draw(YES_OR_NO),
    )


ENTRIES = [entries(number) for number in range(14)]
SO_MANY = [st.tuples(*ENTRIES[:many]) for many in range(15)]
LOGS = st.integers(0, 14).flatmap(SO_MANY.__getitem__)


def found(log: LogState) -> tuple[OrganizationProgress, ...]:
    return progress(log, shipped(), TODAY)


def numbers(all_progress: tuple[OrganizationProgress, ...]) -> dict[tuple[str, str], Decimal]:
    bars = {(each.code, "pool"): each.earned for each in all_progress}
    for each in all_progress:
        bars |= {(each.code, bar.label): bar.earned for bar in each.bars}
        for one in each.credentials:
            bars |= {(one.code, bar.label): bar.earned for bar in one.bars}
    return bars


@settings(max_examples=tries(40, 200))
@given(LOGS, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(activities: tuple[Activity, ...], chance: object) -> None:
    shuffled = list(activities)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    ordered, other = found(a_log(*activities, held=HELD)), found(a_log(*shuffled, held=HELD))
    assert status_object(TODAY, ordered) == status_object(TODAY, other)


@settings(max_examples=tries(40, 200))
@given(LOGS, entries(99))
def test_one_more_with_a_fresh_index_number_never_lowers_a_bar(
    activities: tuple[Activity, ...], more: Activity
) -> None:
    log = a_log(*activities, held=HELD)
    fresh = more._replace(index_number="nobody else's")
    before, after = numbers(found(log)), numbers(found(log.after([Edit(None, fresh)])))
    assert {bar: ceus for bar, ceus in before.items() if after[bar] < ceus} == {}


@settings(max_examples=tries(40, 200))
@given(LOGS)
def test_every_ceu_in_view_is_counted_or_has_a_reason(activities: tuple[Activity, ...]) -> None:
    for each in found(a_log(*activities, held=HELD)):
        ids = [standing.activity.id for standing in each.standings]
        assert len(ids) == len(set(ids))
        for standing in each.standings:
            whole = standing.activity.ceus_for(each.code)
            assert 0 <= standing.counted <= whole
            assert (standing.counted == whole) == (standing.reason is None)
        assert sum(standing.counted for standing in each.standings) == each.earned


@settings(max_examples=tries(40, 200))
@given(LOGS)
def test_ahima_counts_no_ceu_for_two_credentials(activities: tuple[Activity, ...]) -> None:
    for each in found(a_log(*activities, held=HELD)):
        if each.code != "AHIMA":
            continue
        for standing in each.standings:
            assert sum(standing.applied.values()) == standing.counted
        for one in each.credentials:
            assert sum(standing.applied.get(one.code, Decimal(0)) for standing in each.standings) == one.earned


@settings(max_examples=tries(40, 200))
@given(LOGS)
def test_a_plan_is_never_earned_and_a_duplicate_never_adds(activities: tuple[Activity, ...]) -> None:
    log = a_log(*activities, held=HELD)
    done = a_log(*(each for each in activities if not each.is_planned(day(TODAY))), held=HELD)
    assert numbers(found(log)) == numbers(found(done))
    doubles = [
        Edit(None, each._replace(id=f"{each.id}-again", index_number=f"number of {each.id}")) for each in activities
    ]
    named = a_log(*(each._replace(index_number=f"number of {each.id}") for each in activities), held=HELD)
    assert numbers(found(named.after(doubles))) == numbers(found(named))


@settings(max_examples=tries(40, 200))
@given(LOGS)
def test_the_status_object_is_json_with_plain_decimals(activities: tuple[Activity, ...]) -> None:
    status = json.loads(json.dumps(status_object(TODAY, found(a_log(*activities, held=HELD)))))
    for each in status["organizations"]:
        texts = [each[name] for name in ("needed", "earned", "planned", "surplus")]
        texts += [bar["earned"] for one in each["credentials"] for bar in one["requirements"] if "earned" in bar]
        assert [text for text in texts if not PLAIN.fullmatch(text)] == []


@settings(max_examples=tries(40, 200))
@given(LOGS)
def test_the_standing_of_an_activity_is_found_where_it_stands(activities: tuple[Activity, ...]) -> None:
    for each in found(a_log(*activities, held=HELD)):
        stands = {standing.activity.id: standing for standing in each.standings}
        assert [each.standing_of(activity) for activity in activities] == [stands.get(it.id) for it in activities]
        assert [*each.uncounted] == [it for it in each.standings if it.reason and not it.counted]


def anew(log: LogState) -> LogState:
    """The same log, of which nothing was counted yet."""
    return LogState(
        holder=log.holder, memberships=log.memberships, credentials=log.credentials, activities=log.activities,
        ticks=log.ticks,
    )  # fmt: skip


@st.composite
def edits(draw: st.DrawFn, log: LogState) -> list[Edit]:
    """An entry written anew, changed or taken out, or a credential given up."""
    if draw(st.integers(0, 5)) == 0:
        return [Edit(draw(st.sampled_from([*log.credentials.values()])), None)] if len(log.credentials) > 1 else []
    entry = draw(entries(draw(st.integers(0, 15))))
    return [Edit(log.activities.get(entry.id), draw(st.sampled_from([entry, entry, None])))]


@settings(max_examples=tries(40, 200))
@given(LOGS, st.integers(1, 4), st.data())
def test_after_edits_all_is_counted_as_if_it_were_for_the_first_time(
    activities: tuple[Activity, ...], steps: int, data: st.DataObject
) -> None:
    log = a_log(*activities, held=HELD)
    for _ in range(steps):
        found(log)
        log = log.after(data.draw(edits(log)))
        assert repr(found(log)) == repr(found(anew(log)))


def closed(log: LogState) -> LogState:
    """The log with every cycle closed that could be, on a day when all of them are over."""
    for each in progress(log, shipped(), AFTER):
        log = log.after(renew(log, each, organization_object(each)).edits)
    return log


def closings(log: LogState) -> list[Cycle]:
    members: list[Membership] = sorted(log.memberships.values(), key=lambda each: each.organization)
    return [cycle for each in members for cycle in each.cycles if cycle.closing]


AFTER = day("2027-06-01")
FATES = st.sampled_from(["stays", "edited", "moved", "planned", "trashed", "elsewhere"])


@st.composite
def upheavals(draw: st.DrawFn, log: LogState) -> LogState:
    """The log after entries were added, edited, re-dated and thrown away at random."""
    members = log.memberships.values()
    for each in log.activities.values():
        other = draw(ENTRIES[0])
        fate = draw(FATES)
        now = {
            "stays": each,
            "edited": each._replace(title="other", index_number="other", credits=other.credits),
            "moved": each._replace(date=other.date),
            "planned": each._replace(status="planned"),
            "trashed": each._replace(trashed=AFTER),
            "elsewhere": each._replace(credits={}),
        }[fate]
        log = log.after([Edit(each, keeping(each, now, members))])
    more = draw(LOGS)
    return log.after([Edit(None, each._replace(id=f"later-{each.id}")) for each in more])


@settings(max_examples=tries(40, 200))
@given(LOGS, st.data())
def test_a_closed_cycle_never_changes(activities: tuple[Activity, ...], data: st.DataObject) -> None:
    log = closed(a_log(*activities, held=HELD))
    assert len(closings(log)) == 2
    after = data.draw(upheavals(log))
    assert counting_rows(after) == counting_rows(log)
    now = {(one.code, each.activity.id) for one in progress(after, shipped(), AFTER) for each in one.standings
           if each.counted}  # fmt: skip
    assert now & counted_then(log) == set()


def counted_then(log: LogState) -> set[tuple[str, str]]:
    """Organization and activity, for everything that a closed cycle counted."""
    cycles = ((each.organization, cycle.closing) for each in log.memberships.values() for cycle in each.cycles)
    return {(code, key) for code, closing in cycles if closing for key in closing.counted}


def counting_rows(log: LogState) -> list[tuple[str, ...]]:
    """What the export says of the closed cycles' entries that counted."""
    rows = export_rows(log, shipped(), day("2027-06-02"), cycle="previous")
    told = [name for name in rows[0] if name not in ("row", "notes")] if rows else []
    return [tuple(row[name] for name in told) for row in rows if row["counts"] == "Y"]


@settings(max_examples=tries(40, 200))
@given(LOGS)
def test_what_is_counted_and_what_is_excluded_add_up_to_what_was_logged(activities: tuple[Activity, ...]) -> None:
    log = a_log(*activities, held=HELD)
    for each in found(log):
        first, last = each.cycle.start, each.cycle.last_day
        inside = [it for it in activities if each.code in it.credits and first <= it.date <= last]
        logged = sum((it.ceus_for(each.code) for it in inside), Decimal(0))
        counted = sum((it.counted for it in each.standings if it.activity in inside), Decimal(0))
        left_out = sum(
            (it.activity.ceus_for(each.code) - it.counted for it in each.excluded if it.activity in inside), Decimal(0)
        )
        assert counted + left_out == logged
