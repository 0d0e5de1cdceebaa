"""Everything that the program writes into a logbook folder, written once."""

from decimal import Decimal
from pathlib import Path

from ceulog.domain.templates import Template
from ceulog.logbook.import_memory import remember
from ceulog.logbook.rollback import roll_back
from ceulog.logbook.templates import add_template
from tests.reliability.deeds import TODAY, Deeds


def write_everything(folder: Path) -> Path:
    """Write the log, its copies, certificates, drafts, templates and what is remembered; gives the folder."""
    deeds = Deeds(folder, 3)
    for name in ("add", "attach", "import", "copy", "hold"):
        deeds.kinds()[name]()
    roll_back(folder, None, TODAY)
    deeds.add()
    deeds.logbook.drafts.keep("half", {"title": "typed"})
    add_template(folder, Template(name="Quiz", title="Quiz", ceus=Decimal(1)))
    remember(folder, ("When", "What", "Hours"), {"date": "When"}, "dmy")
    return folder
