"""The table of ours, the peers that are installed, and the floor.

    python -m tests.benchmarks [--sizes 1000,10000] [--rounds 9] [--coders 1000]
                               [--only frames,keys,commands,counting,saving,scale,department]

Ratios are to the first line of each table, inside each round; medians. A ratio on a busy machine is still a ratio.
"""

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from ceulog.logbook.remembered import FOLDER
from tests.benchmarks import counting, department, hello, keys, peers, scale
from tests.benchmarks.desk import LISTENS
from tests.benchmarks.logs import NEWEST, TODAY, make_log
from tests.benchmarks.rounds import Program, command, python, race, screen, table

SAVING = Path(__file__).parent / "bench_storage.py"


def ours(folder: Path, *words: str) -> tuple[str, ...]:
    """A command line of ceulog on a log."""
    return python("-m", "ceulog", "--log", str(folder), "--today", TODAY.isoformat(), *words)


def forgetful(program: Program, folder: Path) -> Program:
    """A program that finds nothing remembered of the log, as after each change of it."""

    def run() -> float:
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        return program.run()

    return program._replace(run=run)


def commands(folder: Path, entries: int, rounds: int) -> str:
    """Commands from start to end, beside nothing at all and the peers on the same entries."""
    scratch = shutil.copytree(folder, folder.parent / f"{folder.name}-adding", dirs_exist_ok=True)
    changed = shutil.copytree(folder, folder.parent / f"{folder.name}-changed", dirs_exist_ok=True)
    taking_part = [
        command("python -c pass", *python("-c", "pass")),
        command("ceulog status", *ours(folder, "status")),
        forgetful(command("ceulog status, after a change", *ours(changed, "status")), changed),
        command("ceulog list", *ours(folder, "list")),
        forgetful(command("ceulog list, after a change", *ours(changed, "list")), changed),
        command("ceulog add (durable)", *ours(scratch, "add", "one more", "--ceus", "1")),
        *peers.commands(folder.parent, entries),
    ]
    return table(f"commands, {entries} entries, start to end", race(taking_part, rounds))


def frames(folder: Path, entries: int, rounds: int) -> str:
    """From start until the newest row stands on the screen, beside a bare Textual."""
    taking_part = [
        screen("bare Textual", "hello, world", *python(str(Path(hello.__file__)))),
        screen("ceulog", NEWEST, *ours(folder)),
        forgetful(screen("ceulog, after a change", NEWEST, *ours(folder)), folder),
        screen("ceulog, Textual's own frame", NEWEST, *ours(folder), after=LISTENS),
        *peers.screens(folder.parent, entries),
    ]
    return table(f"first frame, 120x40, {entries} entries", race(taking_part, rounds))


def answered(folder: Path, entries: int, rounds: int) -> str:
    """From a key to what it brings."""
    return "\n".join(["", f"keys, {entries} entries", *keys.lines(ours(folder), entries, rounds)])


def counted(folder: Path, entries: int, _: int) -> str:
    """What counting costs."""
    return "\n".join(["", f"counting, {entries} entries", *counting.lines(folder)])


def saving(_: Path, entries: int, rounds: int) -> str:
    """What a save costs beside TinyDB's own storage."""
    words = python(str(SAVING), "--sizes", str(entries), "--rounds", str(rounds))
    ran = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    return f"\nsaving, {entries} entries\n{ran.stdout.rstrip()}"


def scaled(folder: Path, entries: int, rounds: int) -> str:
    """What all of it costs to hand over and to take in."""
    return "\n".join(["", f"scale, {entries} entries", *scale.lines(folder, rounds)])


PARTS: dict[str, Callable[[Path, int, int], str]] = {
    "frames": frames, "keys": answered, "commands": commands, "counting": counted, "saving": saving,
    "scale": scaled,
}  # fmt: skip
DEPARTMENT = "department"
"""The table of many logs; all others are of one."""


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--sizes", default="1000,10000", help="entries")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", default=",".join((*PARTS, DEPARTMENT)), help="which tables")
    parser.add_argument("--coders", type=int, default=1000, help="logbooks of the department")
    options = parser.parse_args()
    only = options.only.split(",")
    of_one_log = [name for name in only if name != DEPARTMENT]
    print(f"Python {platform.python_version()} on {platform.machine()} {sys.platform}")
    with tempfile.TemporaryDirectory() as place:
        for entries in map(int, options.sizes.split(",")) if of_one_log else ():
            folder = make_log(Path(place) / str(entries), entries)
            for name in of_one_log:
                print(PARTS[name](folder, entries, options.rounds), flush=True)
    if DEPARTMENT in only:
        print("", *department.lines(options.coders, options.rounds), sep="\n")


if __name__ == "__main__":
    main()
