"""Modules that Python is not to load, for a program that has no use for them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Have some modules seem not to be there while others are imported, which do without them then.

    asyncio loads OpenSSL where it finds it; a program that uses no network starts sooner without. Afterwards the
    modules can be imported as ever.
    """
    left_out = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(left_out))  # type: ignore[arg-type]  # None: as if it were not there
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]
