"""Checking a logbook: its entries, its proofs on the disk, and what is due; each finding with its sentence."""

import datetime as dt
from typing import Any, Literal, NamedTuple

from ceulog.domain.advice import needs
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState
from ceulog.exchange.checking import Finding, findings
from ceulog.logbook.copies import copies_beside
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proofs import proof_of
from ceulog.wording.checking import due_words, entry_words, portal_words
from ceulog.wording.conflict_copies import copy_words
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.explain_ahead import verification_words
from ceulog.wording.phrases import next_words
from ceulog.wording.waiting import waiting_words

DUE = ("deadline", "overdue", "dues", "ready-to-close")
PORTAL = ("not-entered", "not-verified")


class Checked(NamedTuple):
    """A finding in words."""

    finding: Finding
    sentence: str

    @property
    def object(self) -> dict[str, Any]:
        """As `check --json` has it."""
        finding = self.finding
        return {
            "kind": finding.kind,
            "organization": finding.organization or None,
            "id": finding.activity.id if finding.activity else None,
            "date": finding.activity.date.isoformat() if finding.activity else None,
            "title": finding.activity.title if finding.activity else None,
            "what": list(finding.what),
            "due": finding.day.isoformat() if finding.day else None,
            "days": finding.days if finding.day else None,
            "sentence": self.sentence,
        }


def check(logbook: Logbook) -> list[Checked]:
    """Everything that an auditor would stumble over, and what is due.

    Raises:
        StorageError: the log cannot be read.
    """
    state, on = logbook.state, logbook.today()
    progress = logbook.progress(state)
    by_code = {each.code: each for each in progress}
    found = findings(state, logbook.rulebook, on, progress, proof_faults(logbook, state))
    copies = [Finding("conflict-copy", what=(each.name,)) for each in copies_beside(logbook.folder)]
    return [Checked(each, _sentence(each, by_code, on)) for each in (*copies, *found)]


def proof_faults(logbook: Logbook, state: LogState) -> dict[str, Literal["gone", "changed"]]:
    """The certificates that are not as they were attached, by the name of their file."""
    faults: dict[str, Literal["gone", "changed"]] = {}
    known = {each.file: each for activity in state.activities.values() for each in activity.certificates}
    for name, certificate in known.items():
        if fault := proof_of(logbook.folder, certificate).fault:
            faults[name] = fault
    return faults


def _sentence(finding: Finding, by_code: dict[str, OrganizationProgress], on: dt.date) -> str:
    if finding.kind in DUE:
        open_needs = [each for each in needs([by_code[finding.organization]]) if each.kind not in ("dues", "close")]
        day = prose_date(finding.day) if finding.day else ""
        return due_words(finding.kind, finding.organization, day, finding.days, "; ".join(next_words(open_needs, {})))
    if finding.kind == "verification":
        return f"{verification_words(by_code[finding.organization])}."
    if finding.kind in PORTAL:
        when = f"{prose_date(finding.day)}, {due_in(finding.days)}" if finding.day else ""
        return portal_words(finding.kind, finding.organization, len(finding.what), when)
    if finding.kind == "conflict-copy":
        return copy_words(*finding.what)
    if finding.activity is None:
        return ""
    said = entry_words(finding.kind, finding.activity, finding.organization, finding.what, finding.other)
    if finding.kind == "missing" and "certificate" in finding.what:
        said += f" It is waiting for its certificate {waiting_words(finding.activity, on)}."
    return said
