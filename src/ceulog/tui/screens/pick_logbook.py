"""Another logbook to merge, a folder at a time."""

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from ceulog.tui.screens.pick_file import PickFile


class PickLogbook(PickFile):
    """Hands back the one file that was picked, None when it was left."""

    HEADING: ClassVar[str] = "Merge which logbook?"
    ENDINGS: ClassVar[Collection[str]] = frozenset({".json"})
    EMPTY: ClassVar[str] = "No logbook here: go to the folder of the other copy and take its file logbook.json."
    SEVERAL: ClassVar[bool] = False
    ABOUT: ClassVar[str] = (
        "Files that could be another copy of the logbook. Go to its folder and take the file logbook.json, or a copy "
        "that a sync tool made of it. Type the beginning of a name to go to it."
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
