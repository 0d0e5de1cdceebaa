"""Bytes of every encoding that spreadsheets and portals write."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.importing.decoding import decoded, decoded_lines
from ceulog.exchange.importing.records import lines_of

TEXT = "title;note\r\nCoding café – grüßt;“née” 40 €\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_text_is_the_same_whatever_the_encoding(data: bytes) -> None:
    assert decoded(data) == TEXT


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_line_from_elsewhere_spoils_no_other(mark: bytes, end: str) -> None:
    line = f"Coding café{end}"
    assert decoded(mark + line.encode() + line.encode("cp1252") + line.encode()) == 3 * line


def test_text_of_other_scripts_with_a_mark() -> None:
    text = "題名,日付\n研修 👩‍⚕️,2026-01-10\n"
    for encoding in ("utf-8-sig", "utf-16"):
        assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [b"", b"\x00", b"a", b"\xff\xfe", b"\xff\xfea", b"\x81\x8d\x90", b"a\x00b"])
def test_odd_ends_are_some_text(data: bytes) -> None:
    assert isinstance(decoded(data), str)


@given(st.binary(max_size=200))
def test_any_bytes_are_some_text(data: bytes) -> None:
    decoded(data).encode("utf-8", "surrogatepass")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_utf_8_is_what_it_was(text: str) -> None:
    assert decoded(codecs.BOM_UTF8 + text.encode()) == text
    if not text.startswith(("\ufeff",)):
        assert decoded(text.encode()) == text


PIECES = st.sampled_from(
    [b"a,b", b"\r", b"\n", b"\r\n", "\u2028caf\xe9\x0b".encode(), "\xe9".encode("cp1252"), b"\0", b"\xff"]
)


@given(st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE]), st.lists(PIECES, max_size=8))
def test_the_lines_are_those_of_the_text(mark: bytes, pieces: list[bytes]) -> None:
    data = mark + b"".join(pieces)
    lines, text = decoded_lines(data), decoded(data)
    assert lines == lines_of(text)
    assert "".join(lines) == text.replace("\0", "")
    assert not any(end in each.rstrip("\r\n") for each in lines for end in "\r\n")
