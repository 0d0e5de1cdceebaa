"""The logbook at one moment, immutable, and the index that progress is worked out from."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.closed import Spent, spent_by
from ceulog.domain.credentials import HeldCredential, Holder, Tick, by_award
from ceulog.domain.cycles import Membership
from ceulog.domain.text import index_key

Record = Activity | HeldCredential | Membership | Tick | Holder
KeyedRecord = TypeVar("KeyedRecord", Activity, HeldCredential, Membership, Tick)


class Edit(NamedTuple):
    """One record before and after a change: None before when it is new, None after when it goes."""

    before: Record | None
    after: Record | None


class LogIndex:
    """Activities by organization in order of date, and by index number."""

    __slots__ = ("_by_key", "_by_organization", "_days", "_rivals")

    def __init__(self, activities: Iterable[Activity]) -> None:
        self._by_organization: dict[str, list[Activity]] = {}
        self._by_key: dict[str, list[Activity]] = {}
        for activity in sorted(activities, key=chronological):
            for organization in activity.credits:
                self._by_organization.setdefault(organization, []).append(activity)
            if key := index_key(activity.index_number):
                self._by_key.setdefault(key, []).append(activity)
        self._rivals = {each.id: tuple(found) for found in self._by_key.values() if len(found) > 1 for each in found}
        self._days = {code: [each.date for each in found] for code, found in self._by_organization.items()}

    def since(self, organization: str, day: dt.date) -> list[Activity]:
        """The activities credited to an organization, from a day on."""
        first = bisect_left(self._days.get(organization, []), day)
        return self._by_organization.get(organization, [])[first:]

    def before(self, organization: str, day: dt.date) -> list[Activity]:
        """The activities credited to an organization that are dated before a day."""
        end = bisect_left(self._days.get(organization, []), day)
        return self._by_organization.get(organization, [])[:end]

    def rivals(self, activity: Activity) -> tuple[Activity, ...]:
        """Those that bear the index number of an entry, by date, itself among them; none where it is the only one."""
        return self._rivals.get(activity.id, ())

    def with_index_number(self, index_number: str) -> list[Activity]:
        """The activities that bear the same index number, by date; none for no index number."""
        return self._by_key.get(index_key(index_number), [])


class LogState:
    """Everything in the logbook, each kind of record by its id.

    It is never changed: `after` gives the next one.
    """

    __slots__ = ("_index", "_spent", "activities", "credentials", "holder", "memberships", "ticks")

    def __init__(
        self,
        *,
        holder: Holder | None = None,
        memberships: Mapping[str, Membership] | None = None,
        credentials: Mapping[str, HeldCredential] | None = None,
        activities: Mapping[str, Activity] | None = None,
        ticks: Mapping[str, Tick] | None = None,
    ) -> None:
        self.holder = holder or Holder()
        self.memberships = memberships or {}
        self.credentials = credentials or {}
        self.activities = activities or {}
        self.ticks = ticks or {}
        self._index: LogIndex | None = None
        self._spent: dict[str, Spent] = {}

    def spent(self, organization: str) -> Spent:
        """What the closed cycles of an organization used up, worked out when first asked for."""
        if organization not in self._spent:
            self._spent[organization] = spent_by(self.membership(organization), self.activities)
        return self._spent[organization]

    @property
    def index(self) -> LogIndex:
        """The index of the activities, made when first asked for."""
        if self._index is None:
            self._index = LogIndex(self.activities.values())
        return self._index

    def after(self, edits: Iterable[Edit]) -> "LogState":
        """The logbook with some records replaced, added or taken out."""
        edits = tuple(edits)
        holders = [each.after for each in edits if isinstance(each.after, Holder)]
        return LogState(
            holder=holders[-1] if holders else self.holder,
            memberships=_edited(self.memberships, edits, Membership),
            credentials=_edited(self.credentials, edits, HeldCredential),
            activities=_edited(self.activities, edits, Activity),
            ticks=_edited(self.ticks, edits, Tick),
        )

    def membership(self, organization: str) -> Membership | None:
        """The membership of an organization, if there is one."""
        return next((each for each in self.memberships.values() if each.organization == organization), None)

    def held(self, organization: str) -> tuple[HeldCredential, ...]:
        """The credentials held of an organization, by award date."""
        found = (each for each in self.credentials.values() if each.organization == organization)
        return tuple(sorted(found, key=by_award))

    def credential(self, code: str) -> HeldCredential | None:
        """The held credential of that code, if it is held."""
        return next((each for each in self.credentials.values() if each.code == code), None)

    def organizations(self) -> tuple[str, ...]:
        """The organizations of which a credential is held, by their first award."""
        return tuple(dict.fromkeys(each.organization for each in sorted(self.credentials.values(), key=by_award)))

    def ticks_of(self, credential: str, label: str) -> tuple[Tick, ...]:
        """The boxes of one kind ticked for a credential, by date."""
        found = (each for each in self.ticks.values() if (each.credential, each.label) == (credential, label))
        return tuple(sorted(found, key=lambda tick: (tick.date, tick.id)))


def _edited(
    records: Mapping[str, KeyedRecord], edits: tuple[Edit, ...], kind: type[KeyedRecord]
) -> Mapping[str, KeyedRecord]:
    mine = [each for each in edits if isinstance(each.after or each.before, kind)]
    if not mine:
        return records
    edited = dict(records)
    for edit in mine:
        if isinstance(edit.after, kind):
            edited[edit.after.id] = edit.after
        elif isinstance(edit.before, kind):
            edited.pop(edit.before.id, None)
    return edited
