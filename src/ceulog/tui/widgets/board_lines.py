"""The lines of the board: for each organization its cycle, and one bar for each credential.

Pure: from progress and a width to lines of pieces.
"""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.tui.glyphs import ASCII, Glyphs
from ceulog.tui.keys import with_keys
from ceulog.tui.widgets.bar_parts import render_bar
from ceulog.tui.widgets.board_rows import Row, rows_of, shared_chunks
from ceulog.tui.widgets.painting import Line, Piece, packed, shortened, spread, width_of, wrapped
from ceulog.wording.numbers import aligned, decimals, plain
from ceulog.wording.phrases import NOTHING_HELD, cycle_words, pace_role, pace_words

CODE_START = 3
SHORTEST_BAR, FAIR_BAR, LONGEST_BAR = 8, 20, 44
LONGEST_CODE = 8
CALM_TO_TERSE = ((True, True, False), (False, True, False), (False, False, False), (False, False, True))
"""Layouts from the calmest to the shortest: airy, with what each choice lacks, terse."""
NOTES_FROM = 31
"""Lines of the screen from which the boxes of the selected credential are explained."""


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
    focused: bool = False
    """Whether the keys are for the board."""
    notes: bool = True
    """Whether the boxes of the selected credential are explained."""
    airy: bool = True
    """Whether a blank line stands between organizations."""
    lacks: bool = True
    """Whether each choice says below it what it lacks, and not the selected credential's alone."""
    terse: bool = False
    """Whether words stand beside short bars, and only boxes below them unless their credential is selected."""


class _Columns(NamedTuple):
    """Where things stand, in cells."""

    bar_start: int
    bar: int
    whole: int
    needed: int
    places: int


def fitting_lines(organizations: Sequence[OrganizationProgress], look: Look, height: int, room: int) -> list[BoardLine]:
    """The lines of the calmest layout that shows everything at once, else of the shortest.

    Args:
        organizations: their progress; without any it is said how to begin.
        look: how it is to be drawn; the layout in it does not matter.
        height: lines of the whole screen.
        room: lines that the board can have.
    """
    if not organizations:
        words = wrapped(with_keys(NOTHING_HELD), max(look.width - 2, 10))
        return [BoardLine((Piece(f" {line}", "muted"),)) for line in words]
    lines: list[BoardLine] = []
    notes = height >= NOTES_FROM
    for airy, lacks, terse in CALM_TO_TERSE:
        lines = board_lines(organizations, look._replace(notes=notes, airy=airy, lacks=lacks, terse=terse))
        if len(lines) <= room:
            break
    return lines


def board_lines(organizations: Sequence[OrganizationProgress], look: Look) -> list[BoardLine]:
    """All lines of the board."""
    rows = {each.code: list(rows_of(each)) for each in organizations}
    columns = _columns([row for each in rows.values() for row in each], look)
    lines: list[BoardLine] = []
    for progress in organizations:
        if lines and look.airy:
            lines.append(BoardLine((), progress.code))
        lines.append(BoardLine(_heading(progress, look), progress.code, heading=True))
        for row in rows[progress.code]:
            lines += _drawn(row, columns, look, progress.code)
            if look.notes and row.note and row.credential == look.selected:
                lines += _below(row, _sentence(row.note, columns, look), columns, progress.code)
        room = look.width - columns.bar_start - 1
        shared = packed(shared_chunks(progress, look.glyphs, room), room)
        lines += [BoardLine((Piece(" " * columns.bar_start), *line), progress.code) for line in shared]
    return lines


def _heading(progress: OrganizationProgress, look: Look) -> Line:
    pace = (Piece(f"{pace_words(progress)} ", pace_role(progress)),)
    name = Piece(f" {shortened(progress.code, 20, look.glyphs.ellipsis)}  ", "strong")
    room = look.width - width_of((name, *pace)) - 2
    choices = [each.replace("·", look.glyphs.dot) for each in cycle_words(progress)]
    words = next((each for each in choices if cell_len(each) <= room), "")
    return spread((name, Piece(words, "muted")), pace, look.width)


def _columns(rows: Sequence[Row], look: Look) -> _Columns:
    counted = [row for row in rows if row.share is None]
    numbers = [number for row in counted for number in (row.needed, row.earned)]
    places = decimals(numbers)
    room = places + 1 if places else 0
    whole = max((len(str(int(row.earned))) for row in counted), default=1) + room
    needed = max((len(_needed(row)) for row in counted), default=1)
    code = min(max((cell_len(row.code) for row in rows), default=0), LONGEST_CODE)
    bar_start = CODE_START + code + 2
    beside = min(max((width_of(row.chunks[0]) for row in rows if row.chunks), default=0), look.width // 3)
    numbers_width = whole + 3 + needed + 2  # " / ", and the check
    room = look.width - bar_start - 2 - numbers_width - 2 - 1
    # words go below a bar that would be too short beside them
    bar = room - beside if look.terse or room - beside >= FAIR_BAR else room
    return _Columns(bar_start, min(max(bar, SHORTEST_BAR), LONGEST_BAR), whole, needed, places)


def _needed(row: Row) -> str:
    return f"{plain(row.needed)}{row.unit}"


def _number(row: Row, columns: _Columns) -> str:
    if row.share is None:
        return f"{aligned(row.earned, columns.whole, columns.places)} / {_needed(row).ljust(columns.needed)}"
    before_point = columns.whole - (columns.places + 1 if columns.places else 0)
    return f"{row.share:>{before_point}} %".ljust(columns.whole + 3 + columns.needed)


def _drawn(row: Row, columns: _Columns, look: Look, organization: str) -> Iterator[BoardLine]:
    chosen = row.credential == look.selected != ""
    marked = bool(row.code) and chosen
    sign = look.glyphs.active if look.focused else look.glyphs.marker
    marker = f" {sign} " if marked else "   "
    code = shortened(row.code, LONGEST_CODE, look.glyphs.ellipsis)
    code += " " * (columns.bar_start - CODE_START - cell_len(code))
    bar = render_bar(columns.bar, row.needed, row.earned, row.planned, ascii_only=look.glyphs is ASCII)
    check = f" {look.glyphs.check}" if row.earned >= row.needed else ""
    start: Line = (
        Piece(marker, "accent"),
        Piece(code, "strong" if marked else "text"),
        *(Piece(text, part) for text, part in bar),
        Piece(f"  {_number(row, columns)}"),
        Piece(check.ljust(2), "calm"),
    )
    beside = look.width - width_of(start) - 3
    chunks = list(row.chunks)
    first: list[Line] = []
    while chunks and len(both := packed([*first, chunks[0]], beside)) == 1 and width_of(both[0]) <= beside:
        first.append(chunks.pop(0))
    tail = packed(first, beside)[0] if first else ()
    yield BoardLine((*start, Piece("  "), *tail), organization, row.credential)
    room = look.width - columns.bar_start - 1
    if look.terse and not chosen:
        chunks = [each for each in chunks if each[0].action]
    yield from _below(row, packed(chunks, room), columns, organization)
    if row.lacks and (chosen or look.lacks):
        yield from _below(row, _sentence(row.lacks, columns, look), columns, organization)
    if row.boxes and chosen:
        yield from _below(row, packed(row.boxes, room), columns, organization)


def _sentence(text: str, columns: _Columns, look: Look) -> list[Line]:
    return [(Piece(each, "muted"),) for each in wrapped(text, look.width - columns.bar_start - 1)]


def _below(row: Row, lines: Sequence[Line], columns: _Columns, organization: str) -> Iterator[BoardLine]:
    for line in lines:
        yield BoardLine((Piece(" " * columns.bar_start), *line), organization, row.credential)
