"""Proving a packet: every file in it as it was made, whoever sends it, in little memory."""

import os
import zipfile
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from io import RawIOBase
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zlib import error as DamagedData  # noqa: N812 - it is an exception

from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.exchange.packet import MANIFEST, verified
from ceulog.logbook.packet import as_in_packets
from ceulog.storage.sources import open_source

MOST_FILES = 20_000
MOST_BYTES = 2 * 1024 * 1024 * 1024
UNPACKED_ANYWAY = 64 * 1024 * 1024
MOST_PACKED = 20
"""How many times larger a packet may become: ours are not packed at all, and scans hardly can be."""
MOST_AT_ONCE = 16 * 1024 * 1024
"""Bytes: of a manifest, and of what a packet says of its files before the first of them is read."""
PIECE = 256 * 1024
_COMMENT = 128 * 1024
"""All that may come after the list of files, which is read as what is left."""
WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
TOO_MUCH = "It holds more than any packet does, so it was not unpacked."
_DAMAGE = (zipfile.BadZipFile, DamagedData, EOFError)


def prove_packet(path: Path) -> tuple[int, list[str]]:
    """How many files a packet has, and what is wrong with it; nothing when every byte is as it was made.

    Raises:
        Refusal: it cannot be read, or is no ZIP file.
    """
    try:
        with open_source(path, MOST_BYTES, field="", so="so nothing can be proved") as file:
            source = _Source(file)
            with zipfile.ZipFile(source) as archive:
                return _proved(archive, source)
    except (*_DAMAGE, OSError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise Refusal(
            f"{tidy(path.name)} cannot be read as a ZIP file ({tidy(str(fault))}), so it proves nothing."
        ) from None


class _Source:
    """A file of which nobody reads much at once, whatever it says of itself."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = os.fstat(file.fileno()).st_size
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if min(size, self.size) > MOST_AT_ONCE:
            raise Refusal(TOO_MUCH)
        return self._file.read(size if size >= 0 else _COMMENT)


def _proved(archive: zipfile.ZipFile, source: _Source) -> tuple[int, list[str]]:
    infos = [each for each in archive.infolist() if not each.is_dir()]
    unpacked = sum(each.file_size for each in infos)
    if len(infos) > MOST_FILES or unpacked > max(UNPACKED_ANYWAY, source.size * MOST_PACKED):
        raise Refusal(TOO_MUCH)
    if any(each.compress_type not in WAYS for each in infos):
        raise Refusal("It is packed in a way that no packet is, so it was not unpacked.")
    names = [each.filename for each in infos]
    faults = _odd_names(archive.infolist())
    folders = {PurePosixPath(each).parts[0] for each in names if len(PurePosixPath(each).parts) > 1}
    if len(folders) != 1 or any(len(PurePosixPath(each).parts) < 2 for each in names):
        return len(names), [*faults, "Its files are not in one folder, as those of a packet are."]
    manifest: bytes | None = None
    digests: dict[str, str] = {}
    for info in infos:
        inside = "/".join(PurePosixPath(info.filename).parts[1:])
        try:
            digests[inside] = _digest(archive, info)
            if inside == MANIFEST:
                manifest = _small(archive, info)
        except _DAMAGE:
            faults.append(f"{tidy(inside)} is damaged.")
            digests[inside] = ""
    known = {each.split(" ", 1)[0] for each in faults}
    faults += [each for each in verified(manifest, digests) if each.split(" ", 1)[0] not in known]
    if not faults and (beside := _changed_beside(archive, infos, source)):
        faults.append(beside)
    return len(names), faults


def _odd_names(infos: Sequence[zipfile.ZipInfo]) -> list[str]:
    """What is wrong with the names of files and folders, a sentence each."""
    names = [PurePosixPath(each.filename) for each in infos if not each.is_dir()]
    above = {folder for each in names for folder in each.parents}
    twice = sorted(str(each) for each, times in Counter(names).items() if times > 1)
    faults = [f"{tidy(str(each))} would be unpacked outside its folder." for each in names if _leads_out(each)]
    faults += [f"{tidy(each)} is in it twice." for each in twice]
    for each in infos:
        if each.is_dir() and PurePosixPath(each.filename) not in above:
            faults.append(f"The folder {tidy(each.filename)} is none of a packet's.")
        elif each.orig_filename != each.filename:  # what stands behind a NUL, other programs may show
            faults.append(f"{tidy(each.orig_filename)} is no name of a file.")
    return faults


def _leads_out(name: PurePosixPath) -> bool:
    return name.is_absolute() or ".." in name.parts


def _digest(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    digest = sha256()
    with archive.open(info) as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _small(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > MOST_AT_ONCE:
        raise Refusal(TOO_MUCH)
    return archive.read(info)


def _changed_beside(archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo], source: _Source) -> str:
    """What is wrong with the bytes round the files; empty for nothing.

    One that was unpacked and packed again has another length and other bytes there; then only its files can be proved.
    """
    stamp = Counter(each.date_time for each in infos).most_common(1)[0][0]
    expected = _Compared(source)
    with zipfile.ZipFile(expected, "w") as made:
        for each in infos:
            info = as_in_packets(each.filename, stamp)
            info.file_size = each.file_size
            with archive.open(each) as file, made.open(info, "w") as copy:
                while piece := file.read(PIECE):
                    copy.write(piece)
    is_other_length = expected.end != source.size
    if min(each.header_offset for each in infos) or (is_other_length and not expected.differs):
        return "Something was put before it or behind it."
    return "Bytes of it beside its files were changed." if expected.differs and not is_other_length else ""


class _Compared(RawIOBase):
    """Takes what would be written, and keeps nothing but where it differs from a file."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        self._place = 0
        self.end = 0
        self.differs: set[int] = set()
        """Where something was written that is not in the file; the head of each file is written twice."""

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        self._place = place + (0, self._place, self.end)[whence]
        return self._place

    def write(self, data: bytes) -> int:  # type: ignore[override]  # zipfile writes bytes alone
        self._source.seek(self._place)
        if self._source.read(len(data)) == data:
            self.differs.discard(self._place)
        else:
            self.differs.add(self._place)
        self._place += len(data)
        self.end = max(self.end, self._place)
        return len(data)
