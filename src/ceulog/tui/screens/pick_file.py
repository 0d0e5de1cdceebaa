"""Files to pick certificates from, a folder at a time."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.tui.field_dates import list_text
from ceulog.tui.forms.folders import ENDINGS, Folder, Found, first_folder, read_folder
from ceulog.tui.forms.paths import path_fault
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import Line, Piece, fitted, shortened, width_of
from ceulog.tui.widgets.signed_list import SIGN_WIDTH, SignedList
from ceulog.wording.numbers import count

PAUSE = 1.0
"""Seconds without a key after which another name is meant."""


class PickFile(Modal[tuple[Path, ...] | None]):
    """Hands back the files that were picked, None when it was left.

    Args:
        folder: where to begin; downloads, documents or home when None.
    """

    CSS_PATH = "pick_file.tcss"
    HEADING: ClassVar[str] = "Attach certificates"
    ENDINGS: ClassVar[Collection[str]] = ENDINGS
    EMPTY: ClassVar[str] = "No certificates here: PDF files, pictures, mails and documents are listed."
    """What is said of a folder without any."""
    SEVERAL: ClassVar[bool] = True
    """Whether several can be marked; else the first that is chosen is handed back."""
    NOTHING: ClassVar[str] = "Nothing is marked: go to a file and press Enter, or Esc to leave without one."
    """What is said where nothing can be handed back."""
    MEANT: ClassVar[str] = ""
    """The name of the file at which the cursor begins, where it is there."""
    ABOUT: ClassVar[str] = (
        "Files that prove an activity. Mark one or more and attach them; type the beginning of a name to go to it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Mark, or open the folder", key_display="Enter"),
        # F3 beside it: some terminals stop at ctrl+s
        Binding("f3,ctrl+s", "done", "Attach", key_display="F3", priority=True),
        Binding("backspace,left", "up", "Folder above", key_display="Backspace"),
        Binding("escape", "leave", "Back", key_display="Esc"),
    ]

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = Folder(folder or first_folder())
        self._marked: dict[Path, None] = {}
        self._typed = ""
        """The beginning of a name, as far as it was typed."""
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Where we are, what there is, what was marked, the keys."""
        with Vertical(classes="panel"):
            yield Static(self.HEADING, classes="heading", markup=False)
            yield Static(id="where", markup=False)
            yield SignedList(id="files", markup=False)
            yield self.fault_line()
            if self.SEVERAL:
                yield Static(id="marked", markup=False)
            yield self.key_line("keys")

    def on_mount(self) -> None:
        """Show the first folder."""
        self._list.focus()
        self.go_to(self._folder.path)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines anew."""
        del event
        self.call_after_refresh(self._show)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#files", OptionList)

    @property
    def _width(self) -> int:
        """Cells of a line: beside it stand the sign and the scroll bar."""
        return max(self._list.size.width - SIGN_WIDTH - 3, 20)

    @property
    def _above(self) -> Path | None:
        here = self._folder.path.absolute()
        return None if here.parent == here else here.parent

    @property
    def _rows(self) -> list[Path | Found]:
        above = self._above
        return [*([above] if above else []), *self._folder.folders, *self._folder.files]

    def go_to(self, path: Path, *, at: Path | None = None) -> None:
        """Show a folder, with the cursor on one of its folders if that is named."""
        self._folder = read_folder(path, self.ENDINGS)
        self._show()
        rows = self._rows
        if rows:
            first = 1 if self._above and len(rows) > 1 else 0
            files = ((number, each) for number, each in enumerate(rows) if isinstance(each, Found))
            meant = (number for number, each in files if each.path.name == self.MEANT)
            self._list.highlighted = rows.index(at, first) if at in rows[first:] else next(meant, first)

    def _show(self) -> None:
        width = self._width
        at = self._list.highlighted
        options = [Option(content_of([self._line(each, width)])) for each in self._rows]
        self._list.clear_options().add_options(options)
        if at is not None and at < len(options):
            self._list.highlighted = at
        self.query_one("#where", Static).update(Content(shortened_path(self._folder.path, width)))
        self.complain(self._folder.trouble or ("" if self._folder.folders or self._folder.files else self.EMPTY))
        self._tell_marked()

    def _line(self, row: Path | Found, width: int) -> Line:
        if isinstance(row, Path):
            name = ".." if row == self._above else shortened(row.name, width - 5) + "/"
            return (Piece("    "), Piece(name, "accent"))
        box = "    " if not self.SEVERAL else "[x] " if row.path in self._marked else "[ ] "
        day = list_text(row.changed) if row.changed else ""
        return (Piece(box), Piece(fitted(row.path.name, width - 17)), Piece(f"  {day}", "muted"))

    def _tell_marked(self) -> None:
        if not self.SEVERAL:
            return
        names = ", ".join(each.name for each in self._marked)
        words = f"{count(len(self._marked), 'file')}: {names}" if self._marked else "Nothing marked"
        self.query_one("#marked", Static).update(Content(shortened(words, max(self._list.size.width - 1, 20))))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = self._rows[event.option_index]
        if row == self._above:
            self.action_up()
        elif isinstance(row, Path):
            self.go_to(row)
        elif not self.SEVERAL:
            self._hand_back([row.path])
        else:
            self._mark(event.option_index, row)

    def acceptable(self, path: Path) -> bool:
        """Whether a file can be taken; else why not is said."""
        fault = path_fault(path)
        self.complain(fault)
        return not fault

    def action_open(self) -> None:
        """Open the folder under the cursor, or mark the file, or take its mark away."""
        self._list.action_select()

    def _mark(self, at: int, row: Found) -> None:
        if row.path in self._marked:
            del self._marked[row.path]
        elif self.acceptable(row.path):
            self._marked[row.path] = None
        self._list.replace_option_prompt_at_index(at, content_of([self._line(row, self._width)]))
        self._tell_marked()

    def action_up(self) -> None:
        """Go to the folder above."""
        if above := self._above:
            self.go_to(above, at=self._folder.path.absolute())

    def on_key(self, event: events.Key) -> None:
        """Go to the first name that begins as is typed."""
        if event.character and event.is_printable and event.key not in self.active_bindings:
            event.stop()
            event.prevent_default()
            self._find(event.character)

    def _find(self, character: str) -> None:
        names = [(row if isinstance(row, Path) else row.path).name.casefold() for row in self._rows]
        first = 1 if self._above else 0
        for typed in (self._typed + character.casefold(), character.casefold()):
            self._typed = typed
            if found := [place for place in range(first, len(names)) if names[place].startswith(typed)]:
                self._list.highlighted = found[0]
                break
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._forget)

    def _forget(self) -> None:
        self._typed = ""

    def action_done(self) -> None:
        """Hand back what is marked, or the file under the cursor."""
        at = self._list.highlighted
        row = None if at is None else self._rows[at]
        if not self._marked and isinstance(row, Found):
            if self.acceptable(row.path):
                self._hand_back([row.path])
        elif self._marked:
            self._hand_back(self._marked)
        else:
            self.complain(self.NOTHING)

    def _hand_back(self, paths: Iterable[Path]) -> None:
        self.dismiss(tuple(paths))

    def action_leave(self) -> None:
        """Hand back nothing."""
        self.dismiss(None)


def shortened_path(path: Path, width: int) -> str:
    """A path in so many cells: its end says more than its beginning."""
    text = shortened(str(path), 10_000)
    cut = text
    while len(cut) > 1 and width_of([Piece(f"…{cut}")]) > width:
        cut = cut[1:]
    return text if cut == text else f"…{cut}"
