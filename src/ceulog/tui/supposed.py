"""What another credential would change, in words: before -> after, for every organization that it touches."""

from collections.abc import Iterable, Iterator

from ceulog.domain.bars import Bar
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.domain.text import tidy
from ceulog.tui.widgets.painting import Line, Piece
from ceulog.wording.numbers import plain
from ceulog.wording.phrases import pace_words

UNCHANGED = "Your log is not changed; this only counts what would be."
CODE_WIDTH = 10


class _Figure(NamedTuple):
    """A needed and an earned number of something."""

    label: str
    before: Bar | None
    """None: it is new."""
    after: Bar


def supposed_lines(
    before: Iterable[OrganizationProgress], after: Iterable[OrganizationProgress], arrow: str
) -> list[Line]:
    """Lines about every organization whose numbers differ; a blank line between two."""
    was = {each.code: each for each in before}
    lines: list[Line] = []
    for progress in after:
        then = was.get(progress.code)
        if then is None or _facts(then) != _facts(progress):
            lines += [*([()] if lines else []), *_organization(then, progress, arrow)]
    return lines


def _facts(progress: OrganizationProgress) -> object:
    bars = [(each.code, each.bars) for each in progress.credentials]
    return progress.needed, progress.earned, pace_words(progress), progress.bars, bars


def _organization(before: OrganizationProgress | None, after: OrganizationProgress, arrow: str) -> Iterator[Line]:
    needed = _change(plain(before.needed) if before else "", plain(after.needed), arrow)
    pace = _change(pace_words(before) if before else "", pace_words(after), arrow)
    yield Piece(f"{tidy(after.code):{CODE_WIDTH}}", "strong"), Piece(f"needs {needed} CEUs")
    yield Piece(" " * CODE_WIDTH), Piece(pace, "muted")
    shared = {each.label: each for each in before.bars} if before else {}
    for bar in after.bars:
        yield _line("", _Figure(bar.label, shared.get(bar.label), bar), arrow)
    was = {each.code: each for each in before.credentials} if before else {}
    for credential in after.credentials:
        yield from _credential(was.get(credential.code), credential, arrow)
    for code in was.keys() - {each.code for each in after.credentials}:
        yield (Piece(f"  {tidy(code):{CODE_WIDTH - 2}}"), Piece("needs nothing of its own any more", "muted"))


def _credential(before: CredentialProgress | None, after: CredentialProgress, arrow: str) -> Iterator[Line]:
    """The credential's own number first, then its further bars."""
    number = _own(after)
    new = "new" if before is None else ""
    yield _line(after.code, _Figure(new, _own(before) if before else None, number), arrow)
    was = {each.label: each for each in before.bars} if before else {}
    for bar in after.bars[1:]:
        if (bar.needed, bar.earned, bar.kind) != (number.needed, number.earned, "ceus"):
            yield _line("", _Figure(bar.label, was.get(bar.label), bar), arrow)


def _own(credential: CredentialProgress) -> Bar:
    return Bar("ceus", "", credential.needed, credential.earned)


def _line(code: str, figure: _Figure, arrow: str) -> Line:
    after = figure.after
    words = _change(_ratio(figure.before) if figure.before else "", _ratio(after), arrow)
    check = "" if after.required else ", optional"
    gap = " " if after.kind == "tick" else "  "
    return (
        Piece(f"  {tidy(code):{CODE_WIDTH - 2}}"),
        Piece(words),
        Piece(f"{gap}{tidy(figure.label)}{check}" if figure.label or check else "", "muted"),
    )


def _ratio(bar: Bar) -> str:
    if bar.kind == "tick":
        return "[x]" if bar.met else "[ ]"
    if bar.kind in ("any_of", "all_of"):
        return f"{int(bar.fraction * 100)} %"
    unit = " h" if bar.kind == "hours" else ""
    return f"{plain(bar.earned)} / {plain(bar.needed)}{unit}"


def _change(before: str, after: str, arrow: str) -> str:
    """Both sides where they differ: "36 → 40"."""
    return f"{before} {arrow} {after}" if before and before != after else after
