"""A department's coders, and what `sample_data/department.sql` must say of them: by DuckDB, and by our own numbers."""

import datetime as dt
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from ceulog.domain.activities import Activity, Certificate
from ceulog.domain.bars import Bar
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.records import plain_decimal
from ceulog.exchange.status import status_object
from ceulog.logbook.exporting import exported
from ceulog.logbook.logbook import Logbook
from tests.builders import TODAY, a_cycle, a_held, a_log, an_activity
from tests.logbook.support import a_logbook

SCRIPT = Path(__file__).parents[1] / "sample_data" / "department.sql"
VIEWS = ("who_is_behind", "ceus_by_month", "missing_certificates", "logged_by_month", "logged_without_certificate")
"""The views whose answers our own numbers give too."""
HELD: tuple[tuple[tuple[str, str] | HeldCredential, ...], ...] = (
    (("CPC", "2019-05-14"),),
    (("CPC", "2018-03-02"), ("CPMA", "2026-02-10")),
    (("CCS", "2020-02-03"),),
    (a_held("CCS", "2020-02-03", self_assessment="optional"),),
    (("CPC", "2017-09-30"), ("CPMA", "2019-06-10"), ("CCS", "2021-01-05")),
    (("RHIT", "2016-07-01"), ("CCDS", "2022-08-15")),
)
ENDS = ("2026-10-31", "2026-12-31", "2027-03-31", "2027-08-31")
"""Of cycles: one is over already."""
CREDITED = (("AAPC",), ("AHIMA",), ("AAPC", "AHIMA"), ("ACDIS", "AHIMA"))
PROOF = Certificate("0123456789ab-scan.pdf", "f" * 64)

Answer = list[tuple[Any, ...]]


class Coder(NamedTuple):
    """One of them."""

    name: str
    logbook: Logbook


def make_department(folder: Path, coders: int) -> list[Coder]:
    """So many logbooks, each in a folder of its own, with what its coder hands in beside it; the same each time."""
    return [_coder(folder / f"coder-{number:04}", random.Random(number)) for number in range(coders)]


def _coder(folder: Path, chance: random.Random) -> Coder:
    held = chance.choice(HELD)
    cycles = {}
    for body in ("AAPC", "AHIMA", "ACDIS"):
        end = dt.date.fromisoformat(chance.choice(ENDS))
        start = dt.date(end.year - 2 + end.month // 12, end.month % 12 + 1, 1)
        bought = end + dt.timedelta(days=31) if chance.random() < 0.2 else None
        cycles[body] = a_cycle(start.isoformat(), end.isoformat(), extension=bought)
    entries = _entries(chance, chance.randrange(15, 70))
    logbook = a_logbook(folder, a_log(*entries, held=held, cycles=cycles))
    status = status_object(TODAY, logbook.progress())
    (folder / "status.json").write_text(json.dumps(status, indent=2), encoding="utf-8")
    data = exported(logbook, "log.jsonl", profile="share" if chance.random() < 0.5 else "generic")
    (folder / "log.jsonl").write_bytes(data)
    return Coder(folder.name, logbook)


def _entries(chance: random.Random, number: int) -> Iterator[Activity]:
    for place in range(number):
        day = TODAY - dt.timedelta(days=chance.randrange(900))
        planned = chance.random() < 0.05
        ceus = chance.choice(("1", "1.5", "2", "0.25", "0.1", "3.75"))
        yield an_activity(
            on=TODAY + dt.timedelta(days=20) if planned else day,
            id=f"{chance.getrandbits(128):032x}",
            credits=dict.fromkeys(chance.choice(CREDITED), ceus),
            title=f"Talk {place}: “Übung”, 循環's",
            sponsor=chance.choice(("AAPC", "AHIMA", "O'Neil; Sons", "")),
            type="webinar",
            index_number=chance.choice((f"SMP{place}A", "SMP1A", "")),
            approved_for=chance.choice(("", "CPC", "CPMA", "CPC CPMA")),
            provided_by=chance.choice((None, "ahima", "external")),
            domain=chance.choice((None, 1, 2, 25)),
            status="planned" if planned else "done",
            certificates=(PROOF,) if chance.random() < 0.7 else (),
            certificate_asked=TODAY if chance.random() < 0.1 else None,
            trashed=TODAY if chance.random() < 0.05 else None,
        )


# --- what DuckDB says ----------------------------------------------------------------------------------------


class Asked(NamedTuple):
    """What the script gave."""

    answers: dict[str, Answer]
    """By the view that gave it."""
    spent: dict[str, float]
    """Milliseconds of each table that it read and each view that it asked."""


def ask(folder: Path) -> Asked:
    """Run the script on a folder of coders, as DuckDB's own command line does."""
    answers: dict[str, Answer] = {}
    spent: dict[str, float] = {}
    with duckdb.connect() as database:
        database.execute("SET VARIABLE folder = $1", [str(folder)])
        for statement in duckdb.extract_statements(SCRIPT.read_text(encoding="utf-8")):
            words = [
                word for line in statement.query.splitlines() if not line.startswith("--") for word in line.split()
            ]
            started = time.perf_counter()
            rows = database.execute(statement).fetchall()
            milliseconds = (time.perf_counter() - started) * 1000
            if words[0] == "FROM":
                name = words[1].rstrip(";")
                answers[name], spent[name] = rows, milliseconds
            elif "TABLE" in words[:5]:
                spent[f"reading what is {words[5]}"] = milliseconds
    return Asked(answers, spent)


# --- what our own numbers say --------------------------------------------------------------------------------


def ours(coders: Iterable[Coder]) -> dict[str, Answer]:
    """What the views must give."""
    found = {name: Answer() for name in VIEWS}
    counted, logged = _Months(), _Months()
    for coder in coders:
        progress = coder.logbook.progress()
        found["who_is_behind"] += _behind(coder.name, progress)
        found["missing_certificates"] += _unproved(coder.name, progress)
        for it in progress:
            for standing in it.standings:
                for code, ceus in standing.applied.items():
                    counted.add(coder.name, standing.activity.date, (it.code, code), ceus)
        for activity in coder.logbook.state.activities.values():
            if activity.trashed or activity.status == "planned":
                continue
            for body, ceus in activity.credits.items():
                logged.add(coder.name, activity.date, (body,), ceus)
            if not activity.certificates:
                found["logged_without_certificate"].append((coder.name, *_named(activity), activity.id))
    found["who_is_behind"].sort(key=lambda row: (row[4], -row[5], row[0], row[1]))
    found["missing_certificates"].sort(key=lambda row: (row[0], row[1], row[-1]))
    found["logged_without_certificate"].sort(key=lambda row: (row[0], row[1], row[-1]))
    return found | {"ceus_by_month": counted.rows(), "logged_by_month": logged.rows()}


class _Months:
    def __init__(self) -> None:
        self._ceus: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
        self._coders: dict[tuple[Any, ...], set[str]] = defaultdict(set)

    def add(self, coder: str, day: dt.date, what: tuple[str, ...], ceus: Decimal) -> None:
        key = (day.replace(day=1), *what)
        self._ceus[key] += ceus
        self._coders[key].add(coder)

    def rows(self) -> Answer:
        return [(*key, self._ceus[key], len(self._coders[key])) for key in sorted(self._ceus)]


def _behind(coder: str, progress: Sequence[OrganizationProgress]) -> Iterator[tuple[Any, ...]]:
    for it in progress:
        if it.state not in ("behind", "overdue"):
            continue
        bars = [("", bar) for bar in it.bars] + [(held.code, bar) for held in it.credentials for bar in held.bars]
        open_ones = sorted((code, bar.label, bar) for code, bar in bars if bar.required and not bar.met)
        words = "; ".join(_words(code, bar) for code, _, bar in open_ones) or None
        missing = max(it.needed - it.earned, Decimal(0))
        yield coder, it.code, it.state, it.cycle.last_day, it.days_left, missing, it.planned, words, TODAY


def _words(code: str, bar: Bar) -> str:
    return f"{code} {bar.label} {plain_decimal(bar.earned)} of {plain_decimal(bar.needed)}".strip()


def _unproved(coder: str, progress: Sequence[OrganizationProgress]) -> Iterator[tuple[Any, ...]]:
    found: dict[str, tuple[Activity, list[OrganizationProgress]]] = {}
    for it in progress:
        for standing in it.standings:
            if standing.applied and not standing.activity.certificates:
                found.setdefault(standing.activity.id, (standing.activity, []))[1].append(it)
    for activity, organizations in found.values():
        bodies = ", ".join(sorted(it.code for it in organizations))
        end = max(it.cycle.end for it in organizations)
        yield coder, *_named(activity), bodies, end, activity.certificate_asked, activity.id


def _named(activity: Activity) -> tuple[dt.date, str, str]:
    return activity.date, activity.title, activity.sponsor
