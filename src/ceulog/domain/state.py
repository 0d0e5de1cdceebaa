"""The logbook at one moment, immutable."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from ceulog.domain.activities import Activity, in_order
from ceulog.domain.closed import Spent, spent_by
from ceulog.domain.credentials import HeldCredential, Holder, Tick, by_award
from ceulog.domain.cycles import Membership
from ceulog.domain.index import LogIndex, index_of
from ceulog.domain.listings import Listing
from ceulog.domain.named import NamedTuple
from ceulog.domain.spans import Earlier, Step

if TYPE_CHECKING:
    from ceulog.domain.tally import Count

Record = Activity | HeldCredential | Membership | Tick | Holder
KeyedRecord = TypeVar("KeyedRecord", Activity, HeldCredential, Membership, Tick)
"""Of one kind, each with an id."""

Carried = TypeVar("Carried", LogIndex, Listing)
"""What is brought from one state to the next."""

_FEW = 64
"""Edits after which what was sorted is mended; after more it is sorted anew, which is quicker then."""


class Edit(NamedTuple):
    """One record before and after a change: None before when it is new, None after when it goes."""

    before: Record | None
    after: Record | None


def id_of(record: Record | None) -> str:
    """The id of a record; empty for the holder, who has none, and for no record."""
    return "" if record is None or isinstance(record, Holder) else record.id


class LogState:
    """Everything in the logbook, each kind of record by its id.

    It is never changed: `after` gives the next one. What is worked out from it is kept for who asks again.
    """

    __slots__ = (
        "_index", "_kept", "_planned", "_spent", "_trash", "activities", "counts", "credentials", "holder",
        "memberships", "ticks",
    )  # fmt: skip

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
        self._spent: dict[str, Spent] = {}
        self._index: LogIndex | None = None
        self._kept: Listing | None = None
        self._trash: Listing | None = None
        self._planned: Listing | None = None
        self.counts: Earlier[tuple[str, bool], Count] = Earlier()
        """By organization, and whether with what is planned: what `tally` counted last."""

    def equals(self, other: "LogState") -> bool:
        """Whether the same records stand in both."""
        # two lists that share nearly all objects are compared in a fraction of the time of two mappings
        one, two = (
            (it.holder, it.memberships, it.credentials, it.ticks, it.kept.activities, it.trash.activities)
            for it in (self, other)
        )
        return one == two

    def take_over(self, other: "LogState") -> None:
        """Let what was counted in another state hold for this one, which `equals` it."""
        self.counts = other.counts

    def spent(self, organization: str) -> Spent:
        """What the closed cycles of an organization used up, worked out when first asked for."""
        if organization not in self._spent:
            self._spent[organization] = spent_by(self.membership(organization), self.activities)
        return self._spent[organization]

    @property
    def index(self) -> LogIndex:
        """The index of the activities, made when first asked for."""
        if self._index is None:
            self._index = index_of(self.activities.values())
        return self._index

    @property
    def kept(self) -> Listing:
        """The activities that are not in the trash; sorted when first asked for."""
        if self._kept is None:
            self._kept = self._listing(_is_kept)
        return self._kept

    @property
    def trash(self) -> Listing:
        """The activities that are in the trash."""
        if self._trash is None:
            self._trash = self._listing(_is_trashed)
        return self._trash

    @property
    def planned(self) -> Listing:
        """The planned ones of those that are not in the trash."""
        if self._planned is None:
            self._planned = self._listing(_is_planned)
        return self._planned

    def _listing(self, belongs: Callable[[Activity], bool]) -> Listing:
        return Listing(in_order(filter(belongs, self.activities.values())), belongs)

    def after(self, edits: Iterable[Edit]) -> "LogState":
        """The logbook with some records replaced, added or taken out."""
        edits = tuple(edits)
        holders = [each.after for each in edits if isinstance(each.after, Holder)]
        following = LogState(
            holder=holders[-1] if holders else self.holder,
            memberships=_edited(self.memberships, edits, Membership),
            credentials=_edited(self.credentials, edits, HeldCredential),
            activities=_edited(self.activities, edits, Activity),
            ticks=_edited(self.ticks, edits, Tick),
        )
        if len(edits) <= _FEW:
            steps = self._steps(edits)
            following._index = _after(self._index, steps)
            following._kept = _after(self._kept, steps)
            following._trash = _after(self._trash, steps)
            following._planned = _after(self._planned, steps)
            following.counts = self.counts.after(steps)
        return following

    def _steps(self, edits: Iterable[Edit]) -> list[Step]:
        """What edits come to for the activities: one step for each."""
        last = {side.id: each.after for each in edits if isinstance(side := each.after or each.before, Activity)}
        return [
            (self.activities.get(key), after if isinstance(after, Activity) else None) for key, after in last.items()
        ]

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


def _after(known: Carried | None, steps: Sequence[Step]) -> Carried | None:
    return known.after(steps) if known and steps else known


def _is_kept(activity: Activity) -> bool:
    return not activity.trashed


def _is_trashed(activity: Activity) -> bool:
    return activity.trashed is not None


def _is_planned(activity: Activity) -> bool:
    return activity.status == "planned" and not activity.trashed


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
