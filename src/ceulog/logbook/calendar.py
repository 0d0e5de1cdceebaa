"""The calendar file of a logbook: what lies ahead, in words."""

from pathlib import Path

from ceulog.domain.advice import needs
from ceulog.domain.progress import OrganizationProgress
from ceulog.exchange.calendar import Event, calendar_bytes, events
from ceulog.logbook.export import write_export
from ceulog.logbook.logbook import Logbook
from ceulog.wording.explain_ahead import dollars
from ceulog.wording.phrases import next_words


def write_calendar(logbook: Logbook, target: Path) -> tuple[Path, int]:
    """Write the calendar file, whole or not at all; gives its absolute path, and how many events are in it.

    Raises:
        Refusal: the target lies in the logbook's own folder, is no file, or its folder does not exist.
        StorageError: the log cannot be read, or the disk refused.
    """
    found = dates_ahead(logbook)
    return write_export(logbook, target, calendar_bytes(found, logbook.now())), len(found)


def dates_ahead(logbook: Logbook) -> list[Event]:
    """What the calendar file holds.

    Raises:
        StorageError: the log cannot be read.
    """
    state, on = logbook.state, logbook.today()

    def missing(progress: OrganizationProgress) -> str:
        words = next_words([each for each in needs([progress]) if each.kind != "dues"], {})
        return f"As of {on.isoformat()}, still missing: {'; '.join(words)}." if words else "Nothing is missing."

    return events(
        state, logbook.progress(state), on, missing,
        lambda rung: rung.step.says + (f" {dollars(rung.step.cost)}." if rung.step.cost is not None else ""),
    )  # fmt: skip
