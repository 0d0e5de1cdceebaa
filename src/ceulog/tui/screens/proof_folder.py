"""A folder of certificates: what was read of each, and which one is to be confirmed."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.named import NamedTuple
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.proofs.fates import Fate, ProofFile
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.import_memory import PROOFS, order_of_proofs, remember
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proof_folder import Pile, fates_of, in_order, open_day, pile_at, read_pile
from ceulog.logbook.proof_words import LABELS, fate_words, pile_words, read_lines
from ceulog.tui.abandoned import Abandoned
from ceulog.tui.field_dates import order_of_style
from ceulog.tui.forms.order_field import OrderField
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.safe import read_log
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import Line, Piece, fitted, shortened
from ceulog.tui.widgets.signed_list import SIGN_WIDTH
from ceulog.wording.echo import echo

LABEL_WIDTH = 8
ROLES = {"new": "calm", "proves": "calm", "lacking": "behind", "look": "behind", "unread": "behind"}
"""Label -> its role; the others are muted."""
NOTHING_TO_DO = "There is nothing to do for this one."


class Chosen(NamedTuple):
    """The certificate that was chosen, and all that was read with it."""

    pile: Pile
    files: tuple[ProofFile, ...]
    fate: Fate
    place: int
    """Among the files."""
    order: Order | None = None
    """In which their days were read, where they do not show it."""


class ProofFolderScreen(Modal[Chosen | None]):
    """Lists the certificates; hands back the one that is to be confirmed.

    Args:
        logbook: the log.
        path: the folder, or one file.
        before: what was read already, and where the cursor is to stand.
    """

    CSS_PATH = "proof_folder.tcss"
    AUTO_FOCUS = PART = "#proof-files"
    OPENED_BY = "import"
    ABOUT: ClassVar[str] = (
        "Certificates of a folder, with what could be read of each and the line where it stands. Nothing is logged "
        "before you confirm it: Enter opens the form, filled in, with the file as the entry's certificate. Where none "
        "shows whether dates begin with the month or with the day, you say so once, and it is remembered."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Look, and confirm", key_display="Enter"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, path: Path, before: Chosen | None = None) -> None:
        super().__init__()
        self._logbook = logbook
        self._path = path
        self._before = before
        self._pile = before.pile if before else Pile(())
        self._fates: Sequence[Fate] = ()
        self._order = before.order if before else None

    def compose(self) -> ComposeResult:
        """How many there are of what, the files, what was read of the one under the cursor, the keys."""
        with Vertical(classes="panel page", id="proof-panel"):
            yield Static(f"Certificates in “{echo(self._path.name)}”", classes="heading", markup=False)
            yield Static("Reading them ...", id="proof-say", classes="sentence", markup=False)
            yield OrderField()
            yield PickList(id="proof-files")
            yield Static("", id="proof-read", classes="sentence muted", markup=False)
            yield self.fault_line()
            yield self.key_line("proof-keys")

    def on_mount(self) -> None:
        """Read them, or show again what was read."""
        if self._before:
            self._show(self._before.files, self._before.place)
        else:
            self.run_worker(self._read())

    async def _read(self) -> None:
        def report(done: int) -> None:
            if not self.is_attached:
                raise Abandoned
            self.call_later(self._say, f"Reading them ... {done} done")

        def work() -> list[ProofFile]:
            self._pile = pile_at(self._path)
            self._order = order_of_proofs(self._logbook.folder) or order_of_style()
            return read_pile(self._pile, report, order=self._order)

        try:
            files = await asyncio.to_thread(work)
        except Abandoned:
            return
        except Refusal as refusal:
            self._say("Nothing was read.")
            self.complain(str(refusal))
            return
        self._show(tuple(files), 0)

    @on(OrderField.Chosen)
    def _order_chosen(self, event: OrderField.Chosen) -> None:
        self.run_worker(self._read_anew(event.order), group="reading", exclusive=True)

    async def _read_anew(self, order: Order) -> None:
        """Read the days in the order that was said, and keep that for next time."""
        self._order = order
        files = await asyncio.to_thread(in_order, [each.file for each in self._fates], order)
        self._show(tuple(files), 0)
        try:
            await asyncio.to_thread(remember, self._logbook.folder, PROOFS, {}, order)
        except (Refusal, StorageError) as fault:
            self.complain(f"What you said of their dates is not kept for next time: {fault}")

    def _say(self, words: str) -> None:
        self.query_one("#proof-say", Static).update(Content(words))
        self.fit_soon()

    def _show(self, files: tuple[ProofFile, ...], place: int) -> None:
        state, trouble = read_log(self._logbook)
        self._fates = fates_of(files, self._logbook, state)
        self._say(pile_words(self._fates, self._pile))
        example = open_day(files)
        self.query_one(OrderField).show(example, self._order)
        if self.app.screen is self:
            self.query_one("#order" if example and self._order is None else "#proof-files").focus()
        self.complain(trouble)
        self._list_them()
        listed = self.query_one(PickList)
        still_open = [at for at, each in enumerate(self._fates) if each.is_open]
        following = [at for at in still_open if at >= place] or still_open
        if self._fates:
            listed.highlighted = following[0] if following else min(place, len(self._fates) - 1)

    def _list_them(self) -> None:
        listed = self.query_one(PickList)
        at, width = listed.highlighted, max(listed.size.width - SIGN_WIDTH - 2, 20)
        listed.clear_options().add_options([Option(content_of([_line(each, width)])) for each in self._fates])
        listed.highlighted = at if at is not None and at < len(self._fates) else None

    def on_resize(self, _event: Resize) -> None:
        """Fit the lines anew."""
        self.call_after_refresh(self._list_them)

    @property
    def _under_cursor(self) -> Fate | None:
        at = self.query_one(PickList).highlighted
        return None if at is None or at >= len(self._fates) else self._fates[at]

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        fate = self._under_cursor
        self.query_one("#proof-read", Static).update(content_of(_told(fate)) if fate else "")
        self.complain("")

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Hand back the one under the cursor."""
        fate = self._under_cursor
        if fate is None:
            return
        if not fate.is_open:
            self.complain(NOTHING_TO_DO)
            return
        files = tuple(each.file for each in self._fates)
        self.dismiss(Chosen(self._pile, files, fate, self._fates.index(fate), self._order))


def _line(fate: Fate, width: int) -> Line:
    label = LABELS[fate.kind]
    room = width - LABEL_WIDTH
    name = min(max(room // 3, 12), 32)
    return (
        Piece(f"{label:{LABEL_WIDTH}}", ROLES.get(label, "muted")),
        Piece(fitted(fate.file.name, name)),
        Piece(f"  {shortened(fate_words(fate), max(room - name - 2, 8))}", "muted"),
    )


def _told(fate: Fate) -> list[Line]:
    """What was read, field by field, with the line where it stands."""
    lines: list[Line] = [(Piece(f"{label + ':':<14}"), Piece(words, "muted")) for label, words in read_lines(fate)]
    return lines or [(Piece(f"{fate.file.name} {fate_words(fate)}."),)]
