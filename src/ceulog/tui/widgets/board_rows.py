"""What stands on each row of the board: numbers and words, before anybody knows where they go."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.cells import cell_len

from ceulog.domain.bars import ONE, Bar
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import CapUse, CredentialProgress, OrganizationProgress
from ceulog.domain.text import tidy
from ceulog.tui.glyphs import Glyphs
from ceulog.tui.keys import key_of
from ceulog.tui.widgets.painting import Line, Piece, shortened
from ceulog.wording.numbers import plain
from ceulog.wording.roads import lacking

LONGEST_LABEL = 40
"""Cells of a requirement's name beside its bar."""
CHOICES = ("any_of", "all_of")


class Row(NamedTuple):
    """One bar to be."""

    code: str
    needed: Decimal
    earned: Decimal
    planned: Decimal
    chunks: tuple[Line, ...]
    credential: str
    note: str = ""
    """A sentence that stands below it while its credential is selected."""
    unit: str = ""
    """What stands after the number, such as " h"; nothing for CEUs."""
    share: int | None = None
    """Per cent, to be shown in place of the numbers."""
    lacks: str = ""
    """A sentence that stands below it wherever there is room."""
    boxes: tuple[Line, ...] = ()
    """Boxes that stand below it while its credential is selected."""


def rows_of(progress: OrganizationProgress) -> Iterator[Row]:
    """Every bar of an organization, from top to bottom."""
    shown = [_main_row(progress, each) for each in progress.credentials]
    if all(row.needed != progress.needed for row in shown):
        chunks = tuple(_amounts(progress.planned, progress.surplus))
        yield Row("all", progress.needed, progress.earned, progress.planned, chunks, "")
    for row, credential in zip(shown, progress.credentials, strict=True):
        yield row
        yield from _further_rows(progress, credential)


def _main_row(progress: OrganizationProgress, credential: CredentialProgress) -> Row:
    total = credential.bars[0]
    carries_none = not credential.needed and bool(total.needed)
    chunks: list[Line] = []
    if carries_none:
        chunks.append((Piece("complete with the others", "muted"),))
    if minimum := _minimum(progress, credential):
        chunks.append(_label(minimum.label))
    boxes = [each for each in credential.bars[1:] if each.kind == "tick"]
    chunks += [_box(each, credential.code) for each in boxes]
    chunks += _amounts(credential.planned, credential.surplus)
    return Row(
        credential.code,
        total.needed if carries_none else credential.needed,
        total.earned if carries_none else credential.earned,
        credential.planned,
        tuple(chunks),
        credential.code,
        tidy(next((each.note for each in boxes if each.note and each.required), "")),
    )


def _minimum(progress: OrganizationProgress, credential: CredentialProgress) -> Bar | None:
    """The bar of the minimum that is the credential's own number."""
    kind = progress.organization.kind_of(credential.code)
    rule = progress.edition.minimum_of(kind) if kind else None
    if rule is None:
        return None
    return next((each for each in credential.bars[1:] if each.kind == "ceus" and each.label == rule.label), None)


def _further_rows(progress: OrganizationProgress, credential: CredentialProgress) -> Iterator[Row]:
    """The bars of a credential beside its number: minimums of a kind, hours, and choices of roads."""
    main = _minimum(progress, credential)
    for bar in credential.bars[1:]:
        if bar.kind in CHOICES:
            yield _choice(progress, credential.code, bar)
        elif bar.kind != "tick" and bar is not main:
            unit = " h" if bar.kind == "hours" else ""
            chunks = [_label(bar.label)]
            if not bar.required:
                chunks.append((Piece("renewal does not wait for it", "muted"),))
            yield Row("", bar.needed, bar.earned, ZERO, tuple(chunks), credential.code, unit=unit)


def _choice(progress: OrganizationProgress, code: str, bar: Bar) -> Row:
    boxes = tuple(_box(each, code) for each in ticks_in(bar.parts))
    words = _when_met(progress, code) if bar.met else f"It lacks: {tidy(lacking(bar))}."
    waits = "" if bar.required or bar.met else " Renewal does not wait for it."
    share = int(bar.fraction * 100)
    return Row("", ONE, bar.fraction, ZERO, (_label(bar.label),), code, share=share, lacks=words + waits, boxes=boxes)


def _when_met(progress: OrganizationProgress, code: str) -> str:
    """What to do once a choice is met: send it, and hold what takes the credential's place."""
    following = next((each.code for each in progress.organization.credential if code in each.replaces), "")
    then = f", then add {following} with {key_of('credentials')}" if following else ""
    return f"Everything is there: send it to {progress.organization.name}{then}."


def ticks_in(bars: Iterable[Bar]) -> list[Bar]:
    """The boxes of some bars and of the choices among them, each once."""
    found: dict[str, Bar] = {}
    for bar in bars:
        inside = [bar] if bar.kind == "tick" else ticks_in(bar.parts)
        for each in inside:
            found.setdefault(each.label, each)
    return list(found.values())


def _label(text: str) -> Line:
    return (Piece(shortened(text, LONGEST_LABEL), "muted"),)


def _amounts(planned: Decimal, surplus: Decimal) -> Iterator[Line]:
    if planned:
        yield (Piece(f"{plain(planned)} planned", "muted"),)
    if surplus:
        yield (Piece(f"{plain(surplus)} surplus", "muted"),)


def box_signs(boxes: int, done: int) -> str:
    """The boxes of one kind: "[x]", "[x][ ]"."""
    return "".join("[x]" if number < done else "[ ]" for number in range(boxes))


def _box(bar: Bar, code: str) -> Line:
    role = "text" if bar.required or bar.met else "muted"
    words = f" {shortened(bar.label, LONGEST_LABEL)}"
    action = f"screen.tick({code!r}, {bar.label!r})"
    return (
        Piece(box_signs(int(bar.needed), int(bar.earned)), role, action),
        Piece(words if bar.required else f"{words}, optional", "text" if bar.required else "muted", action),
    )


def shared_chunks(progress: OrganizationProgress, glyphs: Glyphs, width: int) -> list[Line]:
    """What the organization asks for beside the pool, in at most so many cells each: shares, and caps in use."""
    chunks: list[Line] = []
    for bar in progress.bars:
        fraction = _fraction(bar, glyphs)
        label = shortened(bar.label, min(LONGEST_LABEL, width - cell_len(fraction) - 1), glyphs.ellipsis)
        role = "muted" if not bar.required else "text" if bar.met else "behind"
        chunks.append((Piece(f"{label} ", "muted"), Piece(fraction, role)))
    return chunks + [(Piece(words, "muted"),) for cap in progress.caps if (words := _cap_words(cap))]


def _fraction(bar: Bar, glyphs: Glyphs) -> str:
    check = f" {glyphs.check}" if bar.met else ""
    return f"{plain(bar.earned)} / {plain(bar.needed)}{check}"


def _cap_words(cap: CapUse) -> str:
    if cap.limit is None or not cap.used:
        return ""
    return f"{shortened(cap.rule.label, LONGEST_LABEL)} {plain(cap.used)}, at most {plain(cap.limit)}"
