"""What the screen says: headings, states, what is missing, what was done.

In what is kept whole, `{add}` stands for the key of the action add; functions are given the keys that they name.
"""

import datetime as dt
from collections.abc import Sequence

from ceulog.domain.activities import Activity
from ceulog.domain.advice import Need, needs
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.text import tidy
from ceulog.wording.dates import date_in_words, due_in, prose_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count, plain
from ceulog.wording.roads import more_hours
from ceulog.wording.words import standing_words

SOON = 30
"""Days before the end from which the heading says how many are left instead of "on pace"."""

NOTHING_LOGGED = "Nothing logged yet. Press {add} to add your first activity, or {import} to import a spreadsheet."
NOTHING_FOUND = "No entry fits these words. Esc shows them all again."
NOTHING_HELD = "No credential yet. Press {credentials} to add the ones you hold; each gets its bar here."
NOTHING_MISSING = "Nothing is missing."
DEMO = "sample, nothing is kept"
SAVING = "saving…"


def days_words(progress: OrganizationProgress) -> str:
    """How long a cycle lasts: "128 days", "last day today", "3 days over"."""
    days = progress.days_left
    if days < 0:
        return f"{count(-days, 'day')} over"
    return count(days, "day") if days else "last day today"


def cycle_words(progress: OrganizationProgress) -> tuple[str, ...]:
    """The cycle in words, from the fullest to the shortest."""
    end = prose_date(progress.cycle.last_day)
    days, word = days_words(progress), progress.organization.cycle_word
    extended = ", extended" if progress.cycle.extension else ""
    return f"{word} to {end}{extended} · {days}", f"to {end} · {days}", days


def pace_words(progress: OrganizationProgress) -> str:
    """The state of a cycle: "on pace", "behind by 3", "due in 12 days"."""
    if progress.state == "on-pace" and progress.days_left <= SOON:
        return due_in(progress.days_left)
    return standing_words(progress)


def pace_role(progress: OrganizationProgress) -> str:
    """The role of the state's words: amber for behind, red for overdue, green for complete alone."""
    if progress.state in ("behind", "overdue"):
        return progress.state
    return "calm" if progress.complete else "text"


def next_words(found: Sequence[Need], cycle_word_of: dict[str, str]) -> list[str]:
    """What is missing, a phrase each, worst first."""
    phrases = []
    before: Need | None = None
    for need in found:
        phrases.append(_need_words(need, before, cycle_word_of))
        before = need
    return phrases


def _need_words(need: Need, before: Need | None, cycle_word_of: dict[str, str]) -> str:  # noqa: PLR0911 - one each
    whose = need.credential or need.organization
    match need.kind:
        case "ceus":
            return f"{count(need.missing, 'CEU')} for {whose}{_coming(need)}"
        case "minimum":
            if need.inside:
                return f"{_amount(need, before)} {tidy(need.label)}, for {whose}"
            return f"{plain(need.missing)} {need.label} {'CEU' if need.missing == 1 else 'CEUs'} for {whose}"
        case "share":
            return f"{_amount(need, before)} {tidy(need.label)}"
        case "tick":
            if before and before.credential == need.credential:
                return f"tick its {need.label}"
            return f"tick the {need.label} of {whose}"
        case "hours":
            return f"{more_hours(need.missing, tidy(need.label))} for {whose}"
        case "dues":
            return f"the dues of {whose}" + (f" by {prose_date(need.due)}" if need.due else "")
        case "close":
            return f"close the {cycle_word_of.get(need.organization, 'cycle')} of {whose}, it is complete"
        case _:
            return f"{tidy(need.label)} for {whose}"


def _coming(need: Need) -> str:
    """How much of what is missing is planned; no number where it is all of it, for more may be planned than that."""
    if not need.planned:
        return ""
    return " (planned)" if need.planned >= need.missing else f" ({plain(need.planned)} planned)"


def _amount(need: Need, before: Need | None) -> str:
    """CEUs of one kind; those that are among the missing ones named before are named as such."""
    if not need.inside:
        return count(need.missing, "CEU")
    them = "them" if before and before.kind in ("ceus", "minimum", "share") else f"the {need.organization} CEUs"
    return f"{plain(need.missing)} of {them}"


def prorated_words(progress: OrganizationProgress, why: str) -> str:
    """That an organization may ask for less in a first cycle that was under way at the award."""
    name, word = tidy(progress.organization.name), progress.organization.cycle_word
    return (
        f"This {word} began before your award, so {name} may ask for less in it than {count(progress.needed, 'CEU')}; "
        f"how much less, it does not publish. When its tracker shows you a number, {why} and then n sets it here."
    )


def closing_question(progress: OrganizationProgress, undo: str) -> str:
    """What is asked before a cycle is closed: what it still lacks first, then what closing means."""
    organization, cycle = progress.organization, progress.cycle
    word, name = organization.cycle_word, tidy(organization.name)
    gaps = [each for each in needs([progress]) if each.kind not in ("dues", "close")]
    lacks = " · ".join(next_words(gaps, {progress.code: word}))
    incomplete = f"It is not complete, it lacks: {lacks}. " if lacks else ""
    return (
        f"Close the {word} of {name} to {prose_date(cycle.last_day)}? {incomplete}"
        f"It is kept as it stands today and never changes; surplus CEUs are not carried over. The next {word} begins "
        f"with open boxes. {undo} on the first screen takes this back, as long as nothing was changed since."
    )


def stays_open_words(progress: OrganizationProgress) -> str:
    """Why a cycle cannot be closed yet."""
    word, name = progress.organization.cycle_word, tidy(progress.organization.name)
    end = prose_date(progress.cycle.last_day)
    return f"The {word} of {name} runs until {end} and is not complete, so it stays open."


def done_by_question(code: str, label: str, last_day: dt.date) -> str:
    """What is asked before a box of a cycle that is over is ticked."""
    return (
        f"The cycle ended on {prose_date(last_day)}. Was the {tidy(label)} of {code} done by then? "
        "It is ticked for that last day. One that was done later belongs to the next cycle, once this one is closed."
    )


def other_box_question(code: str, other: str, label: str, *, opens: bool) -> str:
    """What is asked where a credential has no box, and one box of another is the only one there is."""
    what = "It is ticked. Open it again?" if opens else "Tick it?"
    return f"{tidy(code)} has no box; {tidy(other)} has the {tidy(label)}. {what}"


def other_duty_question(code: str, other: str, label: str, *, back: bool) -> str:
    """What is asked where a credential has no box that can be made optional, and one of another is the only one."""
    what = "It is optional. Make it required again?" if back else "Make it optional?"
    return f"{tidy(code)} has none that can be made optional; {tidy(other)} has the {tidy(label)}. {what}"


def whose_log(name: str) -> str:
    """Whose log it is; "your log" while nobody has said."""
    name = tidy(name)
    return f"{name}’s log" if name else "your log"


def ready_words(activity: Activity, today: dt.date) -> str:
    """What is about to be saved, in one line."""
    number = {code: plain(ceus) for code, ceus in activity.credits.items()}
    granted = ", ".join(f"{code} {ceus}" for code, ceus in number.items()) or "no organization"
    kind = "planned" if activity.status == "planned" else "done"
    day = date_in_words(activity.date, today)
    return f"Enter saves “{echo(activity.title)}”, {kind}, {day}: {granted}."
