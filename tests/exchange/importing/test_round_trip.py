"""Any log, exported and imported, is the same log; any bytes are a table or refused; no record is lost."""

import csv
import datetime as dt
import io
import string
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from hypothesis import assume, given
from hypothesis import strategies as st

from ceulog.domain.activities import (
    ACTIVITY_TYPES,
    EVIDENCE_KINDS,
    PORTAL_STATES,
    PROVIDERS,
    Activity,
    Certificate,
    PortalStep,
)
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy, tidy_note
from ceulog.exchange.csv_out import csv_bytes_of
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.importing.decoding import decoded
from ceulog.exchange.importing.planning import ImportPlan
from ceulog.exchange.importing.rejects import rejects_bytes
from ceulog.exchange.listing import listing, listing_csv
from ceulog.exchange.profiles import PROFILES, ProfileName
from ceulog.exchange.rows import DATES
from tests.builders import TODAY, a_held, a_log, shipped
from tests.exchange.importing.support import columns_of, plan_of
from tests.exchange.support import export_bytes

CODES = ("CPC", "CPMA", "CCS", "CCS-P", "RHIT")
BODIES = ("AAPC", "AHIMA", "ACDIS")
DOMAINS = [each.id for each in shipped().domains]

awkward = st.sampled_from([
    "=1+1", "'=1", "''-x", "+x", "-", "@x", "'tis", '"', '""', '"a', ";", ",", "|", "\t", "a;b=c", "007", "1e5", "N/A",
    "研修会、その一", "👩‍⚕️ emoji", "café", "é", "[bold]x[/]", "and", "A & B", "x" * 200, "date", "title", "ceus",
    "2026-01-10", "\u200b=x", "\u00a0x", "=\u202ex",
])  # fmt: skip
line = st.one_of(awkward, st.text(max_size=30), st.tuples(awkward, awkward).map("".join)).map(
    lambda each: tidy(each)[:200]
)
note = st.one_of(
    line,
    st.lists(line, max_size=5).map("\n".join),
    st.sampled_from(["a\n\n\nb", "\r\n=x\r\n-y", '"\n"', "a\n" * 500, "Date,Title,CEUs\n2026-01-10,a,1"]),
).map(lambda each: tidy_note(each)[:10_000])
ceus = st.decimals("0.01", 200, places=2) | st.sampled_from(
    [Decimal(1), Decimal("1.50"), Decimal(10), Decimal("0.3333")]
)
certificate = st.builds(
    lambda digest, name, kind: Certificate(f"{digest}-{name}.pdf", digest + "0" * 52, kind),
    st.text("0123456789abcdef", min_size=12, max_size=12),
    st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=20),
    st.sampled_from(EVIDENCE_KINDS),
)


portals = st.dictionaries(
    st.sampled_from(BODIES),
    st.lists(st.tuples(st.sampled_from(PORTAL_STATES), st.dates(dt.date(2018, 1, 1), TODAY)), min_size=1, max_size=4,
             unique_by=lambda each: each[0])
    .map(lambda steps: tuple(PortalStep(*each) for each in sorted(steps, key=lambda it: PORTAL_STATES.index(it[0])))),
)  # fmt: skip


# each made once: what is made within a composite is made, checked and looked through again at each draw
granted_anywhere = st.dictionaries(st.sampled_from(BODIES), ceus)
days, days_gone = st.dates(dt.date(2018, 1, 1), dt.date(2027, 6, 1)), st.dates(dt.date(2018, 1, 1), TODAY)
yes_or_no, ids, titles = st.booleans(), st.uuids().map(str), line.filter(bool)
minutes = st.none() | st.integers(1, 12_000)
types, domains = st.sampled_from(ACTIVITY_TYPES), st.none() | st.sampled_from(DOMAINS)
providers = st.none() | st.sampled_from(PROVIDERS)
standings: st.SearchStrategy[Literal["planned", "done"]] = st.sampled_from(["planned", "done"])
approvals = st.lists(st.sampled_from(CODES), unique=True, max_size=3).map(tuple)
certificates = st.lists(certificate, max_size=2).map(tuple)
asked = st.none() | days_gone


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """One that the gate lets in."""
    granted = draw(granted_anywhere)
    own = draw(ceus) if draw(yes_or_no) or not granted else None
    day = draw(days)
    month = day.year in (2025, 2027) and day.month == 3 and "AAPC" in granted
    return Activity(
        id=draw(ids),
        date=day,
        title=draw(titles),
        credits=granted,
        ceus=own,
        minutes=draw(minutes),
        sponsor=draw(line),
        type=draw(types),
        index_number=draw(line),
        approved_for=draw(approvals),
        domain=draw(domains),
        provided_by=draw(providers),
        presenter=draw(line),
        location=draw(line),
        status="planned" if day > TODAY else draw(standings),
        next_cycle=month and draw(yes_or_no),
        certificates=draw(certificates),
        notes=draw(note),
        portal=draw(portals),
        certificate_asked=draw(asked),
    )


codes_held = st.lists(st.sampled_from(CODES), unique=True, max_size=4)
some_activities = st.lists(activities(), max_size=6, unique_by=lambda each: each.id)


@st.composite
def logs(draw: st.DrawFn) -> LogState:
    """A log of somebody who holds some credentials, or none."""
    codes = draw(codes_held)
    if "CPC" not in codes:
        codes = [each for each in codes if each != "CPMA"]
    found = draw(some_activities)
    log = a_log(*found, held=[a_held(code, "2019-05-14") for code in codes], name=draw(line))
    if not log.membership("AAPC"):
        log = log_of(log, [each._replace(next_cycle=False) for each in found])
    return log


def log_of(log: LogState, found: list[Activity]) -> LogState:
    """The same credentials and cycles with these activities."""
    return LogState(
        holder=log.holder,
        memberships=log.memberships,
        credentials=log.credentials,
        activities={each.id: each for each in found},
    )


def exported(log: LogState) -> bytes:
    return export_bytes(log, shipped(), TODAY, cycle="all")


def records(plan: ImportPlan) -> int:
    """How many records of the file the plan accounts for."""
    return sum(1 + len(each.also) for each in plan.items) + len(plan.rejected) + len(plan.left_out)


@given(logs())
def test_what_is_exported_comes_back_as_it_was(log: LogState) -> None:
    data = exported(log)
    assume(log.activities)
    plan = plan_of(decoded(data), log_of(log, []))
    assert not plan.rejected
    back = log_of(log, []).after(plan.change.edits)
    assert back.activities == log.activities
    assert exported(back) == data
    # and into the log that it comes from, or a second time, it brings nothing
    for state in (log, back):
        assert not plan_of(decoded(data), state).change.edits


WHOLE: list[ProfileName] = [name for name, each in PROFILES.items() if not each.emptied]
"""The profiles that take nothing out."""


@given(logs(), st.sampled_from(WHOLE), st.booleans())
def test_every_profile_comes_back_as_it_was(log: LogState, profile: ProfileName, excel: bool) -> None:
    assume(log.activities)
    data = export_bytes(log, shipped(), TODAY, cycle="all", profile=profile, excel=excel)
    plan = plan_of(decoded(data), log_of(log, []))
    assert not plan.rejected
    assert log_of(log, []).after(plan.change.edits).activities == log.activities
    assert not plan_of(decoded(data), log).change.edits


@given(logs())
def test_the_list_comes_back_but_for_its_proofs(log: LogState) -> None:
    assume(log.activities)
    text = decoded(listing_csv(listing(log, shipped()), shipped()))
    plan = plan_of(text, log_of(log, []))
    assert not plan.rejected
    back = log_of(log, []).after(plan.change.edits)
    assert back.activities == {key: each._replace(certificates=()) for key, each in log.activities.items()}
    assert not plan_of(text, log).change.edits


ODD_CELLS = MappingProxyType({
    "date": st.sampled_from(["2026-01-10", "1/13/2026", "soon", "", "2026-02-30", "2027-01-01", "13.1.2026"]),
    "title": st.sampled_from(["A", "a ", "B", "", '"', "=A", "x" * 600]),
    "ceus": st.sampled_from(["1", "1,5", "0", "x", "", "500"]),
    "certs": st.sampled_from(["", "CPC", "CPMA", "CISSP"]),
    "status": st.sampled_from(["", "done", "deleted", "odd"]),
    "more": st.sampled_from(["", "", "", ",", ',"', ",x,y"]),
})  # fmt: skip
rows = st.tuples(*ODD_CELLS.values()).map(
    lambda each: ",".join(f'"{cell}"' if "," in cell else cell for cell in each[:5]) + each[5]
)


@given(st.lists(rows, max_size=12))
def test_every_record_is_accounted_for_and_nothing_is_new_twice(lines: list[str]) -> None:
    text = "\n".join(["date,title,ceus,certs,status", *lines])
    _, below = columns_of(text)
    log = a_log(held=(("CPC", "2019-05-14"),))
    plan = plan_of(text, log)
    assert records(plan) == len(below)
    again = plan_of(text, log.after(plan.change.edits))
    assert not again.change.edits
    assert [each.record.line for each in again.rejected] == [each.record.line for each in plan.rejected]
    if plan.rejected:  # what was rejected is rejected again until it is put right
        kept = rejects_bytes(plan.columns, plan.rejected).decode()
        assert len(plan_of(kept, log, order="mdy").rejected) == len(plan.rejected)


@given(
    st.binary(max_size=300) | st.text(st.sampled_from('date,title;ceus\t|"\n\r\0 1.:=x'), max_size=200).map(str.encode)
)
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    for head in (b"", b"date,title,ceus\n"):
        text = decoded(head + data)
        try:
            _, below = columns_of(text)
        except Refusal as refusal:
            said = str(refusal)
            assert tidy(said) == said
            continue
        assert records(plan_of(text)) == len(below)


@given(logs(), st.sampled_from([("mdy", "%m/%d/%Y"), ("dmy", "%d/%m/%Y"), ("dmy", "%d.%m.%y")]))
def test_an_export_that_a_spreadsheet_saved_again_comes_back_as_it_was(log: LogState, dates: tuple[Order, str]) -> None:
    assume(log.activities)
    order, form = dates
    rows = list(csv.DictReader(io.StringIO(exported(log).decode(), newline="")))
    for row in rows:
        row.update({each: dt.date.fromisoformat(row[each]).strftime(form) for each in DATES if row[each]})
    text = csv_bytes_of([list(rows[0]), *(list(each.values()) for each in rows)]).decode()
    plan = plan_of(text, log_of(log, []), order=order)
    assert not plan.rejected
    assert log_of(log, []).after(plan.change.edits).activities == log.activities
