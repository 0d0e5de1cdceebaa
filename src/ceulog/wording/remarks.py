"""What is said of an activity as it is logged: each remark as one calm sentence."""

from collections.abc import Callable

from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame
from ceulog.domain.cycles import ONE_DAY, Cycle
from ceulog.domain.remarks import Kind, Remark
from ceulog.wording.dates import MONTHS, prose_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count, plain
from ceulog.wording.portal import entered_words
from ceulog.wording.words import reason_words, type_name


def remark_sentence(remark: Remark) -> str:
    """The sentence of a remark, for the form and for the command line."""
    return _SENTENCES[remark.kind](remark)


def _not_held(remark: Remark) -> str:
    code = remark.organization
    return f"It counts for nothing at {code} yet: you hold no {code} credential today."


def _takes_over(remark: Remark) -> str:
    other = remark.other
    if other is None:
        return ""
    if remark.frame and other.is_planned(remark.frame.on):
        return f"It has the same index number as {named(other)}, which is planned: one of them will count."
    return f"It has the same index number as {named(other)}, which then no longer counts."


def _closed(remark: Remark) -> str:
    if remark.closed is None or remark.frame is None:
        return ""
    return closed_sentence(remark.organization, remark.frame.organization.cycle_word, remark.closed)


def _expired(remark: Remark) -> str:
    kind, months = type_name(remark.activity.type), remark.expiry.months if remark.expiry else 0
    return (
        f"{remark.organization} accepts a {kind} for {months} months from publication, and the month in its title is "
        "further back; it is counted all the same."
    )


def closed_sentence(organization: str, cycle_word: str, cycle: Cycle) -> str:
    """What becomes of an entry that a closed cycle counted."""
    return (
        f"It counted in the {cycle_word} of {organization} to {prose_date(cycle.last_day)}, which is closed: what it "
        "counted there, and how it is exported, stays as it was."
    )


def named(activity: Activity) -> str:
    """An entry in the midst of a sentence: its title, cut short, and its day."""
    return f"“{echo(activity.title)}” of {prose_date(activity.date)}"


def _not_counted(remark: Remark) -> str:
    why = _why(remark)
    if remark.counted:
        whole = plain(remark.activity.ceus_for(remark.organization))
        return f"Only {plain(remark.counted)} of its {whole} CEUs will count for {remark.organization}: {why}."
    return f"It will not count for {remark.organization}: {why}."


def _why(remark: Remark) -> str:
    activity, frame = remark.activity, remark.frame
    if remark.reason == "duplicate" and remark.other:
        return f"it has the same index number as {named(remark.other)}, which counts already"
    if remark.reason == "core-only":
        return f"a {type_name(activity.type)} counts for core credentials only, and you held none on that day"
    if limit := remark.limit:
        each = "of one activity " if limit.of_each else ""
        return f"at most {count(limit.ceus, 'CEU')} {each}may count {limit.label}"
    if frame and remark.reason in ("before-award", "outside-cycle", "next-cycle"):
        return _date_against(activity, frame, remark.reason)
    return reason_words(remark.reason or "")


def _date_against(activity: Activity, frame: Frame, reason: str) -> str:
    day, cycle, word = prose_date(activity.date), frame.cycle, frame.organization.cycle_word
    if reason == "before-award":
        return f"{day} is before your first award there, on {prose_date(frame.first_award)}"
    if activity.date < cycle.start:
        began = "began" if cycle.start <= frame.on else "begins"
        return f"{day} is before this {word}, which {began} on {prose_date(cycle.start)}"
    if activity.date > cycle.last_day:
        ends = "ended" if frame.on > cycle.last_day else "ends"
        return f"this {word} {ends} on {prose_date(cycle.last_day)}, so it counts in the next one"
    if reason == "next-cycle":
        return f"you keep it for the next {word}, which begins on {prose_date(cycle.end + ONE_DAY)}"
    return f"{day} belongs to the {word} before"


def _look_alike(remark: Remark) -> str:
    activity, other = remark.activity, remark.other
    if other is None or other.date == activity.date:
        return "You have an entry of that day with the same title and sponsor: another session, or the same one?"
    day = f"{MONTHS[other.date.month - 1]} {other.date.day}"
    return f"Looks like your {day} entry with the same title: another session, or the same one?"


def _unusual_unit(remark: Remark) -> str:
    ceus = remark.unit
    hours = ceus * 10
    return (
        f"{plain(ceus)} reads like the IACET unit, where 1 CEU stands for 10 hours. "
        f"AAPC and AHIMA grant 1 CEU an hour: {count(hours, 'hour')} would be {count(hours, 'CEU')}."
    )


def _entered_otherwise(remark: Remark) -> str:
    return entered_words(remark.other, remark.organization) if remark.other else ""


_SENTENCES: dict[Kind, Callable[[Remark], str]] = {
    "not-held": _not_held,
    "no-rules": lambda remark: f"It counts for nothing at {remark.organization} while its rules are not known.",
    "not-counted": _not_counted,
    "takes-over": _takes_over,
    "rival-plan": _takes_over,
    "closed": _closed,
    "look-alike": _look_alike,
    "unusual-unit": _unusual_unit,
    "expired": _expired,
    "entered-otherwise": _entered_otherwise,
}
