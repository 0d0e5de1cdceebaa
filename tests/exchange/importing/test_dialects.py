"""The tables of other programs, as far as their columns are known."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from ceulog.domain.activities import Activity
from ceulog.domain.records import plain_decimal
from ceulog.domain.refusals import Refusal
from ceulog.exchange.importing.compiling import compiled
from ceulog.exchange.importing.dialects import COMPILED, OURS_ALONE, Dialect, key_of, vocabulary
from ceulog.exchange.importing.headers import find_columns
from ceulog.exchange.importing.records import lines_of
from ceulog.exchange.importing.table import table_of
from ceulog.exchange.listing import LIST_COLUMNS
from ceulog.exchange.rows import COLUMNS
from tests.exchange.importing.support import kinds, only, plan_of


class Sample(NamedTuple):
    """A small file of one program, and what its first line becomes."""

    text: str
    expected: dict[str, Any]
    wishes: Mapping[str, str] = MappingProxyType({})


SAMPLES = {
    "school CPD template": Sample(
        "title,provider,date,hours,category,notes\nA,P,2026-01-10,1.5,Health Law & Compliance,n\n",
        {"title": "A", "sponsor": "P", "date": "2026-01-10", "ceus": "1.5", "notes": "n", "domain": 20},
    ),
    "AHIMA's import sheet": Sample(
        "Type,StudentID,DateGranted,DateStarted,Units,Title,Status,ExpirationDate,EducationCategoryID,"
        "ActivityType_ahima,EducationType_ahima,ShowAHIMACertificate\n"
        "CEU,0012,1/31/2026,1/30/2026,2,A,Granted,1/1/1900,19,AHIMA Activity,Webinar,1\n",
        {"title": "A", "date": "2026-01-31", "ceus": "2", "domain": 19, "provided_by": "ahima", "type": "webinar",
         "organizations": ("AHIMA",), "notes": "DateStarted: 1/30/2026"},
    ),
    "AHIMA's import sheet, with an id of its own": Sample(
        "ID,DateGranted,Units,Title,EducationCategoryID\nX-17,1/31/2026,2,A,19\n",
        {"id": "new-1", "organizations": ("AHIMA",), "notes": "ID: X-17"},
    ),
    "Google sheet": Sample(
        "Date Available,Event Name,CPEs Earned,Applicable Certs,Category,Vendor Name,Actual Completion Date,Event Link,"
        "Proof Downloaded,Completion Status,Proof Uploaded to Portal\n"
        '2025-12-01,A,2,"CPC, CPMA",Audit,V,2026-01-10,https://x.example,Y,Completed,N\n',
        {"title": "A", "date": "2026-01-10", "ceus": "2", "sponsor": "V", "approved_for": ("CPC", "CPMA"),
         "organizations": ("AAPC",), "status": "done",
         "notes": "Category: Audit\nDate Available: 2025-12-01\nEvent Link: https://x.example\nProof Downloaded: Y\n"
                  "Proof Uploaded to Portal: N"},
    ),
    "pipes in the cells": Sample(
        "id,title,description,url,published_date,fetched_date,source,type,cpe_hours,domain,notes,status,presenter,"
        "cpe_summary,domains,proof_image,subtitle,duration,submitted_date,certifications\n"
        "7,A,long,https://x.example,2026-01-08,2026-01-09,S,webinar,1.0,Security,n,completed,P,sum,d1|d2,p.png,sub,"
        "1:00:00,2026-01-10,CCS|CPC\n"
        "8,B,,,2026-01-08,,S,webinar,1.0,,,deleted,,,,,,,,\n",
        {"title": "A", "date": "2026-01-08", "ceus": "1", "sponsor": "S", "presenter": "P", "minutes": 60,
         "type": "webinar", "approved_for": ("CCS", "CPC"), "organizations": ("AHIMA", "AAPC"), "id": "new-1"},
        {"date": "published_date"},
    ),
    "Argus": Sample(
        "title,provider,activity_date,total_hours,category,description,attachment_urls\n"
        "A,P,2026-01-10,2,Ethics,about,https://x.example/a.pdf\n",
        {"title": "A", "sponsor": "P", "date": "2026-01-10", "ceus": "2",
         "notes": "about\ncategory: Ethics\nattachment_urls: https://x.example/a.pdf"},
    ),
    "CPA trackers": Sample(
        "Title,Delivery Method,Completion Date,Sponsor,Location,Hours,Subject Area\n"
        "A,Self-study,01/31/2026,S,Online,1.5,Taxes\n",
        {"type": "on-demand", "date": "2026-01-31", "sponsor": "S", "location": "Online",
         "notes": "Subject Area: Taxes"},
    ),
    "PMI": Sample(
        "Provider,Organization/Host,Activity,Description,Date Started,Date Completed,URL,Contact,PDUs Claimed\n"
        "P,H,A,about,2026-01-09,2026-01-10,https://x.example,me,1.5\n",
        {"title": "A", "sponsor": "P", "date": "2026-01-10", "ceus": "1.5",
         "notes": "about\nDate Started: 2026-01-09\nOrganization/Host: H\nURL: https://x.example\nContact: me"},
    ),
    "ISC2": Sample(
        "Credit Category,Education Type,Hours,Description,Certification,Domain,Date\n"
        "Group A,Webinar,1,A,CISSP,Security,2026-01-10\n",
        {"title": "A", "ceus": "1", "type": "webinar", "organizations": None,
         "notes": "Domain: Security\nCertification: CISSP\nCredit Category: Group A"},
        {"title": "Description"},
    ),
    "ISACA": Sample(
        "Sponsor,Title,Description,Date,Hours,Certification\nS,A,d,2026-01-10,1,CPC\nS,A,d,2026-01-10,1,CPMA\n",
        {"title": "A", "approved_for": ("CPC", "CPMA"), "notes": "d"},
    ),
    "AANP": Sample(
        "Program/Event Title,Event Date,Completed,Issuing Organization,Reference Number,Activity Location,"
        "Contact Hours\n"
        "A,2026-01-10,Yes,I,00123,Raleigh,1.0\n",
        {"title": "A", "date": "2026-01-10", "sponsor": "I", "index_number": "00123", "location": "Raleigh",
         "notes": "Completed: Yes"},
    ),
    "MMI": Sample(
        "Session Name,Credit Hours,Location,Instructor,Expiration Date,Date Range,Category,Certificate\n"
        "A,1,Online,I,12/31/2026,1/30/2026 - 1/31/2026,Coding,c.pdf\n",
        {"title": "A", "date": "2026-01-31", "presenter": "I",
         "notes": "Category: Coding\nDate Range: 1/30/2026 - 1/31/2026\nExpiration Date: 12/31/2026\n"
                  "Certificate: c.pdf"},
    ),
    "ContinuingEdStore": Sample(
        "Course Title or Number,Date of Completion,Area of Study,Credits,Credit Type,Source\n"
        "A,1/31/2026,Ethics,2,Live,S\n",
        {"title": "A", "date": "2026-01-31", "ceus": "2", "sponsor": "S",
         "notes": "Area of Study: Ethics\nCredit Type: Live"},
    ),
    "a page of a portal, pasted": Sample(
        "CEU Tracker\n\nDate\tTitle\tIndex #\tCEUs\tSpeaker\n01/31/2026\tA, b\tSMP0131\t1.0\tS\n",
        {"title": "A, b", "index_number": "SMP0131", "ceus": "1", "presenter": "S"},
    ),
    "a message": Sample(
        "Course: A\nProvider: P\nCredits: 4.0 CEUs\nCompleted on: 06/15/2025\n",
        {"title": "A", "sponsor": "P", "ceus": "4", "date": "2025-06-15"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_what_its_first_line_becomes(name: str) -> None:
    sample = SAMPLES[name]
    plan = plan_of(sample.text, wishes=sample.wishes)
    assert not plan.rejected, plan.rejected
    found = plan.items[0].after
    assert {field: _plain(found, field) for field in sample.expected} == {
        field: _wanted(field, value) for field, value in sample.expected.items()
    }


def _plain(activity: Activity, field: str) -> Any:
    if field == "organizations":
        return sorted(activity.credits)
    if field == "notes":
        return sorted(activity.notes.split("\n"))
    value = getattr(activity, field)
    return plain_decimal(value) if field == "ceus" else str(value) if field == "date" else value


def _wanted(field: str, value: Any) -> Any:
    if field == "organizations":
        return sorted(value or ("AAPC", "AHIMA"))
    return sorted(value.split("\n")) if field == "notes" else value


def test_what_says_of_itself_that_it_is_none_is_left_out() -> None:
    sample = SAMPLES["pipes in the cells"]
    assert kinds(plan_of(sample.text, wishes=sample.wishes)) == "2 new, 3 left-out"
    assert kinds(plan_of(SAMPLES["ISACA"].text)) == "2 new, 3 merged"


@pytest.mark.parametrize(
    "text",
    [
        # CE Broker's roster of providers: no header, no title
        "1234,,abc,,RN99,01/31/2026,FL,RN,X,1\n",
        # Zoom's report: tables one after another, of people rather than of activities
        (
            "Attendee Report\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes)\nA,1,1/31/2026,60\n"
            "Host Details,\nAttended,User Name (Original Name),Email,Join Time\nYes,a,a@x.example,1/31/2026\n"
        ),
        # the same program's table without the days of completion
        SAMPLES["pipes in the cells"].text,
    ],
    ids=["roster", "attendees", "no day of completion"],
)
def test_what_cannot_be_told_is_asked_for(text: str) -> None:
    with pytest.raises(Refusal, match="--map"):
        find_columns(table_of(lines_of(text), vocabulary()), vocabulary(), {})


def test_a_dialect_is_known_by_its_columns_alone() -> None:
    ref, lesson, hours = "Xyz Ref", "Lesson", "Clock Hours"
    marks = frozenset(map(key_of, (ref, lesson, hours)))
    fields = {"title": key_of(lesson), "ceus": key_of(hours)}
    words = vocabulary()._replace(dialects=(Dialect("XYZ tracker", marks, frozenset({key_of(ref)}), fields, "AHIMA"),))
    text = f"XYZ\n{ref},{lesson},Done on,{hours}\n1,A,2026-01-10,2\n"
    found = find_columns(table_of(lines_of(text), words), words, {})
    assert (found.at, found.others, found.dialect.body) == ({"title": 1, "date": 2, "ceus": 3}, {}, "AHIMA")


def test_each_field_has_names_and_no_name_is_in_two() -> None:
    names = [name for each in vocabulary().names.values() for name in each]
    assert sorted(names) == sorted(set(names))
    assert all(name for name in names)


def test_fields_that_somebody_may_map() -> None:
    known = vocabulary()
    assert not OURS_ALONE & set(known.fields)
    assert [known.field_of(each) for each in ("date", "ceu", "Provider", "index #", "activity_id", "color", "")] == [
        "date", "ceus", "sponsor", "index_number", "", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize("columns", [COLUMNS, LIST_COLUMNS])
def test_our_own_columns_are_all_taken_or_worked_out_anew(columns: tuple[str, ...]) -> None:
    text = f"{','.join(columns)}\n{',' * (len(columns) - 1)}\n"
    found = find_columns(table_of(lines_of(text), vocabulary()), vocabulary(), {})
    assert found.dialect.is_ours
    assert found.others == {}
    assert {"activity_id", "date", "title", "credits_by_body", "next_cycle"} <= set(found.at)


def test_an_id_is_taken_from_our_own_tables_alone() -> None:
    ours = "id,date,title,ceus,credits,index_number,next_cycle\nabc-1,2026-01-10,A,1,AAPC=1,,N\n"
    assert only(ours).id == "abc-1"
    theirs = "id,date,title,ceus,index number\nabc-1,2026-01-10,A,1,\n"
    assert (only(theirs).id, only(theirs).notes) == ("new-1", "id: abc-1")
    for odd in ("a b", "x" * 101, "\x1b[31m", "../../x", "a\u202eb"):
        assert only(ours.replace("abc-1", odd)).id == "new-1"


def test_what_is_compiled_is_what_the_toml_file_says() -> None:
    file = Path(COMPILED)
    assert file.read_bytes() == compiled(file.with_suffix(".toml").read_text(encoding="utf-8"))
