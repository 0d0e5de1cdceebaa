"""Values in the text of a certificate: a day, a number of CEUs, an index number, a name. What is in doubt is none."""

import datetime as dt
import re
from decimal import Decimal

from ceulog.domain.bounds import LONGEST_LINE, LONGEST_TITLE, MOST_CEUS
from ceulog.domain.calendar_names import MONTH_NAMES
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import plain_decimal
from ceulog.domain.text import index_key, tidy
from ceulog.exchange.importing.dates import BadDate, Order, evidence, parse_day

_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTH_NAMES)})[a-z]{{0,6}}\.?"
_DAY = re.compile(
    r"(?<![\w/-])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})"
    rf"|{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\s*,?\s+[0-9]{{4}}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?[ -]+(?:day\s+of\s+)?{_MONTH}[ ,-]+[0-9]{{4}})(?![\w/-])",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:-|\u2013|\u2014|to|through|until)\s*", re.IGNORECASE)
_DAY_OF = re.compile(r"\s+day\s+of\s+", re.IGNORECASE)
_NUMBER = re.compile(
    r"[^\w]{0,3}([0-9]{1,3}(?:[.,][0-9]{1,2})?)(?![\w/.,-]*[0-9/])"
    # 1 1/2, 1½: no whole number
    r"(?!\s*(?:(?:and|&|-)\s*)?(?:[0-9]+\s*/|[\u00bc-\u00be\u2150-\u215e]))"
)
_GRANTED = re.compile(r"(?<![\w.,/-])([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*\(?(?:aapc|ahima|acdis)\b", re.IGNORECASE)
_INDEX = re.compile(r"[^\w]{0,2}([A-Za-z0-9][A-Za-z0-9/._-]{2,39})")
_QUOTES = "\"'“”„‘’«»"


class Doubt(ValueError):  # noqa: N818 - its name says what it is
    """A value that can be read in two ways, or not at all; its str says why."""


class OpenOrder(Doubt):
    """A day that may begin with the month or with the day; its str says so."""

    def __init__(self, example: str) -> None:
        super().__init__(f"{example} may begin with the month or with the day")
        self.example = example


class Day(NamedTuple):
    """A day that is named in a text, and where that ends."""

    text: str
    start: int


def days_of(text: str) -> list[Day]:
    """The days that a text names, as they stand there; from one to another is one."""
    found: list[Day] = []
    end = -1
    for match in _DAY.finditer(text):
        between = text[end : match.start()] if end >= 0 else ""
        if found and _TO.fullmatch(between):
            found[-1] = Day(f"{found[-1].text} to {match[0]}", found[-1].start)
        else:
            found.append(Day(match[0], match.start()))
        end = match.end()
    return found


def day_in(text: str, order: Order | None = None) -> str:
    """The only day that a text names, ISO; the last one of a span.

    Args:
        text: the text.
        order: of month and day, where a day can be read in two ways; None: nobody knows.

    Raises:
        Doubt: it names none or several, or one that can be read in two ways.
    """
    found = days_of(text)
    if not found:
        raise Doubt("no day with its year was found there")
    days = {_read_day(each.text, order) for each in found}
    if len(days) > 1:
        raise Doubt("several days stand there")
    return days.pop().isoformat()


def _read_day(text: str, order: Order | None) -> dt.date:
    plain = _DAY_OF.sub(" ", text)
    shown = evidence([plain])
    if shown.example and order is None:
        raise OpenOrder(text)
    order = shown.order or order
    try:
        return parse_day(plain, order)
    except BadDate as fault:
        raise Doubt(f"{text} {fault}") from None


def ceus_in(text: str) -> str:
    """The number of CEUs at the beginning of a value, in plain decimal.

    Raises:
        Doubt: none stands there, or none that an activity can have; or each organization grants another number.
    """
    match = _NUMBER.match(text)
    if match is None:
        raise Doubt("no number was found there")
    granted = list(dict.fromkeys(plain_ceus(each) for each in _GRANTED.findall(text)))
    if len(granted) > 1:
        raise Doubt(f"it says “{granted[0]}” and “{granted[1]}”")
    return plain_ceus(match[1])


def plain_ceus(number: str) -> str:
    """A number of CEUs in plain decimal.

    Raises:
        Doubt: no activity can have so many.
    """
    value = Decimal(number.replace(",", "."))
    if not 0 < value <= MOST_CEUS:
        raise Doubt(f"{number} is no number of CEUs")
    return plain_decimal(value)


def index_number_in(text: str) -> str:
    """The index number at the beginning of a value.

    Raises:
        Doubt: nothing there can be one; it has a digit at least.
    """
    match = _INDEX.match(text)
    number = match[1].rstrip("./-_") if match else ""
    if not index_key(number) or not any(each.isdecimal() for each in number):
        raise Doubt("no index number was found there")
    return number


def title_in(text: str) -> str:
    """A title, without the quotation marks round it.

    Raises:
        Doubt: there are no words, or too many.
    """
    return _words_in(text, LONGEST_TITLE)


def name_in(text: str) -> str:
    """The name of a person or an organization.

    Raises:
        Doubt: there are no words, or too many.
    """
    return _words_in(text, LONGEST_LINE)


def _words_in(text: str, longest: int) -> str:
    words = " ".join(tidy(text).split()).strip(_QUOTES + " ,;|_-\u2013\u2014.")
    if not any(each.isalpha() for each in words):
        raise Doubt("nothing to read was found there")
    if len(words) > longest:
        raise Doubt("what stands there is too long")
    return words
