"""Text that a spreadsheet would run is guarded; taking the guard off always gives the text back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.guard import guard, unguard

TRICKY = st.text(alphabet=st.sampled_from(list("'=+-@\t\r\n ＝＋－＠\u00a0\u200b\ufeffa1"))) | st.text()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-3 days", "@SUM(A1)", "\tindent", "\rreturn", "＝1", "＋1", "－1", "＠x",
        "  =1", "\u00a0=1", "\u3000＝1", "\ufeff=1", " \tx", "'=1", "''=1", " '=1", "-", "\n=1",
    ],
)  # fmt: skip
def test_what_would_run_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["", "Chapter meeting", "'tis coding", "'", "1.5", "E/M = easy", "''quoted''", "(-1)"])
def test_other_text_is_never_touched(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@given(TRICKY)
def test_unguard_undoes_guard(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TRICKY)
def test_no_guarded_cell_runs(text: str) -> None:
    cell = guard(text)
    assert not cell.lstrip(" \u00a0\u3000").startswith(tuple("=+-@\t\r＝＋－＠"))


@given(TRICKY, TRICKY)
def test_two_texts_never_share_a_cell(one: str, other: str) -> None:
    assert (guard(one) == guard(other)) == (one == other)
