"""`why`: where a credential's number comes from."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.supposing import add_supposing, supposed_state
from ceulog.domain.holdings import find_held
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.wording.dates import prose_date


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("code", metavar="CODE", help="of the credential")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")
    add_supposing(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the rule, its edition and source, what counts and what does not, and what lies ahead."""
    logbook = context.log
    state = supposed_state(options, context)
    held = find_held(state, context.rulebook, options.code)
    progress = _progress_with(context, state, held.code)
    suggestion, references = logbook.suggestion(state), logbook.references(held.organization)
    if options.json:
        from ceulog.exchange.why import why_object  # noqa: PLC0415 - for this form alone

        context.say_json(why_object(progress, held.code, suggestion=suggestion, references=references))
    else:
        from ceulog.wording.explain import as_lines, explain  # noqa: PLC0415

        explanation = explain(progress, held.code, suggestion=suggestion, references=references)
        context.say(*as_lines(explanation, entries=True))
    return 0


def _progress_with(context: Context, state: LogState, code: str) -> OrganizationProgress:
    for progress in context.log.progress(state):
        if any(each.code == code for each in progress.credentials):
            return progress
    held = state.credential(code)
    kinds = context.rulebook.organizations[held.organization].credential if held else ()
    replaced = {each.code for each in kinds if code in each.replaces}
    for other in state.credentials.values():
        if other.code in replaced and other.earned <= context.today:
            raise Refusal(
                f"{code} has no number of its own: {other.code} replaced it on {prose_date(other.earned)}. "
                f"`ceulog why {other.code}` shows what counts now."
            )
    if held and state.membership(held.organization) is None:
        raise Refusal(f"{code} has no number of its own, for the log has no cycle of {held.organization} to count in.")
    raise Refusal(
        f"{code} has no number of its own on {context.today.isoformat()}: it was awarded later, "
        "or after the cycle that is open ended."
    )
