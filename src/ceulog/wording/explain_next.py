"""What to earn next, and the pages behind the rules, in words."""

from collections.abc import Iterable, Iterator

from ceulog.domain.references import Reference
from ceulog.domain.suggesting import Gap, Suggestion
from ceulog.domain.text import listed
from ceulog.wording.numbers import plain


def suggestion_sentence(suggestion: Suggestion) -> str:
    """What to look for next, and what each CEU of it fills."""
    wanted = [
        *suggestion.labels,
        *([f"approved for {listed(suggestion.approved_for)}"] if suggestion.approved_for else []),
    ]
    what = f"an activity {', '.join(wanted)}" if wanted else "any approved activity"
    filled = listed([_gap(each) for each in suggestion.gaps])
    return f"{what[:1].upper()}{what[1:]}, with CEUs from {listed(suggestion.organizations)}: each CEU fills {filled}."


def _gap(gap: Gap) -> str:
    missing = f"{plain(gap.missing)} missing"
    if gap.label == "total":
        return f"the total of {gap.credential or gap.organization} ({missing})"
    whose = f" for {gap.credential}" if gap.credential else f" at {gap.organization}"
    return f"“{gap.label}”{whose} ({missing})"


def reference_lines(references: Iterable[Reference]) -> Iterator[str]:
    """The pages behind the sources, by their tags."""
    for each in references:
        dated = f" ({each.dated})" if each.dated else ""
        yield f"{each.tag}: {each.says}{dated} {each.address}".rstrip()
