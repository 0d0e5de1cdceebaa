"""Questions to the person at the terminal, where there is one."""

import sys

from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import Order


def is_terminal() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked_order(example: str) -> Order | None:
    """The order of month and day; None where nobody is there, or nobody answers.

    Args:
        example: a date that can be read in two ways.
    """
    question = f"Does {tidy(example)} begin with the month (m) or with the day (d)? "
    for _ in range(3 if is_terminal() else 0):
        print(question, end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline().strip().casefold()
        if answer in ("m", "mdy", "month"):
            return "mdy"
        if answer in ("d", "dmy", "day"):
            return "dmy"
        if not answer:
            break
    return None
