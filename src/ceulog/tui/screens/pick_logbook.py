"""Another logbook to merge, a folder at a time."""

from collections.abc import Collection
from typing import ClassVar

from ceulog.logbook.reader import FILE_NAME
from ceulog.tui.screens.pick_one import PickOne


class PickLogbook(PickOne):
    """Hands back the one file that was picked, None when it was left."""

    HEADING: ClassVar[str] = "Merge which logbook?"
    ENDINGS: ClassVar[Collection[str]] = frozenset({".json"})
    MEANT: ClassVar[str] = FILE_NAME
    EMPTY: ClassVar[str] = "No logbook here: go to the folder of the other copy and take its file logbook.json."
    ABOUT: ClassVar[str] = (
        "Files that could be another copy of the logbook. Go to its folder and take the file logbook.json, or a copy "
        "that a sync tool made of it. Type the beginning of a name to go to it."
    )
