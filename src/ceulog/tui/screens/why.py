"""Why a number is what it is; the screen only lays out what `explain` says."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from ceulog.domain.progress import OrganizationProgress
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.painting import shortened, wrapped
from ceulog.wording.explain import LABEL_WIDTH, Section, entry_line, explain

CHANGE = "c opens your credentials: there you choose another edition, or set the number that your tracker shows."


class WhyScreen(Modal[None]):
    """The explanation of a credential's number, or of an organization's for None.

    Args:
        progress: the organization's progress.
        credential_code: the credential that is asked about.
    """

    CSS_PATH = "why.tcss"
    AUTO_FOCUS = "#reasons"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "list", "List the entries"),
        Binding("escape,q,w", "close", "Close"),
    ]

    def __init__(self, progress: OrganizationProgress, credential_code: str | None) -> None:
        super().__init__()
        self._explanation = explain(progress, credential_code)
        self._listed = False

    def compose(self) -> ComposeResult:
        """The heading, the parts, and what the keys do."""
        with Vertical(classes="panel", id="why"):
            yield Static(self._explanation.heading, classes="heading", markup=False)
            with VerticalScroll(id="reasons"):
                yield Static("", id="parts", markup=False)
            yield Static("", id="why-keys", classes="muted")

    def on_mount(self) -> None:
        """Lay it out."""
        self._show()

    def on_resize(self, _event: Resize) -> None:
        """Wrap anew for the room there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width = max(min(self.size.width, 100) - 8, 30)
        parts = [*self._explanation.sections, Section("Change", (CHANGE,))]
        contents = [self._part(each, width) for each in parts]
        self.query_one("#parts", Static).update(Content("\n").join(contents))
        verb = "Enter hides the entries" if self._listed else "Enter lists the entries"
        self.query_one("#why-keys", Static).update(f"{verb}   ↑↓ Scroll   Esc Back")

    def _part(self, section: Section, width: int) -> Content:
        room = width - LABEL_WIDTH
        pieces: list[tuple[str, str]] = []
        label = section.label
        for line in section.lines:
            indent = " " * (len(line) - len(line.lstrip()))
            for text in wrapped(line, room - len(indent)):
                pieces += [(f"{label:{LABEL_WIDTH}}", "$text-muted"), (f"{indent}{text}\n", "")]
                label = ""
        if self._listed:
            lines = (shortened(entry_line(each), room) for each in section.entries)
            pieces += [(f"{'':{LABEL_WIDTH}}{text}\n", "$text-muted") for text in lines]
        return Content.assemble(*pieces).rstrip("\n")

    def action_list(self) -> None:
        """Show or hide the entries behind the sums."""
        self._listed = not self._listed
        self._show()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
