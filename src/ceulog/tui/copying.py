"""Entries as text for the clipboard: lines with tabs between the columns, as spreadsheets take them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ceulog.domain.activities import Activity, ceus_of
from ceulog.domain.text import tidy
from ceulog.exchange.guard import guard
from ceulog.tui.keys import key_of, with_keys
from ceulog.wording.numbers import count, plain

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp

HEADING = ("Date", "Title", "CEUs", "Sponsor", "Index number")
MOST = 70_000
"""Bytes; terminals drop what is much longer."""
TOO_MUCH = "That is more than a terminal’s clipboard takes. Mark fewer entries, or write a file with {export}."


def clipboard_text(activities: Iterable[Activity]) -> str:
    """The entries below a heading."""
    return "".join("\t".join(cells) + "\n" for cells in (HEADING, *map(_cells, activities)))


def _cells(activity: Activity) -> tuple[str, ...]:
    texts = (activity.title, activity.sponsor, activity.index_number)
    title, sponsor, number = (guard(" ".join(tidy(text).split())) for text in texts)
    return activity.date.isoformat(), title, plain(ceus_of(activity)), sponsor, number


def copy_out(app: "CeulogApp", activities: tuple[Activity, ...]) -> None:
    """Send entries to the terminal's clipboard (OSC 52)."""
    if not activities:
        return
    text = clipboard_text(activities)
    if len(text.encode()) > MOST:
        app.complain(with_keys(TOO_MUCH))
        return
    app.copy_to_clipboard(text)
    app.say(sent_words(len(activities)))


def sent_words(entries: int) -> str:
    """That they were sent; whether the terminal takes them, no program is told."""
    return (
        f"Sent {count(entries, 'entry')} to your terminal’s clipboard; paste it into a spreadsheet. If nothing comes, "
        f"your terminal does not allow it: {key_of('export')} writes a file."
    )
