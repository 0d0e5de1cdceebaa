"""Files to import from, a folder at a time."""

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from ceulog.tui.forms.folders import TABLE_ENDINGS, Found
from ceulog.tui.screens.pick_file import PickFile


class PickTable(PickFile):
    """Hands back the one file that was picked, None when it was left."""

    HEADING: ClassVar[str] = "Import which file?"
    ENDINGS: ClassVar[Collection[str]] = TABLE_ENDINGS
    EMPTY: ClassVar[str] = "Nothing to import here: files that end in .csv, .tsv, .txt, .eml or .pdf are listed."
    SEVERAL: ClassVar[bool] = False
    ABOUT: ClassVar[str] = (
        "Files that can be imported. Type the beginning of a name to go to it; Enter takes it. "
        "F3 on a folder takes the certificates in it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Take, or open the folder", key_display="Enter"),
        Binding("f3,ctrl+s", "done", "Take", key_display="F3", priority=True),
        Binding("backspace,left", "up", "Folder above", key_display="Backspace"),
        Binding("escape", "leave", "Back", key_display="Esc"),
    ]

    def acceptable(self, path: Path) -> bool:
        """Any will do: what is wrong with it is said when it is read."""
        del path
        return True

    def action_done(self) -> None:
        """Hand back the file under the cursor, or the folder with its certificates."""
        at = self._list.highlighted
        row = None if at is None else self._rows[at]
        if isinstance(row, Found):
            self._hand_back([row.path])
        else:
            self._hand_back([self._folder.path if row is None or row == self._above else row])
