"""Merging another copy of the logbook into ours: the laptop's and the office's, or a sync tool's conflict copy."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.merging import Merge, merge
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.logbook import history
from ceulog.logbook.logbook import FILE_NAME, Logbook
from ceulog.logbook.safety import keep_before
from ceulog.storage.certificates import FOLDER, attach
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.documents import TABLES, state_of


class Copy(NamedTuple):
    """The other copy, as it was read."""

    file: Path
    state: LogState
    past: Mapping[str, list[Any]]
    """How its records were earlier."""
    unreadable: int
    """Its documents that could not be read; they stay where they are."""


def read_copy(logbook: Logbook, other: Path) -> Copy:
    """Read the other copy; nothing of it is ever written.

    Args:
        logbook: ours.
        other: its folder, or a file beside ours, such as a sync tool makes of a conflict.

    Raises:
        Refusal: there is none, or it is ours.
        StorageError: it is damaged, too new, or cannot be read.
    """
    path = other.expanduser().absolute()
    file = path / FILE_NAME if path.is_dir() else path
    if not file.is_file():
        raise Refusal(f"There is no logbook in {tidy(str(other))}; name the folder that holds a {FILE_NAME}.")
    ours = logbook.folder / FILE_NAME
    if ours.exists() and file.samefile(ours):
        raise Refusal(f"{tidy(str(other))} is this logbook itself; name the other one.")
    tables = LogbookDatabase(file).storage.tables()
    state, misfits = state_of(tables)
    return Copy(file, state, _past(tables), len(misfits))


def plan_merge(logbook: Logbook, copy: Copy) -> Merge:
    """What merging would do; nothing is written.

    Raises:
        StorageError: our log cannot be read.
    """
    return merge(logbook.state, copy.state, logbook.past, copy.past)


def carry_out_merge(logbook: Logbook, copy: Copy) -> tuple[Merge, int]:
    """Merge, as one change that one undo takes back; gives what was done, and how many proofs were not found.

    A dated copy of ours is kept first.

    Raises:
        StorageError: busy, damaged, or the disk refused; nothing was written.
    """
    done: list[Merge] = []
    lost = 0
    keep_before(logbook.folder, logbook.today())

    def change(state: LogState) -> Change:
        nonlocal lost
        found = merge(state, copy.state, logbook.past, copy.past)
        done.append(found)
        lost = _copy_proofs(logbook.folder, copy.file.parent, found)
        return Change(f"merged {tidy(copy.file.parent.name)[:60] or 'another copy'}", found.edits)

    logbook.change(change)
    return done[-1], lost


def _copy_proofs(ours: Path, theirs: Path, found: Merge) -> int:
    """Copy the certificates that the merged entries name; gives how many are not there, or not as they were."""
    lost = 0
    names = {
        certificate
        for edit in found.edits
        if isinstance(edit.after, Activity)
        for certificate in edit.after.certificates
    }
    for certificate in sorted(names):
        if (ours / FOLDER / certificate.file).is_file() or theirs == ours:
            continue
        if "/" in certificate.file or "\\" in certificate.file:
            lost += 1
            continue
        source = theirs / FOLDER / certificate.file
        try:
            copied = attach(ours, source, name=certificate.file)
        except Refusal:
            lost += 1
        else:
            lost += copied.sha256 != certificate.sha256
    return lost


def _past(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, list[Any]]:
    return past_of(history.readable(tables.get("changes", {}).values()))


def past_of(records: list[history.ChangeRecord]) -> dict[str, list[Any]]:
    """Id -> how a record was on the other side of each change that the history knows, the oldest first."""
    found: dict[str, list[Any]] = {}
    for record in records:
        for other in record.others:
            if other.document is None or other.table not in TABLES:
                continue
            state, _ = state_of({other.table: {"1": other.document}})
            found.setdefault(other.id, []).extend(getattr(state, other.table).values())
    return found
