"""Which faults in the source no test notices, and how many are noticed:

    python -m tests.mutation [--sample N] [--seed N] [--only PATH...] [--lines FILE]

Each survivor is printed with its file and line. It asks for a test, shows a line that nobody needs, or makes no
difference: somebody has to look.
"""

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.mutation.trying import Copy


def main() -> None:
    """Spoil, ask, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--sample", type=int, default=100, help="faults that are tried; 0 is all of them")
    parser.add_argument("--seed", type=int, default=1, help="another number, other faults")
    parser.add_argument("--only", nargs="+", default=["domain", "storage"], help="files or folders of src/ceulog")
    parser.add_argument("--lines", type=Path, help="a file that keeps which test runs which line, for the next time")
    options = parser.parse_args()
    if not hasattr(os, "fork"):
        parser.error("it forks for each run of the tests, and this system cannot")
    with tempfile.TemporaryDirectory() as place:
        copy = Copy(Path(place))
        faults = list(copy.mutants(options.only))
        random.Random(options.seed).shuffle(faults)
        print(f"{len(faults)} faults to choose from; first every test is run once as it is", flush=True)
        for failed in copy.learn(options.lines):
            print(f"fails while its lines are written down, and is not asked: {failed}", flush=True)
        tried, noticed = Counter[str](), Counter[str]()
        for number, (name, fault) in enumerate(faults[: options.sample or None]):
            if number % 25 == 0:
                print(f"{number} tried", file=sys.stderr, flush=True)
            folder = name.partition("/")[0]
            tried[folder] += 1
            if copy.survives(name, fault):
                print(f"src/ceulog/{name}:{fault.line}: {fault.was}  ->  {fault.now}", flush=True)
            else:
                noticed[folder] += 1
    for folder in tried:
        print(f"{folder}: {noticed[folder]} of {tried[folder]} noticed, {noticed[folder] / tried[folder]:.0%}")


if __name__ == "__main__":
    main()
