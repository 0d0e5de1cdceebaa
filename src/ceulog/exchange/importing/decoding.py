"""Bytes from anybody -> text: the encodings that spreadsheets and portals write."""

import codecs

from ceulog.domain.named import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
"""Bytes that are looked at to tell UTF-16 without a mark."""


class Decoded(NamedTuple):
    """A file as text."""

    text: str
    encoding: str
    """As Python names it."""


def decoded(data: bytes) -> Decoded:
    """The text of a file, by its byte-order mark, else as UTF-16 if every other byte is zero, else as UTF-8 if it
    is valid, else as Windows' cp1252, in which any bytes are some text.
    """  # noqa: D205 - one sentence
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    if encoding := _unmarked_utf16(data[:_SAMPLE]):
        return Decoded(data.decode(encoding, "replace"), encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", "replace"), "cp1252")


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
