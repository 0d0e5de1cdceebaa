"""What does not count, in words: each entry with the first reason against it."""

from ceulog.domain.activities import Activity
from ceulog.domain.counting import Standing, by_date, limit_met
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.text import index_key
from ceulog.wording.dates import prose_date
from ceulog.wording.echo import echo
from ceulog.wording.explain_parts import Section
from ceulog.wording.numbers import count, plain
from ceulog.wording.ways import Ways
from ceulog.wording.words import reason_words

FIXABLE = ("before-award", "outside-cycle", "duplicate")
"""Reasons that may come from a slip in the entry."""


def does_not(progress: OrganizationProgress, ways: Ways) -> Section:
    """Every entry that does not wholly count, with its reason; planned ones are told of elsewhere."""
    left_out = [each for each in by_date(progress.excluded) if each.reason != "planned"]
    lines = [
        f"{_amount(each, progress.code)}: “{echo(each.activity.title)}”, {prose_date(each.activity.date)}: "
        f"{why_not(each, progress)}"
        for each in left_out
    ]
    fixable = any(each.reason in FIXABLE and not progress.closed_with(each.activity) for each in left_out)
    return Section("Does not", tuple(lines), way=ways.correct if fixable else "")


def _amount(standing: Standing, organization: str) -> str:
    whole = standing.activity.ceus_for(organization)
    return f"{plain(whole - standing.counted)} of {plain(whole)} CEUs" if standing.counted else count(whole, "CEU")


def why_not(standing: Standing, progress: OrganizationProgress) -> str:
    """The reason why an entry does not wholly count, with the day or the entry that it comes from."""
    activity = standing.activity
    if standing.reason == "before-award":
        return f"before your award on {prose_date(progress.first_award)}"
    if standing.reason == "outside-cycle":
        return _outside(activity, progress)
    if standing.reason == "duplicate":
        return f"same index number as {_rival(activity, progress)}"
    if standing.reason == "in-trash":
        return _in_trash(activity, progress)
    if standing.reason == "over-cap":
        return _over_cap(standing, progress)
    return reason_words(standing.reason or "")


def _in_trash(activity: Activity, progress: OrganizationProgress) -> str:
    if progress.closed_with(activity):
        return f"in the trash, but {_outside(activity, progress)}"
    return "in the trash, where it keeps no other entry from counting"


def _outside(activity: Activity, progress: OrganizationProgress) -> str:
    word = progress.organization.cycle_word
    if closed := progress.closed_with(activity):
        return f"counted in the {word} to {prose_date(closed.last_day)}, which is closed"
    began = "began" if progress.cycle.start <= progress.on else "begins"
    return f"before this {word}, which {began} on {prose_date(progress.cycle.start)}"


def _rival(activity: Activity, progress: OrganizationProgress) -> str:
    number = index_key(activity.index_number)
    for each in by_date(progress.standings):
        it = each.activity
        if it.id != activity.id and index_key(it.index_number) == number and each.reason != "duplicate":
            return f"“{echo(it.title)}”, {prose_date(it.date)}"
    return "an entry of an earlier cycle"


def _over_cap(standing: Standing, progress: OrganizationProgress) -> str:
    limit = limit_met(standing, progress.edition.caps, progress.standings, progress.needed)
    if limit is None:
        return reason_words("over-cap")
    each = "of one activity " if limit.of_each else ""
    return f"over the {count(limit.ceus, 'CEU')} {each}that may count {limit.label}"
