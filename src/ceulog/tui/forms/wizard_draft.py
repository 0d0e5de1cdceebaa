"""What is typed in the wizard, so that it can be left at any step and taken up again."""

from weakref import WeakKeyDictionary

from ceulog.logbook.logbook import Logbook


class WizardDraft:
    """The texts of both steps, by credential and by organization."""

    def __init__(self) -> None:
        self.earned: dict[str, str] = {}
        """Code of each picked credential -> its award date as typed."""
        self.ends: dict[str, str] = {}
        self.starts: dict[str, str] = {}
        self.months: dict[str, int] = {}


_drafts: WeakKeyDictionary[Logbook, WizardDraft] = WeakKeyDictionary()


def draft_for(logbook: Logbook) -> WizardDraft:
    """What was typed for this logbook since the program started."""
    return _drafts.setdefault(logbook, WizardDraft())


def forget_draft(logbook: Logbook) -> None:
    """Begin with empty fields the next time."""
    _drafts.pop(logbook, None)
