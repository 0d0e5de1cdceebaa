"""Why a number is what it is: the rule, its source, what counts, what does not and why, the pace.

`explain` gives it in parts; the screen lays them out, and `as_lines` is what the command line prints.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.bars import Bar
from ceulog.domain.counting import Standing
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import CapUse, CredentialProgress, OrganizationProgress
from ceulog.domain.references import Reference, named_in
from ceulog.domain.suggesting import Suggestion
from ceulog.domain.text import index_key
from ceulog.wording.dates import long_date, prose_date
from ceulog.wording.echo import echo
from ceulog.wording.explain_ahead import date_lines, news_lines
from ceulog.wording.explain_next import reference_lines, suggestion_sentence
from ceulog.wording.explain_pace import pace_lines
from ceulog.wording.explain_rule import bar_lines, edition_sentences, minimum_rule, own_sentences, pool_sentences
from ceulog.wording.numbers import count, plain
from ceulog.wording.ways import BY_COMMAND, Ways
from ceulog.wording.words import reason_words

LABEL_WIDTH = 12
"""Cells of the column of labels."""
LONGEST_TITLE = 60

_SOURCED = ("Rule", "Asked for", "Dates")
"""The parts whose lines name sources."""


class Listed(NamedTuple):
    """One entry of a list."""

    id: str
    date: dt.date
    title: str
    ceus: Decimal
    """What counts of it; of an entry that does not count, what it would have granted."""
    note: str = ""


class Section(NamedTuple):
    """One part of an explanation, under a word of its own."""

    label: str
    lines: tuple[str, ...]
    entries: tuple[Listed, ...] = ()
    """What the lines sum up; shown when asked for."""


class Explanation(NamedTuple):
    """Why a credential, or an organization, stands where it does."""

    heading: str
    sections: tuple[Section, ...]


def explain(
    progress: OrganizationProgress, code: str | None,
    *, suggestion: Suggestion | None = None, references: Iterable[Reference] = (), ways: Ways = BY_COMMAND,
) -> Explanation:  # fmt: skip
    """The explanation of one held credential's number; of the organization's whole for None.

    Args:
        progress: the organization's.
        code: the held credential, or None.
        suggestion: the next activity that would fill most gaps, if it is to be named.
        references: the pages that tags in sources may stand for; those that are named are listed.
        ways: how to do something about it.

    Raises:
        KeyError: no such credential is kept there.
    """
    credential = _credential(progress, code)
    subject = credential or progress
    heading = f"Why {plain(subject.earned)} / {plain(subject.needed)} for {code or progress.code}?"
    rule = [*pool_sentences(progress, ways), *(own_sentences(progress, credential) if credential else ())]
    sections = (
        Section("New", tuple(news_lines(progress, ways))),
        Section("Rule", (*rule, *edition_sentences(progress))),
        Section("Asked for", tuple(_asked_for(progress, credential))),
        _counts(progress, credential),
        _counts_elsewhere(progress, credential),
        _does_not(progress),
        *_to_mark(progress),
        Section("At most", tuple(_cap_line(each) for each in progress.caps if each.used)),
        _planned(progress, subject, ways),
        Section("Pace", tuple(pace_lines(progress, code))),
        Section("Best next", (suggestion_sentence(suggestion),) if suggestion else ()),
        Section("Dates", tuple(date_lines(progress))),
    )
    sources = [line for each in sections if each.label in _SOURCED for line in each.lines]
    pages = Section("Pages", tuple(reference_lines(named_in(sources, references))))
    return Explanation(heading, tuple(each for each in (*sections, pages) if each.lines))


def as_lines(explanation: Explanation, *, entries: bool = False) -> list[str]:
    """The explanation as plain text, not wrapped; with every list written out on request."""
    found = [explanation.heading]
    for section in explanation.sections:
        label = section.label
        for line in section.lines:
            found.append(f"{label:{LABEL_WIDTH}}{line}")
            label = ""
        if entries:
            found += [" " * LABEL_WIDTH + entry_line(each) for each in section.entries]
    return found


def entry_line(entry: Listed) -> str:
    """One entry of a list: day, CEUs, title, and what is to be said of it."""
    note = f": {entry.note}" if entry.note else ""
    return f"{long_date(entry.date)}  {plain(entry.ceus):>5}  {echo(entry.title, LONGEST_TITLE)}{note}"


def _credential(progress: OrganizationProgress, code: str | None) -> CredentialProgress | None:
    if code is None:
        return None
    found = next((each for each in progress.credentials if each.code == code), None)
    if found is None:
        raise KeyError(code)
    return found


def _asked_for(progress: OrganizationProgress, credential: CredentialProgress | None) -> list[str]:
    if credential:
        bars: Iterable[Bar] = (*credential.bars, *progress.bars)
    else:
        bars = (Bar("ceus", "total", progress.needed, progress.earned), *progress.bars)
    return [line for bar in bars for line in bar_lines(bar, progress)]


# what counts


def _counts(progress: OrganizationProgress, credential: CredentialProgress | None) -> Section:
    listed = _counted(progress, credential)
    ceus = sum((each.ceus for each in listed), ZERO)
    lines = [_tally(len(listed), ceus) if listed else "nothing yet"]
    earned = (credential or progress).earned
    if earned > ceus and not (credential and not credential.needed):
        lines.append(f"{count(earned - ceus, 'CEU')} for ticked boxes")
    if surplus := (credential or progress).surplus:
        lines.append(f"{count(surplus, 'CEU')} more than needed; nothing is carried over to the next cycle")
    return Section("Counts", tuple(lines), tuple(listed))


def _tally(entries: int, ceus: Decimal) -> str:
    return f"{count(entries, 'entry')}, {count(ceus, 'CEU')}"


def _counted(progress: OrganizationProgress, credential: CredentialProgress | None) -> list[Listed]:
    return [
        _listed(each, ceus)
        for each in _by_date(progress.standings)
        if (ceus := _counted_for(progress, credential, each))
    ]


def _counted_for(progress: OrganizationProgress, credential: CredentialProgress | None, standing: Standing) -> Decimal:
    """CEUs of one entry that make up the number which is asked about."""
    if credential is None:
        return standing.counted
    if minimum_rule(progress, credential.code):
        return standing.counted if standing.minimum == credential.code else ZERO
    if progress.edition.pool.kind == "by-count":
        return standing.counted
    return standing.applied.get(credential.code, ZERO)


def _by_date(standings: Iterable[Standing]) -> list[Standing]:
    return sorted(standings, key=lambda each: chronological(each.activity))


def _listed(standing: Standing, ceus: Decimal, note: str = "") -> Listed:
    activity = standing.activity
    return Listed(activity.id, activity.date, activity.title, ceus, note)


def _counts_elsewhere(progress: OrganizationProgress, credential: CredentialProgress | None) -> Section:
    """What counts in the pool but not for this credential's own minimum."""
    rule = minimum_rule(progress, credential.code) if credential else None
    if credential is None or rule is None:
        return Section("", ())
    others = [each for each in _by_date(progress.standings) if each.counted and each.minimum != credential.code]
    listed = tuple(_listed(each, each.counted, _why_elsewhere(each, progress, credential)) for each in others)
    tally = _tally(len(listed), sum((each.ceus for each in listed), ZERO))
    lines = (f"{tally}, in the total only, not for {rule.label}",) if listed else ()
    return Section("Elsewhere", lines, listed)


def _why_elsewhere(standing: Standing, progress: OrganizationProgress, credential: CredentialProgress) -> str:
    kinds = (progress.organization.kind_of(each) for each in standing.activity.approved_for)
    if credential.code not in {each.code for each in kinds if each}:
        return f"not approved for {credential.code}"
    if standing.activity.type in progress.edition.core_only:
        return reason_words("core-only")
    if standing.activity.date < credential.credential.earned:
        return f"before your {credential.code} award on {prose_date(credential.credential.earned)}"
    return f"fills the minimum of {standing.minimum}" if standing.minimum else ""


# what does not


def _does_not(progress: OrganizationProgress) -> Section:
    left_out = [each for each in _by_date(progress.excluded) if each.reason != "planned"]
    lines = [
        f"{_amount(each, progress.code)}: “{echo(each.activity.title)}”, {prose_date(each.activity.date)}: "
        f"{why_not(each, progress)}"
        for each in left_out
    ]
    return Section("Does not", tuple(lines))


def _amount(standing: Standing, organization: str) -> str:
    whole = standing.activity.ceus_for(organization)
    return f"{plain(whole - standing.counted)} of {plain(whole)} CEUs" if standing.counted else count(whole, "CEU")


def why_not(standing: Standing, progress: OrganizationProgress) -> str:
    """The reason why an entry does not wholly count, with the day or the entry that it comes from."""
    activity, cycle = standing.activity, progress.cycle
    if standing.reason == "before-award":
        return f"before your award on {prose_date(progress.first_award)}"
    if standing.reason == "outside-cycle":
        return f"before this {progress.organization.cycle_word}, which began on {prose_date(cycle.start)}"
    if standing.reason == "duplicate":
        return f"same index number as {_rival(activity, progress)}"
    if standing.reason == "over-cap":
        return _over_cap(activity, progress)
    return reason_words(standing.reason or "")


def _rival(activity: Activity, progress: OrganizationProgress) -> str:
    number = index_key(activity.index_number)
    for each in _by_date(progress.standings):
        it = each.activity
        if it.id != activity.id and index_key(it.index_number) == number and each.reason != "duplicate":
            return f"“{echo(it.title)}”, {prose_date(it.date)}"
    return "an entry of an earlier cycle"


def _over_cap(activity: Activity, progress: OrganizationProgress) -> str:
    for use in progress.caps:
        if use.rule.where is None or use.rule.where.matches(activity):
            return f"over the {_limit(use)}"
    return reason_words("over-cap")


def _limit(use: CapUse) -> str:
    if use.limit is None:
        return f"{count(use.rule.per_activity or ZERO, 'CEU')} of one activity that may count {use.rule.label}"
    return f"{count(use.limit, 'CEU')} that may count {use.rule.label}"


def _cap_line(use: CapUse) -> str:
    if use.limit is None:
        return (
            f"{use.rule.label}: {count(use.rule.per_activity or ZERO, 'CEU')} of each activity; {plain(use.used)} count"
        )
    return f"{use.rule.label}: {plain(use.used)} of the {count(use.limit, 'CEU')} that may count"


def _to_mark(progress: OrganizationProgress) -> list[Section]:
    """Entries that count but lack what a share or a cap asks about."""
    if not progress.organization.asks_domain:
        return []
    counted = [each for each in _by_date(progress.standings) if each.counted]
    domain = tuple(_listed(each, each.counted) for each in counted if each.activity.domain is None)
    provider = tuple(_listed(each, each.counted) for each in counted if each.activity.provided_by is None)
    asked = any(each.where.field == "provided_by" for each in progress.edition.shares) and progress.bars
    return [
        _unmarked(domain, "not classified by HIIM domain; taken as inside"),
        _unmarked(provider if asked else (), "not marked with who provided it; taken as external"),
    ]


def _unmarked(listed: tuple[Listed, ...], what: str) -> Section:
    tally = _tally(len(listed), sum((each.ceus for each in listed), ZERO))
    return Section("To mark", (f"{tally}: {what}",) if listed else (), listed)


# what is to come


def _planned(progress: OrganizationProgress, subject: CredentialProgress | OrganizationProgress, ways: Ways) -> Section:
    coming = [each for each in _by_date(progress.standings) if each.reason == "planned"]
    listed = tuple(_listed(each, each.activity.ceus_for(progress.code)) for each in coming)
    if not listed:
        return Section("", ())
    tally = _tally(len(listed), sum((each.ceus for each in listed), ZERO))
    then = f"they would bring it to {plain(subject.earned + subject.planned)}"
    lines = [f"{tally}; {then}" if subject.planned else f"{tally}; they change nothing here"]
    if past := sum(each.activity.date <= progress.on for each in coming):
        lines.append(f"{count(past, 'entry')} of these {'is' if past == 1 else 'are'} past the day. {ways.attended}")
    return Section("Planned", tuple(lines), listed)
