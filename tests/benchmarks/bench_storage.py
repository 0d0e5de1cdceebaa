"""What saving costs, against TinyDB's own storage on the same data: medians and their ratio.

    python tests/benchmarks/bench_storage.py [--sizes 1000,10000] [--rounds 7] [--each 6] [--folder DIR]

One save is one activity and one record in `changes`, in one transaction; TinyDB's own is one insert (two, in the
last column, would be the same work). Both take turns inside each round, so that a slow moment hits both.
"""

import argparse
import gc
import json
import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tinydb import TinyDB

from ceulog.storage.database import LogbookDatabase
from ceulog.storage.layout import NOTHING, decode, encode

WORDS = ["airway", "ethics", "audit", "dosing", "imaging", "triage", "coding", "statistics", "update", "Übung", "循環"]


def activity(number: int, chance: random.Random) -> dict[str, Any]:
    """A document as the logbook stores them."""
    return {
        "id": f"{chance.getrandbits(128):032x}",
        "date": f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "title": f"Webinar {number}: " + " ".join(chance.choices(WORDS, k=4)),
        "credits": {"AAPC": "1.5", "AHIMA": "1"},
        "minutes": 60,
        "sponsor": f"Sponsor {number % 37}",
        "type": "webinar",
        "index_number": f"{chance.getrandbits(40)}A",
        "approved_for": ["CPC", "CPMA"],
        "domain": number % 5,
        "status": "done",
        "notes": " ".join(chance.choices(WORDS, k=8)),
    }


def change(document: dict[str, Any]) -> dict[str, Any]:
    """A record of the change that added the document."""
    return {"id": "c" + document["id"], "inverse": {"table": "activities", "id": document["id"], "was": None}}


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def bench_saving(folder: Path, size: int, rounds: int, each: int) -> None:
    """Print what one save costs in an open logbook, and what the first one does."""
    chance = random.Random(7)
    tables = {"activities": {str(n): activity(n, chance) for n in range(1, size + 1)}, "changes": {}}
    ours, theirs = folder / "ours.json", folder / "theirs.json"
    ours.write_bytes(encode(tables, NOTHING)[0])
    with theirs.open("w", encoding="utf-8") as file:
        json.dump(tables, file)
    database, plain = LogbookDatabase(ours), TinyDB(theirs)

    def save() -> None:
        document = activity(size, chance)
        with database.transaction():
            database.table("activities").put(document)
            database.table("changes").put(change(document))

    def save_plainly() -> None:
        plain.table("activities").insert(activity(size, chance))

    def first_save() -> None:
        nonlocal database
        database = LogbookDatabase(ours)
        save()

    plain.table("activities").insert(activity(size, chance))
    figures: dict[str, list[float]] = {"first": [], "save": [], "plain": []}
    for _ in range(rounds):
        gc.collect()
        figures["first"].append(milliseconds(first_save))
        for _ in range(each):
            figures["save"].append(milliseconds(save))
            figures["plain"].append(milliseconds(save_plainly))
    plain.close()
    one, first, tiny = (median(figures[name]) for name in ("save", "first", "plain"))
    print(
        f"{size:>7} entries: save {one:7.2f} ms = {one / tiny:.2f} x TinyDB's insert ({tiny:.2f} ms) "
        f"= {one / tiny / 2:.2f} x two; open, read and first save {first:.2f} ms = {first / tiny:.2f} x"
    )


def bench_reading(folder: Path, size: int, rounds: int) -> None:
    """Print what reading costs beside bare json.loads, and what polling does."""
    chance = random.Random(7)
    path = folder / "read.json"
    data = encode({"activities": {str(n): activity(n, chance) for n in range(1, size + 1)}}, NOTHING)[0]
    path.write_bytes(data)
    storage, edited, text = LogbookDatabase(path).storage, data + b"\n", data.decode()
    storage.tables()
    runs: dict[str, list[float]] = {"loads": [], "decode": [], "edited": [], "stamp": [], "tables": []}
    for _ in range(rounds * 3):
        gc.collect()
        runs["loads"].append(milliseconds(lambda: json.loads(text)))
        runs["decode"].append(milliseconds(lambda: decode(data, path)))
        runs["edited"].append(milliseconds(lambda: decode(edited, path)))
        runs["stamp"].append(milliseconds(storage.stamp))
        runs["tables"].append(milliseconds(storage.tables))
    bare = median(runs["loads"])
    print(
        f"{size:>7} entries: read {median(runs['decode']) / bare:.2f} x json.loads ({bare:.2f} ms), edited elsewhere "
        f"{median(runs['edited']) / bare:.2f} x; stamp {median(runs['stamp']) * 1000:.0f} us, "
        f"tables() unchanged {median(runs['tables']) * 1000:.0f} us"
    )


def main() -> None:
    """Read the options and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--each", type=int, default=6)
    parser.add_argument("--folder", help="on the disk to measure; default: the system's temporary folder")
    options = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            bench_saving(Path(folder), size, options.rounds, options.each)
            bench_reading(Path(folder), size, options.rounds)


if __name__ == "__main__":
    main()
