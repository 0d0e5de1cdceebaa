"""The packet for a verification or an audit, as files: the log, a summary, the proofs, what is missing, a manifest."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import printable, tidy
from ceulog.exchange.rows import Row
from ceulog.exchange.steps import Report, silent

MANIFEST = "manifest.sha256"
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_PART = 30
"""Characters of a sponsor's or a title's part in the name of a file."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}")
_MANIFEST_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")

Proof = Callable[[str], bytes | None]
"""Gives the bytes of a certificate of the logbook by its name; None when it is not there."""


class PacketFile(NamedTuple):
    """One file of a packet."""

    path: str
    """Inside the packet's folder, with `/`."""
    data: bytes


class Packet(NamedTuple):
    """What goes out."""

    folder: str
    """The name of the one folder that all files are in."""
    files: tuple[PacketFile, ...]
    activities: int
    certificates: int
    missing: tuple[str, ...]
    """A sentence for each thing that an auditor would not find."""


def packet_of(
    folder: str, rows: Sequence[Row], log: bytes, summary: Iterable[str], proof: Proof,
    missing_words: Callable[[tuple[str, ...]], str], report: Report = silent,
) -> Packet:  # fmt: skip
    """Put a packet together.

    Args:
        folder: what it is called.
        rows: the rows of its log.
        log: the bytes of its log.
        summary: the lines of its summary.
        proof: gives the certificates.
        missing_words: what the elements are called that an entry lacks.
        report: is told how many certificates are in it.
    """
    entries = entries_in(rows)
    proofs: list[PacketFile] = []
    missing: list[str] = []
    done, whole = 0, sum(len(proofs_named(mine)) for mine in entries)
    for mine in entries:
        row = mine[0]
        if lacks := lacking(mine):
            missing.append(f"{_named(row)}: {missing_words(lacks)}")
        for number, (name, digest) in enumerate(_proofs_of(row), 1):
            report("certificates", done := done + 1, whole)
            data = proof(name)
            if data is None:
                missing.append(f"{_named(row)}: the certificate {name} is not in the logbook's folder any more")
            else:
                proofs.append(PacketFile(f"certificates/{proof_name(row, name, number)}", data))
                if digest and sha256(data).hexdigest() != digest:
                    missing.append(f"{_named(row)}: the certificate {name} was changed after it was attached")
    files = [
        PacketFile("log.csv", log),
        PacketFile("summary.txt", _text(summary)),
        PacketFile("missing.txt", _text(missing or ["Nothing is missing."])),
        *proofs,
    ]
    manifest = _manifest_of({each.path: sha256(each.data).hexdigest() for each in files})
    return Packet(folder, (*files, PacketFile(MANIFEST, manifest)), len(entries), len(proofs), tuple(missing))


def _manifest_of(digests: Mapping[str, str]) -> bytes:
    return _text(f"{digest}  {path}" for path, digest in sorted(digests.items()))


def entries_in(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows of each activity together, in order of their first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["activity_id"], []).append(row)
    return list(found.values())


def lacking(mine: Sequence[Row]) -> tuple[str, ...]:
    """The elements that an activity lacks by its rows; none where it does not count."""
    if not any(row["counts"] == "Y" for row in mine):
        return ()
    return tuple(dict.fromkeys(each for row in mine for each in row["missing_elements"].split(";") if each))


def proofs_named(mine: Sequence[Row]) -> tuple[str, ...]:
    """The names of an activity's certificates, as the logbook keeps them."""
    return tuple(name for name, _ in _proofs_of(mine[0]))


def folder_name(names: Iterable[str], first: str, last: str) -> str:
    """The name of a packet: `CPC_2024-09_2026-09`, from ISO days."""
    whose = "-".join(_UNSAFE.sub("", each) for each in names) or "CEU"
    return f"{whose[:60]}_{first[:7]}_{last[:7]}"


def proof_name(row: Row, name: str, number: int) -> str:
    """The name of a proof, after its row: `001_2025-03-14_Sponsor_Title_1.5CEU.pdf`."""
    parts = [f"{int(row['row']):03}", row["date_completed"], _part(row["sponsor"]), _part(row["title"])]
    amount = row["ceus_awarded"] or next((each.partition("=")[2] for each in row["credits"].split(";") if each), "")
    if amount:
        parts.append(f"{amount}CEU")
    if number > 1:
        parts.append(str(number))
    ending = _ENDING.search(name, name.rfind(".")) if "." in name else None
    return "_".join(filter(None, parts)) + (ending.group().lower() if ending else "")


def verified(manifest: bytes | None, digests: Mapping[str, str]) -> list[str]:
    """What is wrong with a packet, a sentence each; nothing when every file is what the manifest says.

    Args:
        manifest: the bytes of its `MANIFEST`; None where it has none.
        digests: path inside the packet's folder -> SHA-256 of the file, in hexadecimal.
    """
    if manifest is None:
        return [f"It has no {MANIFEST}, so nothing in it can be proved."]
    listed: dict[str, str] = {}
    faults: list[str] = []
    for number, line in enumerate(manifest.decode("utf-8", "replace").splitlines(), 1):
        match = _MANIFEST_LINE.fullmatch(line)
        if match is None:
            faults.append(f"Line {number} of {MANIFEST} cannot be read.")
        else:
            listed[match[2]] = match[1]
    for path, digest in listed.items():
        if path not in digests:
            faults.append(f"{tidy(path)} is missing.")
        elif digests[path] != digest:
            faults.append(f"{tidy(path)} was changed after the packet was made.")
    extra = sorted(set(digests) - set(listed) - {MANIFEST})
    faults += [f"{tidy(each)} is not in the manifest." for each in extra]
    # a line that comes twice, or another order: what other programs read of it may be something else
    if not faults and manifest != _manifest_of(listed):
        faults = [f"{MANIFEST} is not as a packet has it."]
    return faults if listed or faults else [f"{MANIFEST} lists nothing."]


def _part(text: str) -> str:
    return _UNSAFE.sub("-", text)[:_PART].strip("-")


def _text(lines: Iterable[str]) -> bytes:
    # somebody's text neither makes lines of its own nor drives the terminal that shows them
    return "".join(printable(line.replace("\n", " ")) + "\n" for line in lines).encode("utf-8")


def _named(row: Row) -> str:
    return f"Row {row['row']}, {row['date_completed']}, “{tidy(row['title'])[:80]}”"


def _proofs_of(row: Row) -> Iterator[tuple[str, str]]:
    names = [each for each in row["evidence_file"].split(";") if each]
    hashes = row["evidence_sha256"].split(";")
    return zip(names, [*hashes, *[""] * len(names)], strict=False)
