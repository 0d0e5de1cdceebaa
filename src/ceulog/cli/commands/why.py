"""`why`: where a credential's number comes from."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain.holdings import find_held
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.refusals import Refusal


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("code", metavar="CODE", help="of the credential")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the rule, its edition and source, what counts and what does not."""
    held = find_held(context.logbook.state, context.rulebook, options.code)
    progress = _progress_with(context, held.code)
    if options.json:
        from ceulog.exchange.why import why_object  # noqa: PLC0415 - for this form alone

        context.say_json(why_object(progress, held.code))
    else:
        from ceulog.wording.explain import as_lines, explain  # noqa: PLC0415

        context.say(*as_lines(explain(progress, held.code), entries=True))
    return 0


def _progress_with(context: Context, code: str) -> OrganizationProgress:
    for progress in context.logbook.progress():
        if any(each.code == code for each in progress.credentials):
            return progress
    raise Refusal(
        f"{code} has no number of its own on {context.today.isoformat()}: it was awarded later, "
        "or another credential that you hold replaces it."
    )
