"""Half-typed forms that survive: each is written to the disk while it is typed, and offered at the next start."""

from collections.abc import Callable
from threading import Event, Lock, Thread

from ceulog.domain.activities import Activity
from ceulog.domain.text import tidy
from ceulog.logbook.drafts import DraftNotKept, KeptDraft
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.draft_texts import draft_from, texts_of
from ceulog.tui.keys import key_of, with_keys
from ceulog.tui.safe import read_log
from ceulog.wording.drafts import offer_words
from ceulog.wording.echo import echo

EVERY = 0.5
"""Seconds between two writings, at the least."""
KEPT = "Kept as a draft; press {add} to go on with it."
NOT_KEPT = "It could not be kept as a draft, and is gone when ceulog is left; press {add} to go on with it."
PUT_OFF = "It is kept as a draft; press {add} on the first screen to go on with it."


class DraftSlot:
    """One form on the screen, and what becomes of its texts.

    Args:
        keeper: who writes them down.
        identifier: the name of its draft.
        base: the activity that is put right; None for a new one.
        draft: what the form begins with; None for an empty one.
        found: whether it was left behind by an earlier run.
    """

    def __init__(
        self, keeper: "DraftKeeper", identifier: str, base: Activity | None = None,
        draft: FormDraft | None = None, *, found: bool = False,
    ) -> None:  # fmt: skip
        self._keeper = keeper
        self.id = identifier
        self.base = base
        self.draft = draft
        self.found = found

    def keep(self, draft: FormDraft | None) -> None:
        """Write down what is typed, soon; None when there is nothing (any more)."""
        self.draft = draft
        self._keeper.write_soon(self)


class DraftKeeper:
    """Keeps the drafts of one run, and hands out those that were left behind.

    Args:
        logbook: in whose folder they are kept.
        complain: is given a sentence, on another thread, when a draft cannot be kept; once.
    """

    def __init__(self, logbook: Logbook, complain: Callable[[str], object]) -> None:
        self._logbook = logbook
        self._complain = complain
        self._waiting: list[KeptDraft] | None = None
        self._left: list[DraftSlot] = []
        """Forms of this run that were left, the newest last."""
        self._pending: dict[str, DraftSlot] = {}
        self._unkept: dict[str, tuple[DraftSlot, DraftNotKept]] = {}
        """Forms of which what was typed last is not on the disk, and why."""
        self._guard, self._writing = Lock(), Lock()
        self._news, self._over = Event(), Event()
        self._writer: Thread | None = None
        self._complained = False

    # --- handing out ---------------------------------------------------------------------------------------

    @property
    def waiting(self) -> list[KeptDraft]:
        """What earlier runs left behind and nobody has taken up yet, the newest first; looked for once."""
        if self._waiting is None:
            self._waiting = list(self._logbook.drafts.waiting())
        return self._waiting

    def greeting(self) -> str:
        """The sentence that offers the newest of what waits; empty when nothing does."""
        if not self.waiting:
            return ""
        first = self.waiting[0]
        draft = draft_from(first.texts, self._logbook.rulebook)
        name, today = draft.title or draft.quick, self._logbook.today()
        more, changing = len(self.waiting) - 1, bool(first.about)
        return offer_words(name, first.written, today, key_of("add"), changing=changing, more=more)

    def slot(self, base: Activity | None = None) -> DraftSlot:
        """A place for a form: with what was left of it, if there is such a thing.

        Args:
            base: the activity that is to be put right; None for a new one.
        """
        for slot in reversed(self._left):
            if base is None or (slot.base is not None and slot.base.id == base.id):
                self._left.remove(slot)
                return slot
        for each in list(self.waiting):
            if base is None or each.about == base.id:
                self.waiting.remove(each)
                if claimed := self._logbook.drafts.claim(each):
                    return self._taken_up(each, claimed)
        return DraftSlot(self, self._logbook.drafts.new_id(), base)

    def empty(self) -> DraftSlot:
        """A place for a new entry that has nothing to do with what was left."""
        return DraftSlot(self, self._logbook.drafts.new_id())

    def _taken_up(self, kept: KeptDraft, identifier: str) -> DraftSlot:
        base = read_log(self._logbook).state.activities.get(kept.about)
        if base is not None and base.trashed:
            base = None  # what was typed about it is offered as a new entry
        slot = DraftSlot(self, identifier, base, draft_from(kept.texts, self._logbook.rulebook), found=True)
        self.write_soon(slot)  # under our name, so that nobody else takes it for left behind
        return slot

    def left(self, slot: DraftSlot) -> str:
        """A form was left unsaved: a new entry's draft stays, changes to an old one go; gives what is to be said."""
        if slot.base is None and slot.draft is not None:
            self._left.append(slot)
            return with_keys(NOT_KEPT if slot.id in self._unkept else KEPT)
        return self.saved(slot)

    def put_off(self, slot: DraftSlot, why: str) -> str:
        """A form could not be saved and cannot be shown again now; gives what is to be said."""
        self._left.append(slot)
        name = tidy(slot.draft.title or slot.draft.quick) if slot.draft else ""
        what = f"“{echo(name)}”" if name else "What you typed before"
        return f"{what} was not saved: {why} {with_keys(PUT_OFF)}"

    def saved(self, slot: DraftSlot) -> str:
        """A form is done with: its draft goes; gives what is to be said, which is what waits next."""
        slot.keep(None)
        return self.greeting() if slot.found else ""

    # --- writing -------------------------------------------------------------------------------------------

    def write_soon(self, slot: DraftSlot) -> None:
        """Have a draft written on another thread, at once or when the last writing is long enough ago."""
        with self._guard:
            self._pending[slot.id] = slot
            if self._writer is None and not self._over.is_set():
                self._writer = Thread(target=self._write_on, name="drafts", daemon=True)
                self._writer.start()
        self._news.set()

    def _write_on(self) -> None:
        while not self._over.is_set():
            self._news.wait()
            self._news.clear()
            self.flush()
            self._over.wait(EVERY)

    def flush(self) -> None:
        """Write what is still to be written, now."""
        with self._writing:
            with self._guard:
                pending, self._pending = self._pending, {}
            for slot in pending.values():
                try:
                    self._write(slot)
                    self._unkept.pop(slot.id, None)
                except DraftNotKept as fault:
                    self._unkept[slot.id] = slot, fault
                    if not self._complained:
                        self._complained = True
                        self._complain(str(fault))

    def _write(self, slot: DraftSlot) -> None:
        drafts, draft = self._logbook.drafts, slot.draft
        if draft is None:
            drafts.drop(slot.id)
        else:
            drafts.keep(slot.id, texts_of(draft), about=slot.base.id if slot.base else "")

    def close(self) -> list[str]:
        """Write what is still to be written, and let the drafts that stay be taken up by the next run.

        Returns:
            What was typed and could not be written down to the last, each in a sentence.
        """
        self._over.set()
        self._news.set()
        if self._writer is not None:
            self._writer.join()
        with self._guard:
            self._pending |= {key: slot for key, (slot, _) in self._unkept.items() if slot.draft is not None}
        self.flush()
        self._logbook.drafts.close()
        return [_lost_words(slot.draft, fault) for slot, fault in self._unkept.values() if slot.draft is not None]


def _lost_words(draft: FormDraft, fault: DraftNotKept) -> str:
    """Everything that was typed, to be copied from where the program was started."""
    typed = {name: tidy(value) for name, value in texts_of(draft).items() if isinstance(value, str) and value.strip()}
    words = "; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in typed.items())
    return f"A half-typed entry could not be kept as a draft: {fault.why}. This was typed: {words}"
