"""A folder of certificates: reads each, says what would become of it, and takes what was confirmed as one change."""

import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from ceulog.domain.bounds import LARGEST_CERTIFICATE
from ceulog.domain.changes import Change
from ceulog.domain.entries import compose
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, LogState
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.proofs.fates import Fate, ProofFile, fates
from ceulog.exchange.proofs.reading import read_certificate
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.pdf_text import PdfTexts, Unreadable
from ceulog.logbook.safety import keep_before
from ceulog.storage.sources import read_source
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count

ENDING = ".pdf"
MOST_FILES = 500


class Pile(NamedTuple):
    """The files that are to be read."""

    paths: tuple[Path, ...]
    """By name."""
    others: int = 0
    """Files of other kinds, links and folders that are left alone."""
    beyond: int = 0
    """Files that are too many for one time."""


def is_for_proofs(path: Path) -> bool:
    """Whether a path is that of a folder or of a PDF, and of no table."""
    try:
        return path.is_dir() or path.suffix.casefold() == ENDING
    except (OSError, ValueError):
        return False


def pile_at(path: Path) -> Pile:
    """The PDF files of a folder, without those of its folders; a file is a pile of its own.

    What is hidden is left out, and no link is followed.

    Raises:
        Refusal: it is not there, or cannot be read.
    """
    path = path.expanduser()
    found: list[Path] = []
    others = 0
    try:
        if not path.is_dir():
            if not path.exists():
                raise Refusal(f"There is no folder or file {echo(path, 120)}.")
            return Pile((path,))
        with os.scandir(path) as entries:
            for each in entries:
                if each.name.startswith("."):
                    continue
                if each.is_file(follow_symlinks=False) and each.name.casefold().endswith(ENDING):
                    found.append(Path(each.path))
                else:
                    others += 1
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", "") or "the system refuses"
        raise Refusal(f"{echo(path, 120)} cannot be read: {reason}.") from None
    found.sort(key=lambda each: (each.name.casefold(), each.name))
    return Pile(tuple(found[:MOST_FILES]), others, max(len(found) - MOST_FILES, 0))


def read_pile(
    pile: Pile, report: Callable[[int], object] = lambda _: None, *, order: Order | None = None
) -> list[ProofFile]:
    """What each file says, or why it cannot be read.

    Args:
        pile: the files.
        report: is told how many are done; it may raise to stop it.
        order: of month and day, where a certificate does not show it; None: nobody knows.

    Raises:
        Refusal: what reads PDF files is not installed.
    """
    files = []
    with PdfTexts() as texts:
        for done, path in enumerate(pile.paths):
            report(done)
            files.append(_read(path, texts, order))
    return files


def in_order(files: Iterable[ProofFile], order: Order) -> list[ProofFile]:
    """What the files say where days are in this order of month and day; none is opened again."""
    return [each._replace(text=read_certificate(each.raw, order)) if each.text else each for each in files]


def open_day(files: Iterable[ProofFile]) -> str:
    """A day of one of them that does not show whether it begins with the month or with the day; empty for none."""
    return next((each.text.open_day for each in files if each.text and each.text.open_day), "")


def _read(path: Path, texts: PdfTexts, order: Order | None) -> ProofFile:
    name = tidy(path.name)
    try:
        data = read_source(path, LARGEST_CERTIFICATE, field="certificates", so="so it was not read")
    except Refusal as refusal:
        return ProofFile(
            str(path), name, fault=str(refusal).removeprefix(f"{tidy(str(path))} ").removesuffix("."), is_proof=False
        )
    digest = sha256(data).hexdigest()
    try:
        raw = texts.text_of(data)
    except Unreadable as unread:
        return ProofFile(str(path), name, digest, fault=str(unread), is_proof=unread.is_pdf)
    return ProofFile(str(path), name, digest, read_certificate(raw, order), raw=raw)


def fates_of(files: Sequence[ProofFile], logbook: Logbook, state: LogState | None = None) -> list[Fate]:
    """What would become of each file.

    Raises:
        StorageError: the log cannot be read.
    """
    return fates(files, logbook.state if state is None else state, logbook.today())


def take(files: Sequence[ProofFile], chosen: Sequence[Fate], logbook: Logbook) -> Change:
    """Log what was confirmed, each with its certificate, as one change.

    Args:
        files: all that were read.
        chosen: those that were confirmed; each is sure.
        logbook: where they go.

    Raises:
        Refusal: the log or a file was changed meanwhile.
        StorageError: busy, damaged, or the disk refused; nothing was written.
    """
    sums = {each.file.sha256 for each in chosen}

    def plan(state: LogState) -> Change:
        now = [each for each in fates_of(files, logbook, state) if each.file.sha256 in sums and each.is_sure]
        if [_outline(each) for each in now] != [_outline(each) for each in chosen]:
            raise Refusal("The log was changed meanwhile, so something else would become of these: look again.")
        edits = tuple(_edit(each, state, logbook) for each in now)
        return Change(f"added {count(len(edits), 'certificate')} from files", edits)

    if not chosen:
        return Change("", ())
    keep_before(logbook.folder, logbook.today())
    return logbook.change(plan)


def _outline(fate: Fate) -> tuple[str, str, str]:
    return fate.file.sha256, fate.kind, fate.activity.id if fate.activity else ""


def _edit(fate: Fate, state: LogState, logbook: Logbook) -> Edit:
    proof = logbook.attach(Path(fate.file.path))
    if proof.sha256 != fate.file.sha256:
        raise Refusal(f"{echo(fate.file.name)} was changed since it was read: look at the folder again.")
    before = fate.activity
    if before is None:
        entry = fate.entry._replace(certificates=(proof,))
        return Edit(None, compose(entry, state, logbook.rulebook, logbook.today(), new_id=logbook.new_id()))
    return Edit(before, before._replace(certificates=(*before.certificates, proof)))
