"""The certificates on the disk: where each lies, and whether it is still what was attached."""

from hashlib import sha256
from pathlib import Path
from typing import Literal

from ceulog.domain.activities import Certificate
from ceulog.domain.named import NamedTuple
from ceulog.domain.proofs import is_plain_name
from ceulog.domain.refusals import Refusal
from ceulog.storage.certificates import FOLDER, MAX_BYTES
from ceulog.storage.sources import read_source


class Proof(NamedTuple):
    """A certificate as it lies on the disk."""

    path: Path
    data: bytes = b""
    """What is in it; empty when it is gone."""
    fault: Literal["", "gone", "changed"] = ""
    """How it differs from what was attached."""


def proof_of(folder: Path, certificate: Certificate) -> Proof:
    """Read a certificate of the logbook in this folder.

    A name that leads out of the folder of certificates is taken for one that is gone.
    """
    name = certificate.file
    path = folder / FOLDER / name
    if not is_plain_name(name):
        return Proof(folder / FOLDER, fault="gone")
    try:
        data = read_source(path, MAX_BYTES, field="certificates", so="so it is missing")
    except Refusal:
        return Proof(path, fault="gone")
    digest = certificate.sha256
    return Proof(path, data, "changed" if digest and sha256(data).hexdigest() != digest else "")
