"""Numbers as people type and read them: CEUs, minutes, counts. CEUs are Decimal, never a float."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ceulog.domain.records import plain_decimal
from ceulog.wording.echo import echo

LONGEST_NUMBER = 12
"""Characters of a number of CEUs; more is a paste that went astray."""

_CEUS = r"[0-9]+(?:[.,][0-9]{0,2})?|[.,][0-9]{1,2}"
_TOO_FINE = r"[0-9]*[.,][0-9]{3,}"

# of bounded length, so that int() never meets a number it refuses
_MINUTES = r"([0-9]{1,6})\s*(?:m|min|mins|minutes?)?"
_HOURS = r"([0-9]{1,4})\s*(?:h|hrs?|hours?)(?:\s*([0-9]{1,2})\s*(?:m|min|mins|minutes?)?)?"
_PART_HOURS = r"([0-9]{0,4}[.,][0-9]{1,2})\s*(?:h|hrs?|hours?)"
_CLOCK = r"([0-9]{1,4}):([0-9]{2})"


class BadNumber(ValueError):  # noqa: N818 - its name says what the text is
    """Text that is no number; its str is the sentence to show."""


def parse_ceus(text: str) -> Decimal:
    """A number of CEUs; any size, for the bounds are looked at elsewhere.

    Args:
        text: a plain number with at most two decimals: `2`, `1.5`, `.5`, or `1,5` with a comma.

    Raises:
        BadNumber: it is anything else: an exponent, a sign, letters, more than two decimals.
    """
    number = text.strip()
    if not number:
        raise BadNumber("The number of CEUs is empty. Write it as 2 or 1.5.")
    if len(number) <= LONGEST_NUMBER and re.fullmatch(_CEUS, number):
        return Decimal(number.replace(",", "."))
    if re.fullmatch(_TOO_FINE, number):
        raise BadNumber(f"{echo(text)} has too many decimals; CEUs have at most two, as in 1.25.")
    raise BadNumber(f"{echo(text)} is not a number of CEUs. Write it as 2 or 1.5.")


def parse_dollars(text: str) -> Decimal:
    """An amount of money in dollars: `205`, `49.50`, `$205`.

    Raises:
        BadNumber: it is anything else.
    """
    try:
        return parse_ceus(text.strip().removeprefix("$"))
    except BadNumber:
        raise BadNumber(f"{echo(text)} is not an amount of money. Write it as 205 or $49.50.") from None


def parse_minutes(text: str) -> int:
    """A length in minutes; any size, for the bounds are looked at elsewhere.

    Args:
        text: `90`, `90 min`, `1h`, `1h30`, `1h 30m`, `1.5h` or `1:30`; case does not matter.

    Raises:
        BadNumber: it is anything else, or hours with more than 59 minutes.
    """
    length = text.strip().lower()
    if match := re.fullmatch(_MINUTES, length):
        return int(match[1])
    if match := re.fullmatch(_HOURS, length) or re.fullmatch(_CLOCK, length):
        minutes = int(match[2] or 0)
        if minutes < 60:
            return int(match[1]) * 60 + minutes
    if match := re.fullmatch(_PART_HOURS, length):
        exact = Decimal(match[1].replace(",", ".")) * 60
        if exact == int(exact):
            return int(exact)
    if not length:
        raise BadNumber("The length is empty. Write it as 90, 1h 30m or 1:30.")
    raise BadNumber(f"{echo(text)} is not a length in minutes. Write it as 90, 1h 30m or 1:30.")


plain = plain_decimal
"""The form of every file and of `--json`, which people read too: "10", "1.5", "0"."""


def decimals(values: Iterable[Decimal]) -> int:
    """How many decimals the finest of these numbers shows; 0 for none."""
    return max((len(plain(value).partition(".")[2]) for value in values), default=0)


def aligned(value: Decimal, width: int, places: int = 1) -> str:
    """A number for a column in which the decimal points stand below each other.

    Args:
        value: the number.
        width: cells of the whole column; a longer number is never cut.
        places: decimals that the column has room for (see `decimals`); a missing point counts as a
            blank, so that 8 becomes `"8  "` beside `"28.5"`.
    """
    whole, point, fraction = plain(value).partition(".")
    room = places + 1 if places else 0
    return f"{whole}{(point + fraction).ljust(room)}".rjust(width)


def count(n: Decimal | int, noun: str) -> str:
    """A number with its noun in the fitting form: "1 CEU", "1.5 CEUs", "2 activities"."""
    return f"{plain(Decimal(n))} {noun if n == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The plural of a regular English noun."""
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
