"""Which names in a log may be those of certificates: on every system, and nowhere but in their folder."""

import pytest

from ceulog.domain.proofs import is_plain_name


@pytest.mark.parametrize(
    "name", ["a.pdf", "0123456789ab-My_scan.PDF", "Übung 1.pdf", "a..b", ".hidden", "console.pdf", "com.pdf"]
)
def test_plain(name: str) -> None:
    assert is_plain_name(name)


@pytest.mark.parametrize("name", [
    "", ".", "..", "../a", "a/b", "/a", "a\\b", "C:a", "a.pdf:stream", "a?", "a*", "a\x00", "a\x1b[m", "a\u202eb",
    "a\n", "a.", "a ", " a",
    "CON", "nul.pdf", "Com1.tar.gz", "LPT0", "aux .txt",
])  # fmt: skip
def test_leads_elsewhere_or_nowhere(name: str) -> None:
    assert not is_plain_name(name)
