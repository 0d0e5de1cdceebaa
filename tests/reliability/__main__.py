"""The long form, which prints its figures:

    python -m tests.reliability [--kills N] [--writers N] [--each N] [--storms N] [--fuzz N] [--seed N]

What goes wrong is printed with them, and then the exit code is 1.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.reliability import refusals
from tests.reliability.targets import TARGETS


def main() -> int:
    """Run every harness, each in a process of its own where it forks."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("--kills", type=int, default=3000, help="writers that are killed")
    parser.add_argument("--writers", type=int, default=8, help="writers at the same time")
    parser.add_argument("--each", type=int, default=100, help="changes of each of these")
    parser.add_argument("--fuzz", type=int, default=1000, help="cases of each target")
    parser.add_argument("--storms", type=int, default=20, help="runs of the screen that everything happens to")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        faults = refusals.run(options.seed, Path(place))
    found: dict[str, Mapping[str, object]] = {
        "faults": faults,
        "together": forked("together", options.writers, options.each),
        "kills": forked("kills", options.kills, options.seed),
        "storms": forked("screens", options.storms, options.seed),
    }
    for target in TARGETS:
        fuzzed = in_own_process("fuzz", str(options.fuzz), str(options.seed), target)
        found[f"fuzz {target}"] = fuzzed[target]
    lost = 0
    for name, figures in found.items():
        print(name, json.dumps(figures), flush=True)
        lost += any(figures.get(each) for each in ("lost", "stuck", "not_restored", "wrong"))
    return bool(lost)


def forked(name: str, *arguments: int) -> dict[str, Any]:
    """The figures of a harness that forks, from a process that has no threads."""
    return in_own_process(name, *map(str, arguments))


def in_own_process(name: str, *arguments: str) -> dict[str, Any]:
    """The figures of a harness, from a process of its own."""
    command = [sys.executable, "-W", "ignore", "-m", f"tests.reliability.{name}", *arguments]
    figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return figures


if __name__ == "__main__":
    sys.exit(main())
