"""What would be written, before it is: how many rows, entries, certificates, things missing, and dates."""

from ceulog.domain.named import NamedTuple
from ceulog.exchange.csv_out import export_rows
from ceulog.exchange.packet import entries_in, lacking, proofs_named
from ceulog.exchange.report import standings
from ceulog.exchange.scope import Scope, known_credential
from ceulog.logbook.calendar import dates_ahead
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proofs import is_there


class Outline(NamedTuple):
    """Numbers of what stands ready."""

    rows: int
    entries: int
    cycles: int
    certificates: int
    """Those that are there; they are not read."""
    lacking: int
    """Entries that count and lack something that an auditor looks for, or whose certificate is gone."""
    dates: int
    """Of the calendar, whatever the scope."""


def outline(logbook: Logbook, *, cycle: Scope = "current", credential: str | None = None) -> Outline:
    """Count what is in scope; certificates are looked for, not read.

    Raises:
        Refusal: the credential is not held, and no closed cycle knows it.
        StorageError: the log cannot be read.
    """
    state, rulebook, on = logbook.state, logbook.rulebook, logbook.today()
    rows = export_rows(state, rulebook, on, cycle=cycle, credential=credential)
    organization, _ = known_credential(state, rulebook, credential) if credential else ("", "")
    found = standings(state, rulebook, on, cycle=cycle, organization=organization)
    entries = entries_in(rows)
    there = [[is_there(logbook.folder, name) for name in proofs_named(mine)] for mine in entries]
    lack = sum(bool(lacking(mine)) or not all(proofs) for mine, proofs in zip(entries, there, strict=True))
    return Outline(len(rows), len(entries), len(found), sum(map(sum, there)), lack, len(dates_ahead(logbook)))
