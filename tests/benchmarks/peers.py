"""Other programs on the same entries, where they are installed."""

import csv
import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from ceulog.domain.activities import Activity
from tests.benchmarks.logs import NEWEST, activities
from tests.benchmarks.rounds import Program, command, screen

JRNL = """
journals: {{default: {journal}}}
version: v4.6
editor: ""
colors: {{body: none, date: none, tags: none, title: none}}
"""


def commands(place: Path, entries: int) -> Iterator[Program]:
    """Those of the command line: a report of all, the last three, and one more entry."""
    log = sorted(activities(entries), key=lambda each: each.date)
    for name, make in _COMMANDS.items():
        if shutil.which(name):
            yield from make(place, log)


def screens(place: Path, entries: int) -> Iterator[Program]:
    """Those of the whole screen."""
    if shutil.which("vd"):
        yield screen("visidata, the same as CSV", NEWEST[:8], "vd", str(as_csv(place, activities(entries))))


def as_csv(place: Path, log: list[Activity]) -> Path:
    """The entries as a table."""
    path = place / f"{len(log)}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["date", "title", "ceus"])
        writer.writerows([each.date, each.title, each.ceus] for each in log)
    return path


def _hledger(place: Path, log: list[Activity]) -> Iterator[Program]:
    journal = place / "hledger.journal"
    postings = (f"{each.date} {each.title}\n    ceus  {each.ceus} h\n    log\n" for each in log)
    journal.write_text("\n".join(postings), encoding="utf-8")
    yield command("hledger bal", "hledger", "-f", str(journal), "bal")


def _sqlite(place: Path, log: list[Activity]) -> Iterator[Program]:
    words = (":memory:", f".import --csv {as_csv(place, log)} log", "select sum(ceus) from log")
    yield command("sqlite3, import and sum", "sqlite3", *words)


def _watson(place: Path, log: list[Activity]) -> Iterator[Program]:
    folder, stamp, frames = place / "watson", 1_704_100_000, []
    folder.mkdir(exist_ok=True)
    for each in log:
        frames.append([stamp, stamp + 5400, each.type, each.id, [each.sponsor], stamp + 5400])
        stamp += 9000
    (folder / "frames").write_text(json.dumps(frames), encoding="utf-8")
    environment = {"WATSON_DIR": str(folder)}
    yield command("watson report --all", "watson", "report", "--all", "-G", environment=environment)
    start = dt.datetime.fromtimestamp(1_604_100_000, dt.UTC)
    span = ("-f", f"{start:%Y-%m-%d %H:%M}", "-t", f"{start + dt.timedelta(hours=1):%Y-%m-%d %H:%M}")
    yield command("watson add", "watson", "add", *span, "webinar", environment=environment)


def _jrnl(place: Path, log: list[Activity]) -> Iterator[Program]:
    settings = place / ".config" / "jrnl" / "jrnl.yaml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    journal = place / "jrnl.txt"
    journal.write_text(
        "".join(f"[{each.date} 09:00] {each.title}.\n{each.notes}\n\n" for each in log), encoding="utf-8"
    )
    settings.write_text(JRNL.format(journal=journal), encoding="utf-8")
    environment = {"HOME": str(place), "XDG_CONFIG_HOME": str(place / ".config")}
    yield command("jrnl -n 3", "jrnl", "-n", "3", "--short", environment=environment)


_COMMANDS: dict[str, Callable[[Path, list[Activity]], Iterator[Program]]] = {
    "hledger": _hledger, "sqlite3": _sqlite, "watson": _watson, "jrnl": _jrnl,
}  # fmt: skip
