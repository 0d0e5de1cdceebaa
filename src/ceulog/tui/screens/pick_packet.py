"""Packets to be proved, a folder at a time."""

from collections.abc import Collection
from typing import ClassVar

from textual.binding import Binding, BindingType

from ceulog.tui.screens.pick_table import PickTable


class PickPacket(PickTable):
    """Hands back the one packet that was picked, None when it was left."""

    HEADING: ClassVar[str] = "Prove which packet?"
    ENDINGS: ClassVar[Collection[str]] = frozenset({".zip"})
    EMPTY: ClassVar[str] = "No packet here: files that end in .zip are listed."
    ABOUT: ClassVar[str] = (
        "ZIP files that may be packets. Type the beginning of a name to go to it; Enter says whether it is as it was "
        "made."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Prove, or open the folder", key_display="Enter"),
        Binding("f3,ctrl+s", "done", "Prove", key_display="F3", priority=True),
        Binding("backspace,left", "up", "Folder above", key_display="Backspace"),
        Binding("escape", "leave", "Back", key_display="Esc"),
    ]
