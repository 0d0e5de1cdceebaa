"""The lines of a check: a heading with its number for each group, and below it a sentence for each finding."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from ceulog.domain.named import NamedTuple
from ceulog.logbook.checking import Checked
from ceulog.tui.widgets.painting import hanging
from ceulog.wording.check_groups import grouped

MOST = 200
"""Findings of a group that are listed."""


class CheckLine(NamedTuple):
    """One line; a heading has no finding."""

    content: Content
    checked: Checked | None = None


def check_lines(found: Iterable[Checked], width: int) -> list[CheckLine]:
    """All lines in so many cells, a blank one before every heading but the first."""
    lines: list[CheckLine] = []
    for heading, members in grouped((each.finding.kind, each) for each in found).items():
        above = "\n" if lines else ""
        lines.append(CheckLine(Content.assemble(above, (heading, "bold"), f"  {len(members)}")))
        lines += [CheckLine(Content(hanging(each.sentence, width - 2, "  ")), each) for each in members[:MOST]]
        if (more := len(members) - MOST) > 0:
            lines.append(
                CheckLine(Content(hanging(f"And {more} more; `ceulog check` lists them all.", width - 2, "  ")))
            )
    return lines


def place_of(lines: Sequence[CheckLine], checked: Checked | None, place: int) -> int | None:
    """Where the cursor goes: to the same finding, else to the nearest line with one from where it stood."""
    there = [number for number, each in enumerate(lines) if each.checked]
    if checked:
        for number in there:
            other = lines[number].checked
            if other and _key(other) == _key(checked):
                return number
    return min(there, key=lambda number: (abs(number - place), number), default=None)


def _key(checked: Checked) -> tuple[object, ...]:
    """What stays of a finding when its entry was changed."""
    finding = checked.finding
    return finding.kind, finding.organization, finding.activity.id if finding.activity else "", finding.other
