"""The columns of the log: nothing cut that has room, widths in cells, the order of any column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, Certificate
from ceulog.tui.glyphs import ASCII, FINE
from ceulog.tui.widgets.log_order import next_order, order_by, order_words, ordered, place_after
from ceulog.tui.widgets.log_rows import TITLES, Facts, Name, Order, codes_words, columns_of, heading, row, state_of
from ceulog.tui.widgets.painting import text_of, width_of
from tests.builders import TODAY, a_log, a_planned, an_activity
from tests.effort import tries

PROOF = (Certificate("a.pdf", "0" * 64),)
FACTS = Facts(TODAY, {"early": "before-award"}, 2)
HOSTILE = "[/x] 😀 長文 \n\x1b[31m" + "x" * 400


@pytest.mark.parametrize("width", range(56, 210, 7))
def test_rows_and_headings_take_exactly_their_width(width: int) -> None:
    columns = columns_of(width)
    each = an_activity("1.5", title=HOSTILE, sponsor=HOSTILE, credits={"AAPC": "1.5", "AHIMA": "1"})
    for line in (row(each, columns, FACTS, "*›", FINE), heading(columns, Order(), FINE)):
        assert width_of(line) == width
        assert "\n" not in text_of(line)
        assert "\x1b" not in text_of(line)


@pytest.mark.parametrize("width", [56, 84, 130])
def test_what_stands_in_a_column_stands_below_its_name(width: int) -> None:
    columns = columns_of(width)
    names, line = text_of(heading(columns, Order(), FINE)), text_of(row(an_activity(), columns, FACTS, "", FINE))
    for column in columns:
        assert names[column.start :].startswith(TITLES[column.name])
    start = {column.name: column.start for column in columns}
    assert line[start["date"] :].startswith("Jan 10 2026")
    assert line[start["for"] :].startswith("AAPC")
    assert line[start["state"] :].startswith("no proof")
    assert ("sponsor" in start) == (width >= 84)


@pytest.mark.parametrize(
    ("activity", "word"),
    [
        (an_activity(), "no proof"),
        (an_activity(certificates=PROOF), ""),
        (an_activity(id="early", certificates=PROOF), "uncounted"),
        (an_activity(credits={}), "uncounted"),
        (a_planned(on="2026-12-05"), "planned"),
        (a_planned(on="2026-11-22"), "attended?"),
        (a_planned(on="2026-11-23"), "planned"),
    ],
)
def test_how_an_entry_stands_is_a_word(activity: Activity, word: str) -> None:
    assert state_of(activity, FACTS)[0] == word


@pytest.mark.parametrize(
    ("codes", "held", "width", "words"),
    [
        ("", 2, 6, "none"),
        ("AAPC", 2, 6, "AAPC"),
        ("AAPC AHIMA", 2, 6, "both"),
        ("AAPC AHIMA", 2, 11, "AAPC AHIMA"),
        ("AAPC AHIMA", 3, 6, "AA AH"),
        ("AAPC AHIMA", 3, 7, "AAP AHI"),
        ("AAPC AHIMA AHA", 4, 8, "3 of 4"),
        ("AAPC AHIMA ACDIS", 3, 6, "all"),
        ("AAPC AHIMA", 1, 4, "AAPC+1"),
    ],
)
def test_whom_an_entry_is_for_is_never_ambiguous(codes: str, held: int, width: int, words: str) -> None:
    assert codes_words(an_activity(at=codes), held, width) == words


LOG = (
    an_activity("1", "2026-03-01", id="b", title="beta", sponsor="", at="AHIMA", certificates=PROOF),
    an_activity("4", "2026-01-01", id="a", title="Alpha", sponsor="Zed", at="AAPC"),
    an_activity("2.5", "2026-02-01", id="c", title="gamma", sponsor="aapc", at="AAPC AHIMA"),
    a_planned("1", "2026-12-01", id="d", title="Delta", sponsor="CMS", at="AAPC"),
)


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order("date", True), "dbca"),
        (Order("date", False), "acbd"),
        (Order("ceus", True), "acdb"),
        (Order("ceus", False), "dbca"),
        (Order("title", False), "abdc"),
        (Order("title", True), "cdba"),
        (Order("sponsor", False), "cdab"),
        (Order("sponsor", True), "adcb"),
        (Order("for", False), "dacb"),
        (Order("state", False), "cabd"),
    ],
)
def test_the_log_is_sorted_by_any_column_the_newest_first_among_equals(order: Order, ids: str) -> None:
    for log in (LOG, LOG[::-1]):
        assert "".join(each.id for each in ordered(a_log(*log).kept.activities, order, FACTS)) == ids


ENTRIES = [an_activity(id=key) for key in "abcdef"]
ROWS = st.lists(st.sampled_from(ENTRIES), unique_by=id)


@settings(max_examples=tries(60, 400))
@given(ROWS, ROWS, st.sets(st.sampled_from("abcdef")))
def test_the_cursor_finds_its_entry_in_the_next_list(
    before: list[Activity], after: list[Activity], anew: set[str]
) -> None:
    after = [each._replace(title="other") if each.id in anew else each for each in after]
    ids = [each.id for each in after]
    for place, each in enumerate(before):
        log = {each.id: each for each in (*ENTRIES, *after)}
        assert place_after(place, before, after, log) == (ids.index(each.id) if each.id in ids else None)
        del log[each.id]
        if each.id not in ids:
            assert place_after(place, before, after, log) is None


def test_the_next_order_goes_through_every_column_and_a_second_click_turns_it_round() -> None:
    seen: list[Name] = []
    order = Order()
    for _ in TITLES:
        seen.append(order.column)
        order = next_order(order)
    assert seen == list(TITLES)
    assert order == Order()
    assert order_by("date", Order()) == Order("date", descending=False)
    assert order_by("title", Order()) == Order("title", descending=False)
    assert [order_words(each) for each in (Order(), Order("ceus", True), Order("for", False))] == [
        "", "by CEUs, largest first", "by for",
    ]  # fmt: skip


def test_the_sorted_column_has_a_sign_also_without_utf_8() -> None:
    assert "Title▴" in text_of(heading(columns_of(80), Order("title", False), FINE))
    assert "CEUsv" in text_of(heading(columns_of(80), Order("ceus", True), ASCII))
