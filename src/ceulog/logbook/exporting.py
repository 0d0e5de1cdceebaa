"""What an export holds, by the ending of its file: a table for programs, a workbook, or pages for paper."""

from pathlib import Path

from ceulog.exchange.csv_out import export_rows, table_bytes
from ceulog.exchange.printable import html, markdown, pages
from ceulog.exchange.profiles import PROFILES, ProfileName, rows_for
from ceulog.exchange.report import standings
from ceulog.exchange.scope import Scope, known_credential
from ceulog.exchange.spreadsheet import workbook_bytes
from ceulog.exchange.steps import Report, silent
from ceulog.logbook.logbook import Logbook

ENDINGS = (".csv", ".xlsx", ".html", ".md")
"""The endings that mean something; any other is a CSV."""


def exported(
    logbook: Logbook, name: str, *, cycle: Scope = "current", credential: str | None = None,
    profile: ProfileName = "generic", excel: bool = False, report: Report = silent,
) -> bytes:  # fmt: skip
    """The bytes of an export.

    Args:
        logbook: the logbook.
        name: of the file, whose ending says what it is.
        cycle: of which cycles.
        credential: only what concerns this one.
        profile: whom it is for; pages know of `share` alone.
        excel: whether a CSV begins with the mark that Excel wants.
        report: is told how far it is; what it raises stops it.

    Raises:
        Refusal: the credential is not held, and no closed cycle knows it; or a library is missing.
        StorageError: the log cannot be read.
    """
    state, rulebook, on = logbook.state, logbook.rulebook, logbook.today()
    ending = Path(name).suffix.casefold()
    if ending in (".html", ".md"):
        organization, code = known_credential(state, rulebook, credential) if credential else ("", "")
        found = standings(state, rulebook, on, cycle=cycle, organization=organization)
        rows = export_rows(state, rulebook, on, cycle=cycle, credential=credential, report=report)
        shared = profile == "share"
        all_pages = pages(found, rows_for(PROFILES["share"], rows, state) if shared else rows, state, shared=shared)
        told = [each for each in all_pages if not code or each.title.startswith(f"{code}:")]
        return (html if ending == ".html" else markdown)(told, on.isoformat())
    if ending == ".xlsx":
        whose = PROFILES[profile]
        rows = export_rows(state, rulebook, on, cycle=cycle, credential=credential, report=report)
        return workbook_bytes(whose.columns, rows_for(whose, rows, state), on, report)
    rows = export_rows(state, rulebook, on, cycle=cycle, credential=credential, report=report)
    return table_bytes(rows, state, profile=profile, excel=excel)
