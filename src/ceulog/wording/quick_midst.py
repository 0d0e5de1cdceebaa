"""What a quick line says in its midst, because words that nobody knows stand behind it."""

from collections.abc import Callable

from ceulog.wording.quick_ends import Ends
from ceulog.wording.quick_forms import LONGEST, Find, belongs_first, is_firm, is_weekday
from ceulog.wording.quick_parts import said_ceus
from ceulog.wording.vocabulary import RANGES

Wanted = Callable[[Find, str, str, str], bool]
"""Whether a form may be taken, by itself, its text and its two neighbors."""


def take_midst(ends: Ends) -> None:
    """Take what cannot well be anything else, and what directly adjoins it; the title keeps the rest in order.

    An amount that says so ("2 CEUs") goes before a lone fraction. Of two of a kind the last one is meant.
    """
    _take_all(ends, lambda _find, text, _before, _after: said_ceus(text) is not None)
    _take_all(ends, is_firm)


def _take_all(ends: Ends, wanted: Wanted) -> None:
    end = len(ends.words)
    while end > 0 and not ends.said.keys() >= {"ceus", "minutes", "date"}:
        place = _take_at(ends, end, wanted)
        end = end - 1 if place is None else _take_round(ends, place)


def _take_at(ends: Ends, end: int, wanted: Wanted) -> int | None:
    """Take the form that ends before a word, if it is wanted; the place where it was, or None."""
    after = ends.word(end)
    return ends.take_form(
        end, lambda find, start: wanted(find, ends.phrase(start, end - start), ends.word(start - 1), after)
    )


def _take_round(ends: Ends, place: int) -> int:
    """Take what adjoins what was taken at a place: before it as at the line's end, behind it all but whole numbers.

    Returns:
        The place where it all was.
    """
    while (start := ends.take_before(place)) is not None:
        place = start
    while _take_behind(ends, place):
        pass
    if place < len(ends.words) and ends.words[place].is_separator and _is_set_off(ends, place):
        del ends.words[place]
    if place == 0 and ends.first_type:
        ends.is_apart = True
    return place


def _take_behind(ends: Ends, place: int) -> bool:
    for size in range(LONGEST, 0, -1):
        text = ends.phrase(place, size)
        # "11/03/2026 10 tips", "1.5 Sun Valley": these belong to what follows
        find = None if text.isdecimal() or is_weekday(text) else ends.form(text)
        after = ends.word(place + size)
        if find is None or after in RANGES or not belongs_first(find, text, after):
            continue
        ends.said[find.field] = find.value
        del ends.words[place : place + size]
        return True
    return False


def _is_set_off(ends: Ends, place: int) -> bool:
    """Whether a dash or the line's beginning stands before the place, so that the dash behind it is left over."""
    return place == 0 or ends.words[place - 1].is_separator
