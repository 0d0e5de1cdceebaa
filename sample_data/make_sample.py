"""Make the sample logbook anew: `python sample_data/make_sample.py`. The same bytes each time.

It lives Dana Sample's years through the logbook's own door, one day after the other: `entries.csv` says what
was attended, and the steps below say what else was done. Everything in it is made up.
"""

import csv
import datetime as dt
import shutil
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from ceulog.domain import changes, holdings, standing_changes, ticking
from ceulog.domain.changes import Change, of_records
from ceulog.domain.credentials import Holder
from ceulog.domain.entries import Entry, compose
from ceulog.domain.holdings import Holding
from ceulog.domain.portal import PortalStanding, counting, marked
from ceulog.domain.progress import organization_progress
from ceulog.domain.standing_changes import Settings
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from ceulog.rulebook.shipped import load_shipped

HERE = Path(__file__).resolve().parent
NAME = "Dana Sample"
LAST_DAY = dt.date(2026, 11, 22)
"""The day before the one on which the tests look at the sample."""
KINDS = {"late": dt.date(2021, 4, 2), "planned": dt.date(2026, 11, 20)}
"""Entries that were not logged on their own day, and when they were."""

Row = dict[str, str]
Step = tuple[dt.date, int, Callable[["Author"], object]]
"""A day, the place among the steps of that day, and what is done."""


def entries() -> list[Row]:
    """What was attended and planned, by date."""
    with (HERE / "entries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Author:
    """Dana: a logbook, the day it is for her, and ids that are the same each time."""

    def __init__(self, folder: Path, proofs: Path) -> None:
        self.day = dt.date.min
        self.proofs = proofs
        self._ids = 0
        self.logbook = Logbook(folder, load_shipped(), today=lambda: self.day, new_id=self._next_id)

    def _next_id(self) -> str:
        self._ids += 1
        digits = list(sha256(f"ceulog sample {self._ids}".encode()).hexdigest()[:32])
        digits[12], digits[16] = "4", "8"  # as random UUIDs are marked
        text = "".join(digits)
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def adopt(self, code: str, holding: Holding) -> None:
        """Start holding a credential."""
        self._change(
            lambda state: holdings.adopt(state, self.logbook.rulebook, code, holding, self.day, self.logbook.new_id)
        )

    def settle(self, organization: str, settings: Settings) -> None:
        """Set what a membership says of itself."""
        rules = self.logbook.rulebook.organizations[organization]
        self._change(lambda state: standing_changes.set_organization(state, rules, settings, self.day))

    def tick(self, code: str) -> None:
        """Tick the self-assessment."""
        self._change(
            lambda state: ticking.tick(state, self.logbook.rulebook, code, "", self.day, self.day, self.logbook.new_id)
        )

    def sign(self) -> None:
        """Write the name into the log."""
        self._change(lambda state: of_records("set the holder's name", (state.holder, Holder(NAME))))

    def renew(self, organization: str) -> None:
        """Close the cycle that is over."""
        self.logbook.renew(organization)

    def log(self, row: Row) -> None:
        """Log one entry; what its CEUs must come to stands beside it."""
        self._change(lambda state: changes.added(self._composed(row, state)))
        if row["extra"] == "twice":
            self._change(lambda state: changes.added(self._composed(row, state)))
            again = changes.activity_in(self._last)
            self._change(changes.trashed([again], self.day))

    def _composed(self, row: Row, state: LogState) -> Any:
        granted = {code: Decimal(row[code.lower()]) for code in ("AAPC", "AHIMA") if row[code.lower()]}
        proof = self.proofs / f"{row['certificate']}.pdf"
        entry = Entry(
            title=row["title"], date=dt.date.fromisoformat(row["date"]), sponsor=row["sponsor"], type=row["type"],
            ceus=Decimal(row["ceus"]) if row["ceus"] else None, minutes=int(row["minutes"]) if row["minutes"] else None,
            organizations=tuple(granted), credits=granted if row["ceus"] else None, index_number=row["index"],
            approved_for=tuple(row["approved_for"].split(";")), domain=int(row["domain"]) if row["domain"] else None,
            provided_by=row["provided_by"] or None, next_cycle=row["extra"] == "next-cycle" or None,
            status="planned" if row["extra"] == "planned" else None, notes=row["notes"],
            certificates=(self.logbook.attach(proof),) if row["certificate"] else None,
        )  # fmt: skip
        activity = compose(entry, state, self.logbook.rulebook, self.day, new_id=self.logbook.new_id())
        if activity.credits != granted:
            raise ValueError(f"{activity.title} grants {activity.credits}, not {granted}")
        return activity

    def tell(self, organization: str, state: PortalStanding) -> None:
        """Say of all that counts in an organization's cycle how far it is in its portal."""

        def plan(state_now: LogState) -> Change:
            progress = organization_progress(state_now, self.logbook.rulebook, organization, self.day)
            return marked(counting(progress) if progress else (), organization, state, self.day)

        self._change(plan)

    def _change(self, plan: Change | Callable[[LogState], Change]) -> None:
        self._last = self.logbook.change(plan)


def steps() -> Iterable[Step]:
    """Everything that Dana did, day by day."""
    first = dt.date(2021, 4, 1)
    cpc = Holding(earned=dt.date(2019, 5, 14), cycle_end=dt.date(2023, 3, 31), number="01234567")
    ccs = Holding(earned=dt.date(2020, 2, 3), cycle_end=dt.date(2022, 12, 31), number="7654321")
    cpma = Holding(earned=dt.date(2022, 6, 10), number="01234568")
    yield first, 0, Author.sign
    yield first, 1, partial(Author.adopt, code="CPC", holding=cpc)
    yield first, 2, partial(Author.adopt, code="CCS", holding=ccs)
    yield first, 3, partial(Author.settle, organization="AAPC", settings=Settings(member_id="00123456"))
    yield first, 4, partial(Author.settle, organization="AHIMA", settings=Settings(member_id="00654321"))
    yield dt.date(2022, 5, 16), 0, partial(Author.tick, code="CCS")
    yield dt.date(2022, 6, 12), 0, partial(Author.adopt, code="CPMA", holding=cpma)
    yield dt.date(2023, 1, 5), 0, partial(Author.renew, organization="AHIMA")
    yield dt.date(2023, 4, 3), 0, partial(Author.renew, organization="AAPC")
    yield dt.date(2024, 4, 22), 0, partial(Author.tick, code="CCS")
    yield dt.date(2025, 1, 6), 0, partial(Author.renew, organization="AHIMA")
    yield dt.date(2025, 4, 2), 0, partial(Author.renew, organization="AAPC")
    yield dt.date(2025, 3, 10), 0, partial(Author.tell, organization="AAPC", state="entered")
    yield dt.date(2025, 3, 11), 0, partial(Author.tell, organization="AAPC", state="submitted")
    for body in ("AAPC", "AHIMA"):
        yield dt.date(2026, 6, 30), 0, partial(Author.tell, organization=body, state="entered")
    dues = Settings(dues_date=dt.date(2027, 3, 31), dues_amount=Decimal(200))
    yield dt.date(2025, 4, 2), 1, partial(Author.settle, organization="AAPC", settings=dues)
    for number, row in enumerate(entries()):
        day = KINDS.get(row["extra"]) or dt.date.fromisoformat(row["date"])
        yield day, 10 + number, partial(Author.log, row=row)


def make_logbook(folder: Path, proofs: Path) -> None:
    """Live through all steps in a folder that is empty, with these certificates."""
    author = Author(folder, proofs)
    for day, _, act in sorted(steps(), key=lambda step: step[:2]):
        author.day = min(day, LAST_DAY)
        act(author)


class Paper(NamedTuple):
    """One certificate: its heading, and the entries that it proves."""

    heading: str
    rows: list[Row]

    def draw(self, file: Path) -> None:
        """Write it as a PDF."""
        pdf = FPDF(format="letter")
        pdf.set_creation_date(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
        pdf.set_producer("ceulog sample data")
        pdf.set_title(f"{self.heading}: {NAME}")
        pdf.add_page()
        for size, text in ((20, self.heading), (14, NAME), (9, "Made up, to try out a logbook. It proves nothing.")):
            pdf.set_font("Helvetica", size=size)
            pdf.cell(0, size * 0.7, text, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(6)
        pdf.set_font("Helvetica", size=8 if len(self.rows) > 1 else 12)
        for row in self.rows:
            pdf.multi_cell(0, 5 if len(self.rows) > 1 else 9, _proof(row), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.output(str(file))


def _proof(row: Row) -> str:
    ceus = row["ceus"] or row["aapc"] or row["ahima"]
    number = f", index number {row['index']}" if row["index"] else ""
    return f"{row['date']}  {row['title']}  ({row['sponsor']}): {ceus} CEU{number}"


def make_certificates(folder: Path) -> None:
    """Draw every certificate that the entries name."""
    rows = [row for row in entries() if row["certificate"]]
    for name in dict.fromkeys(row["certificate"] for row in rows):
        proven = [row for row in rows if row["certificate"] == name]
        heading = "Transcript of continuing education" if len(proven) > 1 else "Certificate of attendance"
        Paper(heading, proven).draw(folder / f"{name}.pdf")


def main(target: Path) -> None:
    """Put the logbook, and its certificates, into a folder; what was there before goes."""
    with TemporaryDirectory() as temporary:
        proofs, made = Path(temporary) / "proofs", Path(temporary) / "logbook"
        proofs.mkdir()
        make_certificates(proofs)
        make_logbook(made, proofs)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(made / "certificates", target / "certificates", copy_function=shutil.copyfile)
        shutil.copyfile(made / "logbook.json", target / "logbook.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "logbook")
