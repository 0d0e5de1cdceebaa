"""Values of fields in a preview."""

import datetime as dt
from decimal import Decimal

import pytest

from ceulog.domain.activities import Certificate
from ceulog.domain.cycles import Closing
from ceulog.exchange.values import value_words
from tests.builders import a_cycle


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ("", "nothing"),
        ((), "nothing"),
        ("a\x1b[31m\nb", "'a [31m b'"),
        (Decimal("2.50"), "'2.5'"),
        (dt.date(2026, 11, 20), "'2026-11-20'"),
        ({"AAPC": Decimal(2), "AHIMA": Decimal("1.0")}, "'AAPC=2 AHIMA=1'"),
        (("CPC", "CPMA"), "'CPC, CPMA'"),
        ((Certificate("a.pdf", "0"),), "'a.pdf'"),
        ((a_cycle(closing=Closing(dt.date(2027, 4, 1), {}, {})),), "'2025-04-01 to 2027-03-31, closed'"),
        ("x" * 90, repr("x" * 60)),
    ],
)
def test_value_words(value: object, words: str) -> None:
    assert value_words(value) == words
