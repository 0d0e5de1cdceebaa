"""What the export says: of each form before it is written, and of the file afterwards."""

from collections.abc import Sequence

from ceulog.domain.text import tidy
from ceulog.exchange.steps import Step
from ceulog.logbook.outline import Outline
from ceulog.logbook.packet import NO_CYCLE
from ceulog.wording.numbers import count

WITH_CARE = "It has your index numbers and member ids in it: pass it on with care."
TO_PRINT = "Your browser opens it, prints it, and keeps it as a PDF if you like."
INSTEAD = "The CSV for a spreadsheet opens in Excel too."
STOPPED = "Stopped. Nothing was written."
COUNTING = "Counting …"
NO_PATH = "Say where to write it: a file, or the folder for it."
NO_NAME = "That cannot be the name of a file."
_NOTHING = "No entry lies in this choice; only {} would be written."
_SHOWN = 10
"""Sentences about a packet that are shown."""
_STEPS: dict[Step, str] = {
    "rows": "Putting the rows together: {:,} of {:,}.",
    "lines": "Filling the workbook: line {:,} of {:,}.",
    "certificates": "Putting the certificates in: {:,} of {:,}.",
}


def table(found: Outline) -> str:
    """Of a table with everything in it."""
    return _whole(found) if found.rows else _NOTHING.format("the heading row")


def shared(found: Outline) -> str:
    """Of a table without names and numbers."""
    return _without(found) if found.rows else _NOTHING.format("the heading row")


def lines(found: Outline) -> str:
    """Of JSON Lines with everything in them."""
    return _whole(found) if found.rows else _NOTHING.format("an empty file")


def shared_lines(found: Outline) -> str:
    """Of JSON Lines without names and numbers."""
    return _without(found) if found.rows else _NOTHING.format("an empty file")


def _whole(found: Outline) -> str:
    return (
        f"{_rows(found)}: one for each credential that an entry counts for, with your index numbers and member ids. "
        "Pass the file on with care."
    )


def _without(found: Outline) -> str:
    return f"{_rows(found)}, without your name, your ids, index numbers, certificates and notes."


def pages(found: Outline) -> str:
    """Of the pages for paper."""
    return _pages(found, "with your index numbers")


def shared_pages(found: Outline) -> str:
    """Of the pages for paper without names and numbers."""
    return _pages(found, "without your name, your ids and your index numbers")


def _pages(found: Outline, told: str) -> str:
    if not found.cycles:
        return _NOTHING.format("an empty page")
    return (
        f"A page for each credential: its rule, where it stands, and its entries, {count(found.entries, 'entry')} in "
        f"all, {told}."
    )


def packet(found: Outline) -> str:
    """Of a packet, and what it will lack."""
    if not found.cycles:
        return NO_CYCLE
    holds = (
        f"The log of {count(found.entries, 'entry')}, a summary with each rule and its source, "
        f"{count(found.certificates, 'certificate')}, and the hashes that prove them all."
    )
    if not found.lacking:
        return f"{holds} Nothing is missing."
    lack = "lacks" if found.lacking == 1 else "lack"
    return f"{holds} {count(found.lacking, 'entry')} {lack} something: the packet lists what, and {{check}} shows it."


def calendar(found: Outline) -> str:
    """Of the calendar."""
    if not found.dates:
        return "There is no date to write yet: hold a credential, or plan an activity."
    return (
        f"{count(found.dates, 'date')}: the ends of your cycles and the steps round them, dues, and what you planned, "
        "with reminders. Import it again later: its dates move, none is doubled."
    )


def _rows(found: Outline) -> str:
    return f"{count(found.rows, 'row')} about {count(found.entries, 'entry')}"


def calendar_after(dates: int) -> str:
    """Of a calendar file that was written."""
    return f"{count(dates, 'date')}. Import it into your calendar, and again later: its dates move, none is doubled."


def proved_words(files: int, faults: Sequence[str]) -> tuple[str, ...]:
    """What came of proving a packet."""
    if not faults:
        return (f"{count(files, 'file')}, every hash fits: each is as it was made.",)
    return ("It is not as it was made:", *_first(faults))


def missing_words(missing: Sequence[str]) -> tuple[str, ...]:
    """What a packet lacks."""
    if not missing:
        return ("Nothing is missing.",)
    said = f"{count(len(missing), 'thing')} missing, which missing.txt in the packet lists too:"
    return (said, *_first([f"{each}." for each in missing]))


def _first(sentences: Sequence[str]) -> list[str]:
    shown = [f"- {tidy(each)}" for each in sentences[:_SHOWN]]
    return [*shown, f"And {len(sentences) - _SHOWN} more."] if len(sentences) > _SHOWN else shown


def step_words(step: Step, done: int, whole: int) -> str:
    """How far it is."""
    return f"{_STEPS[step].format(done, whole)} Esc stops it."
