"""Many lines read at once say what each says by itself, and those in which nothing is odd are read so."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from ceulog.domain.refusals import Refusal
from ceulog.exchange.csv_out import csv_bytes_of
from ceulog.exchange.importing.many import ManyLines
from ceulog.exchange.rows import COLUMNS
from tests.builders import TODAY, a_log, an_activity, shipped
from tests.exchange.importing.support import columns_of, reader_of
from tests.exchange.support import BOTH, export_bytes

ODD = ("", " ", "?", "'=1", "\u200b", "a\nb", "x" * 501, "Total", "---", "date", "title")
CELLS = {
    "date": ("2026-01-10", "1/10/2026", "13/1/2026", "2026-02-30", "1/1/2026 - 1/2/2026", "2027-01-05", "2026-11-24"),
    "date started": ("2026-01-10", "2026-01-09"),
    "title": ("A", "B", "Übung"),
    "ceus": ("1", "1.5", "2 CEUs", "0", "two"),
    "minutes": ("90", "1:30", "75:00"),
    "type": ("webinar", "Virtual", "odd"),
    "certification": ("CPC", "CPC and CCS", "AHIMA", "XYZ"),
    "approved for": ("CPMA", "CPC;XYZ"),
    "aapc": ("1", "x", "no"),
    "ahima ceus": ("1", "201", "n/a"),
    "hiim domain": ("1", "Informatics", "odd"),
    "provided by": ("AHIMA", "somebody"),
    "status": ("done", "planned", "denied", "odd"),
    "next cycle": ("Y", "no"),
    "comments": ("note", "one\ntwo"),
    "rating": ("5",),
}
OURS = {
    "date_completed": CELLS["date"], "title": CELLS["title"], "ceus_awarded": CELLS["ceus"],
    "cycle_end": ("2027-03-31", "?"), "activity_id": ("a", "b b"), "body": ("AAPC", "AHIMA"),
    "credits": ("AAPC=1", "AAPC=1;AHIMA=2", "AAPC:1"), "approved_for": ("CPC", "CPC;CPMA"),
    "portal_status": ("logged", "entered", "odd"), "submitted_date": ("2026-02-01", "2025-01-01", "2027-01-01"),
    "portal_steps": ("AAPC=entered 2026-02-01", "AAPC=submitted 2026-02-01", "odd"),
    "evidence_file": ("4f3e28c6cc8b-a.pdf", "a.pdf"), "evidence_sha256": ("0" * 64,),
    "certificate_asked": ("2026-02-01", "?"), "status": CELLS["status"], "notes": CELLS["comments"],
}  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table of another program or of ours, in which some lines are odd."""
    ours = draw(st.booleans())
    pool = {name: OURS.get(name, ("",)) for name in COLUMNS} if ours else CELLS
    names = list(COLUMNS) if ours else draw(st.lists(st.sampled_from(list(CELLS)), unique=True, min_size=1))
    names += [each for each in ("date", "title", "ceus") if each not in names and not ours]
    cells = {name: st.sampled_from(pool[name]) | st.sampled_from((*pool[name][:2], *ODD)) for name in names}
    rows = draw(st.lists(st.tuples(*(cells[name] for name in names)).map(list), max_size=12))
    for row in rows:
        if draw(st.integers(0, 9)) == 0:
            row.append("more")
        elif draw(st.integers(0, 9)) == 0:
            del row[-1]
    return csv_bytes_of([names, *rows]).decode()


@given(tables())
def test_it_makes_no_difference_whether_a_line_is_read_with_others_or_by_itself(text: str) -> None:
    try:
        columns, rows = columns_of(text)
    except Refusal:
        reject()
    reader = reader_of(columns, rows)
    assert list(ManyLines(reader).read(rows)) == list(map(reader.read, rows))


def test_lines_of_an_export_need_not_be_read_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    log = a_log(*(an_activity("1.5", notes=f"note {each}") for each in range(3)), held=BOTH)
    columns, rows = columns_of(export_bytes(log, shipped(), TODAY, cycle="all").decode())
    reader = reader_of(columns, rows)
    monkeypatch.setattr(reader, "read", pytest.fail)
    assert len(list(ManyLines(reader).read(rows))) == 3
