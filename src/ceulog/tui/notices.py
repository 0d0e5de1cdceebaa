"""What deserves a line of its own on the dashboard: dates, dues and rules that changed, and the key for each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ceulog.domain.advice import DUES_SOON
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.text import tidy
from ceulog.wording.dates import due_in
from ceulog.wording.explain_ahead import NEAR, dues_words, news_sentences, next_date_words


class Notice(NamedTuple):
    """One line, in words from the fullest to the shortest."""

    label: str
    """`Now`, `Soon`, or `New` for rules that changed."""
    words: tuple[str, ...]
    action: str
    """What a click on it does."""
    settings_of: str = ""
    """The organization in whose settings it is dealt with; empty when it is elsewhere."""


def notices(organizations: Iterable[OrganizationProgress], lost: Iterable[HeldCredential] = ()) -> list[Notice]:
    """Everything there is to say, the most urgent first.

    Args:
        organizations: their progress.
        lost: held credentials for whose organizations no rules are known.
    """
    found = [pair for each in organizations for pair in _of(each)]
    return [*map(_without_rules, lost), *(notice for _, notice in sorted(found, key=lambda pair: pair[0]))]


def _without_rules(held: HeldCredential) -> Notice:
    code, body = tidy(held.code), tidy(held.organization)
    words = (
        f"{code} is kept, but no rules are known for {body}: put its file back into the logbook's folder rules.",
        f"{code}: no rules are known for {body}",
    )
    return Notice("Now", words, "screen.credentials")


def _of(progress: OrganizationProgress) -> Iterator[tuple[tuple[int, int], Notice]]:
    """The notices of one organization, each with how urgent it is: its rank, then the days that are left."""
    settings = f"screen.organization({progress.code!r})"
    code = tidy(progress.code)
    if words := next_date_words(progress, NEAR):
        first = progress.credentials[0].code
        overdue = progress.state == "overdue"
        dates = (
            f"{code}: {words} w on {tidy(first)} lists every date.",
            f"{code}: w on {tidy(first)} lists the dates",
        )
        notice = Notice("Now" if overdue else "Soon", dates, f"screen.why({first!r})")
        yield (0 if overdue else 1, progress.days_left), notice
    if (day := progress.membership.dues_date) and (left := (day - progress.on).days) <= DUES_SOON:
        words = dues_words(progress)
        dues = (f"{code}: {words}. Paid? c, {code}", f"{code}: {words} (c)", f"{code}: dues {due_in(left)}, see c")
        yield (0 if left < 0 else 1, left), Notice("Now" if left < 0 else "Soon", dues, settings, progress.code)
    if progress.news:
        word = progress.organization.cycle_word
        said = tidy(" ".join(news_sentences(progress.news, word)))
        news = (
            f"{code}: {said} c, {code} puts this away.",
            f"{code}: the rules of your open {word} changed; c, {code} says how.",
            f"{code}: its rules changed, see c",
        )
        yield (2, 0), Notice("New", news, settings, progress.code)
