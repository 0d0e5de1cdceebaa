"""One file to pick, a folder at a time."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from ceulog.tui.screens.pick_file import PickFile


class PickOne(PickFile):
    """Hands back the one file that was picked, None when it was left."""

    SEVERAL: ClassVar[bool] = False
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
