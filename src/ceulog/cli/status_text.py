"""Progress as lines of text: with bars, or as plain ASCII sentences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ceulog.domain.advice import dues_left
from ceulog.domain.bars import Bar
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.numbers import count, plain
from ceulog.wording.roads import lacking
from ceulog.wording.words import standing_words

BAR_WIDTH = 30
"""Cells of a bar."""
CODE_WIDTH = 8
"""Cells of a credential's code with a blank after it, unless one is longer."""


def status_lines(organizations: Sequence[OrganizationProgress], *, plain: bool, fine: bool) -> list[str]:
    """All organizations, a block each; with fine bars where there is more than ASCII to draw them with."""
    lines: list[str] = []
    for progress in organizations:
        if lines:
            lines.append("")
        lines += _plain_block(progress) if plain else _block(progress, ("█", "╌") if fine else ("#", "."))
    return [line.encode("ascii", "replace").decode("ascii") for line in lines] if plain else lines


def heading(progress: OrganizationProgress) -> str:
    """The organization, its cycle and how long it lasts."""
    word = progress.organization.cycle_word
    return f"{progress.code}  {word} to {prose_date(progress.cycle.last_day)}, {due_in(progress.days_left)}"


def ahead_sentences(progress: OrganizationProgress) -> Iterator[str]:
    """What is worth a line of its own beside the numbers: rules that changed, a date that is near, dues."""
    from ceulog.wording import explain_ahead as ahead  # noqa: PLC0415 - most often there is nothing to say

    yield from ahead.news_lines(progress)
    if asked := ahead.verification_words(progress):
        yield f"{asked}. `ceulog packet FILE.zip` puts everything together."
    if near := ahead.next_date_words(progress, ahead.NEAR):
        yield f"{progress.code}: {near}"
    if dues_left(progress) is not None:
        yield f"{progress.code}: {ahead.dues_words(progress)}."


def _block(progress: OrganizationProgress, glyphs: tuple[str, str]) -> Iterator[str]:
    full, empty = glyphs
    yield f"{heading(progress)}: {standing_words(progress)}"
    width = max([CODE_WIDTH, *(len(each.code) + 1 for each in progress.credentials)])
    for credential in progress.credentials:
        filled = _fill(credential.earned, credential.needed)
        bar = full * filled + empty * (BAR_WIDTH - filled)
        yield f"  {credential.code:<{width}}{bar}  {_amount(credential)}"
        yield from (f"  {'':<{width}}{_own(each)}" for each in credential.bars[1:])
    yield from (f"  {'':<{width}}{_own(each)}" for each in progress.bars)


def _plain_block(progress: OrganizationProgress) -> Iterator[str]:
    yield f"{heading(progress)}: {standing_words(progress)}."
    for credential in progress.credentials:
        done = "complete" if credential.complete else "not complete"
        yield f"{credential.code}: {_amount(credential)} CEUs, {done}."
        yield from (f"{credential.code}: {_own(each)}." for each in credential.bars[1:])
    yield from (f"{progress.code}: {_own(each)}." for each in progress.bars)


def _amount(progress: CredentialProgress) -> str:
    text = f"{plain(progress.earned)} / {plain(progress.needed)}"
    if progress.surplus:
        text += f", {plain(progress.surplus)} surplus"
    return f"{text}, {plain(progress.planned)} planned" if progress.planned else text


def _own(bar: Bar) -> str:
    optional = "" if bar.required else " (optional)"
    if bar.kind == "tick":
        boxes = "[x]" if bar.met else "[ ]"
        many = f" {plain(bar.earned)} of {plain(bar.needed)}" if bar.needed > 1 else ""
        return f"{boxes} {bar.label}{many}{optional}"
    if bar.kind in ("any_of", "all_of"):
        return f"{'[x]' if bar.met else '[ ]'} {bar.label}{_roads(bar)}{optional}"
    if bar.kind == "hours":
        return f"{bar.label} {plain(bar.earned)} / {count(bar.needed, 'hour')}{optional}"
    missing = "" if bar.met else f", {count(bar.missing, 'CEU')} missing"
    return f"{bar.label} {plain(bar.earned)} / {plain(bar.needed)}{missing}{optional}"


def _roads(bar: Bar) -> str:
    """How far the road is that is furthest, and what it still lacks."""
    return "" if bar.met else f", {int(bar.fraction * 100)} % of the way: {lacking(bar)}"


def _fill(earned: Decimal, needed: Decimal) -> int:
    return BAR_WIDTH if earned >= needed else int(BAR_WIDTH * earned / needed)
