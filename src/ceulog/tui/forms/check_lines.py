"""The lines of a check: a heading with its number for each group, and below it what was found, entry by entry."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from ceulog.domain.named import NamedTuple
from ceulog.logbook.checking import Checked, together
from ceulog.tui.widgets.painting import hanging
from ceulog.wording.check_groups import grouped

MOST = 200
"""Entries of a group that are listed."""


class CheckLine(NamedTuple):
    """What was found about one thing; a heading has nothing."""

    content: Content
    checked: Checked | None = None
    """The first finding about it."""


def check_lines(found: Iterable[Checked], width: int) -> list[CheckLine]:
    """All lines in so many cells, a blank one before every heading but the first."""
    lines: list[CheckLine] = []
    groups = grouped(([each.finding.kind for each in members], members) for members in together(found))
    for heading, listed in groups.items():
        above = "\n" if lines else ""
        lines.append(CheckLine(Content.assemble(above, (heading, "bold"), f"  {len(listed)}")))
        lines += [CheckLine(Content(_text(members, width - 2)), members[0]) for members in listed[:MOST]]
        if (more := len(listed) - MOST) > 0:
            lines.append(
                CheckLine(Content(hanging(f"And {more} more; `ceulog check` lists them all.", width - 2, "  ")))
            )
    return lines


def _text(members: Sequence[Checked], width: int) -> str:
    """One sentence, or the entry and below it what was found about it."""
    if len(members) == 1:
        return hanging(members[0].sentence, width, "  ")
    below = (hanging(each.said, width - 2, "    ") for each in members)
    return "\n".join((hanging(f"{members[0].subject}:", width, "  "), *below))


def place_of(lines: Sequence[CheckLine], checked: Checked | None, place: int) -> int | None:
    """Where the cursor goes: to the same thing, else to the nearest line with one from where it stood."""
    there = [number for number, each in enumerate(lines) if each.checked]
    if checked:
        for number in there:
            other = lines[number].checked
            if other and other.about == checked.about:
                return number
    return min(there, key=lambda number: (abs(number - place), number), default=None)
