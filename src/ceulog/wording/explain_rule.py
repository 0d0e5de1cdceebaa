"""How a number comes about, in words: the rule, what the holder set against it, the edition."""

from decimal import Decimal

from ceulog.domain import pools
from ceulog.domain.bars import Bar
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.editions import Edition
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.domain.requirements import Minimum, Share
from ceulog.wording.dates import prose_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count, plain
from ceulog.wording.ways import BY_COMMAND, Ways

_YEARS = {12: "every year", 24: "every two years", 36: "every three years", 48: "every four years"}


def every(months: int) -> str:
    """How often a cycle comes round: "every two years"."""
    return _YEARS.get(months) or f"every {count(months, 'month')}"


def pool_sentences(progress: OrganizationProgress, ways: Ways = BY_COMMAND) -> list[str]:
    """What the organization's rule asks for in all, and the number that the holder set instead."""
    held = [each.credential for each in progress.credentials]
    by_rule = pools.needed(progress.edition, progress.cycle._replace(required=None), held)
    found = [_POOLS[progress.edition.pool.kind](progress, held, by_rule)]
    found += [f"{each.code}: {note}" for each in held if (note := _note_of(progress, each.code))]
    if own := progress.cycle.required:
        word = progress.organization.cycle_word
        found.append(f"You set {plain(own.ceus)} instead of {plain(by_rule)} for this {word}: {_reason(own.reason)}.")
    elif progress.may_be_prorated:
        found.append(
            f"{progress.organization.name} asks for less in a first {progress.organization.cycle_word}, but does not "
            "publish how much. Where your tracker shows another number, set that one: "
            f"{ways.own_number.format(credential=held[0].code)}."
        )
    return found


def _note_of(progress: OrganizationProgress, code: str) -> str:
    kind = progress.organization.kind_of(code)
    return kind.note if kind else ""


def _reason(reason: str) -> str:
    return f"“{echo(reason, 120).rstrip('.')}”"


def _codes(held: list[HeldCredential]) -> str:
    return ", ".join(each.code for each in held)


def _by_count(progress: OrganizationProgress, held: list[HeldCredential], by_rule: Decimal) -> str:
    pool = progress.edition.pool
    most, number = len(pool.table), pools.number_held(pool, held)
    ceiling = f" (the same for {most} and more)" if number >= most else ""
    counted = [each for each in held if each.code not in pool.not_counted] or held
    return (
        f"You hold {count(number, f'{progress.code} credential')} ({_codes(counted)}): {count(by_rule, 'CEU')} in all "
        f"{every(progress.organization.cycle_months)}{ceiling}."
    )


def _largest_plus(progress: OrganizationProgress, held: list[HeldCredential], by_rule: Decimal) -> str:
    pool, often = progress.edition.pool, every(progress.organization.cycle_months)
    first = pools.parts(progress.edition, progress.cycle._replace(required=None), held)[0].credential
    figure = plain(pool.figures.get(first.code, ZERO))
    if len(held) == 1:
        return f"You hold one {progress.code} credential, {first.code}: {figure} CEUs {often}."
    most = f", at most {plain(pool.ceiling)}" if pool.ceiling is not None else ""
    return (
        f"You hold {len(held)} {progress.code} credentials ({_codes(held)}): {figure} for {first.code}, "
        f"{plain(pool.plus)} for each further one{most}, so {count(by_rule, 'CEU')} in all {often}."
    )


def _each(progress: OrganizationProgress, held: list[HeldCredential], by_rule: Decimal) -> str:
    often = every(progress.organization.cycle_months)
    if len(held) == 1:
        return f"You hold one {progress.code} credential, {held[0].code}: {count(by_rule, 'CEU')} {often}."
    figures = (f"{plain(progress.edition.pool.figures.get(each.code, ZERO))} for {each.code}" for each in held)
    return f"Each {progress.code} credential has its own CEUs {often}: {', '.join(figures)}."


_POOLS = {"by-count": _by_count, "largest-plus": _largest_plus, "each": _each}


def own_sentences(progress: OrganizationProgress, credential: CredentialProgress) -> list[str]:
    """What one credential carries of the whole, or owes inside it."""
    code = credential.code
    if rule := minimum_rule(progress, code):
        return _minimum_sentences(progress, credential, rule)
    if progress.edition.pool.kind == "by-count" and len(progress.credentials) > 1:
        return [f"{code} shares these CEUs with your other {progress.code} credentials."]
    if progress.edition.pool.kind == "largest-plus" and len(progress.credentials) > 1:
        if not credential.needed:
            return [f"Nothing of them is left for {code}: it is complete when the whole is."]
        return [f"{code} carries {plain(credential.needed)} of them; each CEU counts for one credential alone."]
    return []


def minimum_rule(progress: OrganizationProgress, code: str) -> Minimum | None:
    """The minimum by approval that a credential owes inside the pool."""
    kind = progress.organization.kind_of(code)
    return progress.edition.minimum_of(kind) if kind else None


def _minimum_sentences(progress: OrganizationProgress, credential: CredentialProgress, rule: Minimum) -> list[str]:
    code, alone = credential.code, len(progress.credentials) == 1
    by_rule = rule.when_alone if alone and rule.when_alone is not None else rule.ceus
    found = [f"{plain(by_rule)} of them must be approved for {code} ({rule.label})."]
    if alone and rule.when_alone is not None:
        found.append(f"It would be {plain(rule.ceus)} beside another credential.")
    if own := progress.cycle.minimums.get(code):
        found.append(f"You set {plain(own.ceus)} instead of {plain(by_rule)}: {_reason(own.reason)}.")
    return found


def edition_sentences(progress: OrganizationProgress) -> list[str]:
    """Which rules these are, since when they hold, who says so, and how sure that is."""
    edition = progress.edition
    chosen = ", your choice" if progress.cycle.edition == edition.id else ""
    source = edition.source.rstrip(".")
    sure = f" Confidence: {edition.confidence}." if edition.confidence else ""
    return [f"Rules: edition {edition.id}{chosen}, in force {_since(edition)}.", f"Source: {source}.{sure}"]


def _since(edition: Edition) -> str:
    day = prose_date(edition.starts)
    return f"from {day}" if edition.starts_known == "exactly" else f"by {day} at the latest"


def bar_lines(bar: Bar, progress: OrganizationProgress, indent: str = "") -> list[str]:
    """One requirement: how far it is, whether renewal waits for it, who says so; its parts below it."""
    share = next((each for each in progress.edition.shares if each.label == bar.label), None)
    parts = [_how_far(bar), _percent(share, progress) if bar.kind == "share" else ""]
    parts += ["" if bar.required else "optional", f"source {bar.source}" if bar.source else ""]
    line = f"{indent}{bar.label}: {'; '.join(part for part in parts if part)}"
    lines = [line, *([f"{indent}  {bar.note}"] if bar.note else [])]
    # of a choice that is met only the road that was taken matters
    taken = bar.kind == "any_of" and bar.met
    parts_shown = [part for part in bar.parts if part.met or not taken]
    return lines + [each for part in parts_shown for each in bar_lines(part, progress, indent + "  ")]


def _how_far(bar: Bar) -> str:
    if bar.kind == "tick":
        boxes = f"{plain(bar.earned)} of {plain(bar.needed)} ticked"
        return ("ticked" if bar.met else "open") if bar.needed == 1 else boxes
    if bar.kind == "hours":
        return f"{plain(bar.earned)} of {count(bar.needed, 'hour')}{', met' if bar.met else ''}"
    if bar.kind in ("any_of", "all_of"):
        asked = "one of these" if bar.kind == "any_of" else "all of these"
        return f"{asked}, {'met' if bar.met else 'still open'}"
    done = ", met" if bar.met else ""
    return f"{plain(bar.earned)} of {count(bar.needed, 'CEU')}{done}"


def _percent(share: Share | None, progress: OrganizationProgress) -> str:
    if share is None:
        return ""
    exact = progress.needed * share.percent / 100
    rounded = ", rounded up" if exact % 1 else ""
    return f"{share.percent} % of {plain(progress.needed)}{rounded}"
