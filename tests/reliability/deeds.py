"""What the harnesses have the logbook do: every kind of change, in an order that a seed decides."""

import datetime as dt
import hashlib
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change, added, edited, restored, trashed
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.portal import PortalStanding, marked
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, LogState
from ceulog.domain.templates import Template
from ceulog.logbook.importing import carry_out, plan_of, table_from
from ceulog.logbook.logbook import Logbook, Plan
from ceulog.logbook.merging import carry_out_merge, read_copy
from ceulog.logbook.opening import open_logbook
from ceulog.logbook.reader import FILE_NAME
from ceulog.logbook.rollback import roll_back
from ceulog.logbook.safety import NothingToKeep, keep_copy
from ceulog.logbook.templates import add_template
from ceulog.storage.backups import NoBackup
from ceulog.storage.certificates import FOLDER

TODAY = dt.date(2026, 11, 23)
FIRST_CYCLE = Cycle(dt.date(1990, 1, 1), dt.date(1991, 12, 31))
"""Long over, so that it can be closed, and many after it."""


class Deeds:
    """One writer on one logbook.

    Args:
        folder: of the logbook.
        seed: decides what is done, and how its entries are called.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.logbook: Logbook = open_logbook(folder, TODAY)
        self._seed = seed
        self._chance = random.Random(seed)
        self._number = 0
        self.logged: list[str] = []
        """The names of the entries that were made, and are on the disk."""
        self._sources = folder.parent / f"{folder.name}-sources"
        self._sources.mkdir(exist_ok=True)

    def kinds(self) -> Mapping[str, Callable[[], object]]:
        """Everything that can be done, by name."""
        return {
            "add": self.add, "edit": self.edit, "trash": self.trash, "restore": self.restore, "attach": self.attach,
            "import": self.bring_in, "undo": self.undo, "redo": self.redo, "copy": self.keep, "hold": self.hold,
            "go-back": self.go_back, "merge": self.merge, "mark": self.mark, "renew": self.renew,
            "template": self.keep_template,
        }  # fmt: skip

    def prepared(self, name: str) -> Callable[[], object]:
        """What is to be done, when all that others have to do for it is done."""
        if name != "merge":
            return self.kinds()[name]
        there, logged = self._another_copy()
        return lambda: self._merge(there, logged)

    def forever(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """One thing after another; undoing now and then what was done."""
        kinds = self.kinds()
        names = [*kinds, "add", "add", "add", "edit", "edit", "attach", "import", "undo"]
        while True:
            name = self._chance.choice(names)
            yield name, kinds[name]

    def add(self) -> None:
        """Log an entry."""
        self._log(added(entry := self._entry()), entry.title)

    def edit(self) -> None:
        """Change an entry's title and notes."""
        if found := self._some():
            note = "n" * self._chance.randrange(2000)
            self.logbook.change(edited(found, found._replace(title=f"{found.title[:40]}+", notes=note)))

    def trash(self) -> None:
        """Put an entry into the trash."""
        if found := self._some():
            self.logbook.change(trashed([found], TODAY))

    def restore(self) -> None:
        """Take all out of the trash."""
        gone = [each for each in self.logbook.state.activities.values() if each.trashed]
        if gone:
            self.logbook.change(restored(gone[:1]))

    def attach(self) -> None:
        """Log an entry with a certificate."""
        self._number += 1
        source = self._sources / f"certificate {self._seed}.pdf"
        source.write_bytes(b"%PDF-1.4\n" + self._chance.randbytes(self._chance.randrange(1, 60_000)))

        entry = self._entry()

        def plan(_: LogState) -> Change:
            return added(entry._replace(certificates=(self.logbook.attach(source),)))

        self._log(plan, entry.title)

    def bring_in(self) -> None:
        """Import a small table."""
        names = [self._name() for _ in range(5)]
        lines = [f"2026-03-{day:02},{name},1.5" for day, name in enumerate(names, 1)]
        data = "\r\n".join(["date,title,CEUs", *lines, "no date,,", ""]).encode()
        table = table_from(data, {}, "table.csv")
        carry_out(table, plan_of(table, self.logbook), self.logbook)
        self.logged += names

    def undo(self) -> None:
        """Take the newest change back."""
        if self.logbook.next_undo:
            self.logbook.undo()

    def redo(self) -> None:
        """Do it again."""
        if self.logbook.next_redo:
            self.logbook.redo()

    def keep(self) -> None:
        """Keep a dated copy."""
        keep_copy(self.logbook.folder, TODAY)

    def go_back(self) -> None:
        """Go back to the newest copy."""
        roll_back(self.logbook.folder, None, TODAY)

    def hold(self) -> None:
        """Start holding a credential, in a cycle, or correct the day of its award."""
        held = next(iter(self.logbook.state.credentials.values()), None)
        day = TODAY - dt.timedelta(days=self._chance.randrange(4000))
        new = HeldCredential(id=self._name(), organization="AAPC", code="CPC", earned=day)
        cycle = Membership(id=self._name(), organization="AAPC", cycles=(FIRST_CYCLE,))
        edits = (Edit(held, held._replace(earned=day)),) if held else (Edit(None, new), Edit(None, cycle))
        self.logbook.change(Change("held CPC", edits))

    def merge(self) -> None:
        """Merge another copy of the log."""
        self._merge(*self._another_copy())

    def _another_copy(self) -> tuple[Path, list[str]]:
        """A copy that has one entry more, in a folder of its own or left beside ours, and what that is called."""
        there, ours = Path(tempfile.mkdtemp(dir=self._sources)), self.logbook.folder
        for each in (ours / FILE_NAME, *(ours / FOLDER).glob("*")):
            if each.exists():
                (there / each.relative_to(ours)).parent.mkdir(exist_ok=True)
                (there / each.relative_to(ours)).write_bytes(each.read_bytes())
        other = Deeds(there, self._chance.randrange(1 << 30))
        other.attach()
        if self._chance.random() < 0.5:
            (ours / FOLDER).mkdir(0o700, exist_ok=True)
            for each in (there / FOLDER).iterdir():
                each.replace(ours / FOLDER / each.name)
            there = (there / FILE_NAME).replace(ours / f"logbook ({self._name()}'s conflicted copy).json")
        return there, other.logged

    def _merge(self, there: Path, logged: list[str]) -> None:
        carry_out_merge(self.logbook, read_copy(self.logbook, there))
        self.logged += logged

    def mark(self) -> None:
        """Mark an entry in AAPC's portal."""
        if found := self._some():
            state: PortalStanding = self._chance.choice(("entered", "submitted", "verified", "logged"))
            self.logbook.change(marked([found], "AAPC", state, TODAY))

    def renew(self) -> None:
        """Close AAPC's cycle."""
        self.logbook.renew("AAPC")

    def keep_template(self) -> None:
        """Keep a template, which is no change of the log."""
        add_template(self.logbook.home, Template(name=self._name(), title="Quiz"))

    def _log(self, plan: Plan, name: str) -> None:
        self.logbook.change(plan)
        self.logged.append(name)

    def _name(self) -> str:
        self._number += 1
        return f"{self._seed}-{self._number}"

    def _entry(self) -> Activity:
        name = self._name()
        day = TODAY - dt.timedelta(days=self._chance.randrange(700))
        return Activity(id=name, date=day, title=name, credits={"AAPC": Decimal(1)})

    def _some(self) -> Activity | None:
        alive = [each for each in self.logbook.state.activities.values() if not each.trashed]
        return self._chance.choice(alive) if alive else None


def fingerprint(logbook: Logbook) -> str:
    """One value for all that the log holds, the same whenever it holds the same."""
    state = logbook.state
    tables: tuple[Mapping[str, Any], ...] = (state.activities, state.credentials, state.memberships, state.ticks)
    lines = sorted(repr(record._asdict()) for table in tables for record in table.values())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def do(deed: Callable[[], object]) -> None:
    """Do it; there may be nothing to do."""
    try:
        deed()
    except (Refusal, NothingToKeep, NoBackup):
        return
