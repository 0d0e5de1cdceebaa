"""The text of PDF files, read in a process of its own that is ended when it takes too long."""

import json
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from threading import Event, Timer
from types import TracebackType
from typing import IO, Self

from ceulog.domain.refusals import Refusal
from ceulog.logbook.pdf_child import LENGTH

SECONDS = 20.0
"""A certificate takes a tenth of one."""
MISSING = "Reading PDF files needs pypdf: pip install 'ceulog[pdf]'. Nothing was read."
FAULTS = {
    "locked": "it is locked with a password, so its text cannot be read",
    "large": "it unfolds to more than a certificate can be, so it was not read",
    "other": "it is no PDF",
    "damaged": "it is damaged, or no PDF at all",
    "slow": f"it could not be read within {SECONDS:.0f} seconds",
    "broke": "reading it came to a sudden end, so its text is not known",
    "empty": "it has no text: it may be a scan",
}


class Unreadable(Exception):  # noqa: N818 - said of one file among others
    """A file has no text that can be read; its str is the reason, as the end of a sentence.

    Attributes:
        is_pdf: whether it is a PDF all the same, such as a scan.
    """

    def __init__(self, fault: str) -> None:
        super().__init__(FAULTS[fault])
        self.is_pdf = fault not in ("damaged", "other")


class PdfTexts:
    """Reads one PDF after the other; to be used in a `with`.

    Args:
        seconds: that one may take.

    Raises:
        Refusal: pypdf is not installed.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        if find_spec("pypdf") is None:
            raise Refusal(MISSING)
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def text_of(self, data: bytes) -> str:
        """The text of a PDF.

        Raises:
            Unreadable: it is locked, damaged, takes too long, or has no text.
        """
        if b"%PDF-" not in data[:1024]:
            raise Unreadable("other")
        answer = self._ask(data)
        if fault := answer.get("fault"):
            raise Unreadable(fault)
        text = answer.get("text", "")
        if not text.strip():
            raise Unreadable("empty")
        return text

    def _ask(self, data: bytes) -> dict[str, str]:
        """What the process answers, or the fault when it had to be ended, or ended by itself."""
        process = self._running()
        late = Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = Timer(self._seconds, end)
        timer.start()
        try:
            into, out = _pipes(process)
            into.write(len(data).to_bytes(LENGTH, "big") + data)
            into.flush()
            line = out.readline()
        except OSError:  # it was ended while it was given the file
            line = b""
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            answer: dict[str, str] = json.loads(line)
            return answer
        self._end()
        return {"fault": "slow" if late.is_set() else "broke"}

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            # -P: a file called pypdf.py in the folder where one stands must not be run
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "ceulog.logbook.pdf_child"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):  # what was not taken is lost, as it should be
                    pipe.close()
        process.wait()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipes")
    return process.stdin, process.stdout
