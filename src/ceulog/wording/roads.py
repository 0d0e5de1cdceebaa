"""What a choice of roads still lacks, in words."""

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
        return f"{plain(bar.missing)} more {bar.label}"
    return bar.label if bar.kind == "tick" else f"{count(bar.missing, 'CEU')} {bar.label}"
