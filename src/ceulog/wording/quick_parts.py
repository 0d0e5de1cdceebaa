"""The pieces of a quick line, each looked at by itself: words, amounts, lengths, days."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from ceulog.domain.activities import ActivityType
from ceulog.domain.bounds import MOST_CEUS
from ceulog.domain.named import NamedTuple
from ceulog.wording.dates import BadDate, parse_date
from ceulog.wording.numbers import BadNumber, parse_ceus, parse_minutes
from ceulog.wording.vocabulary import LABELS
from ceulog.wording.words import find_type

MOST_BARE_CEUS = 40
"""The largest number that is taken for CEUs without saying so; years and codes are beyond it."""
MOST_SAID_MINUTES = 40 * 60
QUARTER = Decimal("0.25")

_WORD = re.compile(r'(?P<key>[A-Za-z]{1,10}:|\#)?"(?P<quoted>[^"]*+)"(?=[\s,;]|$)|(?P<word>\S+)')
_KEYED = re.compile(r"(?P<key>[A-Za-z]{1,10}:|\#)(?P<value>.*)", re.DOTALL)
_CURLY = str.maketrans("“”„", '"""')
_SEPARATOR = re.compile(r"[-–—|,;:·]+")
_BARE_NUMBER = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?|[.,][0-9]{1,2}")
_SAID_CEUS = re.compile(r"([0-9.,]{1,12})\s?(?:ceus?|ceu\(s\)|ces?)", re.IGNORECASE | re.ASCII)
_SAID_LENGTH = re.compile(r"[0-9.,]{1,6} ?[hm](?:[a-z0-9]{0,8}|[a-z0-9 ]{0,16}[a-z])", re.IGNORECASE | re.ASCII)
_HOURS_AND = re.compile(r"([0-9]{1,2}) ?h[a-z]{0,4} ([0-9]{2})", re.IGNORECASE | re.ASCII)


class Word(NamedTuple):
    """One blank-separated piece of a line, or what stood between quotes."""

    text: str
    """As typed, without the quotes and without the key."""
    key: str = ""
    """What it is said to be, as typed: "by:", "#" …; empty for plain words."""
    quoted: bool = False

    @property
    def bare(self) -> str:
        """The text without a comma behind it, unless quotes protect it."""
        return self.text if self.quoted else self.text.rstrip(",;")

    @property
    def is_separator(self) -> bool:
        """Whether it is a lone dash or comma, which says nothing."""
        return not self.quoted and _SEPARATOR.fullmatch(self.text) is not None

    def as_text(self) -> "Word":
        """The same as a plain word, its key being a part of the text."""
        return Word(self.key + self.text, "", self.quoted)


def words_of(line: str) -> Iterator[Word]:
    """Cut a tidy line into words; quotes keep theirs together, a quote without a partner is a letter."""
    for match in _WORD.finditer(line.translate(_CURLY)):
        if (quoted := match["quoted"]) is not None:
            yield Word(quoted.strip(), match["key"] or "", quoted=True)
        elif keyed := _KEYED.fullmatch(match["word"]):
            yield Word(keyed["value"], keyed["key"])
        else:
            yield Word(match["word"])


def ceus_or_none(text: str) -> Decimal | None:
    """What `parse_ceus` reads; None for what it refuses."""
    try:
        return parse_ceus(text)
    except BadNumber:
        return None


def minutes_or_none(text: str) -> int | None:
    """What `parse_minutes` reads; None for what it refuses."""
    try:
        return parse_minutes(text)
    except BadNumber:
        return None


def day_or_none(text: str, today: dt.date, *, coming: bool) -> dt.date | None:
    """What `parse_date` reads; None for what it refuses."""
    try:
        return parse_date(text, today, coming=coming)
    except BadDate:
        return None


def bare_ceus(text: str) -> Decimal | None:
    """CEUs of a lone number: more than 0, at most 40, in quarters; anything else is no CEUs."""
    ceus = ceus_or_none(text) if _BARE_NUMBER.fullmatch(text) else None
    return ceus if ceus and ceus <= MOST_BARE_CEUS and ceus % QUARTER == 0 else None


def said_ceus(text: str) -> Decimal | None:
    """CEUs of a number that says so: `1.5 CEUs`, `1.5ceu`; more than 0, at most 200."""
    match = _SAID_CEUS.fullmatch(text)
    ceus = ceus_or_none(match[1]) if match else None
    return ceus if ceus and ceus <= MOST_CEUS else None


def said_minutes(text: str) -> int | None:
    """Minutes of a length that says so: `90min`, `1h`, `1h 30m`; at most 40 hours."""
    said = _SAID_LENGTH.fullmatch(text) is not None
    if match := _HOURS_AND.fullmatch(text):
        # "1h 30" is a length; "16h 16" are hours and their CEUs, never more than the hours
        said = int(match[2]) > int(match[1])
    minutes = minutes_or_none(text) if said else None
    return minutes if minutes and minutes <= MOST_SAID_MINUTES else None


def label(text: str) -> ActivityType | None:
    """The type that one to three words name, when they are no title's words."""
    return find_type(text) if text.lower() in LABELS else None
