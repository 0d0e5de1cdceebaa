"""What an entry would do: each bar before → after, and what is to be remarked on it."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from ceulog.domain.activities import Activity
from ceulog.domain.counting import ZERO
from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import CredentialProgress, progress
from ceulog.domain.remarks import remarks
from ceulog.domain.state import Edit, LogState
from ceulog.tui.entry.draft import Reading
from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.widgets.bar import render_bar
from ceulog.wording.numbers import plain
from ceulog.wording.remarks import remark_sentence

BAR_WIDTH = 30
_STYLES = {"earned": "$accent", "preview": "$secondary", "planned": "$accent 60%", "missing": "$foreground 35%"}


def preview(activity: Activity | None, reading: Reading, width: int) -> Content:
    """A line for each held credential: before → after, of what is needed, and the bar."""
    before = _by_code(reading.state, reading)
    after = before if activity is None else _by_code(reading.state.after([Edit(reading.base, activity)]), reading)
    lines = [_line(now, after.get(code, now), width) for code, now in before.items()]
    return Content("\n").join(lines)


def _by_code(state: LogState, reading: Reading) -> dict[str, CredentialProgress]:
    found = progress(state, reading.rulebook, reading.today)
    return {each.code: each for organization in found for each in organization.credentials}


def _line(now: CredentialProgress, then: CredentialProgress, width: int) -> Content:
    moved = then.earned != now.earned
    numbers = f"{plain(now.earned)} → {plain(then.earned)}" if moved else plain(now.earned)
    if then.planned != now.planned:
        numbers += f" (planned {plain(then.planned)})"
    words = f"{now.code:<7}{numbers:<14} / {plain(then.needed):<5}"
    bar = max(min(BAR_WIDTH, width - cell_len(words) - 2), 8)
    kept = min(now.earned, then.earned)
    ascii_only = terminal_glyphs() is ASCII
    parts = render_bar(bar, then.needed, kept, then.planned, max(then.earned - now.earned, ZERO), ascii_only)
    return Content.assemble(words, *((text, _STYLES[part]) for text, part in parts))


def remark_lines(activity: Activity, reading: Reading) -> Iterator[str]:
    """What to know before saving."""
    rulebook: Rulebook = reading.rulebook
    state = reading.state.after([Edit(reading.base, activity)])
    for remark in remarks(activity, state, rulebook, reading.today):
        yield remark_sentence(remark)
