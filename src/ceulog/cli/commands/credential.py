"""`credential`: start, correct or stop holding a credential."""

import argparse
import datetime as dt
from decimal import Decimal

from ceulog.cli import arguments as read
from ceulog.cli.arguments import Parser, UsageError
from ceulog.cli.context import Context, done_words
from ceulog.domain import holdings
from ceulog.domain.changes import Change
from ceulog.domain.credentials import HeldCredential, by_award
from ceulog.domain.cycles import Override
from ceulog.domain.editions import CredentialKind
from ceulog.domain.holdings import Holding
from ceulog.domain.text import capitalized, tidy
from ceulog.exchange.catalog import held_object, kind_object
from ceulog.wording.catalog import catalog_status, catalog_text
from ceulog.wording.dates import prose_date

ACTIONS = ("add", "set", "remove", "list", "catalog")


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    day, coming = read.date_on(today), read.date_on(today, coming=True)
    parser.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    parser.add_argument(
        "words", nargs="*", metavar="CODE", help="CPC, CCS, …; with catalog: words to look for, such as audit"
    )
    parser.add_argument("--earned", type=day, metavar="DATE", help="the award date")
    parser.add_argument("--cycle-end", type=coming, metavar="DATE", help="the last day of the current cycle")
    parser.add_argument("--cycle-start", type=day, metavar="DATE", help="its first day (default: 24 months before)")
    parser.add_argument(
        "--required", action=_Number, type=_ceus_or_rule, metavar="N", help="CEUs in all, where your tracker differs"
    )
    parser.add_argument(
        "--minimum", action=_Number, type=_ceus_or_rule, metavar="N", help="this credential's own CEUs, likewise"
    )
    parser.add_argument("--reason", action=_Reason, metavar="TEXT", help="why that number differs from the rule")
    parser.add_argument("--self-assessment", choices=("required", "optional"), help="whether it gates renewal")
    parser.add_argument("--number", metavar="TEXT", help="the credential's number")
    parser.add_argument("--json", action="store_true", help="with list and catalog: as JSON")


class _Number(argparse.Action):
    """A number set against the rule; a reason that follows is its own."""

    def __call__(self, _parser: object, options: argparse.Namespace, value: object, _option: object = None) -> None:
        """Keep the number, and remember that it came last."""
        setattr(options, self.dest, value)
        options.last_number = self.dest


class _Reason(argparse.Action):
    """Why a number differs: that of the number before it, and of every number that has none of its own."""

    def __call__(self, _parser: object, options: argparse.Namespace, value: object, _option: object = None) -> None:
        """Keep the reason with its number."""
        reasons = {"": value, **(options.reason or {}), getattr(options, "last_number", ""): value}
        options.reason = reasons


def _ceus_or_rule(text: str) -> object:
    """A number of CEUs, or `none` for: as the rule says."""
    return "none" if text.strip().lower() == "none" else read.ceus(text)


def run(options: argparse.Namespace, context: Context) -> int:
    """Do what the action says."""
    if options.action != "catalog" and len(options.words) > 1:
        raise UsageError(f"`ceulog credential {options.action}` takes one CODE; {options.words[1]} is one too many.")
    options.code = " ".join(options.words)
    if options.action in ("list", "catalog"):
        return _list(options, context) if options.action == "list" else _catalog(options, context)
    if not options.code:
        raise UsageError(f"`ceulog credential {options.action}` needs the credential's CODE, such as CPC.")
    if options.action == "remove":
        logbook = context.logbook
        change = logbook.change(lambda state: holdings.release(state, logbook.rulebook, options.code))
        context.tell(f"{capitalized(change.label)}. What was logged stays; `ceulog undo` takes it back.")
        return 0
    if options.action == "add" and not options.earned:
        raise UsageError("`ceulog credential add` needs the award date (--earned).")
    return _hold(options, context, _holding(options))


def _holding(options: argparse.Namespace) -> Holding:
    by_rule = frozenset(name for name in ("required", "minimum") if getattr(options, name) == "none")
    return Holding(
        earned=options.earned,
        cycle_start=options.cycle_start,
        cycle_end=options.cycle_end,
        required=_override(options.required, _reason(options, "required")),
        minimum=_override(options.minimum, _reason(options, "minimum")),
        self_assessment=options.self_assessment,
        number=options.number,
        by_rule=by_rule,
    )


def _reason(options: argparse.Namespace, name: str) -> str:
    reasons = options.reason or {}
    return str(reasons.get(name, reasons.get("", "")))


def _override(given: object, reason: str) -> Override | None:
    if not isinstance(given, Decimal):  # not given, or `none`
        return None
    if not tidy(reason):
        raise UsageError('--required and --minimum need a --reason, such as --reason "my tracker says 27".')
    return Override(given, tidy(reason))


def _hold(options: argparse.Namespace, context: Context, holding: Holding) -> int:
    logbook = context.logbook
    rulebook = logbook.rulebook
    if options.action == "add":
        change = logbook.change(
            lambda state: holdings.adopt(state, rulebook, options.code, holding, context.today, logbook.new_id)
        )
    else:
        change = logbook.change(lambda state: holdings.amend(state, rulebook, options.code, holding, context.today))
    _tell_what_holds(context, change, holding)
    return 0


def _tell_what_holds(context: Context, change: Change, holding: Holding) -> None:
    held = next((each.after for each in change.edits if isinstance(each.after, HeldCredential)), None)
    context.tell(done_words(change))
    state = context.logbook.state
    organization = context.rulebook.organizations[held.organization] if held else None
    if organization is None and holding.cycle_end:
        organization = next(
            (each for each in context.rulebook.organizations.values()
             if (found := state.membership(each.code)) and found.current.end == holding.cycle_end), None,
        )  # fmt: skip
    if organization is None or (membership := state.membership(organization.code)) is None:
        return
    cycle = membership.current
    context.tell(
        f"{organization.name}: {organization.cycle_word} from {prose_date(cycle.start)} to {prose_date(cycle.end)}."
    )
    if holdings.breaks_parity(organization, cycle.end):
        context.tell(
            f"Please check: at {organization.name} a month such as {prose_date(cycle.end)[:3]} falls due in "
            f"{'odd' if cycle.end.month % 2 else 'even'} years, and {cycle.end.year} is not one."
        )
    if held and held.earned > cycle.last_day:
        context.tell(
            f"{held.code} was awarded after that, so it counts from the next {organization.cycle_word} on: "
            f"`ceulog organization renew {organization.code}` opens it."
        )
    progress = next((each for each in context.logbook.progress() if each.code == organization.code), None)
    if progress and progress.may_be_prorated:
        context.tell(
            f"{organization.name} asks for less in a first {organization.cycle_word}, but does not publish how much: "
            "if your tracker shows another number, set that one with --required N --reason TEXT."
        )


def _list(options: argparse.Namespace, context: Context) -> int:
    state, rulebook = context.logbook.state, context.rulebook
    held = sorted(state.credentials.values(), key=by_award)
    if options.json:
        context.say_json([held_object(each, state, rulebook.organizations.get(each.organization)) for each in held])
        return 0
    if not state.credentials:
        context.tell("You hold no credential yet.")
    for each in held:
        organization = rulebook.organizations.get(each.organization)
        kind = organization and organization.kind_of(each.code)
        name = kind.name if kind else ""
        context.say(
            f"{each.code + ' ':<8}{each.organization + ' ':<7}awarded {prose_date(each.earned)}  {name}".rstrip()
        )
    return 0


def _catalog(options: argparse.Namespace, context: Context) -> int:
    wanted = options.code.casefold()
    found = [
        (organization, kind)
        for organization in context.rulebook.organizations.values()
        for kind in organization.credential
        if all(word in catalog_text(organization, kind) for word in wanted.split())
    ]
    if options.json:
        context.say_json([kind_object(organization, kind) for organization, kind in found])
        return 0
    for organization, kind in found:
        context.say(
            f"{kind.code:<8} {organization.code + ' ':<7}{kind.group + ' ':<11}{kind.name}{_catalog_notes(kind)}"
        )
    if not found:
        context.tell("No credential in the catalog fits; a body of your own is a file in the logbook's folder rules.")
    return 0


def _catalog_notes(kind: CredentialKind) -> str:
    notes = [catalog_status(kind)]
    if kind.aliases:
        notes.append(f"formerly {', '.join(kind.aliases)}")
    if kind.replaces:
        notes.append(f"replaces {', '.join(kind.replaces)}")
    if not kind.name_confirmed:
        notes.append("name not confirmed")
    if kind.note:
        notes.append(kind.note.rstrip("."))
    return f" ({'; '.join(notes)})" if notes else ""
