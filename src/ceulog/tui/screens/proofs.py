"""The certificates of one entry, to be opened one at a time, and where each lies."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.activities import EVIDENCE_KINDS, Activity, Certificate
from ceulog.domain.text import tidy
from ceulog.logbook.proofs import path_of
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.screens.modal import Modal
from ceulog.tui.viewing import proof_name, view_soon
from ceulog.wording.echo import echo
from ceulog.wording.evidence import kind_name, weak_words

if TYPE_CHECKING:
    from ceulog.logbook.viewing import Viewed

SENT = "Sent to your terminal’s clipboard; if nothing comes when you paste, it does not allow it."


class ProofsScreen(Modal[Activity | None]):
    """Lists the files that prove an entry; hands it back when it was said what they are.

    Args:
        folder: the logbook's.
        activity: the entry.
        words: what is to be said of them first.
    """

    CSS_PATH = "proofs.tcss"
    AUTO_FOCUS = PART = "#proofs-list"
    OPENED_BY = "proofs"
    ABOUT: ClassVar[str] = (
        "The files that prove an entry. Enter opens the one under the cursor with your system's viewer, if it is "
        "still what was attached; where there is no viewer, its path can be copied. k says what kind of proof it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", key_display="Enter"),
        Binding("k", "kind", "What it is", key_display="k"),
        Binding("b", "copy", "Copy its path", key_display="b"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, folder: Path, activity: Activity, words: str = "") -> None:
        super().__init__()
        self._folder = folder
        self._activity = activity
        self._words = words

    def compose(self) -> ComposeResult:
        """The files, where the one under the cursor lies, what is said, the keys."""
        with Vertical(classes="panel dialog", id="proofs-panel"):
            yield Static(f"Certificates of “{echo(self._activity.title)}”", classes="heading", markup=False)
            yield PickList(id="proofs-list")
            yield Static("", classes="sentence muted", id="proofs-path", markup=False)
            yield Static(self._words, classes="sentence", id="proofs-say", markup=False)
            yield self.key_line("proofs-keys")

    def on_mount(self) -> None:
        """List them."""
        self._list_them(0)

    def _list_them(self, at: int) -> None:
        lines = [Content(f"{proof_name(each)}  {_kind(each)}") for each in self._activity.certificates]
        listed = self.query_one(PickList)
        listed.clear_options().add_options(map(Option, lines))
        listed.highlighted = at

    @property
    def _chosen(self) -> Certificate:
        return self._activity.certificates[self.query_one(PickList).highlighted or 0]

    @property
    def _path(self) -> Path:
        return path_of(self._folder.absolute(), self._chosen.file)

    def _say(self, words: str) -> None:
        self.query_one("#proofs-say", Static).update(Content(words))
        self.fit_soon()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.query_one("#proofs-path", Static).update(Content(tidy(str(self._path))))

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the file under the cursor."""
        view_soon(self.app, self._folder, self._chosen, self._seen)

    def _seen(self, viewed: "Viewed") -> None:
        self._say(viewed.words)

    def action_copy(self) -> None:
        """Send the path to the terminal's clipboard."""
        self.app.copy_to_clipboard(str(self._path))
        self._say(SENT)

    def action_kind(self) -> None:
        """Say that the one under the cursor is of the next kind."""
        at = self.query_one(PickList).highlighted or 0
        proofs = list(self._activity.certificates)
        following = EVIDENCE_KINDS.index(proofs[at].kind) + 1
        proofs[at] = proofs[at]._replace(kind=EVIDENCE_KINDS[following % len(EVIDENCE_KINDS)])
        self._activity = self._activity._replace(certificates=tuple(proofs))
        self._list_them(at)
        weak = self._activity.is_weakly_proved
        self._say(f"So {weak_words(self._activity)}" if weak else "")

    def action_close(self) -> None:
        """Go back, and keep what was said of them."""
        self.dismiss(self._activity)


def _kind(certificate: Certificate) -> str:
    return f"{kind_name(certificate.kind)}{', weak proof' if certificate.is_weak else ''}"
