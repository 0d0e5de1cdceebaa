"""What pieces of a quick line are by their form alone: CEUs, a length, a date, an index number."""

import datetime as dt
import re
from collections.abc import Container
from typing import Any

from ceulog.domain.named import NamedTuple
from ceulog.wording.day_names import MONTH_WORDS, WEEKDAY_WORDS
from ceulog.wording.quick_parts import bare_ceus, day_or_none, said_ceus, said_minutes
from ceulog.wording.vocabulary import (
    BINDERS,
    CEUS_FILLERS,
    DAY_BINDERS,
    MEASURED,
    MEASURES,
    NO_INDEX_PREFIXES,
    RANGES,
    WEEKDAY_CLAIMERS,
)

LONGEST = 4
"""Words of the longest piece, "1 hour 30 minutes" or "Mon Nov 3, 2026"."""

MOST_MIDST_CEUS = 10
"""The largest fraction that is taken from the midst of a title with nothing recognised beside it."""

_INDEX_NUMBER = re.compile(r"(?=.{8,16}$)(?P<head>[A-Z]{3,})[0-9]{6,}[A-Z]*|(?=.{8,16}$)[A-Z]*[0-9]{6,}[A-Z]{3,}")
_DAY_BEGINNINGS = MONTH_WORDS | WEEKDAY_WORDS | {"last", "next", "today", "yesterday", "tomorrow"}
# "9/11", "1/2" and "25 may" can be a title's words
_DOUBTFUL_DAY = re.compile(r"[0-9]/(?:[0-9]|1[0-2])|[0-9]{1,2} (?:may|march|mar)", re.IGNORECASE | re.ASCII)
_UNCLEAR_DAY = re.compile(r"([0-9]{1,2})(?:/([0-9]{1,2})/[0-9]{2}|([-.])([0-9]{1,2})\3(?:[0-9]{4}|[0-9]{2}))", re.ASCII)
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)? [a-z.]+", re.IGNORECASE | re.ASCII)


class Find(NamedTuple):
    """A piece recognised by its own form."""

    field: str
    value: Any
    fillers: tuple[str, ...] = ()
    """Words before it that mean nothing but it: "on 11/20", "for 2 CEUs"."""
    claimers: Container[str] = ()
    """Words that right before it claim it for the title."""

    def is_claimed(self, before: str) -> bool:
        """Say whether the word before makes it a part of the title."""
        return before in self.claimers and before not in self.fillers


def find_form(text: str, today: dt.date, said: Container[str], *, coming: bool) -> Find | None:
    """What a phrase is by its form, among the fields that are not said yet.

    Args:
        text: one to four words.
        today: the day that dates are reckoned from.
        said: fields that the line has said already.
        coming: whether a date without a year is one to come.
    """
    if not can_begin(text.partition(" ")[0]):
        return None
    if "ceus" not in said and (ceus := said_ceus(text)):
        return Find("ceus", ceus, CEUS_FILLERS)
    if "minutes" not in said and (minutes := said_minutes(text)):
        return Find("minutes", minutes, ("for",), BINDERS)
    if "ceus" not in said and (ceus := bare_ceus(text)):
        return Find("ceus", ceus, claimers=BINDERS if text.isdecimal() else ())
    if "date" not in said and (day := day_or_none(text, today, coming=coming)):
        return Find("date", day, ("on",), DAY_BINDERS | WEEKDAY_CLAIMERS if is_weekday(text) else DAY_BINDERS)
    return None


def is_weekday(text: str) -> bool:
    """Say whether a phrase is the lone name of a weekday, which may be a word of the title: "sun", "Monday"."""
    return text.lower() in WEEKDAY_WORDS


def is_doubtful_day(text: str) -> bool:
    """Say whether a day may well be words of the title: "Monday", "9/11", "25 may"."""
    return is_weekday(text) or _DOUBTFUL_DAY.fullmatch(text) is not None


def belongs_first(find: Find, text: str, after: str) -> bool:
    """Say whether a form goes without the word behind it: not "2.5 million", nor "1 nov" of "1 nov 12"."""
    if find.field == "ceus":
        return after not in MEASURES
    return not (after.isdecimal() and _DAY_OF_MONTH.fullmatch(text) and len(after) < 3)


def can_begin(text: str) -> bool:
    """Say whether a word can be the first of a form; quick, for the many that cannot."""
    return text[:2].lstrip("+-.,")[:1].isdecimal() or text.lower().rstrip(".,") in _DAY_BEGINNINGS


def is_unclear_day(text: str) -> bool:
    """Say whether a word is a date in figures that leaves a doubt: a short year, or no slashes between."""
    match = _UNCLEAR_DAY.fullmatch(text)
    if match is None:
        return False
    first, second = int(match[1]), int(match[2] or match[4])
    return 1 <= min(first, second) <= 12 and max(first, second) <= 31


def is_firm(find: Find, text: str, before: str, after: str) -> bool:
    """Say whether a form cannot well be anything else, so that it may be taken from the midst of a title.

    Args:
        find: what it is.
        text: the phrase itself.
        before: the word before it, in lower case; empty for none.
        after: the word after it, likewise.
    """
    if find.field == "ceus":
        plausible = find.value % 1 != 0 and find.value <= MOST_MIDST_CEUS
        claimed = before in BINDERS or before in MEASURED or not belongs_first(find, text, after)
        return said_ceus(text) is not None or (plausible and not claimed)
    if find.is_claimed(before) or after in RANGES:
        return False
    if find.field == "minutes" or text.lower() == "yesterday":
        return True
    return any(letter.isdecimal() for letter in text) and not is_doubtful_day(text)


def looks_like_index_number(text: str) -> bool:
    """Say whether a word has the shape of AAPC's index numbers: 3 letters, 8 digits and a letter, or near it.

    No code of a diagnosis, a procedure or a drug has so many digits beside so many letters; a year behind a word
    ("HEALTHCON2026"), a date ("NOV122026") or a booklet's number ("MLN006764") is none either.
    """
    match = _INDEX_NUMBER.fullmatch(text)
    if match is None:
        return False
    head = match["head"] or ""
    return not head.startswith(NO_INDEX_PREFIXES) and head.lower() not in MONTH_WORDS
