"""Finding activities by what a coder types: words and keys, for the filter line and `list --search`.

Every part must fit. A plain word is looked for in title, sponsor, notes and index number, case ignored; quotes
keep words together. `type:webinar`, `for:AAPC`, `missing:certificate`, `status:planned` and `2026-03` (or a whole
day) look at fields; a key without a value asks for nothing yet, for somebody may be typing it.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from ceulog.domain.activities import Activity
from ceulog.domain.pools import ZERO
from ceulog.domain.text import index_key

KEYS = ("type", "for", "missing", "status")
"""Keys that look at a field; any other word with a colon is a plain word."""

EXAMPLES = ("words", "type:webinar", "for:AAPC", "2026-03", "missing:certificate")
"""What the filter understands, to be shown as a hint."""

_PART = re.compile(r'"([^"]*)"|(\S+)')
_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")

Test = Callable[[Activity, dt.date], bool]
"""Whether an activity has a property on a day."""

_MISSING: dict[str, Callable[[Activity], bool]] = {
    "certificate": lambda activity: not activity.certificates,
    "index-number": lambda activity: not index_key(activity.index_number),
    "domain": lambda activity: activity.domain is None,
    "sponsor": lambda activity: not activity.sponsor.strip(),
}


class Search(NamedTuple):
    """What was typed, taken apart once so that each activity costs little."""

    words: tuple[str, ...]
    """Case-folded; each must occur in the text of an activity."""
    tests: tuple[Test, ...]

    def fits(self, activity: Activity, on: dt.date) -> bool:
        """Say whether an activity has everything that is asked for, seen on a day."""
        if not all(test(activity, on) for test in self.tests):
            return False
        if not self.words:
            return True
        text = searchable(activity)
        return all(word in text for word in self.words)


class Totals(NamedTuple):
    """How many entries there are, and their CEUs."""

    entries: int
    done: Decimal
    planned: Decimal


def searchable(activity: Activity) -> str:
    """The text in which plain words are looked for."""
    return f"{activity.title}\n{activity.sponsor}\n{activity.index_number}\n{activity.notes}".casefold()


def parse_search(text: str) -> Search:
    """Take apart what was typed; any text is a search."""
    words: list[str] = []
    tests: list[Test] = []
    for quoted, bare in _PART.findall(text):
        test = _field_test(bare) if bare else None
        if test:
            tests.append(test)
        elif word := (quoted or bare).casefold():
            words.append(word)
    return Search(tuple(words), tuple(tests))


def found(activities: Iterable[Activity], text: str, on: dt.date) -> list[Activity]:
    """The activities that fit what was typed, in their order; all of them for empty text."""
    search = parse_search(text)
    if not search.words and not search.tests:
        return list(activities)
    return [each for each in activities if search.fits(each, on)]


def ceus_of(activity: Activity) -> Decimal:
    """One figure for an activity, in CEUs: its certificate's, else the most that any organization grants."""
    return max(activity.credits.values(), default=ZERO) if activity.ceus is None else activity.ceus


def totals(activities: Iterable[Activity], on: dt.date) -> Totals:
    """How many activities there are, and their CEUs, those planned on that day apart."""
    entries, done, planned = 0, ZERO, ZERO
    for activity in activities:
        entries += 1
        if activity.is_planned(on):
            planned += ceus_of(activity)
        else:
            done += ceus_of(activity)
    return Totals(entries, done, planned)


def _field_test(part: str) -> Test | None:
    """The test that one word asks for; None when it is a plain word."""
    if _DAYS.fullmatch(part):
        return lambda activity, _: activity.date.isoformat().startswith(part)
    if _YEAR.fullmatch(part):
        year = int(part)
        return lambda activity, _: activity.date.year == year or part in searchable(activity)
    key, colon, value = part.partition(":")
    key, value = key.casefold(), value.casefold()
    if not colon or key not in KEYS:
        return None
    return _TESTS[key](value) if value else _anything


def _anything(_activity: Activity, _on: dt.date) -> bool:
    return True


def _type_test(value: str) -> Test:
    return lambda activity, _: activity.type.startswith(value)


def _for_test(value: str) -> Test:
    def test(activity: Activity, _on: dt.date) -> bool:
        return any(value == code.casefold() for code in (*activity.credits, *activity.approved_for))

    return test


def _missing_test(value: str) -> Test:
    wanted = [lacks for name, lacks in _MISSING.items() if name.startswith(value)]
    # nothing can be missing yet of what is still to come
    return lambda activity, on: not activity.is_planned(on) and any(lacks(activity) for lacks in wanted)


def _status_test(value: str) -> Test:
    def test(activity: Activity, on: dt.date) -> bool:
        return ("planned" if activity.is_planned(on) else "done").startswith(value)

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type_test,
    "for": _for_test,
    "missing": _missing_test,
    "status": _status_test,
}
