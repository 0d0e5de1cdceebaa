"""What a check found, as one calm sentence each, with how to go on."""

from ceulog.domain.activities import Activity
from ceulog.domain.portal import standing_at
from ceulog.domain.text import listed, tidy
from ceulog.wording.check_groups import BY_COMMAND, CheckWays
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.echo import echo
from ceulog.wording.evidence import weak_words
from ceulog.wording.numbers import count, plain
from ceulog.wording.portal import portal_has
from ceulog.wording.words import reason_words

ELEMENTS = {
    "index_number": "its index number",
    "sponsor": "its sponsor",
    "title": "its title",
    "ceus": "the CEUs printed on the certificate",
    "certificate": "a certificate",
}
"""What an export calls missing, in words."""


def named(activity: Activity) -> str:
    """An entry at the beginning of a sentence: its day and its title."""
    return f"{prose_date(activity.date)}, “{echo(activity.title, 60)}”"


def missing_words(elements: tuple[str, ...]) -> str:
    """Missing elements: "its sponsor and a certificate"."""
    return listed([ELEMENTS.get(each, each) for each in elements])


def due_words(kind: str, organization: str, day: object, days: int, missing: str, ways: CheckWays = BY_COMMAND) -> str:
    """What is due.

    Args:
        kind: of the finding.
        organization: its code.
        day: in prose.
        days: until then; negative when it is over.
        missing: what is missing, in words; empty for nothing.
        ways: how to go on.
    """
    when = f"{day}, {due_in(days)}"
    match kind:
        case "overdue":
            return f"{organization}: the cycle ended on {day} and is not complete. Missing: {missing}."
        case "ready-to-close":
            way = ways.close.format(organization=organization)
            return f"{organization}: the cycle ended on {day} and is complete; {way}."
        case "dues":
            way = ways.paid.format(organization=organization)
            return f"{organization}: the yearly dues are for {when}; {way}."
        case _:
            return f"{organization}: the cycle ends on {when}. Missing: {missing}."


def portal_words(kind: str, organization: str, entries: int, when: str, ways: CheckWays = BY_COMMAND) -> str:
    """What portals do not know yet, or have not verified.

    Args:
        kind: of the finding.
        organization: its code.
        entries: how many are concerned.
        when: the cycle's last day and how far off it is.
        ways: how to go on.
    """
    some, are = count(entries, "entry"), "is" if entries == 1 else "are"
    if kind == "not-entered":
        return (
            f"{organization}: {some} that {'counts' if entries == 1 else 'count'} {are} not marked as entered in its "
            f"portal, and the cycle ends on {when}; {ways.enter.format(organization=organization)}."
        )
    them = "it" if entries == 1 else "them"
    way = ways.verify.format(organization=organization, them=them)
    return f"{organization}: {some} {are} submitted and not verified yet; {way}."


_ENTRY = {
    "missing": "missing: {missing}.",
    "proof-gone": "the certificate {file} is not in the logbook's folder any more.",
    "proof-changed": "the certificate {file} was changed after it was attached.",
    "weak-proof": "{weak}",
    "not-counted": "does not count for {organization}: {reason}.",
    "same-number": "has the index number of {other}, though a number belongs to one title.",
    "odd-number": "its index number does not look like one.",
    "odd-unit": "{unit} CEU reads like the IACET unit, in which 1 CEU stands for 10 hours.",
    "look-alike": "looks like {other}: another session, or the same one?",
    "no-domain": "has no HIIM domain, which {organization} asks for.",
    "no-provider": "does not say who provided it, so {organization} takes it for an external one.",
    "questioned": "{organization} asked about it: answer, and correct it there and here.",
    "past-plan": "is still planned, though its day is over: did you attend?",
}
"""Kind of finding -> what is said of the entry."""


def entry_words(
    kind: str, activity: Activity, organization: str, what: tuple[str, ...], other: Activity | None,
    ways: CheckWays = BY_COMMAND,
) -> str:  # fmt: skip
    """What was found about an entry, to stand after its name.

    Args:
        kind: of the finding.
        activity: the entry.
        organization: whom it is about.
        what: what is missing, the name of a file, or a reason.
        other: the entry that it meets.
        ways: how to go on.
    """
    if kind == "entered-otherwise":
        state = standing_at(activity, organization)
        way = ways.correct.format(id=activity.id[:8], organization=organization, state=state)
        return f"{portal_has(activity, organization)}; {way}."
    first = what[0] if what else ""
    return _ENTRY[kind].format(
        missing=missing_words(what), file=tidy(first), reason=reason_words(first), organization=organization,
        other=named(other) if other else "", unit=_smallest(activity),
        weak=weak_words(activity) if kind == "weak-proof" else "",
    )  # fmt: skip


def _smallest(activity: Activity) -> str:
    values = [each for each in (activity.ceus, *activity.credits.values()) if each is not None]
    return plain(min(values)) if values else ""
