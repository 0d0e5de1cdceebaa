"""What can be written: a table of forms, each with its ending, what it says of itself, and the function that writes it.

The functions are those of the command line, so that both write the same bytes.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ceulog.domain.named import NamedTuple
from ceulog.exchange.profiles import ProfileName
from ceulog.exchange.scope import Scope
from ceulog.exchange.spreadsheet import NEEDED, can_be_made
from ceulog.exchange.steps import Report
from ceulog.logbook.calendar import write_calendar
from ceulog.logbook.export import write_export
from ceulog.logbook.exporting import exported
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.outline import Outline
from ceulog.logbook.packet import make_packet, write_packet
from ceulog.logbook.packet_proof import prove_packet
from ceulog.tui.forms import export_words as words


class Asked(NamedTuple):
    """What is to be written, and where."""

    logbook: Logbook
    target: Path
    cycle: Scope = "current"
    credential: str | None = None
    excel: bool = False
    shared: bool = False
    """Whether names and numbers are taken out."""
    report: Report = lambda *_: None


class Written(NamedTuple):
    """A file that was written, or looked at."""

    path: Path
    words: tuple[str, ...] = ()
    """Sentences about it."""
    is_whole: bool = True
    """False for a packet that is not as it was made."""


class Form(NamedTuple):
    """One thing that can be written."""

    name: str
    label: str
    ending: str
    """Of its file, with the dot."""
    says: Callable[[Outline], str]
    """What will be written, in a sentence or two; `{action}` in it stands for a key."""
    write: Callable[[Asked], Written]
    word: str = ""
    """What the usual name of its file has in it."""
    scoped: bool = True
    """Whether it is of a cycle and a credential."""
    marked: bool = False
    """Whether it may begin with the mark that Excel wants."""
    says_shared: Callable[[Outline], str] | None = None
    """The same where names and numbers are taken out; None where that cannot be, or is a form of its own."""
    lacks: Callable[[], str] = lambda: ""
    """Why it cannot be written here; empty when it can."""


def _export(asked: Asked, *, profile: ProfileName = "generic", after: str = "") -> Written:
    data = exported(
        asked.logbook, asked.target.name, cycle=asked.cycle, credential=asked.credential,
        profile="share" if asked.shared else profile, excel=asked.excel, report=asked.report,
    )  # fmt: skip
    said = "" if asked.shared and after == words.WITH_CARE else after
    return Written(write_export(asked.logbook, asked.target, data), (said,) if said else ())


def _packet(asked: Asked) -> Written:
    packet = make_packet(asked.logbook, cycle=asked.cycle, credential=asked.credential, report=asked.report)
    path = write_packet(asked.logbook, packet, asked.target)
    proved = prove(path)
    return proved._replace(words=(*proved.words, *words.missing_words(packet.missing)))


def _calendar(asked: Asked) -> Written:
    path, number = write_calendar(asked.logbook, asked.target)
    return Written(path, (words.calendar_after(number),))


def prove(path: Path) -> Written:
    """Prove a packet, as `packet --verify` does.

    Raises:
        Refusal: it cannot be read, or is no ZIP file.
    """
    files, faults = prove_packet(path)
    return Written(path, words.proved_words(files, faults), not faults)


FORMS = (
    Form("csv", "CSV for a spreadsheet", ".csv", words.table, partial(_export, after=words.WITH_CARE), marked=True),
    Form("aapc", "CSV as AAPC asks for it", ".csv", words.table,
         partial(_export, profile="aapc", after=words.WITH_CARE), "aapc", marked=True),
    Form("ahima", "CSV as AHIMA asks for it", ".csv", words.table,
         partial(_export, profile="ahima", after=words.WITH_CARE), "ahima", marked=True),
    Form("share", "CSV to share, without names and numbers", ".csv", words.shared,
         partial(_export, profile="share"), "shared", marked=True),
    Form("jsonl", "JSON Lines for a database or a script", ".jsonl", words.lines,
         partial(_export, after=words.WITH_CARE), says_shared=words.shared_lines),
    Form("xlsx", "Excel workbook", ".xlsx", words.table, partial(_export, after=words.WITH_CARE),
         says_shared=words.shared, lacks=lambda: "" if can_be_made() else f"{NEEDED} {words.INSTEAD}"),
    Form("html", "Page to print (HTML)", ".html", words.pages, partial(_export, after=words.TO_PRINT),
         says_shared=words.shared_pages),
    Form("md", "Text (Markdown)", ".md", words.pages, partial(_export, after=words.WITH_CARE),
         says_shared=words.shared_pages),
    Form("packet", "Packet for an audit (ZIP)", ".zip", words.packet, _packet, "packet"),
    Form("calendar", "Calendar (.ics)", ".ics", words.calendar, _calendar, scoped=False),
)  # fmt: skip
"""In the order of the list; the first is what an export begins with."""


def form_of(name: str) -> Form:
    """The form of a name; the first when there is none such."""
    return next((each for each in FORMS if each.name == name), FORMS[0])
