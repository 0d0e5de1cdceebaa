"""Finding activities by what a coder types: words and keys, for the filter line and `list --search`.

Every part must fit. A plain word is looked for in title, sponsor, notes and index number, case ignored; quotes keep
words together. Keys look at fields: `type:webinar`, `for:AAPC`, `approved:CPMA`, `by:zhealth`, `domain:22`,
`missing:certificate`, `status:planned`, `portal:entered`, `ceus>1`; days look at the date: `2026`, `2026-03`,
`2026-03-12`, `today`, `this-month`, `this-year`. A `-` in front wants what does not fit: `-type:quiz`, `-audit`,
`-"chapter meeting"`. A key without a value asks for nothing yet, nor does a lone `-`, for somebody may be typing it.
"""

import datetime as dt
import operator
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import compress
from operator import attrgetter
from typing import Final

from ceulog.domain.activities import Activity, ceus_of
from ceulog.domain.differing import in_common
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.portal import standing_at
from ceulog.domain.state import LogState
from ceulog.domain.text import index_key

KEYS = ("type", "for", "approved", "by", "domain", "missing", "status", "portal")
"""Keys that look at a field; any other word with a colon is a plain word. `ceus` has a comparison instead."""

_PART = re.compile(
    r'(?P<no>-)?(?P<key>[A-Za-z]+:)?"(?P<quoted>[^"]*)(?:"|$)'  # with its key, whether or not its end is typed yet
    r"|(?P<not>-)?(?P<bare>\S+)"
)
_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_PART_OF_DAYS = re.compile(r"(?:19|20|21)[0-9]{2}-(?:[0-9]|[0-9]{2}-[0-9]?)?")  # as somebody types it
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_CEUS = re.compile(r"ceus?(?P<sign><=|>=|<|>|=|:)(?P<number>[0-9]*(?:[.,][0-9]{0,2})?)")
_SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt, "=": operator.eq, ":": operator.eq,
}  # fmt: skip

Test = Callable[[Activity, dt.date], bool]
"""Whether an activity has a property on a day."""

_MISSING: dict[str, Callable[[Activity], bool]] = {
    "certificate": lambda activity: not activity.certificates,
    "proof": lambda activity: not activity.certificates,
    "index-number": lambda activity: not index_key(activity.index_number),
    "domain": lambda activity: activity.domain is None,
    "sponsor": lambda activity: not activity.sponsor.strip(),
}


class Search(NamedTuple):
    """What was typed, taken apart once so that each activity costs little."""

    words: tuple[str, ...]
    """Case-folded; each must occur in the text of an activity."""
    tests: tuple[Test, ...]
    unwanted: tuple[str, ...] = ()
    """Case-folded; none may occur in it."""

    def pick(self, pile: "Pile", on: dt.date) -> list[Activity]:
        """The activities of a pile that have everything that is asked for, seen on a day."""
        # word by word, not entry by entry: this runs over the whole log at every key
        activities, texts = pile
        for word in self.words:
            keep = [word in text for text in texts]
            activities, texts = [*compress(activities, keep)], [*compress(texts, keep)]
        for word in self.unwanted:
            keep = [word not in text for text in texts]
            activities, texts = [*compress(activities, keep)], [*compress(texts, keep)]
        for test in self.tests:
            activities = [each for each in activities if test(each, on)]
        return list(activities)


class Totals(NamedTuple):
    """How many entries there are, and their CEUs."""

    entries: int
    done: Decimal
    planned: Decimal


class Pile(NamedTuple):
    """Activities, and the text of each in which plain words are looked for: made once for many searches."""

    activities: Sequence[Activity]
    texts: Sequence[str]


EMPTY: Final = Pile((), ())
"""A pile of nothing, from which the first one begins."""


def pile_of(activities: Sequence[Activity], before: Pile = EMPTY) -> Pile:
    """The pile of some activities; texts are taken over from the pile of nearly the same."""
    common = in_common(before.activities, activities)
    return Pile(activities, common.carried(before.texts, map(searchable, common.middle(activities))))


def searchable(activity: Activity) -> str:
    """The text in which plain words are looked for."""
    return "\n".join((activity.title, activity.sponsor, activity.index_number, activity.notes)).casefold()


def parse_search(text: str) -> Search:
    """Take apart what was typed; any text is a search."""
    words: list[str] = []
    unwanted: list[str] = []
    tests: list[Test] = []
    for part in _PART.finditer(text):
        no = bool(part["no"] or part["not"])
        word = part["bare"] or f"{part['key'] or ''}{part['quoted'] or ''}"
        test = _test(word.casefold()) if part["bare"] or part["key"] else None
        if test:
            tests.append(_negated(test) if no and test is not _anything else test)
        elif word.strip('"') and word != "-":
            (unwanted if no else words).append(word.casefold())
    return Search(tuple(words), tuple(tests), tuple(unwanted))


def found(activities: Iterable[Activity], text: str, on: dt.date) -> list[Activity]:
    """The activities that fit what was typed, in their order; all of them for empty text."""
    among, search = list(activities), parse_search(text)
    reads = search.words or search.unwanted
    return search.pick(pile_of(among) if reads else Pile(among, [""] * len(among)), on)


def totals(activities: Sequence[Activity], on: dt.date) -> Totals:
    """How many activities there are, and their CEUs, those planned on that day apart."""
    # lists, not generators, and few calls: this runs over all that a filter lets through
    whole = sum([ceus_of(each) if each.ceus is None else each.ceus for each in activities], ZERO)
    planned = sum([ceus_of(each) for each in activities if each.status == "planned" or each.date > on], ZERO)
    return Totals(len(activities), whole - planned, planned)


def totals_of_log(log: LogState, on: dt.date) -> Totals:
    """`totals` of all that is not in the trash."""
    kept = log.kept.activities
    later = bisect_right(kept, on, key=attrgetter("date"))
    planned = totals([*(each for each in log.planned.activities if each.date <= on), *kept[later:]], on).planned
    return Totals(len(kept), log.kept.ceus - planned, planned)


def _test(part: str) -> Test | None:
    """The test that one word in lower case asks for; None when it is a plain word."""
    if match := _CEUS.fullmatch(part):
        return _ceus_test(match["sign"], match["number"])
    key, colon, value = part.partition(":")
    if not colon or key not in KEYS:
        return _SPANS.get(part) or _date_test(part)
    return _TESTS[key](value.strip()) if value.strip() else _anything


def _date_test(part: str) -> Test | None:
    if _DAYS.fullmatch(part):
        return _days_test(*map(int, part.split("-")))
    if _PART_OF_DAYS.fullmatch(part):
        return lambda activity, _: activity.date.isoformat().startswith(part)
    if _YEAR.fullmatch(part):
        year = int(part)
        return lambda activity, _: activity.date.year == year or part in searchable(activity)
    return None


_SPANS: dict[str, Test] = {
    "today": lambda activity, on: activity.date == on or "today" in searchable(activity),
    "this-month": lambda activity, on: (activity.date.year, activity.date.month) == (on.year, on.month),
    "this-year": lambda activity, on: activity.date.year == on.year,
}


def _days_test(year: int, month: int, day: int | None = None) -> Test:
    """Whether it is of a month, or of a day."""

    def test(activity: Activity, _on: dt.date) -> bool:
        date = activity.date
        return date.month == month and date.year == year and day in (None, date.day)

    return test


def _negated(test: Test) -> Test:
    return lambda activity, on: not test(activity, on)


def _ceus_test(sign: str, text: str) -> Test:
    number = text.replace(",", ".")
    if not number.strip("."):
        return _anything
    compare, bound = _SIGNS[sign], Decimal(number)
    return lambda activity, _: compare(ceus_of(activity), bound)


def _anything(_activity: Activity, _on: dt.date) -> bool:
    return True


def _type_test(value: str) -> Test:
    return lambda activity, _: activity.type.startswith(value)


def _for_test(value: str) -> Test:
    def test(activity: Activity, _on: dt.date) -> bool:
        return any(value == code.casefold() for code in (*activity.credits, *activity.approved_for))

    return test


def _approved_test(value: str) -> Test:
    return lambda activity, _: any(value == code.casefold() for code in activity.approved_for)


def _by_test(value: str) -> Test:
    return lambda activity, _: value in activity.sponsor.casefold()


def _domain_test(value: str) -> Test:
    return lambda activity, _: str(activity.domain) == value


def _missing_test(value: str) -> Test:
    wanted = [lacks for name, lacks in _MISSING.items() if name.startswith(value)]
    # nothing can be missing yet of what is still to come
    return lambda activity, on: not activity.is_planned(on) and any(lacks(activity) for lacks in wanted)


def _status_test(value: str) -> Test:
    def test(activity: Activity, on: dt.date) -> bool:
        return ("planned" if activity.is_planned(on) else "done").startswith(value)

    return test


def _portal_test(value: str) -> Test:
    """Whether it stands so in some portal; `logged`: it is in none of some organization that it is credited to."""

    def test(activity: Activity, _on: dt.date) -> bool:
        found = (standing_at(activity, code) for code in {*activity.credits, *activity.portal})
        return any(each.startswith(value) for each in found)

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type_test,
    "for": _for_test,
    "approved": _approved_test,
    "by": _by_test,
    "domain": _domain_test,
    "missing": _missing_test,
    "status": _status_test,
    "portal": _portal_test,
}
