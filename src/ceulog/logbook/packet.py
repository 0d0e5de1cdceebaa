"""Writing the packet for a verification or an audit as a ZIP file."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from ceulog.domain.refusals import Refusal
from ceulog.exchange.csv_out import export_rows, table_bytes
from ceulog.exchange.packet import Packet, folder_name, packet_of
from ceulog.exchange.portal_summary import portal_lines
from ceulog.exchange.report import standings, summary_lines
from ceulog.exchange.scope import Scope, known_credential
from ceulog.exchange.steps import Report, silent
from ceulog.logbook.export import write_export
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proofs import read_proof
from ceulog.wording.checking import missing_words
from ceulog.wording.portal import PORTAL_WORDS
from ceulog.wording.words import reason_words

Stamp = tuple[int, int, int, int, int, int]
"""A moment as ZIP files have it."""

NO_CYCLE = "There is no cycle to make a packet of: hold a credential first, or choose another cycle."


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
        Refusal: the credential is not held, and no closed cycle knows it; or there is nothing in scope.
        StorageError: the log cannot be read.
    """
    state, rulebook, on = logbook.state, logbook.rulebook, logbook.today()
    rows = export_rows(state, rulebook, on, cycle=cycle, credential=credential, report=report)
    organization, code = known_credential(state, rulebook, credential) if credential else ("", "")
    found = standings(state, rulebook, on, cycle=cycle, organization=organization)
    if not found:
        raise Refusal(NO_CYCLE)
    names = [code] if code else [each.organization.code for each in found]
    first, last = min(each.cycle[0] for each in found), max(each.cycle[1] for each in found)
    return packet_of(
        folder_name(dict.fromkeys(names), first, last), rows, table_bytes(rows, state),
        (*summary_lines(found, state, on, reason_words), *portal_lines(rows, PORTAL_WORDS)),
        lambda name: read_proof(logbook.folder, name), missing_words, report,
    )  # fmt: skip


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
    """A ZIP file whose bytes follow from its files and the stamp alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in files:
            archive.writestr(as_in_packets(path, stamp), data)
    return buffer.getvalue()


def as_in_packets(path: str, stamp: Stamp) -> zipfile.ZipInfo:
    """What a packet says of a file: stored, since packing differs by machine, and its owner's alone."""
    info = zipfile.ZipInfo(path, stamp)
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info
