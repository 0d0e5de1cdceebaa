"""Values of fields as a preview names them: what a record had, and what it would have."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.activities import Certificate, PortalStep
from ceulog.domain.cycles import Cycle
from ceulog.domain.records import plain_decimal
from ceulog.domain.text import tidy

_SHOWN = 60
"""Characters of a value that are said back."""


def value_text(value: object) -> str:
    """A value as it is, on one line; empty for nothing."""
    return tidy(_text(value))


def value_words(value: object) -> str:
    """A value in quotes, or "nothing": "'AAPC=2 AHIMA=1'", "'CPC, CPMA'", "'2026-11-20'"."""
    text = value_text(value)
    return repr(text[:_SHOWN]) if text else "nothing"


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(f"{name}={_text(each)}" for name, each in value.items())
    for kind, words in _WORDS.items():
        if isinstance(value, kind):
            return words(value)
    return "" if value is None else str(value)


def _cycle_words(cycle: Cycle) -> str:
    return f"{cycle.start.isoformat()} to {cycle.last_day.isoformat()}{', closed' if cycle.closing else ''}"


# a certificate, a step and a cycle are tuples, too
_WORDS: dict[type, Callable[[Any], str]] = {
    Certificate: lambda it: it.file if it.kind == "certificate" else f"{it.file} ({it.kind})",
    PortalStep: lambda step: f"{step.state} {step.date.isoformat()}",
    Cycle: _cycle_words,
    tuple: lambda each: ", ".join(map(_text, each)),
    Decimal: plain_decimal,
    dt.date: dt.date.isoformat,
}
