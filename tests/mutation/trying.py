"""A copy of the tree, the tests that run each line of it, and what they say to a fault in it."""

import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from tests.mutation.mutants import Mutant, mutants, spoiled

ROOT = Path(__file__).parents[2]
TESTS = (
    "tests/domain", "tests/rulebook", "tests/storage", "tests/wording", "tests/exchange", "tests/logbook",
    "tests/cli/test_standing.py", "tests/cli/test_entries.py", "tests/cli/test_file.py", "tests/cli/test_renewal.py",
)  # fmt: skip
"""The tests that are asked; those of the screen take too long."""
ALWAYS = (
    "-n0", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.plugin",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
IMPORTED = (
    "asyncio", "hypothesis.strategies", "icalendar", "pydantic", "pytest_asyncio.plugin", "tinydb", "tomlkit",
    "xdist.plugin",
)  # fmt: skip
"""What the tests, and pytest, import of others."""
LONG = 2.0
"""Seconds of a test, while its lines are written down."""
PATIENCE = 6
"""How much longer a run may wait than work: the machine may be busy, or the run wait for ever."""


class Test(NamedTuple):
    """One test, and how long it takes."""

    id: str
    seconds: float

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.id.partition("::")[0]


class Copy:
    """A copy of the tree, in which one file at a time is spoiled."""

    def __init__(self, place: Path) -> None:
        self.root = place / "tree"
        self._place = place
        for module in IMPORTED:
            importlib.import_module(module)
        self._seconds: dict[str, float] = {}
        self._by_line: dict[tuple[str, int], set[str]] = {}
        self._imported: dict[str, dict[str, set[int]]] = {}
        ignored = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(ROOT / "src", self.root / "src", ignore=ignored)
        shutil.copytree(ROOT / "tests", self.root / "tests", ignore=ignored)
        shutil.copytree(ROOT / "sample_data", self.root / "sample_data", ignore=ignored)
        for each in (*ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "LICENSE"):
            shutil.copy(each, self.root)
        (place / "home").mkdir()
        (place / "temp").mkdir()

    def mutants(self, only: Iterable[str]) -> Iterator[tuple[str, Mutant]]:
        """Every fault of the files and folders, with the path of its file below `src/ceulog`."""
        source = self.root / "src" / "ceulog"
        for each in only:
            files = [source / each] if each.endswith(".py") else sorted((source / each).rglob("*.py"))
            for file in files:
                name = file.relative_to(source).as_posix()
                yield from ((name, mutant) for mutant in mutants(file.read_text(encoding="utf-8")))

    def learn(self, kept: Path | None = None) -> list[str]:
        """Run all tests once, file by file, and see which lines they run; gives those that fail."""
        found = json.loads(kept.read_text(encoding="utf-8")) if kept is not None and kept.exists() else {}
        for file in self._files():
            if file not in found:
                found[file] = self._lines_of(file)
                if kept is not None:
                    kept.write_text(json.dumps(found), encoding="utf-8")
        for file, told in found.items():
            self._imported[file] = {name: set(lines) for name, lines in told["imported"].items()}
            for test, ran in told["tests"].items():
                self._seconds[test] = ran["seconds"]
                for name, lines in ran["lines"].items():
                    for line in lines:
                        self._by_line.setdefault((name, line), set()).add(test)
        return [test for told in found.values() for test in told["failed"]]

    def _files(self) -> list[str]:
        paths = [self.root / each for each in TESTS]
        files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("test_*.py")))]
        return [each.relative_to(self.root).as_posix() for each in files]

    def _lines_of(self, file: str) -> dict[str, Any]:
        told = self._place / "lines.json"
        self._pytest([file], 600, CEULOG_LINES=str(told))
        found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        return found

    def survives(self, name: str, mutant: Mutant) -> bool:
        """Whether no test notices a fault; one that takes far too long has noticed it."""
        path = self.root / "src" / "ceulog" / name
        whole, stat = path.read_bytes(), path.stat()
        path.write_text(spoiled(whole.decode(), mutant.number), encoding="utf-8")
        # Python tells compiled files by the second and the size of their source
        os.utime(path, (stat.st_mtime + 10 + mutant.number, stat.st_mtime + 10 + mutant.number))
        try:
            return all(self._pass(tests) for tests in _steps(name, self.asked(name, mutant)) if tests)
        finally:
            path.write_bytes(whole)
            os.utime(path, (stat.st_atime, stat.st_mtime))

    def asked(self, name: str, mutant: Mutant) -> list[Test]:
        """The tests that run a line, the quickest first; for one of the module itself all that import it."""
        ids = self._that_run(name, [mutant.line]) or self._that_run(name, mutant.statement) if mutant.deep else set()
        if not ids:
            ids = {each for each in self._seconds if name in self._imported[Test(each, 0).file]}
            ids |= {each for (file, _), tests in self._by_line.items() if file == name for each in tests}
        return sorted((Test(each, self._seconds[each]) for each in ids), key=lambda each: each.seconds)

    def _that_run(self, name: str, lines: Iterable[int]) -> set[str]:
        """The tests that run one of these lines, be it while their file is imported."""
        wanted = set(lines)
        files = {file for file, ran in self._imported.items() if wanted & ran.get(name, set())}
        found = {each for line in wanted for each in self._by_line.get((name, line), set())}
        return found | {each for each in self._seconds if Test(each, 0).file in files}

    def _pass(self, tests: list[Test]) -> bool:
        chosen = self._place / "chosen.json"
        chosen.write_text(json.dumps([each.id for each in tests]), encoding="utf-8")
        limit = 10 + 3 * round(sum(each.seconds for each in tests))
        told = {"CEULOG_MUTATION": str(chosen), "CEULOG_SECONDS": str(limit)}
        return self._pytest(["-x", *sorted({each.file for each in tests})], PATIENCE * limit, **told) == 0

    def _pytest(self, words: list[str], seconds: float, **more: str) -> int:
        """The exit code of a run of its own; not 0 either where it took longer than that."""
        child = os.fork()
        if not child:
            self._become_pytest(words, more)
        ends = time.monotonic() + seconds
        while not (ended := os.waitpid(child, os.WNOHANG))[0]:
            if time.monotonic() > ends:
                os.kill(child, signal.SIGKILL)
            time.sleep(0.02)
        with suppress(ProcessLookupError):  # whatever it has started
            os.killpg(child, signal.SIGKILL)
        return ended[1]

    def _become_pytest(self, words: list[str], more: Mapping[str, str]) -> NoReturn:
        """What all runs need is imported already: that is most of what a run of a few tests costs."""
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        paths = [str(self.root / "src"), str(self.root)]
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.update(more, PYTHONPATH=os.pathsep.join(paths), TMPDIR=str(self._place / "temp"))
        os.environ["HOME"] = str(self._place / "home")
        os.chdir(self.root)
        tempfile.tempdir, sys.dont_write_bytecode, sys.path[:0] = None, False, paths
        for name in [name for name in sys.modules if name.partition(".")[0] in {"ceulog", "tests"}]:
            del sys.modules[name]
        code = 1
        try:
            code = pytest.main([*ALWAYS, *words])
        finally:
            os._exit(code)


def _steps(name: str, tests: list[Test]) -> Iterator[list[Test]]:
    """The tests in a few runs: the file that mirrors the source first, then its folder, then the others.

    Tests that take long are the last run of all.
    """
    folder, _, source = name.rpartition("/")
    files: dict[str, list[Test]] = {}
    for each in tests:
        if each.seconds <= LONG:
            files.setdefault(each.file, []).append(each)

    def turn(file: str) -> tuple[bool, bool, float]:
        near = file.startswith(f"tests/{folder}/")
        return file != f"tests/{folder}/test_{source}", not near, sum(each.seconds for each in files[file])

    ordered = sorted(files, key=turn)
    for first, last in pairwise((0, 4, 12, max(12, len(ordered)))):
        yield [each for each in tests if each.file in ordered[first:last] and each.seconds <= LONG]
    yield [each for each in tests if each.seconds > LONG]
