"""Writing the packet for a verification or an audit as a ZIP file, and proving one."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from zlib import error as DamagedData  # noqa: N812 - it is an exception

from ceulog.domain.proofs import is_plain_name
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.exchange.csv_out import export_bytes, export_rows
from ceulog.exchange.packet import Packet, folder_name, packet_of, verified
from ceulog.exchange.portal_summary import portal_lines
from ceulog.exchange.report import standings, summary_lines
from ceulog.exchange.scope import Scope
from ceulog.exchange.steps import Report, silent
from ceulog.logbook.export import write_export
from ceulog.logbook.logbook import Logbook
from ceulog.storage.certificates import FOLDER, MAX_BYTES
from ceulog.storage.sources import read_source
from ceulog.wording.checking import missing_words
from ceulog.wording.portal import PORTAL_WORDS
from ceulog.wording.words import reason_words

Stamp = tuple[int, int, int, int, int, int]
"""A moment as ZIP files have it."""

NO_CYCLE = "There is no cycle to make a packet of: hold a credential first, or choose another cycle."
MOST_FILES = 20_000
MOST_BYTES = 2 * 1024 * 1024 * 1024
"""Of a packet that is to be proved."""
UNPACKED_ANYWAY = 64 * 1024 * 1024
MOST_PACKED = 20
"""How many times larger a packet may become: ours are not packed at all, and scans hardly can be."""
WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def make_packet(
    logbook: Logbook, *, cycle: Scope = "current", credential: str | None = None, report: Report = silent
) -> Packet:
    """Put the packet together; nothing is written.

    Args:
        logbook: the logbook.
        cycle: of which cycles.
        credential: only what concerns this one.
        report: is told how far it is; what it raises stops it.

    Raises:
        Refusal: the credential is not held; or there is nothing in scope.
        StorageError: the log cannot be read.
    """
    state, rulebook, on = logbook.state, logbook.rulebook, logbook.today()
    rows = export_rows(state, rulebook, on, cycle=cycle, credential=credential, report=report)
    known = rulebook.find_credential(credential) if credential else None
    found = standings(state, rulebook, on, cycle=cycle, organization=known[0].code if known else "")
    if not found:
        raise Refusal(NO_CYCLE)
    log = export_bytes(state, rulebook, on, cycle=cycle, credential=credential)
    names = [credential] if credential else [each.organization.code for each in found]
    first, last = min(each.cycle[0] for each in found), max(each.cycle[1] for each in found)
    return packet_of(
        folder_name(dict.fromkeys(names), first, last), rows, log,
        (*summary_lines(found, state, on, reason_words), *portal_lines(rows, PORTAL_WORDS)),
        lambda name: _proof(logbook.folder, name), missing_words, report,
    )  # fmt: skip


def has_proof(folder: Path, name: str) -> bool:
    """Whether a certificate of the logbook in this folder is there; it is not read."""
    return is_plain_name(name) and (folder / FOLDER / name).is_file()


def _proof(folder: Path, name: str) -> bytes | None:
    # the name comes from the log, which anybody may have edited
    if not is_plain_name(name):
        return None
    try:
        return read_source(folder / FOLDER / name, MAX_BYTES, field="certificates", so="so it is missing")
    except Refusal:
        return None


def write_packet(logbook: Logbook, packet: Packet, target: Path) -> Path:
    """Write a packet as a ZIP file, whole or not at all, the same bytes on the same day; gives the absolute path.

    Raises:
        Refusal: the target lies in the logbook's own folder, is no file, or its folder does not exist.
        NotWritten: the disk refused; what was there before is still there.
    """
    on = logbook.today()
    files = [(f"{packet.folder}/{each.path}", each.data) for each in packet.files]
    return write_export(logbook, target, _zipped(files, (max(on.year, 1980), on.month, on.day, 0, 0, 0)))


def _zipped(files: Iterable[tuple[str, bytes]], stamp: Stamp) -> bytes:
    """A ZIP file whose bytes follow from its files and the stamp alone: stored, since packing differs by machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files:
            info = zipfile.ZipInfo(path, stamp)
            info.create_system = 3
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def prove_packet(path: Path) -> tuple[int, list[str]]:
    """How many files a packet has, and what is wrong with it; nothing when every byte is as it was made.

    Raises:
        Refusal: it cannot be read, or is no ZIP file.
    """
    data = read_source(path, MOST_BYTES, field="", so="so nothing can be proved")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _proved(archive, data)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, DamagedData, ValueError) as fault:
        raise Refusal(
            f"{tidy(path.name)} cannot be read as a ZIP file ({tidy(str(fault))}), so it proves nothing."
        ) from None


def _proved(archive: zipfile.ZipFile, data: bytes) -> tuple[int, list[str]]:
    infos = [each for each in archive.infolist() if not each.is_dir()]
    unpacked = sum(each.file_size for each in infos)
    if len(infos) > MOST_FILES or unpacked > max(UNPACKED_ANYWAY, len(data) * MOST_PACKED):
        raise Refusal("It holds more than any packet does, so it was not unpacked.")
    if any(each.compress_type not in WAYS for each in infos):
        raise Refusal("It is packed in a way that no packet is, so it was not unpacked.")
    names = [each.filename for each in infos]
    odd = [each for each in names if PurePosixPath(each).is_absolute() or ".." in PurePosixPath(each).parts]
    twice = sorted(each for each, times in Counter(names).items() if times > 1)
    faults = [f"{tidy(each)} would be unpacked outside its folder." for each in odd]
    faults += [f"{tidy(each)} is in it twice." for each in twice]
    folders = {PurePosixPath(each).parts[0] for each in names if len(PurePosixPath(each).parts) > 1}
    if len(folders) != 1 or any(len(PurePosixPath(each).parts) < 2 for each in names):
        return len(names), [*faults, "Its files are not in one folder, as those of a packet are."]
    files: dict[str, bytes] = {}
    for info in infos:
        inside = "/".join(PurePosixPath(info.filename).parts[1:])
        try:
            files[inside] = archive.read(info)
        except (zipfile.BadZipFile, DamagedData, EOFError):
            faults.append(f"{tidy(inside)} is damaged.")
            files[inside] = b""
    known = {each.split(" ", 1)[0] for each in faults}
    faults += [each for each in verified(files) if each.split(" ", 1)[0] not in known]
    if not faults and not _is_as_made(infos, list(files.values()), data):
        faults.append("Bytes of it beside its files were changed.")
    return len(names), faults


def _is_as_made(infos: Sequence[zipfile.ZipInfo], files: Sequence[bytes], data: bytes) -> bool:
    """Whether no byte between the files differs. One that was unpacked and packed again has another length; then
    only its files can be proved.
    """  # noqa: D205 - one sentence
    stamp = Counter(each.date_time for each in infos).most_common(1)[0][0]
    made = _zipped(zip((each.filename for each in infos), files, strict=True), stamp)
    return made == data or len(made) != len(data)
