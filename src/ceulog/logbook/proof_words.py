"""What becomes of a certificate of a folder, in words: the same on the screen and on the command line."""

from collections.abc import Iterator, Sequence

from ceulog.domain.activities import Activity
from ceulog.domain.text import listed, tidy
from ceulog.exchange.proofs.fates import Fate
from ceulog.exchange.proofs.reading import FIELDS
from ceulog.logbook.proof_folder import Pile
from ceulog.wording.dates import prose_date
from ceulog.wording.echo import echo
from ceulog.wording.labels import FIELD_LABELS
from ceulog.wording.numbers import count

LABELS = {
    "new": "new", "attach": "proves", "incomplete": "lacking", "known": "look", "kept": "kept", "twice": "twice",
    "unread": "unread",
}  # fmt: skip
"""Kind of fate -> its word in a list."""
WANTED = ("index_number", "sponsor", "title", "ceus", "date")
"""What AAPC wants on a certificate (its page [A3])."""


def fate_words(fate: Fate) -> str:
    """What becomes of a file, as the end of a sentence that begins with its name."""
    entry = _named(fate.activity) if fate.activity else ""
    match fate.kind:
        case "kept":
            trash = ", in the trash" if fate.activity and fate.activity.trashed else ""
            return f"is kept already with {entry}{trash}"
        case "attach":
            return f"proves {entry}, which has no certificate yet"
        case "known":
            return f"tells of {entry}, {_why_look(fate)}"
        case "twice":
            return f"says the same as {echo(fate.other, 60)}"
        case "unread":
            return f"was not read: {tidy(fate.file.fault)}"
        case _:
            return _read_words(fate)


def _why_look(fate: Fate) -> str:
    activity, day = fate.activity, fate.entry.date
    if activity and activity.certificates:
        return "which has a certificate; say whether it is a second one"
    if activity and day not in (None, activity.date):
        return "which has another date; say which is right"
    return "which is planned, or proved by another file here; say whether you attended"


def _named(activity: Activity) -> str:
    return f"{prose_date(activity.date)}, “{echo(activity.title, 60)}”"


def _read_words(fate: Fate) -> str:
    entry, text = fate.entry, fate.file.text
    if text and text.rows > 1:
        return f"tells of {text.rows} activities: log each by itself, with this file as its certificate"
    said = [
        prose_date(entry.date) if entry.date else "",
        f"“{echo(entry.title, 80)}”" if entry.title else "",
        count(entry.ceus, "CEU") if entry.ceus is not None else "",
        echo(entry.sponsor or "", 60),
    ]
    read = ", ".join(filter(None, said)) or "nothing that was understood"
    return f"says {read}; {lacks_words(fate)}" if fate.lacks else f"says {read}"


def lacks_words(fate: Fate) -> str:
    """What a new entry needs and was not read, with the reason where there is one."""
    doubts = fate.file.text.doubts if fate.file.text else {}
    parts = [f"{FIELD_LABELS[each]}{f' ({tidy(doubts[each])})' if each in doubts else ''}" for each in fate.lacks]
    if "date" in fate.lacks and fate.entry.date:
        return f"{listed(parts)}: its day is still to come"
    return f"not read: {listed(parts)}"


def read_lines(fate: Fate) -> Iterator[tuple[str, str]]:
    """Each field with what was read of it and the line where it stands; and what was not."""
    text = fate.file.text
    if text is None or text.rows > 1:
        return
    for field in FIELDS:
        label = FIELD_LABELS[field]
        if found := text.found.get(field):
            yield label, f"{tidy(found.value)}  ‹{echo(found.line, 100)}›"
        elif field in WANTED:
            yield label, f"not read{f': {tidy(text.doubts[field])}' if field in text.doubts else ''}"


def pile_words(found: Sequence[Fate], pile: Pile) -> str:
    """How many there are of what."""
    names = {
        "new": "new", "attach": "proving an entry", "incomplete": "lacking something", "known": "to be looked at",
        "kept": "kept already", "twice": "saying the same as another", "unread": "not read",
    }  # fmt: skip
    parts = [f"{number} {words}" for kind, words in names.items() if (number := sum(it.kind == kind for it in found))]
    said = f"{count(len(found), 'PDF file')}: {', '.join(parts)}." if found else "No PDF files are there."
    if pile.others:
        said += f" Left alone there: {count(pile.others, 'other thing')}, such as pictures, links and folders."
    if pile.beyond:
        said += f" {pile.beyond} more files are too many for one time; move those that are done."
    return said
