"""`open`: a certificate in the program that the system has for it, or where it lies."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.finding import find_activity
from ceulog.domain.activities import Activity, Certificate
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.wording.echo import echo


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("id", metavar="ID", help="of the activity, or enough of its beginning")
    parser.add_argument("number", metavar="N", nargs="?", type=int, help="which of its certificates, from 1")
    parser.add_argument("--path", action="store_true", help="open nothing, only print where it lies")


def run(options: argparse.Namespace, context: Context) -> int:
    """Print where the certificate lies and open it; gives 1 when it could not be opened, or is not as attached."""
    from ceulog.logbook.proofs import proof_of  # noqa: PLC0415 - for this alone
    from ceulog.logbook.viewing import view  # noqa: PLC0415

    activity = find_activity(context.logbook.state, options.id)
    chosen = _chosen(activity, options.number, several=options.path)
    folder = context.folder.absolute()
    if not options.path:
        viewed = view(folder, chosen[0])
        context.say(*([str(viewed.path)] if viewed.path.is_file() else []))
        context.tell(viewed.words)
        return 0 if viewed.opened else 1
    faults = 0
    for each in chosen:
        proof = proof_of(folder, each)
        if proof.fault != "gone":
            context.say(str(proof.path))
        if proof.fault:
            faults += 1
            was = "is not in the logbook's folder any more" if proof.fault == "gone" else "was changed since"
            context.tell(f"{echo(each.file)} {was}.")
    return 1 if faults else 0


def _chosen(activity: Activity, number: int | None, *, several: bool) -> tuple[Certificate, ...]:
    """The certificates that are meant.

    Raises:
        Refusal: there is none, none of that number, or one of several has to be named.
    """
    found = activity.certificates
    title = f"“{echo(activity.title)}”"
    if not found:
        raise Refusal(
            f"{title} has no certificate yet; `ceulog edit {activity.id[:8]} --certificate FILE` attaches one."
        )
    names = "; ".join(f"{place} {tidy(each.file)}" for place, each in enumerate(found, 1))
    if number is None:
        if several or len(found) == 1:
            return found
        raise Refusal(f"{title} has {len(found)} certificates; say which: {names}.")
    if not 1 <= number <= len(found):
        raise Refusal(f"{title} has no certificate {number}; it has {names}.")
    return (found[number - 1],)
