"""Tables of cases: a row of the specification, what it says, a log, and what progress must say of it."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

import pytest

from ceulog.domain.editions import Rulebook
from ceulog.domain.state import LogState
from tests.builders import TODAY, progress_of
from tests.facts import Facts, facts, holding


class Case(NamedTuple):
    """One thing that holds; its name and its row's are the test's id."""

    says: str
    log: LogState
    expect: Facts
    at: str = "AAPC"
    on: str | dt.date = TODAY

    def check(self, rulebook: Rulebook | None = None) -> None:
        """Hold the expected facts against those found."""
        found = facts(progress_of(self.log, self.at, self.on, rulebook))
        assert holding(self.expect, found) == self.expect


def table(rows: Mapping[str, tuple[Case, ...]]) -> pytest.MarkDecorator:
    """Every case of every row as a test of its own."""
    return pytest.mark.parametrize(
        "case", [pytest.param(case, id=f"{row}: {case.says}") for row, cases in rows.items() for case in cases]
    )
