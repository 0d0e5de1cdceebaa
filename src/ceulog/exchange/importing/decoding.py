"""Bytes from anybody -> text: the encodings that spreadsheets and portals write."""

import codecs
from contextlib import suppress

from ceulog.exchange.importing.records import lines_in, lines_of

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
"""Bytes that are looked at to tell UTF-16 without a mark."""


def decoded(data: bytes) -> str:
    """The text of a file, by its byte-order mark, else as UTF-16 if every other byte is zero, else each line as UTF-8
    where it is valid, else as Windows' cp1252, in which any bytes are some text.
    """  # noqa: D205 - one sentence
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if encoding := _unmarked_utf16(data[:_SAMPLE]):
        return data.decode(encoding, "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # a line that was pasted from elsewhere does not spoil the others
        return "".join(map(_line, data.splitlines(keepends=True)))


def decoded_lines(data: bytes) -> list[str]:
    """The lines of that text with their ends; a long file is not put together as a whole for it."""
    if not data.startswith(tuple(mark for mark, _ in _MARKS)) and not _unmarked_utf16(data[:_SAMPLE]):
        with suppress(UnicodeDecodeError):
            return lines_in(data.removeprefix(codecs.BOM_UTF8))
    return lines_of(decoded(data))


def _line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _unmarked_utf16(sample: bytes) -> str:
    """The byte order in which nearly every other byte is zero, as in Western text; empty for neither."""
    pairs = len(sample) // 2
    if not pairs:
        return ""
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = sample[offset : 2 * pairs : 2].count(0)
        others = sample[1 - offset : 2 * pairs : 2].count(0)
        if zeros * 10 >= pairs * 7 and not others:
            return encoding
    return ""
