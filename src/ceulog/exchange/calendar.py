"""Due dates and plans as a calendar file (RFC 5545), by icalendar. Every event keeps its UID, so that importing the
file again moves it instead of doubling it.
"""  # noqa: D205 - one sentence goes with the other

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from ceulog.domain.activities import Activity
from ceulog.domain.ladder import Rung
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.records import plain_decimal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy, tidy_note

DUE_ALARMS = (90, 45, 15, 1)
"""Days before the end of a cycle on which the calendar is to remind of it."""
DUES_ALARMS = (45, 15, 1)
ANSWER_ALARMS = (14, 7, 3, 1)
PLAN_ALARMS = (1,)
PRODUCT = "-//ceulog//CEU logbook//EN"
_FIRST_DAY = dt.date(2020, 1, 1).toordinal()


class Event(NamedTuple):
    """One whole day in the calendar."""

    uid: str
    day: dt.date
    title: str
    text: str = ""
    alarms: tuple[int, ...] = ()
    """Days before it on which to remind of it."""
    location: str = ""


def events(
    state: LogState, organizations: Iterable[OrganizationProgress], on: dt.date,
    missing: Callable[[OrganizationProgress], str], rung_text: Callable[[Rung], str],
) -> list[Event]:  # fmt: skip
    """Every day that a coder has to know, by date: the ends of cycles, the steps round them, dues, answers, plans.

    Args:
        state: the log.
        organizations: where each stands.
        on: today; plans and steps before it are left out.
        missing: says what an organization's cycle still lacks.
        rung_text: says what a step is.
    """
    found: list[Event] = []
    for progress in organizations:
        found += _of_cycle(progress, on, missing(progress), rung_text)
        found += _of_verification(progress, on)
    for activity in state.activities.values():
        if not activity.trashed and activity.is_planned(on) and activity.date >= on:
            text = "\n".join(filter(None, (activity.sponsor, activity.notes)))
            title = f"{activity.title}{_grants(activity)}"
            found.append(Event(_uid(activity.id), activity.date, title, text, PLAN_ALARMS, activity.location))
    return sorted(found, key=lambda each: (each.day, each.uid))


def _of_cycle(
    progress: OrganizationProgress, on: dt.date, missing: str, rung_text: Callable[[Rung], str]
) -> Iterator[Event]:
    code, start = progress.code, progress.cycle.start.isoformat()
    word = progress.organization.cycle_word
    due = progress.cycle.last_day
    yield Event(
        _uid(f"due-{code}-{start}"), due, f"{code}: last day of the {word}", missing, DUE_ALARMS if due >= on else ()
    )
    places: dict[str, int] = {}
    for rung in progress.ladder:
        step = rung.step
        key = f"{step.of}{step.months:+}m{step.days:+}d"
        places[key] = places.get(key, 0) + 1
        if rung.date >= on:
            yield Event(_uid(f"step-{code}-{start}-{key}-{places[key]}"), rung.date, f"{code}: {rung_text(rung)}")
    if dues := progress.membership.dues_date:
        alarms = DUES_ALARMS if dues >= on else ()
        yield Event(_uid(f"dues-{code}"), dues, f"{code}: membership dues", "", alarms)


def _of_verification(progress: OrganizationProgress, on: dt.date) -> Iterator[Event]:
    """The last day for the answer to a verification."""
    membership, code = progress.membership, progress.code
    if due := membership.verification_due:
        asked = membership.verification_asked
        text = f"It asked for your certificates on {asked.isoformat()}." if asked else ""
        title = f"{code}: last day to answer its {progress.organization.verification.word}"
        yield Event(_uid(f"verification-{code}"), due, title, text, ANSWER_ALARMS if due >= on else ())


def _grants(activity: Activity) -> str:
    """What it grants: " (1.5 CEUs)", or " (AAPC 1.5, AHIMA 1)" where that differs; empty for nothing."""
    amounts = {plain_decimal(each) for each in activity.credits.values()}
    if len(amounts) > 1:
        return f" ({', '.join(f'{code} {plain_decimal(ceus)}' for code, ceus in activity.credits.items())})"
    return "".join(f" ({each} {'CEU' if each == '1' else 'CEUs'})" for each in amounts)


def _uid(key: str) -> str:
    return f"{key}@ceulog"


def calendar_bytes(found: Iterable[Event], stamp: dt.datetime) -> bytes:
    """The calendar file.

    Args:
        found: its events.
        stamp: the moment at which it is made; a later file puts an earlier one right.
    """
    import icalendar  # noqa: PLC0415 - for this alone

    utc = stamp.astimezone(dt.UTC)
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "CEU logbook")
    for each in found:
        event = icalendar.Event()
        event.add("uid", each.uid)
        event.add("dtstamp", utc)
        event.add("last-modified", utc)
        event.add("sequence", (utc.date().toordinal() - _FIRST_DAY) * 1440 + utc.hour * 60 + utc.minute)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + dt.timedelta(days=1))
        event.add("summary", tidy(each.title))
        event.add("transp", "TRANSPARENT")
        if each.text:
            event.add("description", tidy_note(each.text))
        if each.location:
            event.add("location", tidy(each.location))
        for days in each.alarms:
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", tidy(each.title))
            alarm.add("trigger", -dt.timedelta(days=days))
            event.add_component(alarm)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
