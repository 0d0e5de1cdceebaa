"""What is left out of an import is back behind it."""

import subprocess
import sys

PROBE = """
import sys
from ceulog.tui.lean import without
with without("ssl"):
    import asyncio
print(asyncio.base_events.ssl, "ssl" in sys.modules)
import ssl
print(ssl.__name__)
"""


def test_asyncio_does_without_tls_and_others_still_have_it() -> None:
    ran = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["None", "False", "ssl"]


def test_what_is_there_already_stays() -> None:
    from ceulog.tui.lean import without

    with without("subprocess"):
        assert sys.modules["subprocess"] is subprocess
    assert sys.modules["subprocess"] is subprocess
