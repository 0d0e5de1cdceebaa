"""Whom an export is for: which columns come first and what they are called there, and what is left out.

Every profile has all rows in scope and all columns of `rows.COLUMNS`, so that each can be imported again.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from ceulog.domain.closed import as_closed
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import LogState
from ceulog.domain.text import index_key
from ceulog.exchange.redacting import redactor_of
from ceulog.exchange.rows import COLUMNS, NUMBERS_AND_DATES, Row

ProfileName = Literal["generic", "aapc", "ahima", "share"]

GRANTED = "ceus_granted"
"""Not a column of ours: what the row's organization grants, whether printed or worked out from the minutes."""
_OURS = NUMBERS_AND_DATES | {
    "activity_id", "body", "credential", "counts", "status", "next_cycle", "credits", "portal_steps",
}  # fmt: skip
"""Columns of which no cell is anybody's text."""


class Profile(NamedTuple):
    """What becomes of the columns."""

    first: tuple[tuple[str, str], ...] = ()
    """Name in the file and our column, in order; the other columns follow under their own names."""
    emptied: frozenset[str] = frozenset()
    """Columns of which nothing is told; what stands in them is taken out of the other texts too."""
    words: Mapping[str, Mapping[str, str]] = {}
    """Column -> our word -> theirs."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(name for name, _ in self.columns)

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Name in the file and our column, of all columns."""
        taken = {column for _, column in self.first}
        return (*self.first, *((column, column) for column in COLUMNS if column not in taken))


PROFILES: Mapping[ProfileName, Profile] = {
    "generic": Profile(),
    # the five elements that a certificate has to show (AAPC's page on verification)
    "aapc": Profile(tuple((each, each) for each in (
        "index_number", "sponsor", "title", "ceus_awarded", "date_completed",
    ))),
    # the names of the sheet that AHIMA's staff loads into its CEU Center
    "ahima": Profile(
        (
            ("DateGranted", "date_completed"), ("Units", GRANTED), ("Title", "title"),
            ("EducationCategoryID", "hiim_domain_id"), ("hiim_domain", "hiim_domain"),
            ("ActivityType_ahima", "provided_by"), ("EducationType_ahima", "education_type"),
            ("DateStarted", "date_started"),
        ),
        words={"provided_by": {
            "ahima": "AHIMA Activity",
            "csa": "Component State Association (CSA)",
            "cla": "Component Local Association (CLA)",
            "external": "External",
        }},
    ),
    "share": Profile(emptied=frozenset({
        "holder_name", "member_id", "credential_number", "index_number", "approval_id",
        "evidence_file", "evidence_sha256", "notes",
    })),
}  # fmt: skip


def rows_for(profile: Profile, rows: Iterable[Row], state: LogState) -> Iterable[Row]:
    """The rows as a profile has them, by its own names of columns."""
    if profile == PROFILES["generic"]:
        return rows
    redact, columns = redactor_of(_secrets(state)) if profile.emptied else None, profile.columns
    told = (_told(profile, row, redact) for row in rows)
    return ({name: cells[column] for name, column in columns} for cells in told)


def _told(profile: Profile, row: Row, redact: Callable[[str], str] | None) -> Row:
    """The cells of a row by our own columns, in a profile's words."""
    cells = row | {GRANTED: _granted(row)}
    for column, words in profile.words.items():
        cells[column] = words.get(cells[column], cells[column])
    if redact:
        cells = {
            column: "" if column in profile.emptied else text if column in _OURS else redact(text)
            for column, text in cells.items()
        }
    return cells


def _granted(row: Row) -> str:
    """CEUs, as `credits` has them for the row's organization."""
    grants = dict(each.split("=", 1) for each in row["credits"].split(";") if "=" in each)
    return grants.get(row["body"]) or row["ceus_awarded"]


def _secrets(state: LogState) -> Iterable[str]:
    """The holder's name, every number that the log has or an entry had, and what certificates are called."""
    yield state.holder.name
    yield from (each.member_id for each in state.memberships.values())
    yield from (each.number for each in state.credentials.values())
    for activity in state.activities.values():
        told = (each.index_number for each in activity.entered_as.values())
        yield from filter(index_key, (activity.index_number, as_closed(activity).index_number, *told))
        for proof in activity.certificates:
            yield from (proof.file, proof.sha256)
