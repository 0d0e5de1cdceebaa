"""Checking a logbook: its entries, its proofs on the disk, and what is due; each finding with its sentence."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from ceulog.domain.advice import needs
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState
from ceulog.exchange.checking import Finding, findings
from ceulog.exchange.steps import Report, silent, told
from ceulog.logbook.copies import copies_beside
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proofs import proof_of
from ceulog.wording.check_groups import BY_COMMAND, CheckWays
from ceulog.wording.checking import due_words, entry_words, named, portal_words
from ceulog.wording.conflict_copies import copy_words
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.explain_ahead import verification_words
from ceulog.wording.phrases import next_words
from ceulog.wording.unread import numberless_words
from ceulog.wording.waiting import waiting_words

DUE = ("deadline", "overdue", "dues", "ready-to-close")
PORTAL = ("not-entered", "not-verified")


class Checked(NamedTuple):
    """A finding in words."""

    finding: Finding
    said: str
    subject: str = ""
    """The entry that it is about; what is said of it follows."""

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.subject}: {self.said}" if self.subject else self.said

    @property
    def about(self) -> tuple[str, ...]:
        """What tells apart what findings are about, and where one goes to deal with them."""
        finding = self.finding
        if finding.activity is None:
            return finding.kind, finding.organization, *finding.what[:1]
        return finding.activity.id, finding.organization if finding.kind == "entered-otherwise" else ""

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


ProofFaults = Mapping[str, Literal["gone", "changed"]]
"""Name of a certificate's file -> how it differs from what was attached."""


def check(logbook: Logbook, *, proofs: ProofFaults | None = None, ways: CheckWays = BY_COMMAND) -> list[Checked]:
    """Everything that an auditor would stumble over, and what is due.

    Args:
        logbook: the logbook.
        proofs: what is known of the certificates; they are read when it is not given.
        ways: how to go on about what was found.

    Raises:
        StorageError: the log cannot be read.
    """
    state, on = logbook.state, logbook.today()
    progress = logbook.progress(state)
    by_code = {each.code: each for each in progress}
    faults = proof_faults(logbook, state) if proofs is None else proofs
    found = findings(state, logbook.rulebook, on, progress, faults)
    copies = [Finding("conflict-copy", what=(each.name,)) for each in copies_beside(logbook.folder)]
    return [Checked(each, _said(each, by_code, on, ways), _subject(each)) for each in (*copies, *found)]


def together(found: Iterable[Checked]) -> list[list[Checked]]:
    """The findings in their order, those about one entry together."""
    groups: dict[tuple[str, ...], list[Checked]] = {}
    for each in found:
        groups.setdefault(each.about, []).append(each)
    return list(groups.values())


def proof_faults(logbook: Logbook, state: LogState, report: Report = silent) -> dict[str, Literal["gone", "changed"]]:
    """The certificates that are not as they were attached, by the name of their file.

    Args:
        logbook: the logbook.
        state: the log.
        report: is told of each before it is read; what it raises stops it.
    """
    faults: dict[str, Literal["gone", "changed"]] = {}
    known = {each.file: each for activity in state.activities.values() for each in activity.certificates}
    for name, certificate in told(known.items(), len(known), "certificates", report, every=1):
        if fault := proof_of(logbook.folder, certificate).fault:
            faults[name] = fault
    return faults


def _subject(finding: Finding) -> str:
    return named(finding.activity) if finding.activity else ""


def _said(finding: Finding, by_code: dict[str, OrganizationProgress], on: dt.date, ways: CheckWays) -> str:
    if finding.activity is None:
        return _said_of_no_entry(finding, by_code, ways)
    said = entry_words(finding.kind, finding.activity, finding.organization, finding.what, finding.other, ways)
    if finding.kind == "missing" and "certificate" in finding.what:
        said += f" Waiting {waiting_words(finding.activity, on)}."
    return said


def _said_of_no_entry(finding: Finding, by_code: dict[str, OrganizationProgress], ways: CheckWays) -> str:
    if finding.kind in DUE:
        open_needs = [each for each in needs([by_code[finding.organization]]) if each.kind not in ("dues", "close")]
        day = prose_date(finding.day) if finding.day else ""
        missing = "; ".join(next_words(open_needs, {}))
        return due_words(finding.kind, finding.organization, day, finding.days, missing, ways)
    if finding.kind == "verification":
        return f"{verification_words(by_code[finding.organization])}."
    if finding.kind in PORTAL:
        when = f"{prose_date(finding.day)}, {due_in(finding.days)}" if finding.day else ""
        return portal_words(finding.kind, finding.organization, len(finding.what), when, ways)
    if finding.kind == "conflict-copy":
        return copy_words(finding.what[0], ways)
    if finding.kind == "no-numbers":
        return f"{numberless_words(finding.what[0], finding.organization, finding.what[1])}, so it has no numbers."
    return ""
