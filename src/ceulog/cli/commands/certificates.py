"""`certificates`: a folder of PDF files read, and each logged or attached when it was confirmed."""

import argparse
import datetime as dt
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ceulog.cli import asking
from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.proofs.fates import Fate
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.import_memory import PROOFS, order_of_proofs, remember
from ceulog.logbook.proof_folder import fates_of, in_order, open_day, pile_at, read_pile, take
from ceulog.logbook.proof_words import fate_words, pile_words, read_lines
from ceulog.wording.numbers import count, plain


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("folder", metavar="FOLDER", help="a folder of PDF files, or one of them")
    parser.add_argument("--yes", action="store_true", help="take all that could be read whole, without asking for each")
    parser.add_argument("--date-format", choices=("mdy", "dmy"), help="the order of month and day, where none shows it")
    parser.add_argument("--dry-run", action="store_true", help="only say what was read")
    parser.add_argument("--json", action="store_true", help="what was read, as JSON; asks nothing")


def run(options: argparse.Namespace, context: Context) -> int:
    """Read, ask, take; prints the ids of what was added, and gives 1 when something is left for a person."""
    pile = pile_at(Path(options.folder))
    said: Order | None = options.date_format
    known = said or order_of_proofs(context.folder)
    files = read_pile(pile, order=known)
    example = "" if known else open_day(files)
    if example and not options.json and (said := asking.asked_order(example)):
        files, example = in_order(files, said), ""
    if said and not options.dry_run:
        _remember(said, context)
    found = fates_of(files, context.logbook)
    context.tell(pile_words(found, pile))
    if example:
        context.tell(f"{tidy(example)} may begin with the month or with the day: --date-format mdy or dmy says which.")
    sure = [each for each in found if each.is_sure]
    chosen: list[Fate] = []
    if options.yes and not options.dry_run:
        chosen = sure
    elif sure and not (options.dry_run or options.json) and asking.is_terminal():
        chosen = _confirmed(sure, context)
    change = take(files, chosen, context.logbook)
    if options.json:
        context.say_json({"schema": 1, "files": list(_objects(found, chosen, change))})
    else:
        context.say(*(each.after.id for each in change.edits if isinstance(each.after, Activity)))
        _tell(found, chosen, context)
    left = [each for each in found if each not in chosen and each.kind not in ("kept", "twice")]
    if chosen:
        context.tell(f"{count(len(chosen), 'certificate')} taken; `ceulog undo` takes all of it back.")
    elif sure and not options.dry_run:
        context.tell("Nothing was taken: each is to be confirmed by you, on a terminal, or all of them with --yes.")
    return 1 if left and not options.dry_run else 0


def _remember(order: Order, context: Context) -> None:
    try:
        remember(context.folder, PROOFS, {}, order)
    except (StorageError, Refusal) as fault:
        context.tell(f"What you said of their dates is not kept for next time: {fault}")


def _confirmed(sure: Sequence[Fate], context: Context) -> list[Fate]:
    """Those that the person at the terminal says yes to."""
    chosen = []
    for place, fate in enumerate(sure, 1):
        context.tell("", f"{place} of {len(sure)}: {fate.file.name} {fate_words(fate)}.")
        context.tell(*(f"  {label:<14} {words}" for label, words in read_lines(fate)))
        wish = "Attach it there" if fate.kind == "attach" else "Log it"
        print(f"{wish}? y yes, n not now, q stop asking: ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline().strip().casefold()
        if answer in ("y", "yes"):
            chosen.append(fate)
        elif answer.startswith("q"):
            break
    return chosen


def _tell(found: Sequence[Fate], chosen: Sequence[Fate], context: Context) -> None:
    for fate in found:
        context.tell(f"{fate.file.name} {fate_words(fate)}.")
        if fate not in chosen and (line := _line_to_type(fate)):
            context.tell(f"  {line}")


def _line_to_type(fate: Fate) -> str:
    """The command that does by hand what was not done; empty where nothing is to be done."""
    entry, path = fate.entry, fate.file.path
    if fate.kind in ("attach", "known") and fate.activity:
        return _command("edit", fate.activity.id[:8], "--certificate", path)
    if not fate.is_open or (fate.file.text and fate.file.text.rows > 1):
        return ""
    more = {"--sponsor": entry.sponsor, "--index-number": entry.index_number, "--presenter": entry.presenter}
    given = [part for option, value in more.items() if value for part in (option, value)]
    day = entry.date.isoformat() if entry.date else "DATE"
    ceus = plain(entry.ceus) if entry.ceus is not None else "CEUS"
    return _command("add", entry.title or "TITLE", "--date", day, "--ceus", ceus, *given, "--certificate", path)


def _command(*parts: str) -> str:
    words = ["ceulog", *map(tidy, parts)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _objects(found: Sequence[Fate], chosen: Sequence[Fate], change: Change) -> Iterable[dict[str, Any]]:
    ids = iter(each.after.id for each in change.edits if isinstance(each.after, Activity))
    for fate in found:
        text, taken = fate.file.text, fate in chosen
        yield {
            "file": fate.file.path,
            "sha256": fate.file.sha256 or None,
            "kind": fate.kind,
            "taken": taken,
            "id": next(ids) if taken else fate.activity.id if fate.activity else None,
            "read": {field: each._asdict() for field, each in text.found.items()} if text else {},
            "doubts": dict(text.doubts) if text else {},
            "lacks": list(fate.lacks),
            "sentence": f"{fate.file.name} {fate_words(fate)}.",
        }
