"""Lines about one activity made one: the rows of our own export for each credential, or those of a tracker that has
one for each certification. Of rows of one id that contradict each other those of the latest cycle hold.
"""  # noqa: D205 - one sentence goes with the other

from collections.abc import Callable, Sequence

from ceulog.domain.entries import Entry
from ceulog.domain.text import title_key
from ceulog.exchange.importing.outcomes import Line, Rejected


def gathered(lines: Sequence[Line], is_past: Callable[[Line], bool], rejected: list[Rejected]) -> list[Line]:
    """The lines, those about one activity made one.

    Args:
        lines: in the order of the file.
        is_past: whether a line only says what a closed cycle keeps of an activity.
        rejected: those that contradict others come to it.
    """
    groups: dict[object, list[Line]] = {}
    closed: dict[str, list[Line]] = {}
    for line in lines:
        if line.id and is_past(line):
            closed.setdefault(line.id, []).append(line)
            continue
        group = groups.setdefault(line.id or _bare(line.entry), [])
        if not line.id or not group:
            group.append(line)
        elif line.entry == group[0].entry:
            if other := _contradicted(line, group):
                rejected.append(_contrary(line, other))
            else:
                group.append(line)
        elif line.cycle > group[0].cycle:
            rejected += [_contrary(each, line) for each in group]
            group[:] = [line]
        else:
            rejected.append(_contrary(line, group[0]))
    for key, past in closed.items():
        groups[key] = [*groups.get(key, ()), *past]
    return [group[0] if len(group) == 1 else _together(group) for group in groups.values()]


def _contradicted(line: Line, group: Sequence[Line]) -> Line | None:
    """The line that says something else of a portal than what somebody wrote into this one by hand."""
    for each in group:
        if any(each.in_portals.get(code, steps) != steps for code, steps in line.in_portals.items()):
            return each
    return None


def _contrary(line: Line, other: Line) -> Rejected:
    return Rejected(line.record, "", "", f"says something else of the activity {line.id} than line {other.record.line}")


def _bare(entry: Entry) -> tuple[object, ...]:
    """All that is said beside for whom it counts."""
    return (
        entry.date, title_key(entry.title or ""), entry.ceus, entry.minutes, entry.sponsor, entry.type,
        entry.index_number, entry.domain, entry.provided_by, entry.status, entry.presenter, entry.location,
        entry.next_cycle,
        tuple((entry.credits or {}).items()),
    )  # fmt: skip


def _together(group: Sequence[Line]) -> Line:
    said = {code: steps for each in group for code, steps in each.in_portals.items()}
    entry = group[0].entry if group[0].id else _joined([each.entry for each in group])
    return group[0]._replace(entry=entry, in_portals=said, also=tuple(each.record for each in group[1:]))


def _joined(entries: Sequence[Entry]) -> Entry:
    bodies = None
    if all(each.organizations is not None for each in entries):
        bodies = tuple(dict.fromkeys(code for each in entries for code in each.organizations or ()))
    approved = tuple(dict.fromkeys(code for each in entries for code in each.approved_for or ()))
    notes = "\n".join(dict.fromkeys(each.notes for each in entries if each.notes))
    return entries[0]._replace(organizations=bodies, approved_for=approved or None, notes=notes or None)
