"""Importing through the logbook: the plan holds, or is made anew when somebody else was quicker."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ceulog.domain.changes import Change
from ceulog.domain.state import Edit, LogState
from ceulog.exchange.importing.headers import column_choices
from ceulog.logbook import import_source, safety
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.import_memory import Memory, Remembered
from ceulog.logbook.import_source import source_in
from ceulog.logbook.importing import (
    NOTHING_REMEMBERED,
    AmbiguousDates,
    Table,
    carry_out,
    keep_rejects,
    plan_of,
    read_table,
    recalled_words,
    table_from,
    table_with,
)
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.safety import copies
from ceulog.storage.errors import NotWritten
from tests.builders import TODAY, an_activity, ids, shipped

TEXT = "Date,Title,CEUs\n2026-01-10,A,1\n2026-01-11,B,1\nsoon,C,1\n"
ODD = "Wann,Was,Wieviel\n03/04/2026,A,1\n"


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return Logbook(tmp_path / "log", shipped(), today=lambda: TODAY, new_id=ids())


def table_in(text: str, wishes: Mapping[str, str], name: str, memory: Memory = NOTHING_REMEMBERED) -> Table:
    return table_with(source_in(text, name), wishes, memory)


def other(logbook: Logbook) -> Logbook:
    """The same folder in another program."""
    return Logbook(logbook.folder, shipped(), today=lambda: TODAY, new_id=lambda: "theirs")


def adding(title: str, on: str) -> Change:
    return Change("theirs", (Edit(None, an_activity("1", on, id=f"their {title}", title=title, at="")),))


def test_preview_and_import_are_one_plan(logbook: Logbook) -> None:
    table = table_in(TEXT, {}, "a.csv")
    plan = plan_of(table, logbook)
    assert logbook.state.activities == {}
    done = carry_out(table, plan, logbook)
    assert done is plan
    assert {each.id: each for each in (item.after for item in plan.items)} == logbook.state.activities
    assert not plan_of(table, logbook).change.edits
    assert logbook.undo() == "imported 2 activities from a.csv"
    assert logbook.state.activities == {}


def test_somebody_else_was_quicker_with_something_else(logbook: Logbook) -> None:
    table = table_in(TEXT, {}, "a.csv")
    plan = plan_of(table, logbook)
    other(logbook).change(adding("Z", "2026-01-10"))
    carry_out(table, plan, logbook)
    assert sorted(each.title for each in logbook.state.activities.values()) == ["A", "B", "Z"]


@pytest.mark.parametrize("theirs", ["added", "changed"])
def test_somebody_else_was_quicker_with_the_same(logbook: Logbook, theirs: str) -> None:
    table = table_in(TEXT, {}, "a.csv")
    if theirs == "changed":
        carry_out(table, plan_of(table, logbook), logbook)
        table = table_in(TEXT.replace(",1\n", ",2\n"), {}, "a.csv")

    def as_imported(state: LogState) -> Change:
        return plan_of(table, logbook, state=state).change

    plan = plan_of(table, logbook)
    other(logbook).change(as_imported)
    before = logbook.state.activities
    with pytest.raises(Refusal, match="look at it again"):
        carry_out(table, plan, logbook)
    assert logbook.state.activities == before


def test_how_far_it_is(logbook: Logbook) -> None:
    rows = "".join(f"2026-01-{1 + number % 28:02},T{number},1\n" for number in range(1000))
    seen: list[int] = []
    table = table_in(f"Date,Title,CEUs\n{rows}soon,x,1\n", {}, "a.csv")
    plan_of(table, logbook, report=seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1], len(seen)) == (200, 2002, 11)


def test_an_order_that_cannot_be_told_is_asked_for(logbook: Logbook) -> None:
    table = table_in("Date,Title,CEUs\n03/04/2026,A,1\n", {}, "a.csv")
    with pytest.raises(AmbiguousDates, match="--date-format") as caught:
        plan_of(table, logbook)
    assert caught.value.example == "03/04/2026"
    assert str(plan_of(table, logbook, "dmy").items[0].after.date) == "2026-04-03"
    both = table_in("Date,Title,CEUs\n13/04/2026,A,1\n04/13/2026,B,1\n", {}, "a.csv")
    with pytest.raises(AmbiguousDates, match="in two orders, such as 13/04/2026 and 04/13/2026"):
        plan_of(both, logbook)
    assert [each.record.line for each in plan_of(both, logbook, "mdy").rejected] == [2]


REMEMBERED = Remembered(("wann", "was", "wieviel"), {"date": "Wann", "title": "Was", "ceus": "3"}, "dmy")


def test_what_was_said_of_the_header_is_used(logbook: Logbook) -> None:
    memory = Memory((REMEMBERED,))
    table = table_in(ODD, {}, "a.csv", memory=memory)
    assert table.recalled == REMEMBERED
    assert str(plan_of(table, logbook).items[0].after.date) == "2026-04-03"
    # what is said now goes first, and so does what the file itself shows
    assert str(plan_of(table, logbook, "mdy").items[0].after.date) == "2026-03-04"
    clear = table_in(ODD + "03/14/2026,B,1\n", {}, "a.csv", memory=memory)
    assert [str(each.after.date) for each in plan_of(clear, logbook).items] == ["2026-03-04", "2026-03-14"]
    wished = table_in(ODD, {"title": "Wieviel", "ceus": "3"}, "a.csv", memory=memory)
    assert (wished.columns.at, wished.recalled) == (
        {"date": 0, "title": 2, "ceus": 2},
        REMEMBERED._replace(map={"date": "Wann"}),
    )
    assert table_in(TEXT, {}, "a.csv", memory=memory).recalled is None


def test_what_was_said_and_fits_no_more_is_left(logbook: Logbook) -> None:
    odd = Remembered(("date", "title", "ceus"), {"sponsor": "9"}, None)
    table = table_in(TEXT, {}, "a.csv", memory=Memory((odd,)))
    assert (table.recalled, len(plan_of(table, logbook).items)) == (None, 2)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04...", "a workbook such as Excel's"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a workbook of an old Excel"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"", "There is nothing in it"),
        (b"\xef\xbb\xbf", "There is nothing in it"),
        (b"x" * 11, "larger than 0 MiB"),
    ],
)
def test_what_is_no_table_says_what_it_is(data: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_source, "MAX_BYTES", 10)
    with pytest.raises(Refusal, match=f"^a  b.csv: .*{sentence}"):
        table_from(data, {}, "a\n\x1bb.csv")


def test_rejects_do_not_go_where_a_link_leads(logbook: Logbook, tmp_path: Path) -> None:
    file, mine = tmp_path / "shared.csv", tmp_path / "mine.txt"
    file.write_text(TEXT)
    mine.write_text("mine")
    (tmp_path / "shared.rejects.csv").symlink_to(mine)
    table = read_table(file, {})
    with pytest.raises(NotWritten, match="link"):
        keep_rejects(table, plan_of(table, logbook))
    assert mine.read_text() == "mine"


def test_rejects_are_kept_beside_the_file(logbook: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "my ceus.CSV"
    path.write_text(TEXT)
    table = read_table(path, {})
    plan = plan_of(table, logbook)
    kept = keep_rejects(table, plan)
    assert kept == tmp_path / "my ceus.rejects.csv"
    assert kept.read_bytes().splitlines()[0] == b"Date,Title,CEUs,rejected_because"
    assert keep_rejects(table._replace(path=None), plan) is None
    assert keep_rejects(table, plan._replace(rejected=())) is None


def test_rejects_that_cannot_be_kept(logbook: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT)
    (tmp_path / "a.rejects.csv").mkdir()
    table = read_table(path, {})
    with pytest.raises(StorageError):
        keep_rejects(table, plan_of(table, logbook))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "a.rejects.csv"]


def test_what_was_said_of_a_table_can_be_that_a_field_is_in_no_column(logbook: Logbook) -> None:
    source = source_in("Date,Title,CEUs,Provider\n2026-01-10,A,1,Somebody\n", "a.csv")
    assert table_with(source, {}).columns.at["sponsor"] == 3
    table = table_with(source, {"sponsor": ""})
    assert "sponsor" not in table.columns.at
    (item,) = plan_of(table, logbook).items
    assert (item.after.sponsor, item.after.notes) == ("", "Provider: Somebody")
    memory = Memory((Remembered(("date", "title", "ceus", "provider"), {"sponsor": "", "title": ""}),))
    assert "sponsor" not in table_with(source, {"title": "Title"}, memory).columns.at
    said = recalled_words(table_with(source, {"title": "Title"}, memory), None)
    assert said == "As last time for this header: sponsor is in no column."


def test_an_incomplete_table_says_what_it_lacks_and_which_columns_there_are(logbook: Logbook) -> None:
    source = source_in(ODD.replace("Wieviel", "Was"), "a.csv")
    table = table_with(source, {}, complete=False)
    assert (table.columns.header, table.columns.missing) == (None, ("title", "ceus"))
    choices = column_choices(source.rows, None)
    assert choices == (("Wann", "Wann"), ("2", "2: Was"), ("3", "3: Was"))
    wishes = {"title": choices[1].wish, "date": choices[0].wish, "ceus": choices[2].wish}
    table = table_with(source, wishes)
    assert plan_of(table, logbook, "mdy").items[0].after.title == "A"
    bare = source_in("2026-01-10,A,1\n,B,2\n", "a.csv")
    assert [each.label for each in column_choices(bare.rows, None)] == ["1: 2026-01-10", "2: A", "3: 1"]
    nothing = table_with(source_in("", "a.csv"), {}, complete=False)
    assert (nothing.rows, nothing.dates.example, nothing.columns.missing) == ((), "", ("date", "title", "ceus"))


def test_a_dated_copy_is_kept_before_an_import(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    table = table_in(TEXT, {}, "a.csv")
    carry_out(table, plan_of(table, logbook), logbook)  # there is nothing to keep yet
    carry_out(table, plan_of(table, logbook), logbook)  # nor to import
    assert not copies(logbook.folder)
    more = table_in(TEXT.replace("A,1", "Other,1"), {}, "a.csv")
    carry_out(more, plan_of(more, logbook), logbook)
    assert [each.activities for each in copies(logbook.folder)] == [2]

    def refused(folder: Path, _on: object) -> str:
        raise NotWritten(folder, OSError("full"))

    monkeypatch.setattr(safety, "keep_copy", refused)
    more = table_in(TEXT.replace("A,1", "Third,1"), {}, "a.csv")
    carry_out(more, plan_of(more, logbook), logbook)
    assert len(logbook.state.activities) == 4


def test_a_saved_message_is_read_as_a_person_reads_it() -> None:
    packed = "Course: Coding =E2=80=93 the=\n shoulder\nCEUs: 4=2E0\nCompleted on: 10/15/2026\n"
    head = "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\nSubject: Yours\n"
    [row] = table_from(f"{head}\n{packed}".encode(), {}, "yours.eml").rows
    assert row.cells == ("Coding – the shoulder", "4.0", "10/15/2026")
