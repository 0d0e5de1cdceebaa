"""What deserves a line of its own on the dashboard: dates, dues and rules that changed, and the key for each."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from ceulog.domain.activities import Activity
from ceulog.domain.advice import dues_left
from ceulog.domain.holdings import Numberless
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.tui.keys import key_of
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.explain_ahead import (
    NEAR,
    dues_words,
    news_sentences,
    next_date_words,
    verification_left,
    verification_words,
)
from ceulog.wording.unread import numberless_words

_BEFORE_DATES, _AFTER_DATES, _LAST = (1, -1), (2, 0), (3, 0)
"""How urgent a second copy or an unread document is, a plan past its day, a change of rules; what is overdue goes
before.
"""


class Notice(NamedTuple):
    """One line, in words from the fullest to the shortest."""

    label: str
    """`Now`, `Soon`, `Copy` for a second log, `File` for what is no record, `Past` for plans, or `New` for rules."""
    words: tuple[str, ...]
    action: str
    """What a click on it does; empty for nothing."""
    settings_of: str = ""
    """The organization in whose settings it is dealt with; empty when it is elsewhere."""


_Ranked = tuple[tuple[int, int], Notice]
"""A notice behind how urgent it is: its rank, then the days that are left."""


def notices(
    organizations: Iterable[OrganizationProgress], lost: Iterable[Numberless] = (),
    *, past: Sequence[Activity] = (), copies: Sequence[str] = (), unread: Sequence[str] = (),
) -> list[Notice]:  # fmt: skip
    """Everything there is to say, the most urgent first.

    Args:
        organizations: their progress.
        lost: held credentials for which nothing can be counted.
        past: planned entries whose day is past, as `past_plans` gives them.
        copies: names of conflict copies beside the log.
        unread: what to say of documents of the log's file that are no records, as `unread_notice` gives it.
    """
    found = [pair for each in organizations for pair in _of(each)]
    found += [(_AFTER_DATES, _of_plans(past))] if past else []
    found += [(_BEFORE_DATES, _of_copies(copies))] if copies else []
    found += [(_BEFORE_DATES, Notice("File", tuple(unread), ""))] if unread else []
    return [*map(_without_numbers, lost), *(notice for _, notice in sorted(found, key=lambda pair: pair[0]))]


def past_plans(state: LogState, today: dt.date) -> tuple[Activity, ...]:
    """Planned entries whose day is past, the oldest first: were they attended?"""
    return tuple(each for each in state.planned.activities if each.date < today)


def _of_plans(past: Sequence[Activity]) -> Notice:
    """One line about all of them: the oldest by its title, how many more there are."""
    first, day = past[0], prose_date(past[0].date)
    more = {1: "", 2: " (1 more is past its day)"}.get(len(past), f" ({len(past) - 1} more are past theirs)")
    words = tuple(
        f"“{title}” was planned for {day}{more}: attended? {key_of('edit')} on it puts it right."
        for title in (tidy(first.title), shortened(first.title, 40), shortened(first.title, 16))
    )
    return Notice("Past", (*dict.fromkeys(words), f"planned for {day}: attended?"), f"screen.edit_entry({first.id!r})")


def _of_copies(copies: Sequence[str]) -> Notice:
    """One line about all of them."""
    key, one = key_of("merge"), len(copies) == 1
    which = f"“{shortened(copies[0], 60)}” is another copy" if one else f"{len(copies)} files are other copies"
    words = (
        f"{which} of this log, probably left by a sync tool: {key} makes them one.",
        f"{'A second copy' if one else f'{len(copies)} other copies'} of this log: {key} makes them one",
    )
    return Notice("Copy", words, "screen.merge")


def _without_numbers(each: Numberless) -> Notice:
    words = numberless_words(each.held.code, each.held.organization, each.cycle_word)
    way = "put its file back into the logbook's folder rules"
    if each.cycle_word:
        way = f"take {tidy(each.held.code)} off your credentials, then add it again"
    return Notice("Now", (f"{words}: {way}.", words), "screen.credentials")


def _of(progress: OrganizationProgress) -> Iterator[_Ranked]:
    """The notices of one organization."""
    yield from _of_dates(progress)
    yield from _of_verification(progress)
    yield from _of_dues(progress)
    yield from _of_news(progress)


def _of_dates(progress: OrganizationProgress) -> Iterator[_Ranked]:
    words = next_date_words(progress, NEAR)
    if not words:
        return
    first, code, why = progress.credentials[0].code, tidy(progress.code), key_of("why")
    dates = (
        f"{code}: {words} {why} on {tidy(first)} lists every date.",
        f"{code}: {why} on {tidy(first)} lists the dates",
    )
    overdue = progress.state == "overdue"
    notice = Notice("Now" if overdue else "Soon", dates, f"screen.why({first!r})")
    yield (0 if overdue else 1, progress.days_left), notice


def _of_verification(progress: OrganizationProgress) -> Iterator[_Ranked]:
    asked = verification_words(progress)
    if not asked:
        return
    code, held, left = tidy(progress.code), key_of("credentials"), verification_left(progress)
    words = (
        f"{asked}. Answered? {held}, {code}",
        f"{asked} ({held})",
        f"{code}: answer {due_in(left)}, see {held}" if left is not None else f"{code}: answer it, see {held}",
    )
    yield _ranked(left, words, progress)


def _of_dues(progress: OrganizationProgress) -> Iterator[_Ranked]:
    left = dues_left(progress)
    if left is None:
        return
    code, held, words = tidy(progress.code), key_of("credentials"), dues_words(progress)
    dues = (
        f"{code}: {words}. Paid? {held}, {code}",
        f"{code}: {words} ({held})",
        f"{code}: dues {due_in(left)}, see {held}",
    )
    yield _ranked(left, dues, progress)


def _ranked(left: int | None, words: tuple[str, ...], progress: OrganizationProgress) -> _Ranked:
    """What is dealt with in an organization's settings, with so many days left; None: nobody knows how many."""
    late = left is not None and left < 0
    return (0 if late else 1, left or 0), Notice(
        "Now" if late else "Soon", words, _settings_of(progress), progress.code
    )


def _of_news(progress: OrganizationProgress) -> Iterator[_Ranked]:
    if not progress.news:
        return
    code, held, word = tidy(progress.code), key_of("credentials"), progress.organization.cycle_word
    news = (
        f"{code}: {tidy(' '.join(news_sentences(progress.news, word)))} {held}, {code} puts this away.",
        f"{code}: the rules of your open {word} changed; {held}, {code} says how.",
        f"{code}: its rules changed, see {held}",
    )
    yield _LAST, Notice("New", news, _settings_of(progress), progress.code)


def _settings_of(progress: OrganizationProgress) -> str:
    return f"screen.organization({progress.code!r})"
