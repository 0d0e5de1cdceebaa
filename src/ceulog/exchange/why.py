"""Where a credential's number comes from, as the object of `why --json`."""

from collections.abc import Iterable
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.advice import still_to_earn
from ceulog.domain.bars import Bar
from ceulog.domain.counting import Standing, by_date
from ceulog.domain.ladder import Rung
from ceulog.domain.pace import a_month
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.domain.records import plain_decimal
from ceulog.domain.references import Reference, named_in
from ceulog.domain.rule_news import RuleNews
from ceulog.domain.suggesting import Suggestion
from ceulog.exchange.status import bar_object, cycle_object, excluded_object


def why_object(
    progress: OrganizationProgress, code: str,
    *, suggestion: Suggestion | None = None, references: Iterable[Reference] = (),
) -> dict[str, Any]:  # fmt: skip
    """The rule, its edition and source, the entries that count for the credential and those that do not,
    what lies ahead, and the pages that the tags of the sources stand for.
    """  # noqa: D205 - one sentence
    edition = progress.edition
    credential = next(each for each in progress.credentials if each.code == code)
    return {
        "schema": 1,
        "on": progress.on.isoformat(),
        "organization": progress.code,
        "credential": code,
        "name": credential.name,
        "cycle": cycle_object(progress),
        "rule": edition.summary,
        "edition": edition.id,
        "edition_starts": edition.starts.isoformat(),
        "edition_starts_known": edition.starts_known,
        "source": edition.source,
        "confidence": edition.confidence,
        "overrides": _overrides(progress, code),
        "complete": credential.complete,
        "needed": plain_decimal(credential.needed),
        "earned": plain_decimal(credential.earned),
        "planned": plain_decimal(credential.planned),
        "requirements": [_sourced(each) for each in (*credential.bars, *progress.bars)],
        "counted": [_counted(each, code) for each in by_date(progress.standings) if code in each.applied],
        "excluded": [
            {"date": each.activity.date.isoformat(), **excluded_object(each, progress.code)}
            for each in by_date(progress.excluded)
        ],
        "dates": [_rung(each) for each in progress.ladder],
        "advice": {**_amounts(progress), "next_activity": _suggested(suggestion)},
        "news": _news(progress.news),
        "references": [each._asdict() for each in named_in(_sources(progress, credential), references)],
    }


def _rung(rung: Rung) -> dict[str, Any]:
    step = rung.step
    return {
        "date": rung.date.isoformat(),
        "of": step.of,
        "says": step.says,
        "cost": None if step.cost is None else plain_decimal(step.cost),
        "confidence": step.confidence,
        "source": step.source,
    }


def _amounts(progress: OrganizationProgress) -> dict[str, str]:
    missing = still_to_earn(progress)
    rate = a_month(missing, progress.cycle.last_day, progress.on)
    return {"still_to_earn": plain_decimal(missing), "a_month": plain_decimal(rate)}


def _suggested(suggestion: Suggestion | None) -> dict[str, Any] | None:
    return suggestion and {
        "organizations": list(suggestion.organizations),
        "approved_for": list(suggestion.approved_for),
        "properties": list(suggestion.labels),
        "fills": [{**each._asdict(), "missing": plain_decimal(each.missing)} for each in suggestion.gaps],
    }


def _news(news: RuleNews | None) -> dict[str, Any] | None:
    return news and {
        "edition": news.edition.id,
        "before": news.before,
        "changes": [each._asdict() for each in news.changes],
        "corrections": [{"on": each.on.isoformat(), "says": each.says} for each in news.corrections],
    }


def _sources(progress: OrganizationProgress, credential: CredentialProgress) -> list[str]:
    bars = [source for each in (*credential.bars, *progress.bars) for source in _bar_sources(each)]
    return [progress.edition.source, *bars, *(each.step.source for each in progress.ladder)]


def _bar_sources(bar: Bar) -> list[str]:
    return [bar.source, *(source for part in bar.parts for source in _bar_sources(part))]


def _counted(standing: Standing, code: str) -> dict[str, Any]:
    activity: Activity = standing.activity
    return {
        "id": activity.id,
        "date": activity.date.isoformat(),
        "title": activity.title,
        "ceus": plain_decimal(standing.applied[code]),
    }


def _sourced(bar: Bar) -> dict[str, Any]:
    return {**bar_object(bar), "source": bar.source}


def _overrides(progress: OrganizationProgress, code: str) -> list[dict[str, str]]:
    found = []
    if required := progress.cycle.required:
        found.append({"of": "required", "ceus": plain_decimal(required.ceus), "reason": required.reason})
    if minimum := progress.cycle.minimums.get(code):
        found.append({"of": "minimum", "ceus": plain_decimal(minimum.ceus), "reason": minimum.reason})
    return found
