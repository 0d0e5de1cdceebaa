"""What an import would do, in words: the same on the screen and on the command line."""

from collections.abc import Sequence

from ceulog.domain.text import listed
from ceulog.exchange.importing.planning import ImportPlan, Item
from ceulog.exchange.values import value_words

_MOST, _LONGEST = 4, 40
"""Words that a sentence names, and characters of each."""


def counted(plan: ImportPlan, *, nothing: bool = True) -> str:
    """How many lines have which fate: "12 new (1 planned), 1 changed, 2 known already, 3 rejected".

    Args:
        plan: the plan.
        nothing: whether the commoner fates are named that no line has.
    """
    new = plan.of("new")
    planned = sum(each.after.status == "planned" for each in new)
    parts = [(len(new), f"new ({planned} planned)" if planned else "new")]
    parts += [(len(plan.of("changed")), "changed"), (len(plan.of("same")), "known already")]
    rarer = [
        (len(plan.of("in-trash")), "in the trash"),
        (len(plan.left_out), "left out"),
        (sum(len(each.also) for each in plan.items), "about the same activities"),
    ]
    parts += [each for each in rarer if each[0]]
    parts.append((len(plan.rejected), "rejected"))
    kept = [each for each in parts if nothing or each[0]] or parts[:1]
    return ", ".join(f"{number} {what}" for number, what in kept)


def unknown_statuses(texts: Sequence[str]) -> str:
    """What is said of texts that tell of no line whether it was attended; empty for none."""
    lines = "lines with that are taken as attended, and it is in their notes"
    return f"Not understood as a status: {_some(texts)}; {lines}." if texts else ""


def unknown_credentials(texts: Sequence[str]) -> str:
    """What is said of texts that name no credential that is known; empty for none."""
    lines = "lines with that count for all that you hold, and it is in their notes"
    return f"No credential that is known here: {_some(texts)}; {lines}." if texts else ""


def spoilt_numbers(texts: Sequence[str]) -> str:
    """What is said of index numbers of which a spreadsheet made numbers; empty for none."""
    way = "the digits behind are lost; put them right from the certificate"
    return f"Index numbers that a spreadsheet has rounded: {_some(texts)}; {way}." if texts else ""


def _some(texts: Sequence[str]) -> str:
    more = [f"{len(texts) - _MOST} more"] if len(texts) > _MOST else []
    return listed([*(f"“{each[:_LONGEST]}”" for each in texts[:_MOST]), *more])


def changes_words(item: Item) -> str:
    """What an import changes of an activity: "ceus '1' -> '2'; sponsor nothing -> 'AAPC'"."""
    return "; ".join(
        f"{each.field} {value_words(each.before)} -> {value_words(each.after)}" for each in item.differences
    )
