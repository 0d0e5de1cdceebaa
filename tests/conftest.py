"""What all tests share: one frozen day, the shipped rules read once, how much is tried."""

import datetime as dt
import gc
import os

import pytest
from hypothesis import settings

from ceulog.domain.editions import Rulebook
from tests.builders import TODAY, shipped
from tests.effort import VARIABLE, tries

# a screen is many small objects that die together; looking for cycles among all that is imported costs a tenth
gc.set_threshold(100_000, 50, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The long form."""
    parser.addoption("--long", action="store_true", help="try far more of the same: minutes instead of seconds")


def pytest_configure(config: pytest.Config) -> None:
    """Before any test is imported: how much it is to try."""
    if config.getoption("--long"):
        os.environ[VARIABLE] = "long"
    # no deadline: the machines that run the tests are slow at times, and a slow example is no fault
    examples = tries(60, 200)
    settings.register_profile("ceulog", deadline=None, max_examples=examples, derandomize=bool(os.environ.get("CI")))
    settings.load_profile("ceulog")


def pytest_collection_finish() -> None:
    """All is imported now: no collection has to look at it again."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """What is left over is looked through once; pytest does it five times."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: a test of the screen spends a third of its time waiting for it to be idle."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def today() -> dt.date:
    """The frozen day of the tests."""
    return TODAY


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The rules that come with the program."""
    return shipped()
