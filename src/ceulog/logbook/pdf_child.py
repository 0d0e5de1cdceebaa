"""The process that reads PDF files, apart from the logbook: a hostile one can hang or fill nothing but this.

It is given one file after the other on its standard input and answers each with a line of JSON.
"""

import json
import logging
import sys
from contextlib import suppress
from io import BytesIO

MEMORY = 1 << 30
"""Bytes that it may take."""
MOST_PAGES = 5
MOST_TEXT = 100_000
"""Characters; no certificate has as many."""
LENGTH = 8
"""Bytes of the number that says how long a file is."""


def main() -> None:
    """Read until there is nothing more."""
    _limit()
    logging.disable(logging.CRITICAL)
    while len(head := sys.stdin.buffer.read(LENGTH)) == LENGTH:
        data = sys.stdin.buffer.read(int.from_bytes(head, "big"))
        print(json.dumps(answer(data)), flush=True)


def answer(data: bytes) -> dict[str, str]:
    """The text of a PDF as `text`, or why there is none as `fault`: locked, damaged, large."""
    from pypdf import PdfReader  # noqa: PLC0415 - an extra
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError  # noqa: PLC0415

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):  # many are locked against changes alone
            return {"fault": "locked"}
        text = ""
        for page in reader.pages[:MOST_PAGES]:
            text += f"{page.extract_text()}\n"
            if len(text) > MOST_TEXT:
                break
        return {"text": text[:MOST_TEXT]}
    except (DependencyError, FileNotDecryptedError):
        return {"fault": "locked"}
    except (MemoryError, LimitReachedError):
        return {"fault": "large"}
    except Exception:  # a hostile file has pypdf raise anything; this process does nothing but read it
        return {"fault": "damaged"}


def _limit() -> None:
    """Bound what it may take, where the system can."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
