"""Importing what was looked at: the activities, the rejected lines, and what was said of the header."""

from contextlib import suppress

from ceulog.domain.named import NamedTuple
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.importing import carry_out, keep_after
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.import_look import Look, Wishes
from ceulog.tui.forms.import_words import imported_words


class Imported(NamedTuple):
    """What was imported."""

    words: str
    ids: tuple[str, ...]
    """Of the activities that were added or changed, in the order of the file."""


def bring_in(look: Look, wishes: Wishes, logbook: Logbook) -> Imported:
    """Import what was planned, keep the rejected lines, and what was said of the header.

    Raises:
        Refusal: the log was changed meanwhile.
        StorageError: nothing was written.
    """
    if look.plan is None:
        raise Refusal("Nothing is planned yet.")
    plan = carry_out(look.table, look.plan, logbook, wishes.order)
    kept, trouble = keep_after(look.table, plan, logbook, wishes.columns, wishes.order)
    with suppress(StorageError):  # the screen says so when it looks; here it was brought in
        logbook.refresh()
    edits = [each.after for each in plan.items if each.kind in ("new", "changed")]
    return Imported(imported_words(plan, kept, trouble), tuple(each.id for each in edits))
