"""Organizations, the credentials they award, and the dated editions of their rules."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from ceulog.domain.cycles import Cycle
from ceulog.domain.named import NamedTuple
from ceulog.domain.requirements import (
    AllOf,
    AnyOf,
    Cap,
    Hours,
    Minimum,
    OwnRequirement,
    Pool,
    Requirement,
    Share,
    TickBox,
)

Confidence = Literal["high", "medium", "low"]


class CredentialKind(NamedTuple):
    """A credential as its organization awards it."""

    code: str
    name: str
    group: str = "core"
    """Its class for the rules: core, specific, specialty … in the organization's own terms."""
    status: Literal["awarded", "maintained", "unknown"] = "unknown"
    """`maintained`: no longer awarded, but holders keep it up."""
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    """Codes that need not be kept from this one's award on."""
    name_confirmed: bool = True
    note: str = ""
    source: str = ""


class Rounding(NamedTuple):
    """How minutes become CEUs: every `unit` minutes give `ceus`; so does a remainder of `from_minutes`."""

    unit: int
    ceus: Decimal
    from_minutes: int
    source: str = ""

    def ceus_for(self, minutes: int) -> Decimal:
        """CEUs for so many minutes; 0 when they are too few."""
        whole, rest = divmod(minutes, self.unit)
        return self.ceus * (whole + (rest >= self.from_minutes))


class Correction(NamedTuple):
    """A later reading of the same rules: an edition keeps its id, and says what was put right."""

    on: dt.date
    says: str
    """What changed, in a sentence that names the numbers before and after."""


class Step(NamedTuple):
    """One thing that happens, or may be done, so long before or after a due date."""

    says: str
    of: Literal["cycle", "dues"] = "cycle"
    """Whose due date: the end of the cycle, or the day of the yearly dues."""
    months: int = 0
    """Calendar months from the due date; negative before it."""
    days: int = 0
    """Days from there; negative before it."""
    unless_extended: bool = False
    """Whether it falls away once the holder has bought an extension."""
    cost: Decimal | None = None
    """US dollars."""
    confidence: Confidence = "high"
    source: str = ""


class Expiry(NamedTuple):
    """Activities of some types that can be done for so many months only after their publication."""

    types: tuple[str, ...]
    months: int
    source: str = ""


class Edition(NamedTuple):
    """The state of an organization's rules from one day on, with its source."""

    id: str
    starts: dt.date
    pool: Pool
    source: str
    starts_known: Literal["exactly", "by"] = "exactly"
    """`by`: in force on that day at the latest; the true first day was not found."""
    binds_running: bool = False
    """Whether it also binds cycles that had begun before and end after its first day."""
    summary: str = ""
    confidence: Literal[Confidence, ""] = ""
    """How sure its numbers are; empty where nobody says."""
    requirement: tuple[Requirement, ...] = ()
    rounding: Rounding | None = None
    core_only: tuple[str, ...] = ()
    """Types of activity that count for credentials of the group `core` alone."""
    expiry: tuple[Expiry, ...] = ()
    step: tuple[Step, ...] = ()
    """What happens round the due dates, each thing with its own source."""
    correction: tuple[Correction, ...] = ()
    """Oldest first."""

    @property
    def revision(self) -> str:
        """The edition and how often it was corrected: "aapc-2017", "aapc-2017+1"."""
        return f"{self.id}+{len(self.correction)}" if self.correction else self.id

    @property
    def shares(self) -> tuple[Share, ...]:
        """The shares that the organization asks for."""
        return tuple(each for each in self.requirement if isinstance(each, Share))

    @property
    def caps(self) -> tuple[Cap, ...]:
        """The caps on what counts."""
        return tuple(each for each in self.requirement if isinstance(each, Cap))

    def owed_for(self, kind: CredentialKind) -> tuple[OwnRequirement, ...]:
        """The requirements of one credential alone, in the file's order."""
        return tuple(
            each
            for each in self.requirement
            if isinstance(each, Minimum | TickBox | Hours | AnyOf | AllOf)
            and (kind.code in each.credentials or kind.group in each.groups)
        )

    def minimum_of(self, kind: CredentialKind) -> Minimum | None:
        """The minimum inside the pool that one credential owes, by approval; None without one."""
        for each in self.owed_for(kind):
            if isinstance(each, Minimum) and each.where is None:
                return each
        return None


class Verification(NamedTuple):
    """How an organization looks into what it was told."""

    word: str = "audit"
    """What it calls that."""
    days: int | None = None
    """Days to answer when it asks for certificates; None where no source says how many."""
    source: str = ""
    """Who says so."""
    confidence: Confidence = "low"


class Organization(NamedTuple):
    """A certifying body and its rules."""

    code: str
    name: str
    credential: tuple[CredentialKind, ...]
    edition: tuple[Edition, ...]
    """Oldest first."""
    cycle_word: str = "cycle"
    cycle_months: int = 24
    parity: bool = False
    """Whether a due date's year is odd when its month is odd, and even when even."""
    renewal_month: bool = False
    """Whether CEUs of the month in which a cycle ends may go to the next one."""
    prorates: bool = False
    """Whether a first cycle that is under way at the award asks for less, by a rule that is not published."""
    asks_domain: bool = False
    """Whether its entries are classified by HIIM domain and provider."""
    verification: Verification = Verification()
    source: str = ""

    def kind_of(self, code: str) -> CredentialKind | None:
        """The credential of that code or alias, case ignored; None if it awards no such."""
        wanted = code.casefold()
        for kind in self.credential:
            if wanted == kind.code.casefold() or wanted in (each.casefold() for each in kind.aliases):
                return kind
        return None

    def edition_for(self, cycle: Cycle) -> Edition:
        """The edition of a cycle: the holder's choice, else the one in force on its first day."""
        chosen = self.edition[0]
        for edition in self.edition:
            if edition.id == cycle.edition:
                return edition
            begun = edition.starts <= cycle.start
            if begun or (edition.binds_running and edition.starts < cycle.end):
                chosen = edition
        return chosen


class Domain(NamedTuple):
    """A HIIM domain of AHIMA's CEU Center."""

    id: int
    name: str


class Rulebook(NamedTuple):
    """Every organization that the program knows, by code."""

    organizations: Mapping[str, Organization]
    domains: tuple[Domain, ...] = ()

    def find_credential(self, code: str) -> tuple[Organization, CredentialKind] | None:
        """The organization and credential of a code or alias; None if nobody awards it."""
        for organization in self.organizations.values():
            if kind := organization.kind_of(code):
                return organization, kind
        return None

    def asks_domain(self, codes: Iterable[str]) -> bool:
        """Whether one of some organizations classifies its activities by HIIM domain; one without rules does not."""
        found = (self.organizations.get(code) for code in codes)
        return any(each.asks_domain for each in found if each)

    def domain_name(self, domain: int | None) -> str:
        """The name of a HIIM domain; empty when not classified."""
        return next((each.name for each in self.domains if each.id == domain), "")
