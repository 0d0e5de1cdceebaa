"""The answer in a sentence or two: how far it is, and what is still open besides."""

from decimal import Decimal

from ceulog.domain.advice import is_open
from ceulog.domain.bars import Bar
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.wording.dates import prose_date
from ceulog.wording.explain_parts import Section
from ceulog.wording.explain_rule import minimum_rule
from ceulog.wording.numbers import count, plain
from ceulog.wording.roads import lacking
from ceulog.wording.ways import Ways


def answer(progress: OrganizationProgress, credential: CredentialProgress | None, ways: Ways) -> Section:
    """How many of the CEUs there are, how many are missing, and what else renewal waits for."""
    subject = credential or progress
    lines = [_how_far(progress, credential)]
    others = [_lacking(each) for each in _others(progress, credential) if is_open(each)]
    if others:
        lines.append(f"Still open besides: {'; '.join(others)}.")
    elif subject.complete:
        lines.append("Nothing is missing.")
    return Section("Answer", tuple(lines), way=_way(progress, credential, ways))


def _how_far(progress: OrganizationProgress, credential: CredentialProgress | None) -> str:
    subject, whose = credential or progress, credential.code if credential else progress.code
    if not subject.needed:
        return f"{whose} asks for no CEUs of its own; it is complete when the whole is."
    rule = minimum_rule(progress, credential.code) if credential else None
    kind = f"{rule.label} CEUs" if rule else "CEUs"
    asked = f"{plain(subject.needed)} {kind} that {whose} asks for by {prose_date(progress.cycle.last_day)}"
    if subject.missing:
        return f"You have {plain(subject.earned)} of the {asked}; {_are_missing(subject.missing)}."
    return f"You have all {asked}."


def _are_missing(missing: Decimal) -> str:
    return f"{plain(missing)} {'is' if missing == 1 else 'are'} missing"


def _others(progress: OrganizationProgress, credential: CredentialProgress | None) -> list[Bar]:
    """The requirements beside the number that is asked about."""
    if credential is None:
        own = [bar for each in progress.credentials for bar in each.bars[1:]]
        return [*own, *progress.bars]
    rule = minimum_rule(progress, credential.code)
    number = next((each for each in credential.bars if rule and each.label == rule.label), credential.bars[0])
    return [each for each in (*credential.bars, *progress.bars) if each is not number]


def _lacking(bar: Bar) -> str:
    if bar.kind == "ceus" and bar.label == "total":
        return f"{count(bar.missing, 'CEU')} in all"
    if bar.kind in ("any_of", "all_of"):
        return f"{bar.label}, which lacks {lacking(bar)}"
    return lacking(bar)


def _way(progress: OrganizationProgress, credential: CredentialProgress | None, ways: Ways) -> str:
    if progress.state == "ready-to-close":
        return ways.close.format(organization=progress.code)
    if credential and any(bar.kind == "tick" and is_open(bar) for bar in credential.bars):
        return ways.tick.format(credential=credential.code)
    return ""
