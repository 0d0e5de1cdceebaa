"""Bytes of every encoding that spreadsheets and portals write."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.importing.decoding import decoded

TEXT = "title;note\r\nCoding café – grüßt;“née” 40 €\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_the_text_is_the_same_whatever_the_encoding(data: bytes, encoding: str) -> None:
    assert decoded(data) == (TEXT, encoding)


def test_text_of_other_scripts_with_a_mark() -> None:
    text = "題名,日付\n研修 👩‍⚕️,2026-01-10\n"
    for encoding in ("utf-8-sig", "utf-16"):
        assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("data", [b"", b"\x00", b"a", b"\xff\xfe", b"\xff\xfea", b"\x81\x8d\x90", b"a\x00b"])
def test_odd_ends_are_some_text(data: bytes) -> None:
    assert isinstance(decoded(data).text, str)


@given(st.binary(max_size=200))
def test_any_bytes_are_some_text(data: bytes) -> None:
    decoded(data).text.encode("utf-8", "surrogatepass")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_utf_8_is_what_it_was(text: str) -> None:
    assert decoded(codecs.BOM_UTF8 + text.encode()).text == text
    if not text.startswith(("\ufeff",)):
        assert decoded(text.encode()).text == text
