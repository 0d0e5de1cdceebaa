"""The command line pays for every import of this room."""

import subprocess
import sys

HEAVY = ("pydantic", "textual", "rich", "tinydb", "dataclasses", "json", "hypothesis")


def test_wording_is_light_to_import() -> None:
    program = (
        "import sys, ceulog.wording.quick_line, ceulog.wording.sentences;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
