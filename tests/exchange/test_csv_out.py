"""The cells of an export, and its bytes."""

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, Certificate, PortalStep
from ceulog.domain.credentials import Holder
from ceulog.domain.state import LogState
from ceulog.exchange.csv_out import csv_bytes, csv_bytes_of, export_rows
from ceulog.exchange.guard import guard, unguard
from ceulog.exchange.profiles import PROFILES, ProfileName
from ceulog.exchange.rows import COLUMNS, NUMBERS_AND_DATES, Row
from tests.builders import TODAY, a_held, a_log, a_planned, an_activity, day, shipped
from tests.exchange.support import BOTH, export_bytes, read_back

FULL = an_activity(
    id="x",
    on="2026-05-14",
    title="E/M update, “2026”",
    credits={"AHIMA": "1", "AAPC": "1.50"},
    minutes=100,
    sponsor="Sample Seminars",
    type="webinar",
    index_number="SMP0514",
    approved_for=("CPC", "CPMA"),
    domain=22,
    provided_by="csa",
    presenter="Dr. No",
    location="Virtual",
    certificates=(Certificate("a.pdf", "aa"), Certificate("b.pdf", "bb", "receipt")),
    notes="one\ntwo; “three”",
    certificate_asked=day("2026-05-20"),
    portal={
        "AHIMA": (PortalStep("entered", day("2026-06-01")),),
        "AAPC": (PortalStep("submitted", day("2026-06-02")), PortalStep("verified", day("2026-07-01"))),
    },
)._replace(ceus=Decimal("1.50"))


def _log(*activities: Activity) -> LogState:
    log = a_log(*activities, held=[a_held("CPC", "2019-05-14", number="0123"), BOTH[1]])
    member = log.membership("AAPC")
    assert member
    return LogState(
        holder=Holder("Dana Sample"),
        memberships={**log.memberships, member.id: member._replace(member_id="00042")},
        credentials=log.credentials,
        activities=log.activities,
    )


def _row(activity: Activity, body: str = "AAPC", on: dt.date = TODAY) -> Row:
    return next(each for each in export_rows(_log(activity), shipped(), on) if each["body"] == body)


def test_every_column_is_there_in_its_order() -> None:
    assert read_back(export_bytes(a_log(), shipped(), TODAY)) == [list(COLUMNS)]
    assert len(COLUMNS) == 44
    assert COLUMNS[:3] == ("row", "activity_id", "holder_name")
    assert COLUMNS[-7:] == (
        "status", "next_cycle", "credits", "approved_for", "provided_by", "portal_steps", "certificate_asked",
    )  # fmt: skip
    assert list(_row(FULL)) == list(COLUMNS)


def test_the_cells_of_a_full_row() -> None:
    expected = {
        "row": "2", "activity_id": "x", "holder_name": "Dana Sample", "body": "AAPC", "member_id": "00042",
        "credential": "CPC", "credential_number": "0123", "cycle_start": "2025-04-01", "cycle_end": "2027-03-31",
        "date_completed": "2026-05-14", "date_started": "", "title": "E/M update, “2026”",
        "sponsor": "Sample Seminars", "presenter": "Dr. No", "activity_type": "webinar", "education_type": "Webinar",
        "location": "Virtual", "minutes": "100", "ceus_awarded": "1.5", "ceus_applied": "1.5",
        "index_number": "SMP0514", "approval_id": "", "hiim_domain": "Revenue Cycle Management",
        "hiim_domain_id": "22", "hiim_qualifying": "", "ahima_source": "", "aapc_ceu_type": "CPC;CPMA",
        "counts": "Y", "reason_if_not": "", "evidence_kind": "certificate;receipt", "evidence_file": "a.pdf;b.pdf",
        "evidence_sha256": "aa;bb", "missing_elements": "", "portal_status": "verified", "submitted_date": "2026-06-02",
        "verified_date": "2026-07-01", "notes": "one\ntwo; “three”", "status": "done", "next_cycle": "N",
        "credits": "AAPC=1.5;AHIMA=1", "approved_for": "CPC;CPMA", "provided_by": "csa",
        "portal_steps": "AAPC=submitted 2026-06-02 verified 2026-07-01;AHIMA=entered 2026-06-01",
        "certificate_asked": "2026-05-20",
    }  # fmt: skip
    assert _row(FULL) == expected
    elsewhere = _row(FULL, "AHIMA")
    assert [elsewhere[each] for each in ("portal_status", "submitted_date", "verified_date")] == ["entered", "", ""]


def test_ahima_rows_state_domain_and_source() -> None:
    def claims(**fields: Any) -> tuple[str, str]:
        row = _row(FULL._replace(**fields), "AHIMA")
        return row["hiim_qualifying"], row["ahima_source"]

    assert claims() == ("Y", "Y")
    assert claims(domain=25, provided_by="external") == ("N", "N")
    assert claims(domain=None, provided_by=None) == ("Y", "N")
    assert claims(domain=43, provided_by="ahima") == ("Y", "Y")


def test_what_is_missing_is_named() -> None:
    bare = an_activity("1", credits={"AAPC": "1", "AHIMA": "1"}, minutes=60, index_number="pending")
    assert _row(bare)["missing_elements"] == "index_number;sponsor;ceus;certificate"
    assert _row(bare, "AHIMA")["missing_elements"] == "certificate"
    assert _row(a_planned())["missing_elements"] == ""


def test_ceus_worked_out_from_the_minutes_are_not_passed_off_as_printed() -> None:
    row = _row(an_activity("1.5", minutes=90))
    assert (row["ceus_awarded"], row["ceus_applied"], row["credits"]) == ("", "1.5", "AAPC=1.5")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("webinar", "Webinar"), ("on-demand", "Online Course"), ("cms-training", "Online Course"),
     ("quiz", "Online Course"), ("course", ""), ("chapter-meeting", ""), ("other", "")],
)  # fmt: skip
def test_education_type_only_where_it_is_evident(kind: str, expected: str) -> None:
    assert _row(an_activity(type=kind))["education_type"] == expected


def test_bytes_are_rfc_4180() -> None:
    data = export_bytes(_log(FULL), shipped(), TODAY)
    assert data.startswith(b"row,activity_id,")
    assert data.endswith(b"\r\n")
    assert '"E/M update, “2026”"'.encode() in data
    assert '"one\ntwo; “three”"'.encode() in data
    assert b"\r\r\n" not in data


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    "title", ["Denials", "one; two; three", "tab\there|pipe", 'so "quoted", twice', "a, b, c: d; e"]
)
def test_a_program_that_guesses_the_separator_reads_the_same_cells(title: str, profile: ProfileName) -> None:
    log = a_log(*(an_activity(id=f"e{n}", title=title, sponsor="A; B", notes="x\ny") for n in range(4)), held=BOTH)
    text = export_bytes(log, shipped(), TODAY, profile=profile).decode()
    for sample in (text, text[:2048]):
        guessed = csv.Sniffer().sniff(sample)
        assert (guessed.delimiter, guessed.quotechar) == (",", '"')
    assert list(csv.DictReader(io.StringIO(text, newline=""), dialect=guessed)) == list(
        csv.DictReader(io.StringIO(text, newline=""))
    )


def test_excel_adds_the_mark_and_nothing_else() -> None:
    log = _log(FULL)
    assert export_bytes(log, shipped(), TODAY, excel=True) == b"\xef\xbb\xbf" + export_bytes(log, shipped(), TODAY)


def test_text_is_guarded_and_numbers_are_not() -> None:
    title, notes = "=HYPERLINK(1)", "-1"
    log = _log(an_activity(title=title, notes=notes, index_number="＝1", sponsor="'=x"))
    (row,) = export_rows(log, shipped(), TODAY)
    header, cells = read_back(export_bytes(log, shipped(), TODAY))
    written = dict(zip(header, cells, strict=True))
    assert (written["title"], written["notes"]) == ("'=HYPERLINK(1)", "'-1")
    assert (written["index_number"], written["sponsor"]) == ("'＝1", "''=x")
    assert all(written[column] == row[column] for column in NUMBERS_AND_DATES)


WILD = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(st.tuples(WILD, WILD, WILD), max_size=6))
def test_every_export_reads_back_to_the_same_cells(texts: list[tuple[str, str, str]]) -> None:
    log = a_log(
        *(
            an_activity(id=f"a{number}", title=title, sponsor=sponsor, notes=notes)
            for number, (title, sponsor, notes) in enumerate(texts)
        )
    )
    rows = export_rows(log, shipped(), TODAY)
    data = export_bytes(log, shipped(), TODAY)
    header, *cells = read_back(data)
    assert header == list(COLUMNS)
    assert [[unguard(cell) for cell in line] for line in cells] == [list(each.values()) for each in rows]
    again = io.StringIO(newline="")
    csv.writer(again, lineterminator="\r\n").writerows([header, *cells])
    assert again.getvalue().encode() == data


def test_half_a_character_from_an_edited_file_does_not_stop_the_export() -> None:
    assert b",a b," in export_bytes(a_log(an_activity(title="a\ud800b")), shipped(), TODAY)


def test_order_of_entry_changes_no_byte() -> None:
    activities = [an_activity(id=f"a{number}", on=f"2026-0{1 + number % 3}-10") for number in range(9)]
    one, other = a_log(*activities), a_log(*reversed(activities))
    assert export_bytes(one, shipped(), TODAY) == export_bytes(other, shipped(), TODAY)


@given(st.lists(st.tuples(*(st.text("ab,\"\r\n '=é", max_size=4) for _ in range(3))), max_size=5))
def test_lines_are_those_of_the_csv_module(cells: list[tuple[str, ...]]) -> None:
    names = ("a", 'b "c"', "d")
    rows = [dict(zip(names, each, strict=True)) for each in cells]
    guarded = [[each[0], *map(guard, each[1:])] for each in cells]
    assert csv_bytes(names, rows, plain={"a"}) == csv_bytes_of([names, *guarded])
