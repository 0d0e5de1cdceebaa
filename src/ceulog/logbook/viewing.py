"""Showing a certificate with the program that the system has for it; never anything that could run."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which

from ceulog.domain.activities import Certificate
from ceulog.domain.named import NamedTuple
from ceulog.logbook.proofs import Proof, proof_of
from ceulog.wording.echo import echo

PATIENCE = 1.5
"""Seconds in which a system says that it has no viewer; one that shows the file may run for as long as it likes."""
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",), ".png": (b"\x89PNG",), ".jpg": (b"\xff\xd8\xff",), ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF8",), ".bmp": (b"BM",), ".webp": (b"RIFF",), ".tif": (b"II*\x00", b"MM\x00*"),
    ".tiff": (b"II*\x00", b"MM\x00*"), ".heic": (b"ftyp",), ".heif": (b"ftyp",),
}  # fmt: skip
"""The endings of what is opened, and how such a file begins; a text begins as it likes."""
TEXT = ".txt"


class Viewed(NamedTuple):
    """What came of it."""

    path: Path
    opened: bool
    words: str
    """A sentence."""


def view(
    folder: Path, certificate: Certificate, environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Viewed:
    """Show a certificate of the logbook in this folder, if it is as it was attached and of a kind that is only shown.

    Args:
        folder: of the logbook.
        certificate: the one to show.
        environment: says whether there is a desktop.
        system: as `sys.platform` has it.
    """
    proof = proof_of(folder, certificate)
    name = echo(certificate.file)
    if proof.fault == "gone":
        return Viewed(proof.path, False, f"{name} is no longer in the logbook's folder of certificates.")
    if proof.fault:
        words = "was changed after it was attached, so it was not opened; a packet would say so too."
        return Viewed(proof.path, False, f"{name} {words}")
    if not _is_only_shown(proof):
        return Viewed(proof.path, False, f"{name} is neither a PDF nor a picture nor a text, so it was not opened.")
    if trouble := _start(proof.path, environment, system):
        return Viewed(proof.path, False, f"{trouble} {name} was not opened.")
    return Viewed(proof.path, True, f"Opened {name}.")


def _is_only_shown(proof: Proof) -> bool:
    """Whether the file is of a kind that viewers show, by its ending and by how it begins."""
    ending = proof.path.suffix.casefold()
    if ending == TEXT:
        return b"\x00" not in proof.data and not proof.data.startswith((b"#!", b"MZ"))
    begins = _BEGINNINGS.get(ending, ())
    return proof.data.startswith(begins, 4 if begins == (b"ftyp",) else 0)


def _start(path: Path, environment: Mapping[str, str], system: str) -> str:
    """Start the system's viewer; gives why there is none, and the empty text when it runs."""
    if system == "win32":
        return _start_on_windows(path)
    opener = which("open" if system == "darwin" else "xdg-open", path=environment.get("PATH", os.defpath))
    if system != "darwin" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return "There is no desktop here to show it on."
    if opener is None:
        return "No program was found that opens files (xdg-open is missing)."
    return _run([opener, str(path)], environment)


def _start_on_windows(path: Path) -> str:
    start: Callable[[Path], object] | None = getattr(os, "startfile", None)
    try:
        if start is not None:
            start(path)
            return ""
    except OSError:
        pass
    return "No program was found that shows it."


def _run(command: Sequence[str], environment: Mapping[str, str]) -> str:
    try:
        # its words must not land on the screen, nor its end take the logbook with it
        process = subprocess.Popen(  # noqa: S603 - the system's own opener, and a file of the logbook's own folder
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, env=dict(environment),
        )  # fmt: skip
        failed = process.wait(PATIENCE) != 0
    except subprocess.TimeoutExpired:
        failed = False
    except OSError:
        failed = True
    return "No program was found that shows it." if failed else ""
