"""What closed cycles counted: they keep it, whatever becomes of the entries afterwards."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import Unfit, from_plain, known_part, to_plain
from ceulog.domain.text import index_key

_STILL_OPEN = frozenset({"certificates", "certificate_asked", "notes", "portal", "entered_as", "trashed", "as_closed"})
"""Fields that may change after closing: proofs and notes may still come, and a verification does."""


class Spent(NamedTuple):
    """What the closed cycles of one organization used up."""

    ids: frozenset[str] = frozenset()
    """The activities that they counted."""
    numbers: frozenset[str] = frozenset()
    """The index numbers of those, as `index_key` has them."""


def spent_by(membership: Membership | None, activities: Mapping[str, Activity]) -> Spent:
    """What the closed cycles of a membership used up."""
    closings = [each.closing for each in membership.cycles if each.closing] if membership else []
    ids = frozenset(key for closing in closings for key in closing.counted)
    if not ids:
        return Spent()
    found = (activities.get(key) for key in ids)
    return Spent(ids, frozenset(filter(None, (index_key(as_closed(each).index_number) for each in found if each))))


def as_closed(activity: Activity) -> Activity:
    """An activity as the cycle that counted it keeps it, with its proofs, notes and states in portals of now."""
    if activity.as_closed is None:
        return activity._replace(trashed=None)
    try:
        kept = from_plain(Activity, known_part(Activity, activity.as_closed))
    except Unfit:
        return activity._replace(trashed=None)
    return kept._replace(
        certificates=activity.certificates, certificate_asked=activity.certificate_asked, notes=activity.notes,
        portal=activity.portal, entered_as=activity.entered_as,
    )  # fmt: skip


def keeping(before: Activity, after: Activity, memberships: Iterable[Membership]) -> Activity:
    """An activity after a change; one that a closed cycle counted takes along how it was then."""
    if before.as_closed is not None or next(cycles_with(before, memberships), None) is None:
        return after
    was, now = to_plain(before), to_plain(after)
    facts: dict[str, Any] = {name: value for name, value in was.items() if name not in _STILL_OPEN}
    changed = any(now[name] != value for name, value in facts.items())
    return after._replace(as_closed=facts) if changed else after


def cycles_with(activity: Activity, memberships: Iterable[Membership]) -> Iterator[tuple[str, Cycle]]:
    """The closed cycles that counted an activity, each with its organization's code."""
    for membership in memberships:
        for cycle in membership.cycles:
            if cycle.closing and activity.id in cycle.closing.counted:
                yield membership.organization, cycle
