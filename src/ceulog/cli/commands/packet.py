"""`packet`: everything that a verification or an audit asks for, in one ZIP file."""

import argparse
import datetime as dt
from pathlib import Path

from ceulog.cli.arguments import CYCLES, Parser, UsageError
from ceulog.cli.context import Context
from ceulog.logbook.packet import make_packet, write_packet
from ceulog.logbook.packet_proof import prove_packet
from ceulog.wording.numbers import count

_SHOWN = 10


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("file", nargs="?", metavar="FILE.zip", help="the file to be written")
    parser.add_argument("--credential", metavar="CODE", help="only what concerns this credential")
    parser.add_argument("--cycle", choices=CYCLES, default="current", help="of which cycles (default: current)")
    parser.add_argument("--verify", metavar="FILE.zip", help="prove a packet: every file as it was made")


def run(options: argparse.Namespace, context: Context) -> int:
    """Write a packet, or prove one; gives 1 when it is not as it was made."""
    if options.verify:
        if options.file:
            raise UsageError("--verify takes the one file to be proved; leave the other away.")
        return _verify(Path(options.verify), context)
    if options.file in (None, "", "-"):
        raise UsageError("Say which file to write, such as packet.zip, or which to prove with --verify.")
    packet = make_packet(context.logbook, cycle=options.cycle, credential=options.credential)
    path = write_packet(context.logbook, packet, Path(options.file))
    for sentence in packet.missing[:_SHOWN]:
        context.tell(f"Missing: {sentence}.")
    if len(packet.missing) > _SHOWN:
        context.tell(f"And {len(packet.missing) - _SHOWN} more; missing.txt in the packet lists them all.")
    context.tell(
        f"Written to {path}: {count(packet.activities, 'activity')}, {count(packet.certificates, 'certificate')}, "
        f"{count(len(packet.missing), 'thing')} missing. `ceulog packet --verify` proves it."
    )
    return 0


def _verify(path: Path, context: Context) -> int:
    files, faults = prove_packet(path)
    for fault in faults:
        context.say(f"{path.name}: {fault}")
    if not faults:
        context.say(f"{path.name}: {count(files, 'file')}, each as it was made.")
    return 1 if faults else 0
