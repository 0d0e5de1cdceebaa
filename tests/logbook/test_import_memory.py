"""`imports.toml`: what was said of a header is there the next time; what is wrong in it is said, never fatal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.importing.headers import header_key
from ceulog.exchange.importing.records import Record
from ceulog.logbook import import_toml
from ceulog.logbook.errors import Refusal
from ceulog.logbook.import_memory import FILE_NAME, HEAD, Memory, Remembered, memory_of, remember

CELLS = ("When", "What?", "How much", "")
KEY = ("when", "what", "howmuch")
WISHES = {"date": "When", "title": "What?", "ceus": "3"}


def test_what_is_kept_is_there_and_grows(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    assert memory_of(folder) == Memory()
    remember(folder, CELLS, {}, None)
    assert not folder.exists()
    remember(folder, CELLS, WISHES, None)
    remember(folder, [*CELLS, "rejected_because"], {"ceus": "How much"}, "dmy")
    assert memory_of(folder) == Memory((Remembered(KEY, {**WISHES, "ceus": "How much"}, "dmy"),))
    text = (folder / FILE_NAME).read_text()
    assert text.startswith(HEAD)
    assert text.count("\n[[header]]") == 1
    remember(folder, CELLS, {"ceus": "How much"}, "dmy")
    assert (folder / FILE_NAME).read_text() == text
    remember(folder, ["a", "b"], {}, "mdy")
    assert [each.columns for each in memory_of(folder).headers] == [KEY, ("a", "b")]


def test_a_header_is_found_among_the_first_lines(tmp_path: Path) -> None:
    remember(tmp_path, CELLS, WISHES, None)
    memory = memory_of(tmp_path)
    rows = [Record(1, ("My CEUs",)), Record(2, ("WHEN", "what", "how-much")), Record(3, ("x",))]
    assert memory.of(rows) == memory.headers[0]
    assert memory.of([Record(1, ("when", "what", "howmuch", "more"))]) is None
    assert Memory().of(rows) is None


def test_comments_stay_and_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_toml, "MOST", 3)
    path = tmp_path / FILE_NAME
    path.write_text('# mine\nmood = "good"\n\n[[header]]  # the first\ncolumns = ["a"]\ndate_format = "mdy"\n')
    for number in range(3):
        remember(tmp_path, [f"column {number}"], {"date": "1"}, None)
    memory = memory_of(tmp_path)
    assert (len(memory.headers), memory.headers[0].columns, memory.faults) == (3, ("column0",), ())
    assert path.read_text().startswith('# mine\nmood = "good"\n')


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[header]]\nmap = {}\n", "imports.toml, line 1: columns must be a list of names"),
        ("[[header]]\ncolumns = [1]\n", "columns must be a list"),
        ('[[header]]\ncolumns = ["a"]\ndate_format = "ydm"\n', "date_format must be one of mdy, dmy, ymd"),
        ('[[header]]\ncolumns = ["a"]\nmap = "x"\n', "map must give fields their columns"),
        ('[[header]]\ncolumns = ["a"]\nmap = { date = [1] }\n', "map must give fields their columns"),
        ('[[header]]\ncolumns = ["a"]\nmap = { "col\\u001bour" = "x" }\n', "there is no field 'col our' to map"),
        ("header = [1, 2]\n", "what is remembered must stand under [[header]]"),
        ("header = 1\n", "what is remembered must stand under [[header]]"),
        ("[[header]\n", "this is not TOML"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_used(tmp_path: Path, text: str, fault: str) -> None:
    good = '\n[[header]]\ncolumns = ["A", "b"]\nmap = { date = 2 }\n' if text.startswith("[[header]]") else ""
    (tmp_path / FILE_NAME).write_text(text + good)
    memory = memory_of(tmp_path)
    assert fault in memory.faults[0]
    assert memory.headers == ((Remembered(("a", "b"), {"date": "2"}),) if good else ())
    if not good:
        before = (tmp_path / FILE_NAME).read_bytes()
        with pytest.raises(Refusal, match="by hand"):
            remember(tmp_path, ["x"], {"date": "1"}, None)
        assert (tmp_path / FILE_NAME).read_bytes() == before


def test_what_is_no_file_or_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe")
    assert "not UTF-8" in memory_of(tmp_path).faults[0]
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()
    assert "cannot be read" in memory_of(tmp_path).faults[0]


def test_a_header_beyond_all_measure_is_not_kept(tmp_path: Path) -> None:
    remember(tmp_path, ["x"] * 201, {"date": "1"}, None)
    remember(tmp_path, ["x" * 20_000], {"date": "1"}, None)
    assert memory_of(tmp_path) == Memory()


@given(
    st.lists(st.text(max_size=12), min_size=1, max_size=5), st.text(max_size=12), st.sampled_from([None, "mdy", "ymd"])
)
def test_whatever_the_names_are(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], wish: str, order: None
) -> None:
    folder = tmp_path_factory.mktemp("log")
    remember(folder, cells, {"date": wish}, order)
    memory = memory_of(folder)
    assert memory.faults == ()
    assert [each.columns for each in memory.headers] == ([header_key(cells)] if header_key(cells) else [])
