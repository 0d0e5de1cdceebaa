"""What becomes of each line of a table, as lines of a list: what needs a look first, what changes nothing last."""

from collections.abc import Sequence

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.exchange.importing.outcomes import LeftOut, Rejected
from ceulog.exchange.importing.planning import ImportPlan, Item
from ceulog.exchange.importing.rejects import reason_words
from ceulog.exchange.importing.telling import changes_words
from ceulog.tui.field_dates import list_text
from ceulog.tui.widgets.painting import Line, Piece, shortened
from ceulog.wording.numbers import plain

Fate = Item | Rejected | LeftOut
"""What becomes of a line."""

LABELS = {"changed": "changed", "new": "new", "in-trash": "in trash", "same": "known"}
ROLES = {"rejected": "behind", "changed": "accent", "new": "calm"}
"""Label -> its role; the others are muted."""
LABEL_WIDTH = 9
LEAST_TEXT = 8
"""Cells that the text has at least."""


class Told(NamedTuple):
    """One line in words."""

    line: int
    """Its number in the file."""
    label: str
    text: str


def fates(plan: ImportPlan) -> list[Fate]:
    """Every line: rejected, changed, new, in the trash, left out, known already."""
    return [
        *plan.rejected, *plan.of("changed"), *plan.of("new"), *plan.of("in-trash"), *plan.left_out, *plan.of("same"),
    ]  # fmt: skip


def told(fate: Fate) -> Told:
    """What becomes of a line, in words."""
    if isinstance(fate, Rejected):
        return Told(fate.record.line, "rejected", tidy(reason_words(fate)))
    if isinstance(fate, LeftOut):
        return Told(fate.record.line, "left out", tidy(fate.reason))
    activity = fate.after
    title = tidy(activity.title)
    if fate.kind == "changed":
        return Told(fate.line, LABELS[fate.kind], tidy(f"“{title}”: {changes_words(fate)}"))
    ceus = activity.ceus or max(activity.credits.values(), default=None)
    amount = plain(ceus) if ceus else "-"
    more = ", planned" if activity.status == "planned" else ""
    stays = "; it stays in the trash" if fate.kind == "in-trash" else ""
    lines = f" (also line {', '.join(map(str, fate.also[:3]))})" if fate.also else ""
    text = f"{list_text(activity.date)} {amount:>5}  {title}{more}{stays}{lines}"
    return Told(fate.line, LABELS[fate.kind], text)


def number_width(listed: Sequence[Fate]) -> int:
    """Cells that the numbers of the lines take."""
    return len(str(max((told_line(each) for each in listed), default=0)))


def told_line(fate: Fate) -> int:
    """The number of a line in the file."""
    return fate.line if isinstance(fate, Item) else fate.record.line


def painted(fate: Fate, digits: int, width: int, sign: str = " ") -> Line:
    """A line of the list in at most so many cells, a sign of one cell before it."""
    said = told(fate)
    room = max(width - digits - LABEL_WIDTH - 4, LEAST_TEXT)
    return (
        Piece(f"{sign}{said.line:>{digits}}  ", "muted"),
        Piece(f"{said.label:{LABEL_WIDTH}}", ROLES.get(said.label, "muted")),
        Piece(shortened(said.text, room)),
    )
