"""Which column is what: by names, wishes, numbers, and by the dates in it."""

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.exchange.importing.headers import header_key
from tests.exchange.importing.support import columns_of

ROW = "2026-01-10,Foo,1\n"


def at(text: str, **wishes: str) -> dict[str, int]:
    return dict(columns_of(text, **wishes)[0].at)


@pytest.mark.parametrize(
    "header",
    [
        "date,title,ceus",
        "DATE , Course_Name,CEU's",
        "Date Attended,Event Name,Hours",
        "dategranted,Title,Units",
        '"Date",Course,# CEUs',
    ],
)
def test_names_in_any_dress(header: str) -> None:
    assert at(f"{header}\n{ROW}") == {"date": 0, "title": 1, "ceus": 2}


def test_the_likeliest_name_wins_and_the_others_go_to_the_notes() -> None:
    columns, _ = columns_of("Date,Date Completed,Course,Title,Hours,CEUs,Fee\n2026-01-01,2026-01-02,a,b,1,2,3\n")
    assert columns.at == {"date": 1, "title": 3, "ceus": 5}
    assert columns.others == {0: "Date", 2: "Course", 4: "Hours", 6: "Fee"}


def test_of_two_columns_with_one_name_the_first_is_taken_and_the_second_kept() -> None:
    columns, _ = columns_of("Date,Title,CEUs,CEUs,,Title\n2026-01-10,a,1,2,x,b\n")
    assert (columns.at, columns.others) == ({"date": 0, "title": 1, "ceus": 2}, {3: "CEUs", 4: "column 5", 5: "Title"})


def test_a_header_that_is_not_in_the_first_line() -> None:
    text = "My CEUs 2026\n\nprinted,on,paper\nDate,Title,CEUs\n" + ROW
    columns, rows = columns_of(text)
    assert (columns.header.line if columns.header else 0, [each.line for each in rows]) == (4, [5])


def test_a_date_column_is_one_with_dates() -> None:
    assert at("Event Date,Completed,Title,CEUs\n2026-01-10,Yes,a,1\n")["date"] == 0
    assert at("Completed,Title,CEUs,Day\nYes,a,1,1/13/2026\n")["date"] == 3
    assert at("Date Completed,Date,Title,CEUs\n,2026-01-10,a,1\n")["date"] == 1
    assert at("Completed,Title,CEUs\nsoon,a,1\n")["date"] == 0
    assert at("Title,CEUs,Day\na,1,2026-01-10\nb,1,soon\n")["date"] == 2
    assert at("Date,Title,CEUs\n")["date"] == 0


@pytest.mark.parametrize("name", ["When", "Submitted date", ""])
def test_the_only_column_with_dates_is_the_date(name: str) -> None:
    assert at(f"Title,CEUs,{name}\na,1,2026-01-10\nb,1,2026-01-11\n")["date"] == 2


@pytest.mark.parametrize("name", ["Expiration Date", "Due date", "Date of birth"])
def test_a_date_on_which_nothing_was_completed_is_not(name: str) -> None:
    with pytest.raises(Refusal, match="for date"):
        at(f"Title,CEUs,{name}\na,1,2026-01-10\n")


def test_two_columns_with_dates_are_asked_about() -> None:
    with pytest.raises(Refusal, match=r"for date.*Say which with --map date=COLUMN"):
        at("Title,CEUs,Published,Fetched\na,1,2026-01-10,2026-01-11\n")


def test_wishes_go_before_names() -> None:
    text = "Date,Title,CEUs,Was,Wann,№,Wie viel\n2026-01-10,a,1,b,2026-01-11,9,2\n"
    found = at(text, title="was", date="5", ceus="WIE VIEL", index_number="№")
    assert found == {"title": 3, "date": 4, "ceus": 6, "index_number": 5}
    columns, _ = columns_of(text, title="Was")
    assert columns.others == {1: "Title", 4: "Wann", 5: "№", 6: "Wie viel"}


def test_wishes_find_a_header_of_unknown_names() -> None:
    columns, rows = columns_of("Wann;Was;Wieviel\n2026-01-10;a;1,5\n", date="Wann", title="Was", ceus="Wieviel")
    assert (columns.at, [each.line for each in rows]) == ({"date": 0, "title": 1, "ceus": 2}, [2])


def test_no_header_and_numbers() -> None:
    columns, rows = columns_of(ROW * 2, date="1", title="2", ceus="3")
    assert (columns.header, columns.at, len(rows)) == (None, {"date": 0, "title": 1, "ceus": 2}, 2)
    assert columns.name_of("ceus") == "column 3"


@pytest.mark.parametrize("wish", ["Nothing", "0", "5", "-1", "???", "9" * 5000, "²"])
def test_a_wish_that_names_no_column(wish: str) -> None:
    with pytest.raises(
        Refusal, match=r"There is no column .* for title\. The columns are: Date, Title, CEUs."
    ) as caught:
        at("Date,Title,CEUs,\n" + ROW, title=wish)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing in it"),
        ("\n , ,\n", "There is nothing in it"),
        ("Date,Title\n2026-01-10,a\n", "No column could be found for ceus. The columns are: Date, Title."),
        ("Hours,Provider\n1,a\n", "No column could be found for date and title"),
        (
            "Dear all,\nsee you soon\n",
            "No line of it has names of columns that are known here. In its first line are: Dear all",
        ),
        (ROW, "by its name or number: --map title=COLUMN --map ceus=COLUMN"),
    ],
)
def test_what_is_no_table_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        at(text)
    assert sentence in str(caught.value)


def test_a_million_columns() -> None:
    with pytest.raises(Refusal) as caught:
        at("x," * 1_000_000 + "\n" + "Date,Hours\n")
    assert len(str(caught.value)) < 1000
    columns, rows = columns_of("Date,Title,CEUs\n" + ROW + "2026-01-11" + ",x" * 1_000_000 + "\n")
    assert (columns.at, len(rows)) == ({"date": 0, "title": 1, "ceus": 2}, 2)


def test_headers_are_compared_without_their_dress() -> None:
    assert header_key(["Date Completed", " CEU's", "", "rejected_because", "", ""]) == ("datecompleted", "ceus")
