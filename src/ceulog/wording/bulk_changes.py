"""What an edit of many entries makes of each field: before -> after, a line each."""

from collections.abc import Iterable, Mapping

from ceulog.domain.activities import Activity
from ceulog.domain.bulk import FIELD_NAMES, BulkEdit
from ceulog.domain.state import Edit
from ceulog.domain.text import listed, tidy
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count
from ceulog.wording.words import provider_name, type_name


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
        said = [(_value(before, name, domains), _value(after, name, domains)) for before, after in pairs]
        differing = [each for each in said if each[0] != each[1]]
        if differing:
            before, after = (_few(values) for values in zip(*differing, strict=True))
            lines.append(f"{FIELD_NAMES[name].capitalize()}: {before} {arrow} {after}")
    return lines


def _few(values: Iterable[str]) -> str:
    """The value that all have, else how many there are."""
    different = dict.fromkeys(values)
    return next(iter(different)) if len(different) == 1 else count(len(different), "value")


def _value(activity: Activity, name: str, domains: Mapping[int, str]) -> str:
    match name:
        case "type":
            said = type_name(activity.type)
        case "domain":
            number = activity.domain
            said = "not classified" if number is None else echo(domains.get(number, str(number)))
        case "provided_by":
            said = provider_name(activity.provided_by)
        case "organizations":
            said = _listed(activity.credits)
        case "approved_for":
            said = _listed(activity.approved_for)
        case "status":
            said = "planned" if activity.status == "planned" else "attended"
        case _:
            text = str(getattr(activity, name))
            said = f"“{echo(text)}”" if text else "nothing"
    return said


def _listed(codes: Iterable[str]) -> str:
    names = [tidy(each)[:20] for each in codes]
    return listed(names) if names else "none"
