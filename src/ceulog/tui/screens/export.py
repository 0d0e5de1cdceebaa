"""Exporting: what will be written and where, before it is written."""

from pathlib import Path
from typing import ClassVar, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Select, Static

from ceulog.domain.refusals import Refusal
from ceulog.exchange.csv_out import export_bytes, export_rows
from ceulog.exchange.scope import Scope
from ceulog.logbook.errors import StorageError
from ceulog.logbook.export import write_export
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.screens.modal import Modal
from ceulog.wording.numbers import count

SCOPES: dict[Scope, str] = {
    "current": "the current cycles",
    "previous": "the latest closed cycles",
    "all": "every cycle",
}


class ExportScreen(Modal[Path | None]):
    """Writes the log as CSV, the same bytes as the command line's; hands back where."""

    CSS_PATH = "export.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back")]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._state = logbook.state
        self._may_replace: Path | None = None

    def compose(self) -> ComposeResult:
        """Which entries, which form, where."""
        held = sorted(each.code for each in self._state.credentials.values())
        credentials = [("every credential", ""), *((code.replace("[", "("), code) for code in held)]
        scopes = [(SCOPES[each], each) for each in get_args(Scope)]
        with Vertical(classes="panel", id="export"):
            yield Static("Export as CSV", classes="heading")
            with Vertical(id="export-fields"):
                choice = Select(scopes, id="scope", allow_blank=False, value="current", compact=True)
                yield Field("scope", "Entries of", [choice])
                whose = Select(credentials, id="credential", allow_blank=False, value="", compact=True)
                yield Field("credential", "For", [whose])
                yield Field("path", "File", [a_line("path")])
                with Horizontal(classes="row"):
                    yield TickBox("with a mark for Excel, which then reads accents rightly", name="excel")
            yield Static("", id="summary", classes="sentence muted", markup=False)
            yield Static("", id="export-fault", classes="fault", markup=False)
            with Horizontal(id="export-buttons"):
                yield Button("Write it", id="write", compact=True, variant="primary")
                yield Button("Back Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Offer a place and a name."""
        self.query_one("#path", Input).value = str(_default_folder() / f"ceulog-{self._logbook.today()}.csv")
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
            f"{count(len(rows), 'row')} about {count(entries, 'entry')}, one for each credential that an entry counts "
            "for. It holds your index numbers and member ids: pass it on with care."
            if rows
            else "No entry lies in this choice; only the heading row would be written."
        )
        self.query_one("#summary", Static).update(said)
        self._complain("")

    def _complain(self, sentence: str) -> None:
        fault = self.query_one("#export-fault", Static)
        fault.update(sentence)
        fault.set_class(bool(sentence), "-said")

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def _write(self) -> None:
        text = self.query_one("#path", Input).value.strip()
        if not text:
            self._complain("Say where to write it.")
            return
        try:
            target = Path(text).expanduser()
            if target.is_dir():
                target /= f"ceulog-{self._logbook.today()}.csv"
            exists = target.exists()
        except (OSError, RuntimeError, ValueError):
            self._complain("That cannot be the name of a file.")
            return
        if exists and self._may_replace != target:
            self._may_replace = target
            self._complain(f"{target.name} is there already. Enter once more replaces it; or give another name.")
            return
        self._save(target, excel=self.query_one("#excel", TickBox).value)

    @work(exclusive=True, group="export")
    async def _save(self, target: Path, *, excel: bool) -> None:
        data = export_bytes(
            self._state, self._logbook.rulebook, self._logbook.today(),
            cycle=self._scope, credential=self._credential, excel=excel,
        )  # fmt: skip
        try:
            written = write_export(self._logbook, target, data)
        except (Refusal, StorageError) as fault:
            self._complain(str(fault))
        else:
            self.dismiss(written)

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Leave without writing."""
        self.dismiss(None)


def _default_folder() -> Path:
    """The holder's folder for documents, or the home folder where there is none."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - on first need

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
