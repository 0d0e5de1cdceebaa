"""What a choice of roads still lacks, in words."""

from decimal import Decimal

from ceulog.domain.bars import Bar
from ceulog.wording.numbers import count, plain


def lacking(bar: Bar) -> str:
    """What is missing on the road that is furthest: "second letter"; "45 more contact hours, and Practicode".

    Of two roads that are equally far the first is named.
    """
    if bar.met:
        return ""
    if bar.kind == "any_of":
        return lacking(max(bar.parts, key=lambda each: each.fraction))
    if bar.kind == "all_of":
        return ", and ".join(words for each in bar.parts if (words := lacking(each)))
    if bar.kind == "hours":
        return more_hours(bar.missing, bar.label)
    return bar.label if bar.kind == "tick" else f"{count(bar.missing, 'CEU')} {bar.label}"


def more_hours(missing: Decimal, label: str) -> str:
    """Hours that are missing: "45 more contact hours"; "8 more hours of practice" where the label names none."""
    return f"{plain(missing)} more {label if 'hour' in label.casefold() else f'hours of {label}'}"
