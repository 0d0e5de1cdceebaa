"""The name of any record, as a list of changes has it."""

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Membership
from ceulog.domain.state import Record
from ceulog.domain.text import tidy


def record_words(record: Record) -> str:
    """What a record is, in a few words: `2026-11-20 “Title”`, `credential CPC`."""
    match record:
        case Activity():
            return f"{record.date.isoformat()} “{tidy(record.title)}”"
        case HeldCredential():
            return f"credential {tidy(record.code)}"
        case Membership():
            return f"membership of {tidy(record.organization)}"
        case Tick():
            return f"{tidy(record.label)} of {tidy(record.credential)} on {record.date.isoformat()}"
        case _:
            return f"holder {tidy(record.name)}"
