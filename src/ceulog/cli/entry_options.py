"""The options that `add` and `edit` share, and how they become an entry."""

import argparse
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ceulog.cli import arguments as read
from ceulog.cli.arguments import Parser, UsageError
from ceulog.domain.activities import EVIDENCE_KINDS, PROVIDERS, Certificate, EvidenceKind
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.wording.numbers import count

if TYPE_CHECKING:
    from pathlib import Path


def add_entry_options(parser: Parser, today: dt.date) -> None:
    """Tell the parser of every field of an activity but the title."""
    parser.add_argument("--ceus", type=read.ceus, metavar="N", help="CEUs as printed on the certificate")
    parser.add_argument(
        "--minutes", type=read.empty_or(read.minutes), default=..., metavar="M", help="its length: 90, 1h30"
    )
    parser.add_argument("--date", type=read.meant_on(today), metavar="D", help="the day it was completed")
    parser.add_argument(
        "--type", type=read.activity_type, metavar="T", help="webinar, seminar, chapter-meeting, quiz …"
    )
    parser.add_argument("--sponsor", metavar="S", help="who offered it")
    parser.add_argument("--index-number", metavar="X", help="AAPC's approval number on the certificate")
    parser.add_argument(
        "--for", dest="organizations", action="append", metavar="ORG", help="an organization it counts for"
    )
    parser.add_argument(
        "--credit", type=read.credit, action="append", metavar="ORG=N", help="other CEUs at one organization"
    )
    parser.add_argument("--approved-for", action="append", metavar="CODE", help="a credential it was approved for")
    parser.add_argument("--domain", metavar="NAME|ID", help="its HIIM domain")
    parser.add_argument(
        "--provided-by", type=str.casefold, choices=(*PROVIDERS, ""), metavar="WHO", help=", ".join(PROVIDERS)
    )
    parser.add_argument("--presenter", metavar="P", help="who presented it")
    parser.add_argument("--location", metavar="L", help="where it was")
    parser.add_argument("--certificate", type=_file, action="append", metavar="FILE", help="a file that proves it")
    parser.add_argument(
        "--evidence", action="append", choices=EVIDENCE_KINDS, metavar="KIND",
        help=f"what the files are, once for all or once for each: {', '.join(EVIDENCE_KINDS)}",
    )  # fmt: skip
    parser.add_argument(
        "--certificate-asked", type=read.empty_or(read.date_on(today)), default=..., metavar="D",
        help="the day on which you asked for its certificate; empty takes it away",
    )  # fmt: skip
    parser.add_argument("--note", metavar="TEXT", help="anything to remember")
    parser.add_argument(
        "--next-cycle",
        action=argparse.BooleanOptionalAction,
        help="earned in the renewal month, to count in the next cycle",
    )


def _file(text: str) -> "Path":
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty text names no file")
    from pathlib import Path  # noqa: PLC0415 - for this alone

    return Path(text)


def entry_from(options: argparse.Namespace, rulebook: Rulebook, **more: Any) -> Entry:
    """What the options say of an activity.

    Raises:
        Refusal: the HIIM domain is unknown.
    """
    cleared = set()
    if options.minutes is None:
        cleared.add("minutes")
    if options.certificate_asked is None:
        cleared.add("certificate_asked")
    if options.provided_by == "":
        cleared.add("provided_by")
    if options.domain is not None and not options.domain.strip():
        cleared.add("domain")
    return Entry(
        date=options.date and (options.date.coming if options.planned else options.date.past),
        ceus=options.ceus,
        minutes=None if options.minutes is ... else options.minutes,
        organizations=read.words(options.organizations),
        credits=_once_each(options.credit) if options.credit else None,
        type=options.type,
        sponsor=options.sponsor,
        index_number=options.index_number,
        approved_for=read.words(options.approved_for),
        domain=_domain(options.domain, rulebook),
        provided_by=options.provided_by or None,
        presenter=options.presenter,
        location=options.location,
        next_cycle=options.next_cycle,
        notes=options.note,
        certificate_asked=None if options.certificate_asked is ... else options.certificate_asked,
        cleared=frozenset(cleared),
        **more,
    )


def _once_each(pairs: Sequence[tuple[str, Decimal]]) -> dict[str, Decimal]:
    names = [organization.casefold() for organization, _ in pairs]
    for organization, _ in pairs:
        if names.count(organization.casefold()) > 1:
            raise UsageError(f"--credit names {organization} twice. Give it once, with the CEUs that it grants.")
    return dict(pairs)


def of_kinds(proofs: Sequence[Certificate], kinds: Sequence[EvidenceKind] | None) -> tuple[Certificate, ...]:
    """The files as what they are said to be: one kind for all, or one for each in their order.

    Raises:
        Refusal: there are several kinds, and not as many as files.
    """
    if not kinds:
        return tuple(proofs)
    if len(kinds) not in (1, len(proofs)):
        raise Refusal(
            f"There are {len(kinds)} kinds of evidence for {count(len(proofs), 'file')}: give --evidence once, or once "
            "for each file.",
            field="certificates",
        )
    each_kind = kinds if len(kinds) == len(proofs) else [kinds[0] for _ in proofs]
    return tuple(proof._replace(kind=kind) for proof, kind in zip(proofs, each_kind, strict=True))


def _domain(given: str | None, rulebook: Rulebook) -> int | None:
    """The id of a HIIM domain, by id, name, or enough of its name."""
    wanted = (given or "").strip().casefold()
    if not wanted:
        return None
    exact = [each.id for each in rulebook.domains if wanted in (str(each.id), each.name.casefold())]
    near = exact or [each.id for each in rulebook.domains if wanted in each.name.casefold()]
    if len(near) == 1:
        return near[0]
    listed = "; ".join(f"{each.id} {each.name}" for each in rulebook.domains)
    what = "fits several HIIM domains" if near else "is no HIIM domain"
    raise Refusal(f"{tidy(given or '')[:40]} {what}. They are: {listed}.", field="domain")
