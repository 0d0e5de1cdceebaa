"""`status`: how far each credential is."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.status_text import ahead_sentences, status_lines
from ceulog.cli.supposing import add_supposing, supposed_state


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")
    parser.add_argument("--plain", action="store_true", help="plain ASCII sentences, for screen readers")
    add_supposing(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the progress."""
    progress = context.log.progress(supposed_state(options, context))
    if options.json:
        from ceulog.exchange.status import status_object  # noqa: PLC0415 - for scripts

        context.say_json(status_object(context.today, progress))
    elif not progress:
        held = context.log.state.credentials
        context.say("No number can be shown today." if held else "You hold no credential yet.")
        if not held:
            context.tell(
                "Start with, for example: ceulog credential add CPC --earned 2024-05-14 --cycle-end 2027-03-31"
            )
    else:
        context.say(*status_lines(progress, plain=options.plain, fine=context.draws_fine))
    if not options.json:
        context.tell(*(sentence for each in progress for sentence in ahead_sentences(each)))
        if context.log.may_have_copies:
            from ceulog.logbook.copies import copies_beside  # noqa: PLC0415 - it is rare
            from ceulog.wording.conflict_copies import copy_words  # noqa: PLC0415

            context.tell(*(copy_words(each.name) for each in copies_beside(context.place)))
    return 0
