"""What becomes of each certificate of a folder: an entry to be confirmed, an entry that it proves, or nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.entries import Entry
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import LogState
from ceulog.domain.text import index_key, title_key
from ceulog.exchange.proofs.reading import CertificateText

NEEDED = ("title", "date", "ceus")
"""Without these there is no entry."""

Kind = Literal["new", "incomplete", "attach", "known", "kept", "twice", "unread"]


class ProofFile(NamedTuple):
    """One file that was read."""

    path: str
    name: str
    sha256: str = ""
    text: CertificateText | None = None
    fault: str = ""
    """Why it could not be read, as the end of a sentence; empty when it could."""
    is_proof: bool = True
    """Whether it can prove something though its text cannot be read, as a scan."""
    raw: str = ""
    """The text as it was got from the file."""


class Fate(NamedTuple):
    """What becomes of a file.

    `new` and `attach` can be taken as they are; `incomplete` lacks something; `known` looks like an entry, and a
    person has to say which; `kept` is attached already; `twice` is told by another file of the folder.
    """

    file: ProofFile
    kind: Kind
    entry: Entry = Entry()
    """What was read, for a new entry."""
    activity: Activity | None = None
    """The entry that it belongs to, or looks like."""
    lacks: tuple[str, ...] = ()
    """Fields that a new entry needs and that were not read."""
    other: str = ""
    """The name of the file that tells the same."""

    @property
    def is_sure(self) -> bool:
        """Whether it can be taken as it is."""
        return self.kind in ("new", "attach")

    @property
    def is_open(self) -> bool:
        """Whether a person can make something of it."""
        return self.kind in ("new", "attach", "incomplete", "known") or (self.kind == "unread" and self.file.is_proof)


def fates(files: Iterable[ProofFile], state: LogState, on: dt.date) -> list[Fate]:
    """What becomes of each, in their order.

    Args:
        files: those of one folder.
        state: the log.
        on: today; what is dated later is not done yet.
    """
    proofs = ((each.sha256, entry) for entry in state.activities.values() for each in entry.certificates)
    attached = {digest: entry for digest, entry in proofs if digest}
    seen: dict[object, str] = {}
    given: set[str] = set()
    found = []
    for file in files:
        fate = _fate(file, state, on, attached, seen, given)
        if file.sha256:
            seen.setdefault(file.sha256, file.name)
        for key in _keys(fate.entry) if fate.kind in ("new", "incomplete") else ():
            seen.setdefault(key, file.name)
        if fate.kind == "attach" and fate.activity:
            given.add(fate.activity.id)
        found.append(fate)
    return found


def _fate(
    file: ProofFile, state: LogState, on: dt.date, attached: Mapping[str, Activity], seen: Mapping[object, str],
    given: set[str],
) -> Fate:  # fmt: skip
    if entry := attached.get(file.sha256):
        return Fate(file, "kept", activity=entry)
    if other := seen.get(file.sha256):
        return Fate(file, "twice", other=other)
    if file.text is None:
        return Fate(file, "unread")
    read = entry_of(file.text)
    lacks = tuple(field for field in NEEDED if getattr(read, field) is None)
    if read.date and read.date > on:
        lacks = (*lacks, "date")
    if activity := _match(read, state):
        sure = not activity.certificates and activity.id not in given and not activity.is_planned(on)
        same_day = read.date in (None, activity.date)
        return Fate(file, "attach" if sure and same_day else "known", read, activity)
    if other := next((seen[key] for key in _keys(read) if key in seen), ""):
        return Fate(file, "twice", read, other=other)
    return Fate(file, "incomplete" if lacks else "new", read, lacks=lacks)


def entry_of(text: CertificateText) -> Entry:
    """What was read, as an entry; what was not is not given."""
    found = {field: each.value for field, each in text.found.items()}
    return Entry(
        title=found.get("title"),
        date=dt.date.fromisoformat(found["date"]) if "date" in found else None,
        ceus=Decimal(found["ceus"]) if "ceus" in found else None,
        sponsor=found.get("sponsor"),
        index_number=found.get("index_number"),
        presenter=found.get("presenter"),
    )


def _match(read: Entry, state: LogState) -> Activity | None:
    """The entry that it tells of, by index number, else by title and day; one without a certificate first."""
    alike: list[Activity] = []
    if index_key(read.index_number or ""):
        alike = [each for each in state.index.with_index_number(read.index_number or "") if not each.trashed]
    if not alike and read.title and read.date:
        alike = [
            each for each in state.activities.values()
            if each.date == read.date and not each.trashed and title_key(each.title) == title_key(read.title)
        ]  # fmt: skip
    alike.sort(key=lambda each: (each.date != read.date, bool(each.certificates), chronological(each)))
    return alike[0] if alike else None


def _keys(read: Entry) -> Iterable[object]:
    """By what two files tell the same: an index number, a title and its day."""
    if number := index_key(read.index_number or ""):
        yield "index", number, read.date
    if read.title and read.date:
        yield "title", title_key(read.title), read.date
