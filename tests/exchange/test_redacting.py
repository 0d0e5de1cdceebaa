"""Secrets that are taken out of texts, however they are written there."""

import pytest

from ceulog.exchange.redacting import REDACTED, redactor_of

R = REDACTED


@pytest.mark.parametrize(("secret", "text", "told"), [
    ("SMP0110A", "see smp0110a.", f"see {R}."),
    ("SMP0110A", "see SMP 01 10a here", f"see {R} here"),
    ("SMP 0110 A", "xSMP0110Ax", f"x{R}x"),
    ("Dana Sample", "by dana  sample", f"by {R}"),
    ("77", "No. 77, not 1977 nor 77b", f"No. {R}, not 1977 nor 77b"),
    ("77", "7 7", R),
    ("A-1", "A-1 and XA-1", f"{R} and XA-1"),
    ("straße 5", "STRASSE 5", R),
    # one letter in one character or in two, as some systems have it; wide digits
    ("Jos\u00e9 M", "by Jose\u0301 M!", f"by {R}!"),
    ("Jose\u0301 M", "by Jos\u00e9 M!", f"by {R}!"),
    ("SMP0110A", "see \uff33MP\uff10110A", f"see {R}"),
    ("", "nothing", "nothing"),
])  # fmt: skip
def test_a_secret_goes(secret: str, text: str, told: str) -> None:
    assert redactor_of([secret])(text) == told


def test_the_longest_goes_first_and_all_go() -> None:
    assert redactor_of(["1234", "123456", "0001"])("123456 1234 0001234") == f"{R} {R} {R}234"
