"""The long form: `python -m tests.reliability [--kills N] [--writers N] [--each N] [--seed N]`; prints its figures.

What goes wrong is printed with it, and then the exit code is 1.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.reliability import refusals


def main() -> int:
    """Run every harness, each in a process of its own where it forks."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("--kills", type=int, default=3000, help="writers that are killed")
    parser.add_argument("--writers", type=int, default=8, help="writers at the same time")
    parser.add_argument("--each", type=int, default=100, help="changes of each of these")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        faults = refusals.run(options.seed, Path(place))
    found: dict[str, Mapping[str, object]] = {
        "faults": faults,
        "together": forked("together", options.writers, options.each),
        "kills": forked("kills", options.kills, options.seed),
    }
    lost = 0
    for name, figures in found.items():
        print(name, json.dumps(figures), flush=True)
        lost += figures["lost"] != 0
    return bool(lost)


def forked(name: str, *arguments: int) -> dict[str, int]:
    """The figures of a harness that forks, from a process that has no threads."""
    command = [sys.executable, "-m", f"tests.reliability.{name}", *map(str, arguments)]
    figures: dict[str, int] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return figures


if __name__ == "__main__":
    sys.exit(main())
