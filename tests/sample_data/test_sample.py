"""The sample logbook that is shipped: it opens, every record is valid, and it holds what it promises."""

import csv
import json
import runpy
import shutil
import uuid
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from ceulog.domain.activities import Activity
from ceulog.domain.progress import progress
from ceulog.domain.state import LogState
from ceulog.exchange.csv_out import export_rows
from ceulog.logbook.gate import validated
from ceulog.logbook.logbook import Logbook
from ceulog.storage.documents import TABLES
from tests.builders import TODAY, ids, shipped
from tests.facts import facts, holding

SAMPLE = Path(__file__).parents[2] / "sample_data"
LOGBOOK = SAMPLE / "logbook"


@pytest.fixture(scope="module")
def logbook(tmp_path_factory: pytest.TempPathFactory) -> Logbook:
    """A copy, opened."""
    folder = shutil.copytree(LOGBOOK, tmp_path_factory.mktemp("sample") / "logbook")
    return Logbook(Path(folder), shipped(), today=lambda: TODAY, new_id=ids())


@pytest.fixture(scope="module")
def log(logbook: Logbook) -> LogState:
    """What stands in it."""
    return logbook.state


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """The names of the script that makes it."""
    return runpy.run_path(str(SAMPLE / "make_sample.py"))


def _some(log: LogState, wanted: Callable[[Activity], bool]) -> list[str]:
    return sorted(each.title for each in log.activities.values() if wanted(each))


def test_it_is_whole(logbook: Logbook, log: LogState) -> None:
    assert logbook.misfits == ()
    assert not logbook.edited_elsewhere
    assert log.holder.name == "Dana Sample"
    assert {each.name for each in LOGBOOK.iterdir()} == {"logbook.json", "certificates"}


@pytest.mark.parametrize("table", TABLES)
def test_every_record_is_valid(table: str, tmp_path: Path) -> None:
    with TinyDB(shutil.copy(LOGBOOK / "logbook.json", tmp_path)) as plain:
        documents = [dict(each) for each in plain.table(table).all()]
    assert documents
    for document in documents:
        validated(TABLES[table], document)
        assert uuid.UUID(document["id"]).version == 4


def test_what_is_held(log: LogState) -> None:
    assert [each.code for each in log.held("AAPC")] == ["CPC", "CPMA"]
    assert [each.code for each in log.held("AHIMA")] == ["CCS"]
    ends = {each.organization: [cycle.end.isoformat() for cycle in each.cycles] for each in log.memberships.values()}
    assert ends == {
        "AAPC": ["2023-03-31", "2025-03-31", "2027-03-31"],
        "AHIMA": ["2022-12-31", "2024-12-31", "2026-12-31"],
    }
    for membership in log.memberships.values():
        assert [bool(each.closing and each.closing.status["complete"]) for each in membership.cycles] == [
            True, True, False,
        ]  # fmt: skip


def test_the_dashboard_of_the_day(log: LogState) -> None:
    aapc, ahima = (facts(each) for each in progress(log, shipped(), TODAY))
    expected = {"pool": "31.5 / 40", "CPMA": "10 / 16", "state": "behind", "behind": "3", "planned": "3"}
    assert holding(expected, aapc) == expected
    expected = {
        "CCS": "18 / 20", "behind": "0.5", "planned": "2", "CCS self-assessment": "0 / 1",
        "from AHIMA or a component association": "8 / 8",
    }  # fmt: skip
    assert holding(expected, ahima) == expected


def test_what_makes_it_lived_in(log: LogState) -> None:
    assert 60 <= len(log.activities) <= 70
    assert len(_some(log, lambda each: each.is_planned(TODAY))) == 3
    assert _some(log, lambda each: each.next_cycle) == [
        "Spring chapter meeting: working from home, without the backache"
    ]
    assert len(_some(log, lambda each: bool(each.trashed))) == 1
    assert len(_some(log, lambda each: each.domain == 25)) == 1
    assert len(_some(log, lambda each: "AHIMA" in each.credits and each.domain is None)) > 3
    assert len(_some(log, lambda each: len(set(each.credits.values())) > 1)) > 5
    done = [each for each in log.activities.values() if not each.trashed and not each.is_planned(TODAY)]
    assert 10 < sum(not each.certificates for each in done) < 20
    assert {each.type for each in done} >= {"webinar", "seminar", "workshop", "conference", "chapter-meeting", "quiz"}
    assert len({each.date.year for each in done}) == 7


def test_why_some_count_for_nothing(log: LogState) -> None:
    rows = export_rows(log, shipped(), TODAY, cycle="all")
    reasons = sorted(each["reason_if_not"] for each in rows if each["counts"] == "N")
    assert reasons == ["before-award", "duplicate", "planned", "planned", "planned"]


def test_certificates_are_there_and_unspoilt(log: LogState) -> None:
    named = {(it.file, it.sha256) for each in log.activities.values() for it in each.certificates}
    assert 4 <= len(named) <= 6
    assert {file for file, _ in named} == {each.name for each in (LOGBOOK / "certificates").iterdir()}
    for file, digest in named:
        data = (LOGBOOK / "certificates" / file).read_bytes()
        assert data.startswith(b"%PDF-")
        assert len(data) < 10_000
        assert sha256(data).hexdigest() == digest


def test_index_numbers_are_plainly_made_up(log: LogState) -> None:
    numbers = {each.index_number.upper() for each in log.activities.values()} - {"", "PENDING"}
    assert all(each.startswith("SMP") for each in numbers)


def test_the_script_gives_the_same_bytes_each_time(script: dict[str, Any], tmp_path: Path) -> None:
    for name in ("one", "other"):
        script["main"](tmp_path / name)
    files = sorted(each.relative_to(tmp_path / "one") for each in (tmp_path / "one").rglob("*.*"))
    assert len(files) == 7
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


def test_what_is_committed_is_what_the_script_makes(script: dict[str, Any], tmp_path: Path) -> None:
    # with the committed certificates: another fpdf may draw the same page in other bytes
    proofs = tmp_path / "proofs"
    proofs.mkdir()
    for each in (LOGBOOK / "certificates").iterdir():
        shutil.copyfile(each, proofs / each.name.partition("-")[2])
    script["make_logbook"](tmp_path / "made", proofs)
    made, committed = (
        json.loads((folder / "logbook.json").read_text("utf-8")) for folder in (tmp_path / "made", LOGBOOK)
    )
    assert {name: made[name] for name in TABLES} == {name: committed[name] for name in TABLES}


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "columns"),
    [
        ("minimum.csv", "utf-8", ",", ["title", "provider", "date", "hours", "category", "notes"]),
        ("messy-spreadsheet.csv", "utf-8", ",", [" Course Name ", "Date Attended", "CEU's"]),
        ("ahima-transcript.csv", "utf-8", ",", ["Type", "StudentID", "DateGranted", "DateStarted", "Units", "Title"]),
        ("semicolons-cp1252.csv", "cp1252", ";", ["Title", "Sponsor", "Date completed", "CEUs", "Type", "Notes"]),
        ("some-bad-rows.csv", "utf-8", ",", ["title", "provider", "date", "hours", "category", "notes"]),
    ],
)
def test_files_to_import(name: str, encoding: str, delimiter: str, columns: list[str]) -> None:
    with (SAMPLE / "import" / name).open(encoding=encoding, newline="") as file:
        header, *rows = [row for row in csv.reader(file, delimiter=delimiter) if any(row)]
    assert header[: len(columns)] == columns
    assert len(rows) >= 4


def test_the_old_code_page_is_no_utf_8() -> None:
    with pytest.raises(UnicodeDecodeError):
        (SAMPLE / "import" / "semicolons-cp1252.csv").read_text("utf-8")
