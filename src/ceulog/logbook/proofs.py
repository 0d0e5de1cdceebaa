"""The certificates on the disk: where each lies, and whether it is still what was attached."""

from hashlib import sha256
from pathlib import Path
from typing import Literal

from ceulog.domain.activities import Certificate
from ceulog.domain.bounds import LARGEST_CERTIFICATE
from ceulog.domain.named import NamedTuple
from ceulog.domain.proofs import is_plain_name
from ceulog.domain.refusals import Refusal
from ceulog.storage.certificates import FOLDER
from ceulog.storage.sources import read_source


class Proof(NamedTuple):
    """A certificate as it lies on the disk."""

    path: Path
    data: bytes = b""
    """What is in it; empty when it is gone."""
    fault: Literal["", "gone", "changed"] = ""
    """How it differs from what was attached."""


def path_of(folder: Path, name: str) -> Path:
    """Where a certificate of the logbook in this folder lies; a name that leads elsewhere stands for their folder.

    The name comes from the log, which anybody may have edited.
    """
    return folder / FOLDER / name if is_plain_name(name) else folder / FOLDER


def is_there(folder: Path, name: str) -> bool:
    """Whether a certificate is there; it is not read."""
    return path_of(folder, name).is_file()


def read_proof(folder: Path, name: str) -> bytes | None:
    """What is in a certificate; None when it is gone."""
    try:
        return read_source(path_of(folder, name), LARGEST_CERTIFICATE, field="certificates", so="so it is missing")
    except Refusal:
        return None


def proof_of(folder: Path, certificate: Certificate) -> Proof:
    """Read a certificate of the logbook in this folder."""
    path, data = path_of(folder, certificate.file), read_proof(folder, certificate.file)
    if data is None:
        return Proof(path, fault="gone")
    digest = certificate.sha256
    return Proof(path, data, "changed" if digest and sha256(data).hexdigest() != digest else "")
