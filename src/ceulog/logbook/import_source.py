"""What is to be imported, as it was read: a file, or a text that was pasted, as records without meaning."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.exchange.importing.decoding import decoded_lines
from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.mail import mail_text
from ceulog.exchange.importing.records import Record, lines_of
from ceulog.exchange.importing.table import table_of
from ceulog.storage.sources import read_source

MAX_BYTES = 50 * 1024 * 1024
"""A table of 100,000 activities has some 20 MiB; more than this is something else."""
UNCHANGED = "so nothing was imported"
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"[^"]*"\s*:|\[\s*\{)')
_OTHER_FILES = {
    b"PK\x03\x04": "a workbook such as Excel's, or an archive",
    b"\xd0\xcf\x11\xe0": "a workbook of an old Excel",
    b"%PDF-": "a PDF",
}


class Source(NamedTuple):
    """A file that was read, or a text that was pasted; nothing is known of its columns yet."""

    name: str
    path: Path | None
    """None for text that was pasted."""
    rows: tuple[Record, ...]
    """All its records, the header among them."""


def read_file(path: Path) -> Source:
    """The records in a file.

    Raises:
        Refusal: it cannot be read, or is no table of text.
    """
    return source_from(read_source(path, MAX_BYTES, field="", so=UNCHANGED), path.name, path)


def source_from(data: bytes, name: str, path: Path | None = None) -> Source:
    """The records in the bytes of a file; see `read_file`.

    Raises:
        Refusal: they are too many, no table of text, or an e-mail without plain text.
    """
    with about(name):
        _refuse_no_table(data)
        text = mail_text(data)
        lines = decoded_lines(data) if text is None else lines_of(text)
        return Source(name, path, tuple(table_of(lines, vocabulary())))


def source_in(text: str, name: str, path: Path | None = None) -> Source:
    """The records in a text, such as one that was pasted."""
    return Source(name, path, tuple(table_of(lines_of(text), vocabulary())))


@contextmanager
def about(name: str) -> Iterator[None]:
    """Let a refusal begin with the name of what it is about."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(f"{tidy(name)}: {refusal}", field=refusal.field) from None


def _refuse_no_table(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise Refusal(f"it is larger than {MAX_BYTES >> 20} MiB, {UNCHANGED}.")
    for beginning, what in _OTHER_FILES.items():
        if data.startswith(beginning):
            raise Refusal(f"it is {what}, not a table of text. Save it as CSV first; nothing was imported.")
    if _JSON.match(data):
        raise Refusal(
            "it is JSON, not a table. `ceulog export` without --format, or `list --csv`, writes what can be read here; "
            "nothing was imported."
        )
