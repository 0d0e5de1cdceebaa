"""Running command lines in-process, on a frozen day, in a folder of the test's own."""

import datetime as dt
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ceulog.cli.main import main

CLOCK = dt.date(2026, 11, 23)


class Answer(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout, read as JSON."""
        return json.loads(self.out)

    @property
    def id(self) -> str:
        """The id that `add` printed."""
        return self.out.strip()


class Ceulog:
    """The program on one folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.file = folder / "logbook.json"
        self._capsys = capsys

    def __call__(self, *arguments: str, today: str = "2026-11-23") -> Answer:
        """Run one command line."""
        self._capsys.readouterr()
        code = main(arguments, {"CEULOG_LOG": str(self.folder), "CEULOG_TODAY": today}, CLOCK)
        out, err = self._capsys.readouterr()
        assert "Traceback" not in err
        return Answer(code, out, err)

    def done(self, *arguments: str, today: str = "2026-11-23") -> Answer:
        """Run one that must succeed."""
        answer = self(*arguments, today=today)
        assert answer.code == 0, answer
        return answer

    def refused(self, *arguments: str, code: int = 1, today: str = "2026-11-23") -> str:
        """Run one that must be refused without data, leaving the log as it was; gives the sentence."""
        before = self.file.read_bytes() if self.file.exists() else None
        answer = self(*arguments, today=today)
        assert (answer.code, answer.out) == (code, ""), answer
        assert answer.err.strip()
        assert (self.file.read_bytes() if self.file.exists() else None) == before
        return answer.err

    def holding_both(self) -> "Ceulog":
        """Hold CPC and CCS, as in the examples."""
        self.done("credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2027-03-31")
        self.done("credential", "add", "CCS", "--earned", "2020-02-03", "--cycle-end", "2026-12-31")
        return self

    def listed(self, *arguments: str) -> list[dict[str, Any]]:
        """What `list --json` says."""
        found: list[dict[str, Any]] = self.done("list", "--json", *arguments).json
        return found

    def organization(self, code: str, today: str = "2026-11-23") -> dict[str, Any]:
        """What `status --json` says of an organization."""
        found = self.done("status", "--json", today=today).json["organizations"]
        return next(each for each in found if each["code"] == code)


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ceulog:
    """A program whose folder does not exist yet."""
    return Ceulog(tmp_path / "log", capsys)


@pytest.fixture
def ceulog(empty: Ceulog) -> Ceulog:
    """A program whose holder has CPC and CCS."""
    return empty.holding_both()
