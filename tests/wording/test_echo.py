"""What somebody typed, said back."""

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.text import tidy
from ceulog.wording.echo import LONGEST, echo


def test_an_echo_is_tidy_and_short() -> None:
    assert echo(" so\x1b[31m on\n") == "so [31m on"
    assert echo("x" * 40) == "x" * 40
    assert echo("x" * 41) == "x" * 39 + "…"
    assert echo("x" * 30, 10) == "x" * 9 + "…"
    assert echo(3.5) == "3.5"


@given(st.text(max_size=1000))
def test_an_echo_never_floods_a_sentence(text: str) -> None:
    assert len(echo(text)) <= LONGEST
    assert tidy(echo(text)) == echo(text)
