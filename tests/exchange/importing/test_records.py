"""Lines into records: quotes, what is broken, and that no line is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.importing.records import OPEN_QUOTE, TOO_LONG, Record, lines_of, records


def found(text: str, delimiter: str = ",") -> list[Record]:
    return list(records(lines_of(text), delimiter))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\r\nc,d", [(1, ("a", "b")), (2, ("c", "d"))]),
        ("a\rb\nc\r\n", [(1, ("a",)), (2, ("b",)), (3, ("c",))]),
        ("a\n\n\n,,\nb\n", [(1, ("a",)), (5, ("b",))]),
        ('a,"two\r\nlines"\nb\n', [(1, ("a", "two\r\nlines")), (3, ("b",))]),
        ('"say ""hi""",b', [(1, ('say "hi"', "b"))]),
        ('the "big" day,b', [(1, ('the "big" day', "b"))]),
        ('"the" big day,b', [(1, ("the big day", "b"))]),
        ("a\x00,b\x00\x00", [(1, ("a", "b"))]),
        ("", []),
        (" , \t\n", []),
    ],
)
def test_what_stands_in_it(text: str, expected: list[tuple[int, tuple[str, ...]]]) -> None:
    assert [(each.line, each.cells) for each in found(text)] == expected
    assert not any(each.fault for each in found(text))


def test_a_quote_that_nothing_closes_spoils_its_own_line_alone() -> None:
    text = 'a,1\n"b,2\nc,3\n"d",4\ne,5'
    assert found(text) == [
        Record(1, ("a", "1")),
        Record(2, ('"b,2',), OPEN_QUOTE),
        Record(3, ("c", "3")),
        Record(4, ("d", "4")),
        Record(5, ("e", "5")),
    ]


def test_notes_of_thousands_of_lines_are_one_cell() -> None:
    note = "\n".join("x" * 5000)
    assert found(f'a,"{note}"\nb') == [Record(1, ("a", note)), Record(5001, ("b",))]


def test_a_cell_beyond_all_measure_spoils_its_own_line_alone() -> None:
    huge = "x" * 200_000
    for text in (f"a,{huge}", f'"a"b,{huge}'):
        assert found(f"{text}\nb") == [Record(1, (text,), TOO_LONG), Record(2, ("b",))]


@pytest.mark.parametrize("line", ['x","y', '"a', 'a,"', '""",', "a\rb", '"a""'])
def test_no_pattern_of_quotes_takes_long(line: str) -> None:
    # looking for the end of every open quote through all that follows would take minutes
    assert len(found(f"{line}\n" * 20_000)) >= 10_000


ROWS = st.lists(st.sampled_from(["a,b", 'a,"two\nlines"', "", '"say ""hi""",b']), max_size=4)


@given(ROWS, st.sampled_from(['"c', 'the "big" day,c', 'c,"d"e']), ROWS)
def test_a_fault_in_the_midst_changes_nothing_before_and_behind_it(
    before: list[str], fault: str, behind: list[str]
) -> None:
    def text(rows: list[str]) -> str:
        return "".join(f"{each}\n" for each in rows)

    rest = [each for each in behind if '"' not in each] if fault == '"c' else behind
    (alone,) = found(fault)
    first = text(before)
    at = first.count("\n")
    assert found(first + fault + "\n" + text(rest)) == [
        *found(first),
        alone._replace(line=at + 1),
        *(each._replace(line=each.line + at + 1) for each in found(text(rest))),
    ]


@given(st.text(st.sampled_from('ab,"\n\r;\0 '), max_size=60))
def test_no_line_is_lost(text: str) -> None:
    """Every letter that is typed comes out again, in order."""
    rows = found(text)
    letters = [each for row in rows for cell in row.cells for each in cell if each in "ab"]
    assert letters == [each for each in text if each in "ab"]
    assert [each.line for each in rows] == sorted({each.line for each in rows})
