"""Files to import from, a folder at a time."""

from collections.abc import Collection
from typing import ClassVar

from ceulog.tui.forms.folders import TABLE_ENDINGS, Found
from ceulog.tui.screens.pick_one import PickOne


class PickTable(PickOne):
    """Hands back the one file that was picked, None when it was left."""

    HEADING: ClassVar[str] = "Import which file?"
    ENDINGS: ClassVar[Collection[str]] = TABLE_ENDINGS
    EMPTY: ClassVar[str] = "Nothing to import here: files that end in .csv, .tsv, .txt, .eml or .pdf are listed."
    ABOUT: ClassVar[str] = (
        "Files that can be imported. Type the beginning of a name to go to it; Enter takes it. "
        "F3 on a folder takes the certificates in it."
    )

    def action_done(self) -> None:
        """Hand back the file under the cursor, or the folder with its certificates."""
        at = self._list.highlighted
        row = None if at is None else self._rows[at]
        if isinstance(row, Found):
            self._hand_back([row.path])
        else:
            self._hand_back([self._folder.path if row is None or row == self._above else row])
