"""Exporting: what will be written and where, before it is written."""

from pathlib import Path
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Select, Static

from ceulog.domain.text import printable, tidy
from ceulog.exchange.csv_out import export_bytes, export_rows
from ceulog.exchange.scope import Scope
from ceulog.logbook.export import write_export
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.wording.numbers import count

SCOPES: dict[Scope, str] = {
    "current": "the current cycles",
    "previous": "the latest closed cycles",
    "all": "every cycle",
}


class ExportScreen(Keeping[Path | None]):
    """Writes the log as CSV, the same bytes as the command line's; hands back where."""

    CSS_PATH = "export.tcss"
    AUTO_FOCUS = "#path"
    OPENED_BY = "export"
    ABOUT: ClassVar[str] = (
        "Writes your log as a CSV file, for a spreadsheet or for somebody who asks for your list. Choose the "
        "entries and the file, read what will be written, and write it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back")]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._state, self._trouble = read_log(logbook)
        self._may_replace: Path | None = None

    def compose(self) -> ComposeResult:
        """Which entries, which form, where."""
        held = sorted(each.code for each in self._state.credentials.values())
        credentials = [(Content("every credential"), ""), *((Content(tidy(code)), code) for code in held)]
        scopes = [(SCOPES[each], each) for each in get_args(Scope)]
        with Vertical(classes="panel page", id="export"):
            yield Static("Export as CSV", classes="heading")
            with Vertical(id="export-fields"):
                choice = Select(scopes, id="scope", allow_blank=False, value="current", compact=True)
                yield Field("scope", "Entries of", [choice])
                whose = Select(credentials, id="credential", allow_blank=False, value="", compact=True)
                yield Field("credential", "For", [whose])
                yield Field("path", "File", [a_line("path")])
                with Horizontal(classes="row"):
                    yield TickBox("for Excel (accents come out right)", name="excel")
            yield Static("", id="summary", classes="sentence muted", markup=False)
            yield Static("", id="target", classes="sentence", markup=False)
            yield self.fault_line()
            with Horizontal(id="export-buttons"):
                yield Button("Write it Enter", id="write", compact=True, variant="primary")
                yield Button("Back Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Offer a place and a name."""
        self.query_one("#path", Input).value = str(_default_folder() / self._usual_name)
        self._sum_up()

    @property
    def _scope(self) -> Scope:
        chosen = self.query_one("#scope", Select).value
        return next(each for each in SCOPES if each == chosen)

    @property
    def _credential(self) -> str | None:
        return str(self.query_one("#credential", Select).value) or None

    @on(Select.Changed)
    @on(Input.Changed)
    def _sum_up(self) -> None:
        """Say how much will be written."""
        self._may_replace = None
        rows = export_rows(
            self._state, self._logbook.rulebook, self._logbook.today(), cycle=self._scope, credential=self._credential
        )
        entries = len({row["activity_id"] for row in rows})
        said = (
            f"{count(len(rows), 'row')} about {count(entries, 'entry')}: one for each credential that an entry counts "
            "for, with your index numbers and member ids. Pass the file on with care."
            if rows
            else "No entry lies in this choice; only the heading row would be written."
        )
        self.query_one("#summary", Static).update(said)
        target = self._target()
        self.query_one("#target", Static).update(Content(f"It goes to {printable(str(target))}" if target else ""))
        self.complain(self._trouble)

    def _target(self) -> Path | None:
        """The file that is meant, in the folder where one is named; None when there can be no such file."""
        text = self.query_one("#path", Input).value.strip()
        if not text:
            return None
        try:
            target = Path(text).expanduser().absolute()
            target = target / self._usual_name if target.is_dir() else target
            target.exists()  # refuses a name that is too long, or has a character that no name may have
        except (OSError, RuntimeError, ValueError):
            return None
        return target

    @property
    def _usual_name(self) -> str:
        return f"ceulog-{self._logbook.today()}.csv"

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def _write(self) -> None:
        if not self.query_one("#path", Input).value.strip():
            self.complain("Say where to write it: a file, or the folder for it.")
            return
        target = self._target()
        if target is None:
            self.complain("That cannot be the name of a file.")
            return
        if target.exists() and self._may_replace != target:
            self._may_replace = target
            self.complain(f"{target.name} is there already. Write it once more to replace it, or give another name.")
            return
        logbook, state, excel = self._logbook, self._state, self.query_one("#excel", TickBox).value
        cycle, credential = self._scope, self._credential

        def written() -> Path:
            data = export_bytes(
                state, logbook.rulebook, logbook.today(), cycle=cycle, credential=credential, excel=excel
            )
            return write_export(logbook, target, data)

        self.save(written, self.close_with)

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Leave without writing."""
        self.dismiss(None)


def _default_folder() -> Path:
    """The holder's folder for documents, or the home folder where there is none."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - on first need

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
