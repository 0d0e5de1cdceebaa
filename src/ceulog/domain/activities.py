"""What a coder logs: activities, and the certificates that prove them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, Literal, get_args

from ceulog.domain.bounds import Ceus, Line, Minutes, Note, Title
from ceulog.domain.named import NamedTuple

ActivityType = Literal[
    "webinar", "seminar", "workshop", "conference", "chapter-meeting", "course",
    "on-demand", "quiz", "teaching", "publication", "cms-training", "other",
]  # fmt: skip
ACTIVITY_TYPES: tuple[ActivityType, ...] = get_args(ActivityType)

Provider = Literal["ahima", "csa", "cla", "external"]
"""Who provided it, in AHIMA's words: itself, a component state or local association, others."""
PROVIDERS: tuple[Provider, ...] = get_args(Provider)

Status = Literal["planned", "done"]

PortalState = Literal["entered", "submitted", "questioned", "verified"]
"""How far it is in an organization's portal; `questioned`: the organization asked about it."""
PORTAL_STATES: tuple[PortalState, ...] = get_args(PortalState)


class PortalStep(NamedTuple):
    """A state that an activity reached in a portal, and when."""

    state: PortalState
    date: dt.date


class Told(NamedTuple):
    """What a portal was told of an activity."""

    title: str
    date: dt.date
    ceus: Decimal | None
    index_number: str


EvidenceKind = Literal["certificate", "letter", "attendance-form", "transcript", "receipt", "agenda", "other"]
"""What kind of proof a file is."""
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
WEAK_PROOF = frozenset({"receipt", "agenda", "other"})
"""Kinds that show that something was paid or planned, not that it was attended."""


class Certificate(NamedTuple):
    """A file that proves an activity, as kept in the logbook's `certificates` folder."""

    file: Line
    """Its name in that folder."""
    sha256: str
    """Of its bytes, in hexadecimal, when it was attached."""
    kind: EvidenceKind = "certificate"

    @property
    def is_weak(self) -> bool:
        """Whether an auditor may refuse it as the only proof."""
        return self.kind in WEAK_PROOF


class Activity(NamedTuple):
    """One logged thing: a webinar, a seminar, a chapter meeting, a quiz."""

    id: str
    date: dt.date
    """The day it was completed: the day that both bodies count."""
    title: Title
    credits: Mapping[str, Ceus]
    """Organization -> CEUs it grants there."""
    ceus: Ceus | None = None
    """CEUs as printed on the certificate; None when they were worked out from the minutes."""
    minutes: Minutes | None = None
    sponsor: Line = ""
    type: ActivityType = "other"
    index_number: Line = ""
    """AAPC's approval number; never published."""
    approved_for: tuple[Line, ...] = ()
    """Codes of the credentials that it was approved for, in the certificate's order."""
    domain: int | None = None
    """The id of its HIIM domain in AHIMA's CEU Center; None: not classified."""
    provided_by: Provider | None = None
    """None: not marked, which counts as external."""
    presenter: Line = ""
    location: Line = ""
    status: Status = "done"
    next_cycle: bool = False
    """Earned in the renewal month, and to count in the next cycle."""
    certificates: tuple[Certificate, ...] = ()
    notes: Note = ""
    trashed: dt.date | None = None
    """The day it was put into the trash."""
    portal: Mapping[str, tuple[PortalStep, ...]] = {}
    """Organization -> the steps to where it stands in that one's portal; none: only logged."""
    entered_as: Mapping[str, Told] = {}
    """Organization -> what its portal was told, where that is something else than what stands here now."""
    certificate_asked: dt.date | None = None
    """The day on which its certificate was asked for, where it did not come by itself."""
    as_closed: Mapping[str, Any] | None = None
    """Its fields as they were when a cycle that counted it was closed; None until one of them is changed."""

    def is_planned(self, on: dt.date) -> bool:
        """Say whether it is still to come on that day, by its status or by its date."""
        return self.status == "planned" or self.date > on

    @property
    def is_weakly_proved(self) -> bool:
        """Whether files are attached, and an auditor may refuse all of them."""
        return bool(self.certificates) and all(each.is_weak for each in self.certificates)

    def ceus_for(self, organization: str) -> Decimal:
        """CEUs it grants at one organization; 0 where it grants none."""
        return self.credits.get(organization, Decimal(0))


def ceus_of(activity: Activity) -> Decimal:
    """One figure for an activity, in CEUs: its certificate's, else the most that any organization grants."""
    return max(activity.credits.values(), default=Decimal(0)) if activity.ceus is None else activity.ceus


chronological: Callable[[Activity], tuple[dt.date, str]] = attrgetter("date", "id")
"""Sort key: by date, then by id, so that the order of entry never matters."""


def in_order(activities: Iterable[Activity], *, newest_first: bool = False) -> list[Activity]:
    """Activities as `chronological` sorts them; for a whole log, which it would call as often as there are entries."""
    # many share a day: only those need to be compared by their ids
    days: dict[dt.date, list[Activity]] = {}
    for each in activities:
        days.setdefault(each.date, []).append(each)
    ordered: list[Activity] = []
    for day in sorted(days, reverse=newest_first):
        ordered += sorted(days[day], key=_id, reverse=newest_first)
    return ordered


_id = attrgetter("id")
