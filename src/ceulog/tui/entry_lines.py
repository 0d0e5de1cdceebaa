"""Everything about one entry, as lines: what it says, what proves it, and where it counts or why it does not."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from ceulog.domain.activities import Activity, ceus_of
from ceulog.domain.counting import Standing
from ceulog.domain.editions import Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.text import printable, tidy
from ceulog.tui.keys import key_of
from ceulog.tui.widgets.painting import Line, Piece, wrapped
from ceulog.wording.dates import date_in_words, prose_date
from ceulog.wording.evidence import proof_words
from ceulog.wording.explain_excluded import why_not
from ceulog.wording.numbers import count, plain
from ceulog.wording.portal import portal_has, standing_words
from ceulog.wording.waiting import waiting_words
from ceulog.wording.words import provider_name, type_name

LABEL_WIDTH = 14
LEAST_HEIGHT = 8
"""Lines below which nothing is shown rather than a torn piece."""


class EntrySetting(NamedTuple):
    """What an entry is looked at against."""

    progress: Sequence[OrganizationProgress]
    rulebook: Rulebook
    today: dt.date


def entry_lines(activity: Activity, setting: EntrySetting, width: int) -> list[Line]:
    """The lines about an entry, of so many cells at most."""
    lines: list[Line] = [(Piece(text, "strong"),) for text in wrapped(tidy(activity.title) or "(no title)", width)]
    for label, text, role in _fields(activity, setting):
        lines += _labelled(label, text, width, role)
    lines.append(())
    for label, text, role in _standings(activity, setting):
        lines += _labelled(label, text, width, role)
    for code in activity.portal:
        lines += _labelled("Portal", f"{tidy(code)}: {standing_words(activity, code)}", width, "text")
        if has := portal_has(activity, code):
            lines += _labelled("", f"{has}: correct it there", width, "behind")
    if activity.notes:
        lines.append(())
        lines += _labelled("Notes", activity.notes, width, "text")
    return lines


def _labelled(label: str, text: str, width: int, role: str) -> Iterator[Line]:
    """A label and its text, several lines of it below each other."""
    room = max(width - LABEL_WIDTH, 10)
    for line in printable(text).split("\n"):
        for part in wrapped(line, room):
            yield Piece(f"{label:{LABEL_WIDTH}}", "muted"), Piece(part, role)
            label = ""


def _fields(activity: Activity, setting: EntrySetting) -> Iterator[tuple[str, str, str]]:
    yield "Date", date_in_words(activity.date, setting.today), "text"
    if activity.is_planned(setting.today):
        past = activity.date < setting.today
        words = f"its day is past: attended? {key_of('edit')} puts it right" if past else "not attended yet"
        yield "Planned", words, "behind" if past else "muted"
    length = f", {activity.minutes} minutes" if activity.minutes else ""
    yield "CEUs", f"{plain(ceus_of(activity))}{length}", "text"
    yield "Kind", type_name(activity.type), "text"
    asks = any(each.organization.asks_domain and each.code in activity.credits for each in setting.progress)
    domain = setting.rulebook.domain_name(activity.domain) or "not classified"
    optional = (
        ("Sponsor", activity.sponsor),
        ("Index number", activity.index_number),
        ("Approved for", " ".join(activity.approved_for)),
        ("HIIM domain", domain if asks else ""),
        ("Provided by", provider_name(activity.provided_by) if asks else ""),
        ("Presenter", activity.presenter),
        ("Place", activity.location),
        ("Next cycle", "counts in the next cycle" if activity.next_cycle else ""),
    )
    yield from ((label, tidy(text), "text") for label, text in optional if text)
    yield from _proofs(activity, setting.today)


def _proofs(activity: Activity, today: dt.date) -> Iterator[tuple[str, str, str]]:
    if activity.certificates:
        yield "Certificate", "\n".join(map(proof_words, activity.certificates)), "text"
    elif not activity.is_planned(today):
        yield "Certificate", f"none yet; {key_of('proofs')} attaches one", "behind"
        yield "Waiting", waiting_words(activity, today), "muted"


def _standings(activity: Activity, setting: EntrySetting) -> Iterator[tuple[str, str, str]]:
    """Where it counts, organization by organization."""
    if not activity.credits:
        yield "Counts for", f"no organization; {key_of('edit')} says which", "behind"
    shown = {each.code for each in setting.progress}
    for progress in setting.progress:
        if progress.code in activity.credits:
            yield _standing(activity, progress)
    for code, ceus in activity.credits.items():
        if code not in shown:
            yield tidy(code), f"{count(ceus, 'CEU')}; no cycle of it is open here", "muted"


def _standing(activity: Activity, progress: OrganizationProgress) -> tuple[str, str, str]:
    code, ceus = tidy(progress.code), activity.credits[progress.code]
    found = progress.standing_of(activity)
    if found is None:
        return code, f"{count(ceus, 'CEU')}, {_other_cycle(activity, progress)}", "muted"
    if found.reason is None:
        return code, f"{count(found.counted, 'CEU')} count{_where(found)}", "calm"
    reason = why_not(found, progress)
    if progress.closed_with(activity):
        return code, f"{count(ceus, 'CEU')}, {reason}", "calm"
    if found.counted:
        return code, f"{plain(found.counted)} of {count(ceus, 'CEU')} count, the rest not: {reason}", "behind"
    if found.reason == "planned":
        return code, f"would count {count(ceus, 'CEU')}", "muted"
    return code, f"does not count: {reason}", "behind"


def _other_cycle(activity: Activity, progress: OrganizationProgress) -> str:
    word = progress.organization.cycle_word
    if activity.date < progress.cycle.start:
        return f"in an earlier {word}"
    return f"not in the {word} to {prose_date(progress.cycle.last_day)}"


def _where(standing: Standing) -> str:
    """On whose bars they stand."""
    codes: Iterable[str] = [tidy(code) for code, ceus in standing.applied.items() if ceus]
    minimum = f", for the minimum of {tidy(standing.minimum)}" if standing.minimum else ""
    return (f" for {', '.join(codes)}" if codes else "") + minimum
