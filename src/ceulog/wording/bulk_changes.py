"""What an edit of many entries makes of each field: before -> after, a line each."""

from collections.abc import Iterable, Mapping

from ceulog.domain.activities import Activity
from ceulog.domain.bulk import FIELD_NAMES, BulkEdit
from ceulog.domain.state import Edit
from ceulog.wording.bulk import field_words
from ceulog.wording.numbers import count


def bulk_lines(edit: BulkEdit, edits: Iterable[Edit], domains: Mapping[int, str], arrow: str) -> list[str]:
    """A line for each field that changes, as in "Sponsor: 3 values -> “Raleigh chapter”".

    Args:
        edit: what is chosen.
        edits: what each entry becomes.
        domains: id -> name of the HIIM domains.
        arrow: what stands between before and after.
    """
    pairs = [(e.before, e.after) for e in edits if isinstance(e.before, Activity) and isinstance(e.after, Activity)]
    lines = []
    for name in edit.fields:
        said = [tuple(field_words(name, _value(each, name), domains) for each in pair) for pair in pairs]
        differing = [each for each in said if each[0] != each[1]]
        if differing:
            before, after = (_few(values) for values in zip(*differing, strict=True))
            lines.append(f"{FIELD_NAMES[name].capitalize()}: {before} {arrow} {after}")
    return lines


def _few(values: Iterable[str]) -> str:
    """The value that all have, else how many there are."""
    different = dict.fromkeys(values)
    return next(iter(different)) if len(different) == 1 else count(len(different), "value")


def _value(activity: Activity, name: str) -> object:
    return getattr(activity, "credits" if name == "organizations" else name)
