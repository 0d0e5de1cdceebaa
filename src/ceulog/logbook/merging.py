"""Merging another copy of the logbook into ours: the laptop's and the office's, or a sync tool's conflict copy."""
# ruff: noqa: PTH113 - pathlib's way raises where the system refuses an answer

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ceulog.domain.activities import Certificate
from ceulog.domain.changes import Change
from ceulog.domain.merging import Choice, Merge, merge
from ceulog.domain.named import NamedTuple
from ceulog.domain.proofs import is_plain_name
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.logbook import history
from ceulog.logbook.copies import copies_beside, put_away
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proofs import proof_of
from ceulog.logbook.reader import FILE_NAME
from ceulog.logbook.safety import keep_before
from ceulog.logbook.steps import origins_of
from ceulog.storage.certificates import FOLDER, attach, safe_name
from ceulog.storage.documents import TABLES, Tables, state_of
from ceulog.storage.errors import LogbookDamaged, LogbookUnreadable, StorageError
from ceulog.storage.layout import META
from ceulog.storage.log_file import LogFile
from ceulog.storage.reading import Stamp
from ceulog.storage.stored import look_through


class Copy(NamedTuple):
    """The other copy, as it was read."""

    file: Path
    state: LogState
    past: Mapping[str, list[Any]]
    """How its records were earlier."""
    unreadable: int
    """Its documents that could not be read; they stay where they are."""
    tables: Tables
    """As they stand in its file."""
    stamp: Stamp | None
    """Tells its file as it was read from a later one."""
    is_beside: bool
    """Whether it is a conflict copy beside our log."""

    @property
    def name(self) -> str:
        """What people call it: the name of its file where that says more than the folder's."""
        return tidy(self.file.parent.name if self.file.name == FILE_NAME else self.file.name) or "another copy"


class Merged(NamedTuple):
    """What a merge did."""

    found: Merge
    lost: int
    """Certificates that were not there, or not as they were attached."""
    aside: str = ""
    """Under which name a conflict copy beside the log is kept in the backups now; empty when it stays, or was none."""


def read_copy(logbook: Logbook, other: Path) -> Copy:
    """Read the other copy; nothing of it is ever written.

    Args:
        logbook: ours.
        other: its folder, or a file beside ours, such as a sync tool makes of a conflict.

    Raises:
        Refusal: there is none, it is ours, or a file of something else.
        StorageError: it is damaged, too new, or cannot be read.
    """
    try:
        file = _file_of(logbook, other)
        is_beside = _is_beside(logbook, file)
    except OSError as fault:
        raise LogbookUnreadable(tidy(str(other)), fault.strerror or "the system refuses") from None
    found = LogFile(file)
    try:
        stamp, tables = found.stamp(), found.tables()
        look_through(tables)
    except LogbookDamaged as fault:
        reason = f"{tidy(str(file))} is damaged, or no logbook: {fault.why}. It was left as it is; nothing was changed."
        raise StorageError(file, reason) from None
    if not tables.keys() & {*TABLES, META}:
        raise Refusal(f"{tidy(str(file))} is not a logbook. Nothing was changed.")
    state, misfits = state_of(tables)
    return Copy(file, state, past_of(history.records_of(tables)), len(misfits), tables, stamp, is_beside)


def _file_of(logbook: Logbook, other: Path) -> Path:
    path = other.expanduser()
    if not path.exists() and len(path.parts) == 1:
        path = logbook.folder / path  # as its name is said
    path = path.absolute()
    file = path / FILE_NAME if path.is_dir() else path
    if not file.is_file():
        raise Refusal(f"There is no logbook in {tidy(str(other))}; name the folder that holds a {FILE_NAME}.")
    ours = logbook.folder / FILE_NAME
    if ours.exists() and file.samefile(ours):
        raise Refusal(f"{tidy(str(other))} is this logbook itself; name the other one.")
    return file


def plan_merge(logbook: Logbook, copy: Copy) -> Merge:
    """What merging would do; nothing is written.

    Raises:
        StorageError: our log cannot be read.
    """
    return merge(logbook.state, copy.state, logbook.past, copy.past)


def carry_out_merge(logbook: Logbook, copy: Copy, theirs: Collection[Choice] = (), *, settled: bool = False) -> Merged:
    """Merge, as one change that one undo takes back.

    A dated copy of ours is kept first. A conflict copy beside the log of which nothing is left is put away.

    Args:
        logbook: ours.
        copy: the other.
        theirs: the conflicts in which theirs is taken.
        settled: whether somebody has decided that ours stays in the others.

    Raises:
        StorageError: busy, damaged, or the disk refused; nothing was written.
    """
    done: list[Merge] = []
    lost = 0
    keep_before(logbook.folder, logbook.today())

    def change(state: LogState) -> Change:
        nonlocal lost
        found = merge(state, copy.state, logbook.past, copy.past).choosing(theirs)
        done.append(found)
        lost = _copy_proofs(logbook.folder, copy, state.after(found.edits))
        return Change(f"merged {copy.name[:60]}", found.edits)

    logbook.change(change, origins_of(copy.tables))
    is_done = copy.is_beside and not copy.unreadable and (settled or not done[-1].conflicts)
    aside = put_away(logbook.folder, copy.file.name, copy.stamp, logbook.today()) if is_done else ""
    return Merged(done[-1], lost, aside)


def _is_beside(logbook: Logbook, file: Path) -> bool:
    """Whether a file is one of the conflict copies beside our log; any other is nobody's but its owner's."""
    if file.parent.resolve() != (logbook.folder / FILE_NAME).resolve().parent:
        return False
    return file.name in {each.name for each in copies_beside(logbook.folder)}


def _copy_proofs(ours: Path, copy: Copy, merged: LogState) -> int:
    """Copy the certificates of theirs that are to be with us and are not; gives how many could not be, or not whole.

    Those that an earlier merge could not copy are among them.
    """
    theirs, lost = copy.file.parent, 0
    wanted = _proofs_of(merged)
    for name, digest in sorted(_proofs_of(copy.state) & wanted) if theirs != ours else ():
        source = theirs / FOLDER / name
        if os.path.isfile(ours / FOLDER / name) and not _puts_right(ours, theirs, name, wanted):
            continue
        # a name of another form would go under a name that may be one of ours; a link may lead to anybody's file
        if safe_name(name) != name or not is_plain_name(name) or not _lies_in(theirs, source):
            lost += 1
            continue
        try:
            lost += attach(ours, source, name=name).sha256 != digest
        except Refusal:
            lost += 1
    return lost


def _puts_right(ours: Path, theirs: Path, name: str, wanted: Collection[tuple[str, str]]) -> bool:
    """Whether theirs is a certificate as it was attached, and ours is none: an earlier merge found it half synced."""
    with suppress(OSError):
        if (ours / FOLDER / name).stat().st_size == (theirs / FOLDER / name).stat().st_size:
            return False  # most often; none of them is read
    attached = [Certificate(file, digest) for file, digest in wanted if file == name]
    is_ours, is_theirs = (any(not proof_of(side, each).fault for each in attached) for side in (ours, theirs))
    return is_theirs and not is_ours


def _proofs_of(state: LogState) -> set[tuple[str, str]]:
    return {(proof.file, proof.sha256) for each in state.activities.values() for proof in each.certificates}


def _lies_in(folder: Path, file: Path) -> bool:
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False


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
