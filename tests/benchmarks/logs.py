"""Logs of any size to measure on, the same each time."""

import datetime as dt
import json
import random
from decimal import Decimal
from pathlib import Path

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change, added
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.state import Edit, Record
from ceulog.logbook.opening import open_logbook

TODAY = dt.date(2026, 11, 23)
YEARS = 8
"""Over which the entries are spread; the two cycles that are open have about a quarter of them."""
NEWEST = "The newest entry of all"
"""The title of the entry that is on top."""
_WORDS = ("airway", "ethics", "audit", "dosing", "imaging", "triage", "coding", "statistics", "update", "Übung", "循環")
_HELD = (("AAPC", "CPC", "2015-05-14"), ("AAPC", "CPMA", "2016-06-10"), ("AHIMA", "CCS", "2015-02-03"))
_CYCLES = {
    "AAPC": Cycle(dt.date(2025, 4, 1), dt.date(2027, 3, 31)),
    "AHIMA": Cycle(dt.date(2025, 1, 1), dt.date(2026, 12, 31)),
}


def make_log(folder: Path, entries: int) -> Path:
    """A logbook of so many entries, three credentials and two bodies; gives its folder."""
    logbook = open_logbook(folder, TODAY)
    memberships: list[Record] = [Membership(code.lower(), code, (cycle,)) for code, cycle in _CYCLES.items()]
    held: list[Record] = [
        HeldCredential(code.lower(), body, code, dt.date.fromisoformat(day)) for body, code, day in _HELD
    ]
    logbook.change(Change("laid the ground", tuple(Edit(None, each) for each in (*memberships, *held))))
    logbook.change(added(*activities(entries)))
    return folder


def activities(entries: int) -> list[Activity]:
    """So many entries, the newest of which is of today."""
    chance = random.Random(entries)
    newest = an_activity(0, chance)._replace(date=TODAY, title=NEWEST)
    return [newest, *(an_activity(number, chance) for number in range(1, entries))]


def an_activity(number: int, chance: random.Random) -> Activity:
    """One entry, ordinary in all."""
    return Activity(
        id=f"{chance.getrandbits(128):032x}",
        date=TODAY - dt.timedelta(days=1 + chance.randrange(365 * YEARS)),
        title=f"Webinar {number}: {' '.join(chance.choices(_WORDS, k=4))}",
        credits={"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)},
        ceus=Decimal("1.5"),
        minutes=90,
        sponsor=f"Sponsor {number % 37}",
        type="webinar",
        index_number=f"{chance.getrandbits(40)}A",
        approved_for=("CPC", "CPMA"),
        domain=number % 5 + 1,
        notes=" ".join(chance.choices(_WORDS, k=8)),
    )


def as_tinydb(folder: Path) -> Path:
    """The activities of a log as a plain TinyDB file."""
    tables = json.loads((folder / "logbook.json").read_bytes())
    path = folder / "plain.json"
    path.write_text(json.dumps({"_default": tables["activities"]}), encoding="utf-8")
    return path
