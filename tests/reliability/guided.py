"""Cases that reach new code, found by atheris: `python -m tests.reliability.guided SECONDS TARGET`.

Nothing of ours needs atheris (`pip install atheris`). It ends at the first case that goes wrong, and prints it.
"""

import os
import sys
import tempfile
from pathlib import Path
from random import Random

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["ceulog"]):
    from tests.reliability.desk import Desk, without_fsync
    from tests.reliability.targets import TARGETS


def main(seconds: str, name: str) -> None:
    """Look for so long, from the target's seeds on."""
    target = TARGETS[name]
    with tempfile.TemporaryDirectory() as place, without_fsync():
        desk, corpus = Desk(Path(place) / "desk"), Path(place) / "corpus"
        os.chdir(desk.folder)
        corpus.mkdir()
        for number, each in enumerate(target.seeds(desk)):
            (corpus / str(number)).write_bytes(each)

        def case(data: bytes) -> None:
            desk.fresh()
            target.run(desk, data, Random(len(data)))

        limits = (f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1500", f"-artifact_prefix={place}/")
        atheris.Setup([sys.argv[0], *limits, str(corpus)], case)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
