"""What can be taken as the beginning of an entry: the holder's templates, and what recurs in the log."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ceulog.domain.activities import Activity, ceus_of
from ceulog.domain.named import NamedTuple
from ceulog.domain.recurring import Recurring, group_key, recurring, template_key
from ceulog.domain.templates import MonthDay, Template, next_day, parse_day


class TemplateOffer(NamedTuple):
    """One thing that is offered."""

    template: Template
    own: bool
    """Whether it is the holder's template; else it was found in the log."""
    day: MonthDay | None = None
    """The day that a template of the holder's names."""
    logged: Recurring | None = None
    """How it recurs in the log."""
    next: dt.date | None = None
    """When it comes next; None when nobody knows."""
    ceus: Decimal | None = None
    """What it granted the last time, where the template itself has only minutes."""


def template_offers(
    templates: Iterable[Template], activities: Iterable[Activity], today: dt.date
) -> list[TemplateOffer]:
    """The templates in their order, then what recurs in the log and has no template yet, the latest first."""
    log = list(activities)
    found = {group_key(each.latest): each for each in recurring(log, today)}
    planned: dict[tuple[str, str, str], list[dt.date]] = {}
    for activity in log:
        if not activity.trashed and activity.is_planned(today):
            planned.setdefault(group_key(activity), []).append(activity.date)
    own = [_own(each, found, planned, today) for each in templates]
    taken = {template_key(each.template) for each in own}
    others = [each for key, each in found.items() if key not in taken]
    return [*own, *(_recurs(each.template(), each, today, own=False) for each in others)]


def _own(
    template: Template, found: Mapping[tuple[str, str, str], Recurring],
    planned: Mapping[tuple[str, str, str], Sequence[dt.date]], today: dt.date,
) -> TemplateOffer:  # fmt: skip
    key = template_key(template)
    day, logged = parse_day(template.day), found.get(key)
    if day:
        return TemplateOffer(template, own=True, day=day, next=next_day(day, today, planned.get(key, ())))
    return _recurs(template, logged, today, own=True) if logged else TemplateOffer(template, own=True)


def _recurs(template: Template, logged: Recurring, today: dt.date, *, own: bool) -> TemplateOffer:
    coming, ceus = logged.comes_next(today), ceus_of(logged.latest)
    return TemplateOffer(template, own=own, logged=logged, next=coming, ceus=ceus)
