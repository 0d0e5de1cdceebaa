"""What pytest is given beside the tests: which of them to run, and whether to write down the lines that they run.

Loaded by `-p tests.mutation.plugin`; `CEULOG_MUTATION` is a file with the ids of the tests, in their order,
`CEULOG_SECONDS` how long they may work, and `CEULOG_LINES` the file that the lines are written to.
"""

import json
import os
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from hypothesis import Phase, settings

SOURCE = str(Path(__file__).parents[2] / "src" / "ceulog")
MEMORY = 4 << 30
"""Bytes: a fault may make a loop that never ends."""
OFTEN = 300
"""How many calls of one function are followed line by line in one test."""


class Lines:
    """The lines of our source that are run, while this is on."""

    def __init__(self) -> None:
        self._found: dict[str, set[int]] = defaultdict(set)
        self._calls: dict[CodeType, int] = defaultdict(int)

    def begin(self) -> None:
        """From here on."""
        self._found, self._calls = defaultdict(set), defaultdict(int)
        threading.settrace(self._called)
        sys.settrace(self._called)

    def end(self) -> dict[str, list[int]]:
        """Until here: the lines by file."""
        sys.settrace(None)
        threading.settrace(None)
        return {name[len(SOURCE) + 1 :].replace(os.sep, "/"): sorted(lines) for name, lines in self._found.items()}

    def _called(self, frame: FrameType, event: str, argument: object) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(SOURCE):
            return None
        lines = self._found[code.co_filename]
        lines.add(frame.f_lineno)
        self._calls[code] += 1
        if self._calls[code] > OFTEN:
            return None

        def ran(frame: FrameType, event: str, argument: object) -> Any:
            lines.add(frame.f_lineno)
            return ran

        return ran


class Writing:
    """Writes down the lines of each test, and of what is imported before the first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines = Lines()
        self._tests: dict[str, dict[str, Any]] = {}
        self._imported: dict[str, list[int]] = {}
        self._caches: list[Any] = []
        self._failed: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        self._lines.begin()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self) -> None:
        self._imported = self._lines.end()
        ours = [module for name, module in sys.modules.items() if name.startswith(("ceulog", "tests"))]
        found = {id(each): each for module in ours for each in vars(module).values() if hasattr(each, "cache_clear")}
        self._caches = list(found.values())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        # what another test has left in a cache would hide that this one runs those lines too
        for each in self._caches:
            each.cache_clear()
        self._lines.begin()
        began = time.perf_counter()
        try:
            return (yield)
        finally:
            lines = self._lines.end()
            self._tests[item.nodeid] = {"seconds": round(time.perf_counter() - began, 4), "lines": lines}

    def pytest_sessionfinish(self) -> None:
        passed = {each: told for each, told in self._tests.items() if each not in self._failed}
        told = {"tests": passed, "imported": self._imported, "failed": sorted(self._failed)}
        self._path.write_text(json.dumps(told), encoding="utf-8")


class Choosing:
    """Runs these tests alone, in this order."""

    def __init__(self, order: list[str]) -> None:
        self._order = {each: at for at, each in enumerate(order)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (each for each in items if each.nodeid in self._order), key=lambda each: self._order[each.nodeid]
        )


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """After the project's own settings."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutation", settings(), phases=phases, derandomize=True, database=None)
    settings.load_profile("mutation")
    _bound()
    if "CEULOG_LINES" in os.environ:
        config.pluginmanager.register(Writing(Path(os.environ["CEULOG_LINES"])))
    if "CEULOG_MUTATION" in os.environ:
        order = json.loads(Path(os.environ["CEULOG_MUTATION"]).read_text(encoding="utf-8"))
        config.pluginmanager.register(Choosing(order))


def _bound() -> None:
    """Where the system can: no more memory than `MEMORY`, and no more work than is allowed."""
    if sys.platform != "win32":
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, int(os.environ.get("CEULOG_SECONDS", "3600"))),
        ):
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
