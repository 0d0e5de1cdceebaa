"""What an export holds, by the ending of its file: a table or lines for programs, a workbook, or pages for paper."""

from collections.abc import Iterable
from pathlib import Path

from ceulog.domain.refusals import Refusal
from ceulog.exchange.csv_out import rows_in_scope, table_bytes
from ceulog.exchange.profiles import PROFILES, ProfileName, rows_for
from ceulog.exchange.rows import Row
from ceulog.exchange.scope import Scope, known_credential
from ceulog.exchange.steps import Report, silent
from ceulog.logbook.logbook import Logbook

INSTEAD = {
    "pdf": "html", "doc": "html", "docx": "html", "odt": "html", "rtf": "html", "xls": "xlsx", "xlsm": "xlsx",
    "ods": "xlsx", "numbers": "xlsx",
}  # fmt: skip
"""Ending of a file that would not be what it is called -> that of the form that comes nearest."""
_NEAR = {"html": "pages that any browser prints or saves as a PDF", "xlsx": "a workbook"}


def exported(
    logbook: Logbook, name: str, *, cycle: Scope = "current", credential: str | None = None,
    profile: ProfileName = "generic", excel: bool = False, form: str = "", report: Report = silent,
) -> bytes:  # fmt: skip
    """The bytes of an export.

    Args:
        logbook: the logbook.
        name: of the file, whose ending says what it is; any that says nothing is of a CSV, but no file is called what
            it is not.
        cycle: of which cycles.
        credential: only what concerns this one.
        profile: whom it is for; pages know of `share` alone.
        excel: whether a CSV begins with the mark that Excel wants.
        form: csv, jsonl, xlsx, html or md, whatever the name ends in; empty: as it ends.
        report: is told how far it is; what it raises stops it.

    Raises:
        Refusal: the credential is not held, and no closed cycle knows it; a library is missing; or the ending is of
            a form that is not written.
        StorageError: the log cannot be read.
    """
    state, on = logbook.state, logbook.today()
    kind = form or Path(name).suffix.casefold().removeprefix(".")
    if not form and kind in INSTEAD:
        near = INSTEAD[kind]
        raise Refusal(f"No .{kind} can be written; a file that ends in .{near} becomes {_NEAR[near]}.")
    rows = rows_in_scope(state, logbook.rulebook, on, cycle=cycle, credential=credential, report=report)
    whose = PROFILES[profile]
    if kind in ("html", "md"):
        return _pages(logbook, rows, kind, cycle=cycle, credential=credential, shared=profile == "share")
    if kind == "jsonl":
        from ceulog.exchange.json_lines import lines_bytes  # noqa: PLC0415 - for this form alone

        return lines_bytes(whose.columns, rows_for(whose, rows, state))
    if kind == "xlsx":
        from ceulog.exchange.spreadsheet import workbook_bytes  # noqa: PLC0415 - likewise

        return workbook_bytes(whose.columns, list(rows_for(whose, rows, state)), on, report)
    return table_bytes(rows, state, profile=profile, excel=excel)


def _pages(
    logbook: Logbook, rows: Iterable[Row], kind: str, *, cycle: Scope, credential: str | None, shared: bool
) -> bytes:  # fmt: skip
    from ceulog.exchange.printable import html, markdown, pages  # noqa: PLC0415 - for these forms alone
    from ceulog.exchange.report import standings  # noqa: PLC0415 - likewise

    state, rulebook, on = logbook.state, logbook.rulebook, logbook.today()
    organization, code = known_credential(state, rulebook, credential) if credential else ("", "")
    found = standings(state, rulebook, on, cycle=cycle, organization=organization)
    told = rows_for(PROFILES["share"], rows, state) if shared else rows
    all_pages = pages(found, list(told), state, shared=shared)
    wanted = [each for each in all_pages if not code or each.title.startswith(f"{code}:")]
    return (html if kind == "html" else markdown)(wanted, on.isoformat())
