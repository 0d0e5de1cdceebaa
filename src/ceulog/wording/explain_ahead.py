"""What lies ahead, in words: the dates and their costs, the dues, what changed in the rules."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from ceulog.domain.editions import Organization
from ceulog.domain.ladder import Rung, in_force, next_rung
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.rule_news import FactChange, RuleNews
from ceulog.domain.text import tidy
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.numbers import count, plain
from ceulog.wording.ways import BY_COMMAND, Ways

NEAR = 45
"""Days before a step of the due date from which it is spoken of."""


def dollars(amount: Decimal) -> str:
    """An amount of money: "USD 50", "USD 49.50"."""
    return f"USD {amount:.2f}" if amount % 1 else f"USD {plain(amount)}"


def date_lines(progress: OrganizationProgress) -> Iterator[str]:
    """Every step round the due dates that is in force or still to come, with its cost and source."""
    now = {each for of in ("cycle", "dues") for each in in_force(progress.ladder, progress.on, of)}
    if asked := verification_words(progress):
        yield f"{asked}."
    if dues := dues_words(progress):
        yield f"{dues[:1].upper()}{dues[1:]}."
    for rung in progress.ladder:
        if rung.date > progress.on or rung in now:
            yield rung_line(rung)


def rung_line(rung: Rung) -> str:
    """One step: its day, what happens, what it costs, who says so."""
    step = rung.step
    cost = f" {dollars(step.cost)}." if step.cost is not None else ""
    sure = "" if step.confidence == "high" else f", {step.confidence} confidence"
    source = f" {step.source}{sure}" if step.source else ""
    return f"{prose_date(rung.date)}: {step.says}{cost}{source}"


def dues_words(progress: OrganizationProgress) -> str:
    """The yearly dues: "dues of USD 205 on Dec 31, 2026, due in 38 days"; empty when no day is known."""
    membership = progress.membership
    if membership.dues_date is None:
        return ""
    amount = f" of {dollars(membership.dues_amount)}" if membership.dues_amount else ""
    return f"dues{amount} on {prose_date(membership.dues_date)}, {due_in((membership.dues_date - progress.on).days)}"


def verification_words(progress: OrganizationProgress) -> str:
    """What is to be answered: "AAPC asked for your certificates on Nov 3, 2026; answer by Dec 3, 2026, due in 10
    days"; empty when nothing was asked for.
    """  # noqa: D205 - one sentence
    membership, code = progress.membership, tidy(progress.code)
    asked, due = membership.verification_asked, membership.verification_due
    by = f"nswer by {prose_date(due)}, {due_in((due - progress.on).days)}" if due else ""
    if asked is None:
        return f"{code}: a{by}" if due else ""
    since = f"{code} asked for your certificates on {prose_date(asked)}"
    return f"{since}; a{by}" if due else f"{since}; by when to answer is not said yet"


def verification_left(progress: OrganizationProgress) -> int | None:
    """Days until an organization is to be answered, negative when that day is past; None while none is known."""
    due = progress.membership.verification_due
    return (due - progress.on).days if due else None


def proposal_words(organization: Organization, asked: dt.date) -> str:
    """By when to answer, as far as a source says so, with the source; empty where none does."""
    from ceulog.domain.standing_changes import proposed_due  # noqa: PLC0415 - once, when one is asked for

    due = proposed_due(organization, asked)
    if due is None:
        return ""
    found = organization.verification
    return (
        f"{count(found.days or 0, 'day')} to answer would be by {prose_date(due)} ({found.source}; "
        f"{found.confidence} confidence); the day in the letter is what holds."
    )


def next_date_words(progress: OrganizationProgress, within: int) -> str:
    """The step that is near, for a line of its own: one that comes before the due date, within so many days;
    when overdue, what holds now and what comes next, at what cost. Empty when there is nothing to say.
    """  # noqa: D205 - one sentence
    ladder, on = progress.ladder, progress.on
    coming = next_rung(ladder, on, "cycle")
    if progress.state == "overdue":
        due = progress.cycle.last_day
        held = [each for each in in_force(ladder, on, "cycle") if each.date > due or each.step.cost is not None]
        found = [*held, *([coming] if coming else [])]
    else:
        near = coming and coming.date < progress.cycle.end and (coming.date - on).days <= within
        found = [coming] if coming and near else []
    return " ".join(_short(each, on) for each in found)


def _short(rung: Rung, on: dt.date) -> str:
    when = "since " if rung.date <= on else ""
    cost = f" {dollars(rung.step.cost)}." if rung.step.cost is not None else ""
    said = f"{when}{prose_date(rung.date)}: {rung.step.says}{cost}"
    return f"{said[:1].upper()}{said[1:]}"


def news_lines(progress: OrganizationProgress, ways: Ways = BY_COMMAND) -> Iterator[str]:
    """What changed in the rules of the open cycle since its holder was told, and how to say that it is seen."""
    news = progress.news
    if news is None:
        return
    yield from news_sentences(news, progress.organization.cycle_word)
    yield ways.news_seen.format(organization=progress.code)


def news_sentences(news: RuleNews, cycle_word: str) -> Iterator[str]:
    """Each thing that changed; the open cycle follows, closed ones stay as they were."""
    follows = f"Your open {cycle_word} follows; closed ones stay as they were."
    if news.before:
        summary = f" {news.edition.summary.rstrip('.')}." if news.edition.summary else ""
        yield f"Edition {news.edition.id} holds now instead of {news.before}.{summary} {follows}"
    for each in news.corrections:
        said = each.says.rstrip(".")
        yield f"Edition {news.edition.id} was corrected on {prose_date(each.on)}: {said}. {follows}"
    if news.changes:
        changed = "; ".join(_fact_words(each) for each in news.changes)
        said = f"Changed in edition {news.edition.id}: {changed}."
        yield said if news.before or news.corrections else f"{said} {follows}"


def _fact_words(change: FactChange) -> str:
    """One number of the rules: "auditing: 12 for CPMA instead of 16 for CPMA"."""
    label = tidy(change.label)
    if not change.after:
        return f"{label}: no longer asked for"
    return f"{label}: {tidy(change.after)} instead of {tidy(change.before) or 'nothing'}"
