"""The lines of the board: for each organization its cycle, and one bar for each credential.

Pure: from progress and a width to lines of pieces.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from rich.cells import cell_len

from ceulog.domain.bars import Bar
from ceulog.domain.progress import CapUse, CredentialProgress, OrganizationProgress
from ceulog.tui.glyphs import ASCII, Glyphs
from ceulog.tui.phrases import cycle_words, pace_role, pace_words
from ceulog.tui.widgets.bar import render_bar
from ceulog.tui.widgets.painting import Line, Piece, packed, shortened, spread, width_of, wrapped
from ceulog.wording.numbers import aligned, decimals, plain

CODE_START = 3
SHORTEST_BAR, LONGEST_BAR = 8, 44
LONGEST_CODE = 8


class BoardLine(NamedTuple):
    """One line, and what it belongs to."""

    line: Line
    organization: str = ""
    credential: str = ""
    """The credential that a click on the line selects."""
    heading: bool = False


class Look(NamedTuple):
    """How the board is to be drawn."""

    width: int
    glyphs: Glyphs
    selected: str = ""
    """The code of the selected credential."""
    notes: str = "selected"
    """Whose boxes are explained: `all`, the `selected` credential's, or `none`."""
    airy: bool = True
    """Whether a blank line stands between organizations."""


class _Row(NamedTuple):
    """One bar to be, before the columns are known."""

    code: str
    needed: Decimal
    earned: Decimal
    planned: Decimal
    chunks: tuple[Line, ...]
    credential: str
    note: str = ""


class _Columns(NamedTuple):
    """Where things stand, in cells."""

    bar_start: int
    bar: int
    whole: int
    needed: int
    places: int
    beside: int


def board_lines(organizations: Sequence[OrganizationProgress], look: Look) -> list[BoardLine]:
    """All lines of the board."""
    rows = {each.code: list(_rows(each)) for each in organizations}
    columns = _columns([row for each in rows.values() for row in each], look.width)
    lines: list[BoardLine] = []
    for progress in organizations:
        if lines and look.airy:
            lines.append(BoardLine((), progress.code))
        lines.append(BoardLine(_heading(progress, look), progress.code, heading=True))
        explained: set[str] = set()
        for row in rows[progress.code]:
            lines += _drawn(row, columns, look, progress.code)
            wanted = look.notes == "all" or (look.notes == "selected" and row.credential == look.selected)
            if wanted and row.note and row.note not in explained:
                explained.add(row.note)
                lines += _note(row, columns, look, progress.code)
        for line in packed(_shared(progress, look.glyphs), look.width - columns.bar_start - 1):
            lines.append(BoardLine((Piece(" " * columns.bar_start), *line), progress.code))
    return lines


def _heading(progress: OrganizationProgress, look: Look) -> Line:
    pace = (Piece(f"{pace_words(progress)} ", pace_role(progress)),)
    name = Piece(f" {progress.code}  ", "strong")
    room = look.width - width_of((name, *pace)) - 2
    choices = [each.replace("·", look.glyphs.dot) for each in cycle_words(progress)]
    words = next((each for each in choices if cell_len(each) <= room), "")
    return spread((name, Piece(words, "muted")), pace, look.width)


def _rows(progress: OrganizationProgress) -> Iterator[_Row]:
    shown = [_main_row(progress, each) for each in progress.credentials]
    if all(row.needed != progress.needed for row in shown):
        chunks = tuple(_amounts(progress.planned, progress.surplus))
        yield _Row("all", progress.needed, progress.earned, progress.planned, chunks, "")
    for row, credential in zip(shown, progress.credentials, strict=True):
        yield row
        yield from _further_rows(progress, credential)


def _main_row(progress: OrganizationProgress, credential: CredentialProgress) -> _Row:
    total = credential.bars[0]
    carries_none = not credential.needed and bool(total.needed)
    chunks: list[Line] = []
    if carries_none:
        chunks.append((Piece("complete with the others", "muted"),))
    if minimum := _minimum(progress, credential):
        chunks.append((Piece(minimum.label, "muted"),))
    boxes = [each for each in credential.bars[1:] if each.kind == "tick"]
    chunks += [_box(each, credential.code) for each in boxes]
    chunks += _amounts(credential.planned, credential.surplus)
    return _Row(
        credential.code,
        total.needed if carries_none else credential.needed,
        total.earned if carries_none else credential.earned,
        credential.planned,
        tuple(chunks),
        credential.code,
        next((each.note for each in boxes if each.note and each.required), ""),
    )


def _minimum(progress: OrganizationProgress, credential: CredentialProgress) -> Bar | None:
    """The bar of the minimum that is the credential's own number."""
    kind = progress.organization.kind_of(credential.code)
    rule = progress.edition.minimum_of(kind) if kind else None
    if rule is None:
        return None
    return next((each for each in credential.bars[1:] if each.kind == "ceus" and each.label == rule.label), None)


def _further_rows(progress: OrganizationProgress, credential: CredentialProgress) -> Iterator[_Row]:
    """The bars of a credential beside its number: minimums of a kind, and choices of roads."""
    main = _minimum(progress, credential)
    for bar in credential.bars[1:]:
        if bar.kind != "tick" and bar is not main:
            words = bar.label if bar.required else f"{bar.label}, renewal does not wait for it"
            yield _Row("", bar.needed, bar.earned, Decimal(0), ((Piece(words, "muted"),),), credential.code)


def _amounts(planned: Decimal, surplus: Decimal) -> Iterator[Line]:
    if planned:
        yield (Piece(f"{plain(planned)} planned", "muted"),)
    if surplus:
        yield (Piece(f"{plain(surplus)} surplus", "muted"),)


def _box(bar: Bar, code: str) -> Line:
    boxes = "".join("[x]" if number < bar.earned else "[ ]" for number in range(int(bar.needed)))
    role = "text" if bar.required or bar.met else "muted"
    words = f" {bar.label}" if bar.required else f" {bar.label}, optional"
    return (Piece(boxes, role, f"screen.tick('{code}')"), Piece(words, "text" if bar.required else "muted"))


def _shared(progress: OrganizationProgress, glyphs: Glyphs) -> list[Line]:
    """What the organization asks for beside the pool: its shares, and the caps that are in use."""
    chunks = [
        (Piece(f"{bar.label} ", "muted"), Piece(_fraction(bar, glyphs), "text" if bar.required else "muted"))
        for bar in progress.bars
    ]
    return chunks + [(Piece(words, "muted"),) for cap in progress.caps if (words := _cap_words(cap))]


def _fraction(bar: Bar, glyphs: Glyphs) -> str:
    check = f" {glyphs.check}" if bar.met else ""
    return f"{plain(bar.earned)} / {plain(bar.needed)}{check}"


def _cap_words(cap: CapUse) -> str:
    if cap.limit is None or not cap.used:
        return ""
    return f"{cap.rule.label} {plain(cap.used)}, at most {plain(cap.limit)}"


def _columns(rows: Sequence[_Row], width: int) -> _Columns:
    numbers = [number for row in rows for number in (row.needed, row.earned)]
    places = decimals(numbers)
    room = places + 1 if places else 0
    whole = max((len(str(int(row.earned))) for row in rows), default=1) + room
    needed = max((len(plain(row.needed)) for row in rows), default=1)
    code = min(max((len(row.code) for row in rows), default=0), LONGEST_CODE)
    bar_start = CODE_START + code + 2
    beside = min(max((width_of(row.chunks[0]) for row in rows if row.chunks), default=0), width // 3)
    numbers_width = whole + 3 + needed + 2  # " / ", and the check
    bar = width - bar_start - 2 - numbers_width - 2 - beside - 1
    return _Columns(bar_start, min(max(bar, SHORTEST_BAR), LONGEST_BAR), whole, needed, places, beside)


def _drawn(row: _Row, columns: _Columns, look: Look, organization: str) -> Iterator[BoardLine]:
    chosen = bool(row.code) and row.credential == look.selected != ""
    marker = f" {look.glyphs.marker} " if chosen else "   "
    code = shortened(row.code, LONGEST_CODE, look.glyphs.ellipsis).ljust(columns.bar_start - CODE_START)
    bar = render_bar(columns.bar, row.needed, row.earned, row.planned, ascii_only=look.glyphs is ASCII)
    number = f"  {aligned(row.earned, columns.whole, columns.places)} / {plain(row.needed).ljust(columns.needed)}"
    check = f" {look.glyphs.check}" if row.earned >= row.needed else ""
    start: Line = (
        Piece(marker, "accent"),
        Piece(code, "strong" if chosen else "text"),
        *(Piece(text, part) for text, part in bar),
        Piece(number),
        Piece(check.ljust(2), "calm"),
    )
    beside = look.width - width_of(start) - 3
    chunks = list(row.chunks)
    first: list[Line] = []
    while chunks and len(both := packed([*first, chunks[0]], beside)) == 1 and width_of(both[0]) <= beside:
        first.append(chunks.pop(0))
    tail = packed(first, beside)[0] if first else ()
    yield BoardLine((*start, Piece("  "), *tail), organization, row.credential)
    for line in packed(chunks, look.width - columns.bar_start - 1):
        yield BoardLine((Piece(" " * columns.bar_start), *line), organization, row.credential)


def _note(row: _Row, columns: _Columns, look: Look, organization: str) -> Iterator[BoardLine]:
    for text in wrapped(row.note, look.width - columns.bar_start - 1):
        yield BoardLine((Piece(" " * columns.bar_start), Piece(text, "muted")), organization, row.credential)
