"""What counts and what would, in words: for the number itself, in the total alone, not marked yet, planned."""

from decimal import Decimal

from ceulog.domain.counting import Standing, by_date
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import CapUse, CredentialProgress, OrganizationProgress
from ceulog.domain.unmarked import is_unclassified, is_unmarked
from ceulog.wording.dates import prose_date
from ceulog.wording.explain_parts import NOTHING, Listed, Section, listed, tally
from ceulog.wording.explain_rule import minimum_rule
from ceulog.wording.numbers import count, plain
from ceulog.wording.ways import Ways
from ceulog.wording.words import reason_words


def counts(progress: OrganizationProgress, credential: CredentialProgress | None) -> Section:
    """The entries that make up the number, and what else does."""
    found = _counted(progress, credential)
    ceus = sum((each.ceus for each in found), ZERO)
    lines = [tally(found) if found else "nothing yet"]
    earned = (credential or progress).earned
    if earned > ceus and not (credential and not credential.needed):
        lines.append(f"{count(earned - ceus, 'CEU')} for ticked boxes")
    if surplus := (credential or progress).surplus:
        lines.append(f"{count(surplus, 'CEU')} more than needed; nothing is carried over to the next cycle")
    return Section("Counts", tuple(lines), tuple(found))


def _counted(progress: OrganizationProgress, credential: CredentialProgress | None) -> list[Listed]:
    return [
        listed(each, ceus) for each in by_date(progress.standings) if (ceus := _counted_for(progress, credential, each))
    ]


def _counted_for(progress: OrganizationProgress, credential: CredentialProgress | None, standing: Standing) -> Decimal:
    """CEUs of one entry that make up the number which is asked about."""
    if credential is None:
        return standing.counted
    if minimum_rule(progress, credential.code):
        return standing.counted if standing.minimum == credential.code else ZERO
    if progress.edition.pool.kind == "by-count":
        return standing.counted
    return standing.applied.get(credential.code, ZERO)


def counts_elsewhere(progress: OrganizationProgress, credential: CredentialProgress | None) -> Section:
    """What counts in the pool but not for this credential's own minimum."""
    rule = minimum_rule(progress, credential.code) if credential else None
    if credential is None or rule is None:
        return NOTHING
    others = [each for each in by_date(progress.standings) if each.counted and each.minimum != credential.code]
    found = tuple(listed(each, each.counted, _why_elsewhere(each, progress, credential)) for each in others)
    lines = (f"{tally(found)}, in the total only, not for {rule.label}",) if found else ()
    return Section("Elsewhere", lines, found)


def _why_elsewhere(standing: Standing, progress: OrganizationProgress, credential: CredentialProgress) -> str:
    kinds = (progress.organization.kind_of(each) for each in standing.activity.approved_for)
    if credential.code not in {each.code for each in kinds if each}:
        return f"not approved for {credential.code}"
    if standing.activity.type in progress.edition.core_only:
        return reason_words("core-only")
    if standing.activity.date < credential.credential.earned:
        return f"before your {credential.code} award on {prose_date(credential.credential.earned)}"
    return f"fills the minimum of {standing.minimum}" if standing.minimum else ""


def caps(progress: OrganizationProgress) -> Section:
    """How much of a limited kind counts, of how much that may."""
    return Section("At most", tuple(_cap_line(each) for each in progress.caps if each.used), detail=True)


def _cap_line(use: CapUse) -> str:
    if use.limit is None:
        return (
            f"{use.rule.label}: {count(use.rule.per_activity or ZERO, 'CEU')} of each activity; {plain(use.used)} count"
        )
    return f"{use.rule.label}: {plain(use.used)} of the {count(use.limit, 'CEU')} that may count"


def to_mark(progress: OrganizationProgress, ways: Ways) -> Section:
    """Entries that count but lack what a share or a cap asks about."""
    counted = [each for each in by_date(progress.standings) if each.counted]
    domain = {each.activity.id for each in counted if is_unclassified(each.activity, progress)}
    provider = {each.activity.id for each in counted if is_unmarked(each.activity, progress)}
    lacking = {"no domain": domain, "no provider": provider}
    notes = ((each, " and ".join(what for what, ids in lacking.items() if each.activity.id in ids)) for each in counted)
    entries = tuple(listed(each, each.counted, note) for each, note in notes if note)
    said = (
        (domain, "not classified by HIIM domain; taken as inside"),
        (provider, "not marked with who provided it; taken as external"),
    )
    lines = (f"{tally([each for each in entries if each.id in ids])}: {what}" for ids, what in said if ids)
    return Section("To mark", tuple(lines), entries, ways.mark)


def planned(progress: OrganizationProgress, subject: CredentialProgress | OrganizationProgress, ways: Ways) -> Section:
    """What is planned, what it would bring, and whether some of it is past its day."""
    coming = [each for each in by_date(progress.standings) if each.reason == "planned"]
    found = tuple(listed(each, each.activity.ceus_for(progress.code)) for each in coming)
    if not found:
        return NOTHING
    within = [each for each in found if each.date <= progress.cycle.last_day]
    later = [each for each in found if each.date > progress.cycle.last_day]
    then = f"they would bring it to {plain(subject.earned + subject.planned)}"
    lines = [f"{tally(within)}; {then if subject.planned else 'they change nothing here'}"] if within else []
    if later:
        lines.append(f"{tally(later)}, after the end of this {progress.organization.cycle_word}")
    past = sum(each.activity.date < progress.on for each in coming)
    if past:
        lines.append(f"{count(past, 'entry')} of these {'is' if past == 1 else 'are'} past {_the_day(past)}")
    return Section("Planned", tuple(lines), found, ways.attended if past else "")


def _the_day(entries: int) -> str:
    return "its day: attended?" if entries == 1 else "their days: attended?"
