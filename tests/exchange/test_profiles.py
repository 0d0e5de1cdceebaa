"""Whom an export is for: the order of columns, their names, and what is taken out."""

import csv
import io

import pytest

from ceulog.domain.activities import Certificate, Told
from ceulog.domain.credentials import Holder
from ceulog.domain.records import to_plain
from ceulog.domain.state import LogState
from ceulog.exchange.profiles import PROFILES, ProfileName
from ceulog.exchange.redacting import REDACTED
from ceulog.exchange.rows import COLUMNS
from tests.builders import TODAY, a_cycle, a_log, an_activity, shipped
from tests.exchange.support import a_closed, export_bytes

NUMBER = "SMP01102026A"
HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))


def a_telling_log() -> LogState:
    """A log that says its numbers where they belong, and elsewhere."""
    log = a_log(
        an_activity("1", title=f"Denials ({NUMBER.lower()})", index_number=NUMBER, notes="Dana Sample paid"),
        an_activity("2", at="AHIMA", title="Privacy", provided_by="csa", domain=2, type="webinar", location="0012345"),
        an_activity("1", title="Pending", index_number="n/a", presenter="Dana sample"),
        held=HELD,
    )  # fmt: skip
    memberships = {key: each._replace(member_id="0012345") for key, each in log.memberships.items()}
    credentials = {key: each._replace(number="987654") for key, each in log.credentials.items()}
    return LogState(
        holder=Holder("Dana Sample"), memberships=memberships, credentials=credentials, activities=log.activities
    )


def table(profile: ProfileName, log: LogState | None = None) -> list[dict[str, str]]:
    data = export_bytes(log or a_telling_log(), shipped(), TODAY, cycle="all", profile=profile)
    return list(csv.DictReader(io.StringIO(data.decode())))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_has_every_row_and_every_column(profile: ProfileName) -> None:
    assert {column for _, column in PROFILES[profile].columns} >= set(COLUMNS)
    log = a_telling_log()
    rows = table(profile, log)
    assert len(rows) == 3
    assert [each["activity_id"] for each in rows] == [each["activity_id"] for each in table("generic", log)]


def test_aapc_begins_with_the_five_elements_of_a_certificate() -> None:
    header = list(table("aapc")[0])
    assert header[:6] == ["index_number", "sponsor", "title", "ceus_awarded", "date_completed", "row"]


def test_ahima_has_the_names_and_words_of_its_own_sheet() -> None:
    row = next(each for each in table("ahima") if each["Title"] == "Privacy")
    assert list(row)[:8] == [
        "DateGranted", "Units", "Title", "EducationCategoryID", "hiim_domain", "ActivityType_ahima",
        "EducationType_ahima", "DateStarted",
    ]  # fmt: skip
    assert row["DateGranted"] == "2026-01-10"
    assert row["Units"] == "2"
    assert row["EducationCategoryID"] == "2"
    assert row["ActivityType_ahima"] == "Component State Association (CSA)"
    assert row["EducationType_ahima"] == "Webinar"


def test_share_leaks_no_name_and_no_number_wherever_it_stands() -> None:
    data = export_bytes(a_telling_log(), shipped(), TODAY, cycle="all", profile="share").decode().casefold()
    for secret in (NUMBER, "0012345", "987654", "Dana Sample"):
        assert secret.casefold() not in data
    rows = table("share")
    assert [each["title"] for each in rows if "Denials" in each["title"]] == [f"Denials ({REDACTED})"] * 1
    assert {each["index_number"] for each in rows} == {""}
    assert {each["presenter"] for each in rows} == {"", REDACTED}
    assert [each["ceus_applied"] for each in rows] == [each["ceus_applied"] for each in table("generic")]


def test_share_leaks_no_number_that_an_entry_had_before() -> None:
    was = an_activity("1", "2024-05-05", id="x", title=f"Denials {NUMBER}", index_number=NUMBER)
    told = {"AAPC": Told(was.title, was.date, None, "OLD123")}
    now = was._replace(title="Denials OLD123", index_number="NEW1", entered_as=told, as_closed=to_plain(was))
    closed = {"AAPC": (a_closed("2023-04-01", "2025-03-31", {"x": {"CPC": "1"}}), a_cycle())}
    assert [each["title"] for each in table("share", a_log(now, cycles=closed))] == [f"Denials {REDACTED}"]
    assert [each["title"] for each in table("share", a_log(now))] == [f"Denials {REDACTED}"]


def test_a_log_without_numbers_is_shared_as_it_is() -> None:
    log = a_log(an_activity("1", title="Plain"))
    assert [each["title"] for each in table("share", log)] == ["Plain"]


def test_share_names_no_certificate_even_in_a_title() -> None:
    proof = Certificate("0123456789ab-scan.pdf", "f" * 64)
    log = a_log(an_activity("1", title=f"See {proof.file}", sponsor="F" * 64, certificates=(proof,)))
    (row,) = table("share", log)
    assert (row["title"], row["sponsor"]) == (f"See {REDACTED}", REDACTED)
