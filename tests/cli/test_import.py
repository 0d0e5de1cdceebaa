"""`import`: what it says, what goes in, what is kept, and what careful and careless people give it."""

import io
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from ceulog.cli import asking
from ceulog.cli.commands.import_ import Progress
from ceulog.logbook import importing
from tests.cli.conftest import Ceulog

SAMPLES = Path(__file__).parent.parent.parent / "sample_data" / "import"
HEAD = "Date,Title,CEUs\n"
DOUBTFUL = f"{HEAD}03/04/2026,A,1\n"


def write(ceulog: Ceulog, text: str | bytes, name: str = "a.csv") -> Path:
    """A file beside the logbook's folder."""
    path = ceulog.folder.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def said(ceulog: Ceulog, path: Path | str, *more: str, code: int = 0) -> list[str]:
    """What an import says, without the folder in front of the file's name."""
    answer = ceulog("import", str(path), *more)
    assert (answer.code, answer.out) == (code, ""), answer
    return answer.err.replace(f"{Path(path).parent}{os.sep}", "").splitlines()


def titles(ceulog: Ceulog) -> list[str]:
    """The titles in the log, oldest first."""
    return [each["title"] for each in reversed(ceulog.listed())]


# --- the samples ---------------------------------------------------------------------------------------------

BAD_ROWS = [
    "some-bad-rows.csv:3: date: 2026-02-30: does not exist in the calendar",
    "some-bad-rows.csv:4: hours: two: is not a number of CEUs",
    "some-bad-rows.csv:5: title: : the title is missing",
    "some-bad-rows.csv:6: hours: -1: is not above 0 and at most 200 CEUs",
    "some-bad-rows.csv:7: hours: 500: is not above 0 and at most 200 CEUs",
    "some-bad-rows.csv:8: date: 26-03-14: has a short year; four digits leave no doubt",
    "some-bad-rows.csv:9: date: : the date is missing",
    "some-bad-rows.csv:10: : cells: stands in more columns than the header has",
]
BAD_ROWS_KEPT = """\
title,provider,date,hours,category,notes,rejected_because
No such day,Sample Seminars,2026-02-30,1,,February ends earlier,date: 2026-02-30: does not exist in the calendar
Not a number,Sample Seminars,2026-07-10,two,,written out,hours: two: is not a number of CEUs
,Sample Seminars,2026-07-11,1,,the title is missing,title: the title is missing
Below nothing,Sample Seminars,2026-07-12,'-1,,,hours: -1: is not above 0 and at most 200 CEUs
More than anybody attends,Sample Seminars,2026-07-13,500,,,hours: 500: is not above 0 and at most 200 CEUs
Which year,Sample Seminars,26-03-14,1,,a year of two digits,date: 26-03-14: has a short year; four digits leave no doubt
No date at all,Sample Seminars,,1,,,date: the date is missing
Ragged,Sample Seminars,2026-07-16,1,,too many,cells: stands in more columns than the header has,cells,here
"""
ENTRIES: dict[str, list[tuple[str | None, ...]]] = {
    "ahima-transcript.csv": [
        ("2026-07-16", "Coding Clinic review", "AHIMA=1", "webinar", "ahima", ""),
        ("2026-07-30", "Summer institute of the state association", "AHIMA=4", "seminar", "csa",
         "DateStarted: 7/29/2026"),
        ("2026-08-13", "Privacy officers' round table", "AHIMA=1", "webinar", "cla", ""),
        ("2026-08-25", "Data quality for coders", "AHIMA=2", "course", "external", ""),
        ("2026-09-17", "Machine learning in the revenue cycle", "AHIMA=1", "webinar", "external", ""),
        ("2026-09-29", "Mindful desk work", "AHIMA=1", "other", "external", ""),
    ],
    "messy-spreadsheet.csv": [
        ("2026-07-15", "Denials management: the first 30 days", "AAPC=1.5", "other", None, "Proof?: yes|My Rating: 4"),
        ("2026-07-28", 'Local chapter: "ask the auditor"', "AAPC=1", "other", None,
         "Brought two questions;|both answered|Proof?: no|My Rating: 5"),
        ("2026-08-19", "E/M in the emergency department", "AAPC=2", "other", None, "Proof?: yes|My Rating: 3"),
        ("2026-08-31", "Healthcare Business Monthly quiz", "AAPC=1", "other", None, "Proof?: yes"),
        ("2026-09-24", "Coding café: pain management", "AAPC=0.5", "other", None, "=short, but good|Proof?: no"),
        ("2026-10-13", "Same name as ever", "AAPC=1", "other", None, "Proof?: no"),
    ],
    "minimum.csv": [
        ("2026-07-14", "Chapter meeting: laterality and specificity", "AAPC=1 AHIMA=1", "other", None, ""),
        ("2026-07-22", "Payer policy roundup, summer", "AAPC=1.5 AHIMA=1.5", "other", None,
         "Recorded, watched at home"),
        ("2026-08-05", "Journal of AHIMA quiz", "AAPC=1 AHIMA=1", "other", None, "category: Informatics"),
        ("2026-08-27", "Release of information refresher", "AAPC=2 AHIMA=2", "other", None,
         "Certificate came by e-mail"),
        ("2026-09-03", "Coding the shoulder", "AAPC=1 AHIMA=1", "other", None,
         "Category is my own word|category: Orthopedics"),
    ],
    "semicolons-cp1252.csv": [
        ("2026-06-25", "Kodierung à la carte – Grundlagen", "AAPC=1.5 AHIMA=1.5", "webinar", None, "Prix 40 €"),
        ("2026-07-30", "Qualität der Dokumentation", "AAPC=2 AHIMA=2", "workshop", None, "“Sehr gut”"),
        ("2026-08-14", "Audit clinique", "AAPC=0.5 AHIMA=0.5", "quiz", None, ""),
        ("2026-08-31", "Revue de dossiers: été 2026", "AAPC=1 AHIMA=1", "course", None, "Référence nº 12"),
    ],
    "some-bad-rows.csv": [
        ("2026-07-09", "Good: chapter meeting on bundling", "AAPC=1 AHIMA=1", "other", None, "goes in"),
        ("2026-07-17", "Good: quiz on global days", "AAPC=0.5 AHIMA=0.5", "other", None, "goes in too"),
    ],
}  # fmt: skip


def test_every_sample_has_its_outcome_here() -> None:
    assert sorted(each.name for each in SAMPLES.iterdir()) == sorted(ENTRIES)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_sample_goes_in_once_and_out_with_one_undo(ceulog: Ceulog, name: str) -> None:
    path = ceulog.folder.parent / name
    shutil.copy(SAMPLES / name, path)
    before = ceulog.file.read_bytes()
    bad = BAD_ROWS if name == "some-bad-rows.csv" else []
    ends = f"0 changed, 0 known already, {len(bad)} rejected."
    count = len(ENTRIES[name])

    assert said(ceulog, path, "--dry-run", code=bool(bad)) == [
        *bad,
        f"Would be imported from {name}: {count} new, {ends}",
    ]
    assert ceulog.file.read_bytes() == before
    assert [each.name for each in path.parent.glob("*.csv")] == [name]

    kept = [f"{len(bad)} rejected lines kept in some-bad-rows.rejects.csv: put right, import that file."] if bad else []
    assert said(ceulog, path, code=bool(bad)) == [*bad, f"Imported from {name}: {count} new, {ends}", *kept]
    found = [
        (
            each["date"], each["title"], " ".join(f"{code}={ceus}" for code, ceus in sorted(each["credits"].items())),
            each["type"], each["provided_by"], each["notes"].replace("\n", "|"),
        )
        for each in reversed(ceulog.listed())
    ]  # fmt: skip
    assert found == ENTRIES[name]
    if bad:
        assert path.with_name("some-bad-rows.rejects.csv").read_bytes() == BAD_ROWS_KEPT.replace("\n", "\r\n").encode()

    once = ceulog.file.read_bytes()
    again = f"Imported from {name}: 0 new, 0 changed, {count} known already, {len(bad)} rejected."
    assert said(ceulog, path, code=bool(bad)) == [*bad, again, *kept]
    assert ceulog.file.read_bytes() == once
    ceulog.done("undo")
    assert ceulog.listed() == []
    assert "nothing to undo" not in ceulog.done("undo").err  # what is left is the credentials'


def test_more_of_the_samples(ceulog: Ceulog) -> None:
    for name in ("ahima-transcript.csv", "messy-spreadsheet.csv", "minimum.csv"):
        ceulog.done("import", str(SAMPLES / name))
    by_title = {each["title"]: each for each in ceulog.listed()}
    assert by_title["Mindful desk work"]["domain"] == "Other"
    assert by_title["Release of information refresher"]["domain"] == "Health Law and Compliance"
    first = by_title["Denials management: the first 30 days"]
    assert (first["approved_for"], first["index_number"], first["presenter"], first["sponsor"]) == (
        ["CPC", "CPMA"], "SMP07152026A", "J. Doe", "Sample Seminars"
    )  # fmt: skip


# --- what was rejected ---------------------------------------------------------------------------------------


def test_rejects_put_right_go_in_and_the_rest_is_rejected_again(ceulog: Ceulog) -> None:
    path = write(ceulog, f"{HEAD}soon,A,1\n2026-01-10,B,x\n2026-01-11,C,1\n")
    assert ceulog("import", str(path)).code == 1
    rejects = path.with_name("a.rejects.csv")
    rejects.write_bytes(rejects.read_bytes().replace(b"\r\nsoon,", b"\r\n2026-01-09,"))
    lines = said(ceulog, rejects, code=1)
    assert lines[:2] == [
        "a.rejects.csv:3: CEUs: x: is not a number of CEUs",
        "Imported from a.rejects.csv: 1 new, 0 changed, 0 known already, 1 rejected.",
    ]
    assert titles(ceulog) == ["A", "C"]
    assert ceulog.listed()[1]["notes"] == ""
    assert path.with_name("a.rejects.rejects.csv").read_bytes().splitlines() == [
        b"Date,Title,CEUs,rejected_because", b"2026-01-10,B,x,CEUs: x: is not a number of CEUs",
    ]  # fmt: skip


def test_rejects_that_were_put_right_are_not_written_over(ceulog: Ceulog) -> None:
    path = write(ceulog, f"{HEAD}soon,A,1\n")
    said(ceulog, path, code=1)
    rejects = path.with_name("a.rejects.csv")
    right = rejects.read_bytes().replace(b"\r\nsoon,", b"\r\n2026-01-09,")
    rejects.write_bytes(right)
    lines = said(ceulog, path, code=1)
    assert lines[-1] == "What stood in a.rejects.csv before is in a.rejects-1.csv now."
    assert path.with_name("a.rejects-1.csv").read_bytes() == right
    assert b"soon" in rejects.read_bytes()
    said(ceulog, path, code=1)
    assert sorted(each.name for each in path.parent.glob("a.*")) == ["a.csv", "a.rejects-1.csv", "a.rejects.csv"]


def test_rejects_that_cannot_be_kept_are_said(ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(ceulog, f"{HEAD}soon,A,1\n2026-01-11,C,1\n")

    def refuses(target: Path, _: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(importing, "write_atomically", refuses)
    lines = said(ceulog, path, code=1)
    assert lines[1].startswith("Imported from a.csv: 1 new")
    assert lines[2].startswith("The rejected lines could not be kept: ")
    assert titles(ceulog) == ["C"]


# --- what is in the log already ------------------------------------------------------------------------------


def test_the_same_file_with_edits_in_between(ceulog: Ceulog) -> None:
    path = write(ceulog, "Date,Title,CEUs,Sponsor\n2026-01-10,A,1,S\n2026-01-11,B,1,\n2026-01-12,C,1,\n")
    ceulog.done("import", str(path))
    c, b, a = (each["id"] for each in ceulog.listed())
    ceulog.done("edit", a, "--sponsor", "Mine")
    ceulog.done("edit", b, "--sponsor", "Mine too")
    ceulog.done("remove", c)
    assert said(ceulog, path) == [
        "a.csv:2: “A” changes: sponsor 'Mine' -> 'S'",
        "a.csv:4: “C” is in the trash and stays there.",
        "Imported from a.csv: 0 new, 1 changed, 1 known already, 1 in the trash, 0 rejected.",
    ]
    assert [(each["title"], each["sponsor"]) for each in ceulog.listed()] == [("B", "Mine too"), ("A", "S")]
    ceulog.done("undo")
    assert ceulog.listed()[1]["sponsor"] == "Mine"


def test_lines_about_one_activity_are_told(ceulog: Ceulog) -> None:
    path = write(
        ceulog, "Date,Title,CEUs,Certs\n2026-01-10,A,1,CPC\n2026-01-10,A,1,CCS\n2027-02-01,B,1,\n2026-01-12,C,1,x\n"
    )
    assert said(ceulog, path) == [
        "a.csv:3: the same activity as in line 2.",
        "Imported from a.csv: 3 new (1 planned), 0 changed, 0 known already, 1 about the same activities, 0 rejected.",
        "No credential that is known here: “x”; lines with that count for all that you hold, and it is in their notes.",
    ]
    assert [each["approved_for"] for each in ceulog.listed()] == [[], [], ["CPC", "CCS"]]


def test_our_own_export_with_a_cell_changed(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "A", "--ceus", "1", "--date", "2026-01-10", "--sponsor", "'=S").id
    path = ceulog.folder.parent / "all.csv"
    ceulog.done("export", str(path), "--cycle", "all")
    assert said(ceulog, path) == [
        "Imported from all.csv: 0 new, 0 changed, 1 known already, 1 about the same activities, 0 rejected."
    ]
    path.write_bytes(path.read_bytes().replace(b",A,", b",A and B,"))
    assert said(ceulog, path)[0] == "all.csv:2: “A and B” changes: title 'A' -> 'A and B'"
    assert [(each["id"], each["title"], each["sponsor"]) for each in ceulog.listed()] == [(key, "A and B", "'=S")]


def test_the_whole_log_comes_back_in_an_empty_logbook(ceulog: Ceulog, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ahima-transcript.csv", "messy-spreadsheet.csv", "minimum.csv"):
        ceulog.done("import", str(SAMPLES / name))
    ceulog.done("add", "Planned", "--ceus", "2", "--date", "2026-12-10", "--planned")
    path = ceulog.folder.parent / "all.csv"
    ceulog.done("export", str(path), "--cycle", "all")
    other = Ceulog(ceulog.folder.parent / "other", capsys).holding_both()
    other.done("import", str(path))
    assert other.listed() == ceulog.listed()
    other.done("export", str(path.with_name("again.csv")), "--cycle", "all")
    assert path.with_name("again.csv").read_bytes() == path.read_bytes()


def test_our_own_export_of_what_was_changed_after_its_cycle_was_closed(
    ceulog: Ceulog, capsys: pytest.CaptureFixture[str]
) -> None:
    both = ceulog.done("add", "Both", "--ceus", "2", "--date", "2026-05-05").id
    only = ceulog.done("add", "Only", "--ceus", "1", "--date", "2026-05-06", "--for", "AHIMA").id
    ceulog.done("organization", "renew", "AHIMA", today="2027-01-05")
    for key in (both, only):
        ceulog.done("edit", key, "--title", "Changed", today="2027-01-06")
    path = ceulog.folder.parent / "all.csv"
    ceulog.done("export", str(path), "--cycle", "all", today="2027-01-06")
    before = ceulog.listed()
    assert said(ceulog, path)[-1].startswith(
        "Imported from all.csv: 0 new, 0 changed, 2 known already, 1 about the same"
    )
    assert ceulog.listed() == before
    # where nobody knows that the cycle was closed, what holds now goes in
    other = Ceulog(ceulog.folder.parent / "other", capsys).holding_both()
    assert said(other, path, code=1)[0] == f"all.csv:2: : : says something else of the activity {both} than line 3"
    assert titles(other) == ["Changed", "Only"]


def test_with_no_credential_entries_count_for_nothing_yet(empty: Ceulog) -> None:
    path = write(empty, f"{HEAD}2026-01-10,A,1\n")
    assert said(empty, path) == ["Imported from a.csv: 1 new, 0 changed, 0 known already, 0 rejected."]
    assert empty.listed()[0]["credits"] == {}
    assert "1 known already" in said(empty, path)[0]


# --- columns, dates, and what is remembered ------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [["--map", "color=Title"], ["--map", "activity_id=Title"], ["--map", "title"], ["--map", "title="], ["--map"],
     ["--date-format", "ydm"], ["--color"]],
)  # fmt: skip
def test_what_cannot_be_parsed(ceulog: Ceulog, options: list[str]) -> None:
    ceulog.refused("import", str(write(ceulog, f"{HEAD}2026-01-10,A,1\n")), *options, code=2)


def test_columns_by_name_and_number(ceulog: Ceulog) -> None:
    path = write(ceulog, "Wann;Was;Wieviel\n03/04/2026;A;1,5\n30/04/2026;B;1\n")
    assert "No line of it has names of columns" in ceulog.refused("import", str(path))
    by_name = ("--map", "date=wann", "--map", "Title=Was", "--map", "ceu=3")
    assert "There is no column 'Wer' for presenter" in ceulog.refused(
        "import", str(path), *by_name, "--map", "speaker=Wer"
    )
    ceulog.done("import", str(path), *by_name)
    assert [(each["date"], each["ceus"]) for each in ceulog.listed()] == [("2026-04-30", "1"), ("2026-04-03", "1.5")]
    bare = write(ceulog, "2026-05-01;C;1\n", "bare.csv")
    ceulog.done("import", str(bare), "--map", "date=1", "--map", "title=2", "--map", "ceus=3")
    assert titles(ceulog)[-1] == "C"


def test_what_was_said_of_a_header_holds_next_time(ceulog: Ceulog) -> None:
    path = write(ceulog, "Wann;Was;Wieviel\n03/04/2026;A;1,5\n")
    flags = ["--map", "date=Wann", "--map", "title=Was", "--map", "ceus=Wieviel"]
    ceulog.refused("import", str(path), *flags)  # which is the month?
    ceulog.done("import", str(path), *flags, "--date-format", "dmy", "--dry-run")
    ceulog.refused("import", str(path))  # only what was imported is remembered
    ceulog.done("import", str(path), *flags, "--date-format", "dmy")
    assert said(ceulog, path) == [
        "As last time for this header: date is Wann, title is Was, ceus is Wieviel, dates are dmy.",
        "Imported from a.csv: 0 new, 0 changed, 1 known already, 0 rejected.",
    ]
    # what is said now goes first, and is what holds from now on
    assert said(ceulog, path, "--date-format", "mdy")[0] == (
        "As last time for this header: date is Wann, title is Was, ceus is Wieviel."
    )
    assert [each["date"] for each in ceulog.listed()] == ["2026-04-03", "2026-03-04"]
    assert said(ceulog, path)[0].endswith("dates are mdy.")
    # a file that shows its order needs nobody's word
    clear = write(ceulog, "Wann;Was;Wieviel\n03/04/2026;D;1\n31/04/2026;E;1\n30/04/2026;F;1\n", "b.csv")
    lines = said(ceulog, clear, code=1)
    assert lines[:2] == [
        "As last time for this header: date is Wann, title is Was, ceus is Wieviel.",
        "b.csv:3: Wann: 31/04/2026: does not exist in the calendar",
    ]


def test_faults_of_what_is_remembered_are_told_and_stop_nothing(ceulog: Ceulog) -> None:
    memory = ceulog.folder / "imports.toml"
    memory.write_text("[[header]\n")
    path = write(ceulog, DOUBTFUL)
    lines = said(ceulog, path, "--date-format", "dmy")
    assert lines[0].startswith("imports.toml, line 1: this is not TOML")
    assert lines[1].startswith("Imported from a.csv: 1 new")
    assert lines[2].startswith("What you said of this header is not kept for next time: imports.toml")
    assert memory.read_text() == "[[header]\n"


def test_dates_in_doubt(ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(ceulog, f"{DOUBTFUL}2026-05-01,B,1\n")
    assert "--date-format mdy or --date-format dmy" in ceulog.refused("import", str(path))
    lines = said(ceulog, path, "--date-format", "ymd", code=1)
    assert lines[0] == "a.csv:2: Date: 03/04/2026: has its year last, not first"
    ceulog.done("undo")
    (ceulog.folder / "imports.toml").unlink()
    both = write(ceulog, f"{HEAD}13/04/2026,A,1\n04/14/2026,B,1\n", "both.csv")
    assert "in two orders, such as 13/04/2026 and 04/14/2026" in ceulog.refused("import", str(both))
    assert said(ceulog, both, "--date-format", "mdy", code=1)[0] == (
        "both.csv:2: Date: 13/04/2026: has no such month as 13; is the order of month and day another one?"
    )
    ceulog.done("undo")
    (ceulog.folder / "imports.toml").unlink()

    def asked(*answers: str) -> io.StringIO:
        answer = io.StringIO("".join(answers))
        monkeypatch.setattr(answer, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", answer)
        return answer

    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    for nothing in ("", "\n", "x\ny\nz\n"):
        asked(nothing)
        assert "Does 03/04/2026 begin with the month (m) or with the day (d)?" in ceulog.refused("import", str(path))
    asked("what?\n", "D\n")
    ceulog.done("import", str(path))
    assert [each["date"] for each in ceulog.listed()] == ["2026-05-01", "2026-04-03"]
    asked()  # it is not asked again
    assert "dates are dmy" in said(ceulog, path)[0]


# --- files that are none, and hostile ones -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "was not found, so nothing was imported"),
        ("", "There is nothing in it"),
        ("\n\n,,\n", "There is nothing in it"),
        ("Dear all,\nthis is a letter.\n", "No line of it has names of columns"),
        ("x," * 1_000_000, "No line of it has names of columns"),
        (b"PK\x03\x04", "Save it as CSV first"),
        (bytes(range(256)) * 20, "No line of it has names of columns"),
    ],
    ids=["missing", "empty", "blank", "letter", "a million columns", "workbook", "bytes"],
)
def test_files_that_hold_no_table(ceulog: Ceulog, content: str | bytes | None, sentence: str) -> None:
    path = ceulog.folder.parent / "a.csv"
    if content is not None:
        write(ceulog, content)
    sentences = ceulog.refused("import", str(path))
    assert sentence in sentences
    assert len(sentences) < 1500
    assert "nothing was imported" in ceulog.refused("import", str(ceulog.folder))


def test_only_a_header(ceulog: Ceulog) -> None:
    assert said(ceulog, write(ceulog, HEAD)) == ["Imported from a.csv: 0 new, 0 changed, 0 known already, 0 rejected."]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_and_a_file_beyond_measure(ceulog: Ceulog) -> None:
    pipe = ceulog.folder.parent / "pipe"
    os.mkfifo(pipe)
    assert "is not a file" in ceulog.refused("import", str(pipe))
    large = write(ceulog, HEAD)
    with large.open("ab") as file:
        file.truncate(51 << 20)
    assert "is larger than 50 MiB" in ceulog.refused("import", str(large))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Date;Title;CEUs\r\n25/06/2026;Café “x” – 研修;1,5\r\n", "utf-16"), (f"{HEAD}6/25/2026,Café,1.5\n", "utf-16-le"),
     (f"{HEAD}6/25/2026,Café,1.5\n", "utf-16-be"), (f"{HEAD}6/25/2026,Café 研修,1.5\n", "utf-8-sig"),
     ("Date|Title|CEUs\n6/25/2026|Café|1,5\n", "cp1252"), ("Date\tTitle\tCEUs\r6/25/2026\tCafé\t1,5\r", "utf-8")],
)  # fmt: skip
def test_encodings_delimiters_and_line_ends(ceulog: Ceulog, text: str, encoding: str) -> None:
    ceulog.done("import", str(write(ceulog, text.encode(encoding))))
    [found] = ceulog.listed()
    assert (found["title"][:4], found["date"], found["ceus"]) == ("Café", "2026-06-25", "1.5")


def test_nothing_from_a_file_drives_the_terminal(ceulog: Ceulog) -> None:
    evil = "\x1b]0;x\x07\x1b[2J\u202e\x9b31m"
    rows = f"{evil},A,1\n2026-01-10,{evil}B,x{evil}\n2026-01-11,=cmd()|{evil},1\n2026-01-12,{evil},1\n"
    path = write(ceulog, f"Date,Title,CEUs,{evil}\n{rows}2026-01-13,A,1,{evil}\n")
    named = path.rename(path.with_name(f"a{evil.replace('/', '')}\n.csv")) if sys.platform != "win32" else path
    for _ in range(2):
        answer = ceulog("import", str(named))
        assert answer.code == 1
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", answer.err), answer.err
        assert all(
            each.startswith((str(named.parent), "Imported from a", "2 rejected lines kept", "As last"))
            for each in answer.err.splitlines()
        )
    for command in (["list"], ["list", "--csv"], ["export", "--cycle", "all"]):
        assert "\x1b" not in ceulog.done(*command).out
    assert "'=cmd()" in ceulog.done("list", "--csv").out
    kept = next(named.parent.glob("*.rejects.csv"))
    assert b"\x1b" not in kept.read_bytes()


def test_huge_cells_open_quotes_and_nul(ceulog: Ceulog) -> None:
    text = f'{HEAD}2026-01-10,A{"x" * 200_000},1\n2026-01-11,"B,1\n2026-01-12,C\0,1\n2026-01-13,"D\nd",1\n'
    lines = said(ceulog, write(ceulog, text), code=1)
    assert [line[:60] for line in lines[:3]] == [
        f"a.csv:2: : 2026-01-10,A{'x' * 37}",
        'a.csv:3: : 2026-01-11,"B,1: a quotation mark opens a cell an',
        "Imported from a.csv: 2 new, 0 changed, 0 known already, 2 re",
    ]
    assert titles(ceulog) == ["C", "D d"]
    kept = ceulog.folder.parent / "a.rejects.csv"
    assert said(ceulog, kept, code=1)[-2].endswith("0 new, 0 changed, 0 known already, 2 rejected.")


def test_standard_input(ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(f"{HEAD}2026-01-10,A,1\nsoon,B,1\n".encode())

    monkeypatch.setattr(sys, "stdin", Input)
    answer = ceulog("import", "-")
    assert (answer.code, answer.err.splitlines()) == (
        1,
        [
            "-:3: Date: soon: is no date with its year, such as 2026-11-20",
            "Imported from standard input: 1 new, 0 changed, 0 known already, 1 rejected.",
            "What was rejected is kept in no file, for it came from standard input; all of it is named above.",
        ],
    )


def test_thousands_of_lines_go_in_at_once(ceulog: Ceulog) -> None:
    rows = "".join(f"2026-{1 + n % 12:02}-{1 + n % 28:02},T{n // 3},1,S{n},CPC\n" for n in range(2_000))
    path = write(ceulog, f"Date,Title,CEUs,Sponsor,Certs\n{rows}")
    assert "2000 new" in said(ceulog, path)[-1]
    assert "0 new, 0 changed, 2000 known already" in said(ceulog, path)[-1]
    ceulog.done("undo")
    assert ceulog.listed() == []


def test_how_far_it_is_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(4000)
    for done in (200, 2000, 3990, 4000):
        progress(done)
    Progress(0)(100)
    assert capsys.readouterr().err == "\r  5 % read\r 50 % read\r 99 % read\r100 % read\n"


def test_a_dated_copy_is_kept_before_an_import_that_does_something(ceulog: Ceulog, tmp_path: Path) -> None:
    ceulog.done("add", "Before", "--ceus", "1", "--date", "2026-03-10")
    table = tmp_path / "table.csv"
    table.write_text("title,date,ceus\nDenials,2026-03-11,1\n")
    for _ in range(2):  # the second time there is nothing to do
        ceulog.done("import", str(table))
    assert len(ceulog.done("backups").out.splitlines()) == 2  # the day's first, and the one before the import
    ceulog.done("rollback")
    assert [each["title"] for each in ceulog.listed()] == ["Before"]


def test_words_that_say_nothing_of_attendance_are_named(ceulog: Ceulog) -> None:
    path = write(ceulog, "Date,Title,CEUs,Status\n2026-01-10,a,1,Excellent\n2026-01-11,b,1,done\n")
    assert said(ceulog, path)[-1].startswith(
        "Not understood as a status: “Excellent”; lines with that are taken as att"
    )


def test_what_is_rejected_from_standard_input_is_kept_nowhere_and_said_so(
    ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{HEAD}2026-01-10,a,1\n2026-01-11,b,x\n".encode())))
    assert said(ceulog, "-", code=1)[-1].startswith("What was rejected is kept in no file")


def test_a_number_that_reads_like_another_unit_is_spoken_of_once(ceulog: Ceulog) -> None:
    path = write(ceulog, f"{HEAD}2026-01-10,a,1\n2026-01-11,b,0.1\n2026-01-12,c,0.1\n2026-01-13,d,1.5\n")
    lines = [each for each in said(ceulog, path) if "IACET" in each]
    assert len(lines) == 1
    assert lines[0].startswith("a.csv:3: 0.1 reads like the IACET unit, where 1 CEU stands for 10 hours.")


def test_index_numbers_that_a_spreadsheet_rounded_are_named(ceulog: Ceulog) -> None:
    path = write(ceulog, "Date,Title,CEUs,Index number\n2026-01-10,a,1,1.23457E+11\n2026-01-11,b,1,123E45\n")
    assert said(ceulog, path)[-1].startswith("Index numbers that a spreadsheet has rounded: “1.23457E+11”; the digits")


def test_credentials_that_nobody_knows_are_named(ceulog: Ceulog) -> None:
    path = write(
        ceulog, 'Date,Title,CEUs,Credential\n2026-01-10,a,1,ABC\n2026-01-11,b,1,"CPC, CISSP"\n2026-01-12,c,1,-\n'
    )
    assert said(ceulog, path)[-1].startswith("No credential that is known here: “ABC”; lines with that count for all")


@pytest.mark.parametrize("text", ['{"row": 1, "activity_id": "x"}\n', '\ufeff[ {"a": 1} ]', '{"activities": {}}'])
def test_json_is_no_table(ceulog: Ceulog, text: str) -> None:
    assert "it is JSON, not a table" in ceulog.refused("import", str(write(ceulog, text, "log.jsonl")))
