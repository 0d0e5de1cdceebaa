"""`status`: how far each credential is."""

import argparse
import datetime as dt
from typing import Any

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context, as_json
from ceulog.cli.status_text import ahead_sentences, status_lines
from ceulog.cli.supposing import add_supposing, supposed_state
from ceulog.domain.named import NamedTuple


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")
    parser.add_argument("--plain", action="store_true", help="plain ASCII sentences, for screen readers")
    add_supposing(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the progress."""
    fine = context.draws_fine
    form = "json" if options.json else "plain" if options.plain else "bars"
    # each form has a file of its own, so that asking for one does not make another be forgotten
    remembered = context.remembered(f"status-{form}", options.supposed, fine)
    known = _answer_in(remembered.recall()) if remembered else None
    answer = known or _worked_out(options, context, fine=fine)
    context.say(*answer.lines)
    context.tell(*answer.sentences)
    if remembered and not known and not context.oddities:
        remembered.keep(answer)  # which nobody has to wait for to read it
    return 0


class _Answer(NamedTuple):
    lines: list[str]
    sentences: list[str]


def _answer_in(kept: Any) -> _Answer | None:
    """An answer that was kept; None where it is none."""
    if not isinstance(kept, list) or len(kept) != len(_Answer._fields):
        return None
    texts = all(isinstance(part, list) and all(isinstance(each, str) for each in part) for part in kept)
    return _Answer(*kept) if texts else None


def _worked_out(options: argparse.Namespace, context: Context, *, fine: bool) -> _Answer:
    progress = context.log.progress(supposed_state(options, context))
    if options.json:
        from ceulog.exchange.status import status_object  # noqa: PLC0415 - for scripts

        return _Answer([as_json(status_object(context.today, progress))], [])
    lines = status_lines(progress, plain=options.plain, fine=fine)
    sentences = [sentence for each in progress for sentence in ahead_sentences(each)]
    if not progress:
        held = context.log.state.credentials
        lines = ["No number can be shown today." if held else "You hold no credential yet."]
        if not held:
            sentences = [
                "Start with, for example: ceulog credential add CPC --earned 2024-05-14 --cycle-end 2027-03-31"
            ]
    if context.log.may_have_copies:
        from ceulog.logbook.copies import copies_beside  # noqa: PLC0415 - it is rare
        from ceulog.wording.conflict_copies import copy_words  # noqa: PLC0415

        sentences += [copy_words(each.name) for each in copies_beside(context.place)]
    return _Answer(lines, sentences)
