"""How much the tests try: `python -m pytest` what a change may break, `python -m pytest --long` far more of the same.

Nothing is tried in the long form alone: each sweep, harness and property has its quick form, which sees every screen,
every kind of change and every door.
"""

import os

VARIABLE = "CEULOG_TESTS"
"""`long` in it is the flag; the processes of xdist and those that a test starts know by it."""


def is_long() -> bool:
    """Whether the long form was asked for."""
    return os.environ.get(VARIABLE) == "long"


def tries(quick: int, long: int) -> int:
    """How often something is tried."""
    return long if is_long() else quick
