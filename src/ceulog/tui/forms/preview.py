"""What the entry being typed would do to each bar: before -> after, a line for each held credential."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from textual.content import Content

from ceulog.domain.activities import Activity
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.widgets.bar_parts import render_bar
from ceulog.tui.widgets.contents import MUTED
from ceulog.wording.dates import prose_date
from ceulog.wording.explain_rule import minimum_rule
from ceulog.wording.numbers import aligned, decimals, plain

LEAST_BAR, MOST_BAR = 8, 36
"""Cells of a preview's bar."""

PART_STYLES = {part: f"$bar-{part}" for part in ("earned", "preview", "planned", "missing")}


class PreviewLine(NamedTuple):
    """One credential before and after; CEUs."""

    code: str
    needed: Decimal
    before: Decimal
    after: Decimal
    planned: Decimal
    """Planned before; what is planned, too, comes last in the bar."""
    planned_after: Decimal
    note: str = ""
    """Why nothing changes, where it is worth saying."""

    @property
    def changes(self) -> bool:
        """Whether the entry makes a difference to it."""
        return (self.before, self.planned) != (self.after, self.planned_after)


def preview_lines(
    before: Iterable[OrganizationProgress], after: Iterable[OrganizationProgress], activity: Activity | None
) -> list[PreviewLine]:
    """A line for each credential that has a bar."""
    then = {(each.code, it.code): it for each in after for it in each.credentials}
    return [
        _line(organization, credential, then.get((organization.code, credential.code), credential), activity)
        for organization in before
        for credential in organization.credentials
    ]


def _line(
    organization: OrganizationProgress, was: CredentialProgress, will_be: CredentialProgress, activity: Activity | None
) -> PreviewLine:
    same = (was.earned, was.planned) == (will_be.earned, will_be.planned)
    note = _note(organization, was, activity) if same and activity else ""
    return PreviewLine(was.code, will_be.needed, was.earned, will_be.earned, was.planned, will_be.planned, note)


def _note(organization: OrganizationProgress, credential: CredentialProgress, activity: Activity) -> str:
    rule = minimum_rule(organization, credential.code)
    if organization.code not in activity.credits or rule is None:
        return ""
    kinds = [kind.code for code in activity.approved_for if (kind := organization.organization.kind_of(code))]
    if credential.code not in kinds:
        return f"no {rule.label} approval on this one"
    if activity.date < credential.credential.earned:
        return f"before your award on {prose_date(credential.credential.earned)}"
    return f"fills the minimum of {kinds[0]}" if kinds[0] != credential.code else ""


def in_room(lines: Sequence[PreviewLine], room: int) -> list[PreviewLine]:
    """As many lines as there is room for, in their order: those that change go before those that do not."""
    if len(lines) <= room:
        return list(lines)
    by_worth = sorted(range(len(lines)), key=lambda at: (not lines[at].changes, at))
    return [lines[at] for at in sorted(by_worth[: max(room - 1, 1)])]


def preview_content(lines: Sequence[PreviewLine], width: int, height: int = 99) -> Content:
    """The lines in so many cells and rows, decimals below each other, bars in their colors."""
    if not lines:
        return Content("")
    shown = in_room(lines, height)
    codes = max(len(each.code) for each in shown)
    numbers = [number for each in shown for number in (each.before, each.after)]
    places = decimals(numbers)
    room = max(len(plain(number).partition(".")[0]) for number in numbers) + (places + 1 if places else 0)
    needed = max(len(plain(each.needed)) for each in shown)
    bar = min(max(width - codes - 2 * room - needed - 14, LEAST_BAR), MOST_BAR)
    rows = [_row(each, codes, room, places, needed, bar) for each in shown]
    if len(shown) < len(lines):
        rows.append(Content.styled(f"and {len(lines) - len(shown)} more", MUTED))
    return Content("\n").join(row.truncate(width, ellipsis=True) for row in rows[:height])


def _row(line: PreviewLine, codes: int, room: int, places: int, needed: int, bar: int) -> Content:
    changed = line.after != line.before
    numbers = aligned(line.before, room, places)
    arrow = "->" if terminal_glyphs() is ASCII else "→"
    then = f" {arrow} {aligned(line.after, room, places)}" if changed else " " * (room + 2 + len(arrow))
    pieces: list[tuple[str, str]] = [
        (f"{line.code:{codes}}  ", "bold"),
        (numbers, ""),
        (then, "bold $bar-preview" if line.after > line.before else "bold"),
        (f" / {plain(line.needed):>{needed}}   ", MUTED),
    ]
    if line.note:
        return Content.assemble(*pieces, (line.note, MUTED))
    gain = line.after - line.before
    parts = render_bar(
        bar, line.needed, min(line.before, line.after), line.planned_after, max(gain, Decimal(0)),
        terminal_glyphs() is ASCII,
    )  # fmt: skip
    more = line.planned_after - line.planned
    said = f"  {plain(more)} planned" if more > 0 and not changed else ""
    return Content.assemble(*pieces, *((text, PART_STYLES[part]) for text, part in parts), (said, MUTED))
