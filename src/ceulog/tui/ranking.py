"""How well something fits what is typed into the palette: whole words first, letters here and there last."""

import re
from collections.abc import Callable

_WORDS = re.compile(r"[^\W_]+")

WHOLE, BEGUN, INSIDE, SCATTERED = 0.8, 0.6, 0.4, 0.1
"""Every word typed is a word of it, begins one, or stands somewhere in it; or its name resembles what is typed."""
NAMED = 0.1
"""What more it is worth in a name than in what is said of it."""


def rank(query: str, name: str, about: str = "", resembles: Callable[[str], float] | None = None) -> float:
    """A score from 0, which is no fit at all, to 1.

    Args:
        query: what is typed.
        name: what the thing is called.
        about: what else is said of it.
        resembles: how much a name resembles what is typed, from 0 to 1; without it, letters here and there do not
            count.
    """
    typed = query.casefold().split()
    if not typed:
        return 0
    for text, more in ((name, NAMED), (f"{name} {about}", 0.0)):
        if score := _whole(typed, text.casefold()):
            return score + more
    return SCATTERED * min(resembles(name), 1) if resembles else 0


def _whole(typed: list[str], text: str) -> float:
    words = _WORDS.findall(text)
    if all(each in words for each in typed):
        return WHOLE
    if all(any(word.startswith(each) for word in words) for each in typed):
        return BEGUN
    return INSIDE if all(each in text for each in typed) else 0


def places_of(query: str, text: str) -> list[tuple[int, int]]:
    """Where the words that are typed stand in a text: from character to character."""
    low = text.casefold()
    if len(low) != len(text):  # some letters fold into two
        return []
    return [
        found.span() for each in dict.fromkeys(query.casefold().split()) for found in re.finditer(re.escape(each), low)
    ]
