"""A logbook with something of everything, to be spoiled again and again, and the program run on it."""

import datetime as dt
import io
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from ceulog.cli.main import main

CLOCK = dt.date(2026, 11, 23)
CODES = frozenset({0, 1, 2, 3, 4, 5})
_LOUD = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\U0010ffff]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters but the end of a line, halves of characters, and what reorders a text."""
REPOSITORY = Path(__file__).parents[2]


_PROGRESS = re.compile(r"\r *\d+ % read")
"""The one line that goes back to its beginning."""


class Terminal(io.StringIO):
    """What is printed on it is what a person would see, and what would drive a real one."""

    def isatty(self) -> bool:
        return True


class Broken(AssertionError):  # noqa: N818 - named after what happened
    """The program did what it must never do."""


class Desk:
    """A folder for one target; every case begins with `fresh`."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.folder = base / "deep" / "er" / "still" / "log"
        self.outside = self.folder.parent / "outside"
        self._kept = base / "kept"
        self._lay()

    @property
    def file(self) -> Path:
        """The logbook file."""
        return self.folder / "logbook.json"

    def _lay(self) -> None:
        self.outside.mkdir(parents=True)
        (self.outside / "proof.pdf").write_bytes(b"%PDF-1.4 proof")
        hold = ("credential", "add")
        for each in (
            (*hold, "CPC", "--earned", "2019-05-14", "--cycle-end", "2027-03-31"), (*hold, "CPMA", "--earned",
            "2021-05-14"),
            (*hold, "CCS", "--earned", "2020-02-03", "--cycle-end", "2026-12-31"),
            ("organization", "set", "AAPC", "--member-id", "01234567", "--dues-date", "2027-03-31", "--dues-amount",
            "200"),
            ("holder", "set", "--name", "Dana Sample"), ("tick", "CCS"),
            ("add", "Denials: the first 30 days", "--ceus", "1.5", "--for", "AAPC", "--index-number", "SMP01102026A",
             "--approved-for", "CPMA", "--certificate", str(self.outside / "proof.pdf"), "--sponsor", "Acme", "--date",
             "2026-10-02"),
            ("add", "Privacy week", "--minutes", "90", "--for", "AHIMA", "--provided-by", "csa", "--domain", "2",
            "--date", "-3d"),
            ("add", "Next spring", "--ceus", "2", "--planned", "--date", "2027-02-01", "--note", "two\nlines"),
            ("add", "Gone again", "--ceus", "1"), ("edit", "@last", "--title", "Gone", "--credit", "AHIMA=2"),
            ("remove", "@last"),
            ("undo",), ("remove", "@last"), ("backup",),
        ):  # fmt: skip
            code, said = self.run(*(self.last if word == "@last" else word for word in each))
            assert code == 0, (each, said)
            if each[0] == "add":
                self.last = said.strip().splitlines()[0]
        shutil.copytree(self.folder, self._kept)
        self.log = self.file.read_bytes()

    last = ""
    """The id of the entry that was added last."""

    def fresh(self) -> None:
        """The folder as it was laid, and nothing outside but a proof."""
        for each in (*self.folder.iterdir(), *self.outside.iterdir()):
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            else:
                each.unlink()
        shutil.copytree(self._kept, self.folder, dirs_exist_ok=True)
        (self.outside / "proof.pdf").write_bytes(b"%PDF-1.4 proof")

    def run(self, *arguments: str) -> tuple[int, str]:
        """Run a command line as on a terminal: its code and all that it says; neither may be other than agreed."""
        out, err = Terminal(), Terminal()
        with mock.patch.multiple(sys, stdout=out, stderr=err, stdin=io.StringIO()):
            code = main(arguments, {"CEULOG_LOG": str(self.folder), "CEULOG_TODAY": "2026-11-23"}, CLOCK)
        said = _PROGRESS.sub("", out.getvalue() + err.getvalue())
        if code not in CODES:
            raise Broken(f"{arguments[0]} ends with {code}")
        if code and not err.getvalue().strip() and not out.getvalue().strip():
            raise Broken(f"{arguments[0]} ends with {code} and says nothing")
        clean(said, arguments[0] if arguments else "")
        return code, said

    def some(self, chance: Random, commands: tuple[tuple[str, ...], ...], number: int) -> None:
        """Run some of these commands; no code but 0 and 1 may leave the log another one."""
        for each in chance.sample(commands, min(number, len(commands))):
            before = self.file.read_bytes() if self.file.is_file() else None
            code, said = self.run(*each)
            after = self.file.read_bytes() if self.file.is_file() else None
            if code > 1 and before != after:
                raise Broken(f"{each} ends with {code} and has written: {said[:200]}")


def clean(said: str, where: str) -> None:
    """Nothing that would drive a terminal, or reorder what is read on it.

    Raises:
        Broken: there is something.
    """
    if found := _LOUD.search(said):
        raise Broken(f"{where} says {found.group()!r}")


@contextmanager
def without_fsync() -> Iterator[None]:
    """Nothing is killed here, so that nothing has to be on the disk for good."""
    with mock.patch("os.fsync", _nothing):
        yield


def _nothing(_: Any) -> None:
    return None
