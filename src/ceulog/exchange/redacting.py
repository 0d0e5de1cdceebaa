"""Taking secrets out of texts: names and numbers, however their letters are written and their parts set apart."""

from collections.abc import Callable, Iterable
from unicodedata import normalize

REDACTED = "[removed]"
_SHORT = 4
"""A secret of fewer characters is only taken out where it stands alone, for it would hit years and words."""


def redactor_of(secrets: Iterable[str]) -> Callable[[str], str]:
    """What takes the secrets out of a text; capitals, blanks and how accents are encoded make no difference."""
    keys = {key for each in secrets if (key := _key(each))}
    if not keys:
        return lambda text: text
    by_start: dict[str, list[str]] = {}
    for key in sorted(keys, key=lambda each: (-len(each), each)):
        by_start.setdefault(key[:_SHORT], []).append(key)
    known: dict[str, str] = {}

    def redact(text: str) -> str:
        if text not in known:
            known[text] = _without(text, by_start)
        return known[text]

    return redact


def _key(secret: str) -> str:
    return "".join(map(_folded, "".join(secret.split())))


def _folded(letter: str) -> str:
    return normalize("NFKD", letter.casefold())


def _without(text: str, by_start: dict[str, list[str]]) -> str:
    """The text with every secret replaced; of those that begin at one place the longest."""
    folded = [(letter, at) for at, each in enumerate(text) if not each.isspace() for letter in _folded(each)]
    key = "".join(letter for letter, _ in folded)
    pieces: list[str] = []
    done = place = 0
    while place < len(key):
        found = _secret_at(text, key, place, folded, by_start)
        if found:
            start, end = folded[place][1], folded[place + len(found) - 1][1] + 1
            pieces += [text[done:start], REDACTED]
            done, place = end, place + len(found)
        else:
            place += 1
    return "".join((*pieces, text[done:]))


def _secret_at(
    text: str, key: str, place: int, folded: list[tuple[str, int]], by_start: dict[str, list[str]]
) -> str:  # fmt: skip
    for size in range(_SHORT, 0, -1):
        for secret in by_start.get(key[place : place + size], ()):
            if not key.startswith(secret, place):
                continue
            start, last = folded[place][1], folded[place + len(secret) - 1][1]
            if len(secret) >= _SHORT or _stands_alone(text, start, last + 1):
                return secret
    return ""


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
