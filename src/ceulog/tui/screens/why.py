"""Why a number is what it is; the screen only lays out what `explain` says."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.references import Reference
from ceulog.domain.state import LogState
from ceulog.domain.suggesting import Suggestion
from ceulog.domain.text import tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.keys import key_of
from ceulog.tui.safe import read_log
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import shortened, wrapped
from ceulog.wording.explain import LABEL_WIDTH, Explanation, entry_line, explain
from ceulog.wording.explain_parts import Section
from ceulog.wording.ways import ways_by_key

ANSWER = "Answer"
DETAILS = "Where this comes from"


class WhyScreen(Modal[None]):
    """The explanation of a credential's number.

    Args:
        logbook: the log.
        organization: the code of the organization.
        code: the credential that is asked about.
    """

    CSS_PATH = "why.tcss"
    AUTO_FOCUS = "#reasons"
    OPENED_BY = "why"
    ABOUT: ClassVar[str] = (
        "Where a number comes from: the answer first, then the rule with its source, and the entries that "
        "count or do not. If your tracker shows another number, set it here."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "list", "List the entries", key_display="Enter"),
        Binding("n", "number", "My tracker says another number"),
        Binding("e", "edition", "Another edition of the rules"),
        Binding("f", "what_if", "What if I also held …"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, organization: str, code: str) -> None:
        super().__init__()
        self._logbook = logbook
        self._organization = organization
        self._code = code
        self._progress: OrganizationProgress | None = None
        self._explanation = Explanation("", ())
        self._suggestion: Suggestion | None = None
        self._references: tuple[Reference, ...] = ()
        self._listed = False
        self._first_list: int | None = None
        """The line at which the first part with entries begins."""

    def compose(self) -> ComposeResult:
        """The heading, the parts, and what the keys do."""
        with Vertical(classes="panel page", id="why"):
            yield Static("", classes="heading", id="why-heading", markup=False)
            with VerticalScroll(id="reasons"):
                yield Static("", id="parts", markup=False)
            yield self.fault_line()
            yield self.key_line("why-keys")

    def on_mount(self) -> None:
        """Explain; what takes longer follows."""
        self._ask_anew()

    def on_resize(self, _event: Resize) -> None:
        """Wrap anew for the room there is."""
        self.call_after_refresh(self._show)

    def _ask_anew(self) -> None:
        """Explain the log as it is now; back to the bars when there is no such number any more."""
        state, trouble = read_log(self._logbook)
        found = (each for each in self._logbook.progress(state) if each.code == self._organization)
        self._progress = next(found, None)
        codes = [each.code for each in self._progress.credentials] if self._progress else []
        if not trouble and self._code not in codes:
            self.dismiss(None)
            return
        self.complain(trouble)
        self._explain()
        self._look_ahead(state)

    @work(exclusive=True, group="ahead")
    async def _look_ahead(self, state: LogState) -> None:
        """Add what is worked out off the screen's thread: the next activity, and the pages."""
        self._suggestion, self._references = await asyncio.to_thread(self._further, state)
        self._explain()

    def _further(self, state: LogState) -> tuple[Suggestion | None, tuple[Reference, ...]]:
        return self._logbook.suggestion(state), self._logbook.references(self._progress.code) if self._progress else ()

    def _explain(self) -> None:
        if self._progress is None:
            return
        self._explanation = explain(
            self._progress,
            self._code,
            suggestion=self._suggestion,
            references=self._references,
            ways=ways_by_key(key_of),
        )
        self.query_one("#why-heading", Static).update(Content(tidy(self._explanation.heading)))
        self._show()

    def _show(self) -> None:
        width = max(min(self.size.width, 100) - 8, 30)
        pieces: list[tuple[str, str]] = []
        self._first_list = None
        details = False
        for section in self._explanation.sections:
            if section.detail and not details:
                pieces.append((f"\n{DETAILS}\n", "bold"))
                details = True
            part = self._part(section, width)
            if section.entries and self._first_list is None:
                self._first_list = sum(text.count("\n") for text, _ in pieces)
            pieces += part
        self.query_one("#parts", Static).update(Content.assemble(*pieces).rstrip("\n"))

    def _part(self, section: Section, width: int) -> list[tuple[str, str]]:
        room = width - LABEL_WIDTH
        answers = section.label == ANSWER
        pieces: list[tuple[str, str]] = []
        label = section.label
        for line in section.lines:
            indent = " " * (len(line) - len(line.lstrip()))
            for text in wrapped(tidy(line), room - len(indent)):
                pieces += [(f"{label:{LABEL_WIDTH}}", MUTED), (f"{indent}{text}\n", "bold" if answers else "")]
                label = ""
        if self._listed:
            lines = (shortened(entry_line(each), room) for each in section.entries)
            pieces += [(f"{'':{LABEL_WIDTH}}{text}\n", MUTED) for text in lines]
        pieces += [(f"{'':{LABEL_WIDTH}}{text}\n", "$accent") for text in wrapped(section.way, room) if section.way]
        return pieces

    # what the keys do

    def action_list(self) -> None:
        """Show or hide the entries behind the sums; the first of them come into sight."""
        self._listed = not self._listed
        self._show()
        if self._listed and self._first_list is not None:
            first = self._first_list
            self.call_after_refresh(lambda: self.query_one("#reasons").scroll_to(y=first, animate=False))

    def action_edition(self) -> None:
        """Choose another edition of the rules."""
        from ceulog.tui.screens.organization_form import OrganizationForm  # noqa: PLC0415 - on first need

        if self._progress:
            form = OrganizationForm(self._logbook, self._progress.organization, first="edition")
            self.app.push_screen(form, lambda _answer: self._ask_anew())

    def action_number(self) -> None:
        """Set the number that the holder's tracker shows."""
        from ceulog.tui.screens.credential_form import CredentialForm  # noqa: PLC0415 - on first need

        if self._progress is None:
            return
        asked = next(each for each in self._progress.credentials if each.code == self._code)
        kind = self._progress.organization.kind_of(asked.code)
        own = kind and self._progress.edition.minimum_of(kind)
        form = CredentialForm(self._logbook, asked.credential, first="minimum" if own else "required")
        self.app.push_screen(form, lambda _answer: self._ask_anew())

    def action_what_if(self) -> None:
        """Suppose that another credential were held."""
        from ceulog.tui.screens.what_if import WhatIfScreen  # noqa: PLC0415 - on first need

        self.app.push_screen(WhatIfScreen(self._logbook))
