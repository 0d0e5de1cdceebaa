"""Files that are picked on a screen of their own, beginning in the folder in which some were picked last."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from ceulog.tui.appearance import Dressed

Paths = tuple[Path, ...]


def folder_used(screen: Screen[Any]) -> Path | None:
    """Where files were picked last; None where none were."""
    return screen.app.folder_used if isinstance(screen.app, Dressed) else None


def pick_over(
    screen: Screen[Any], make: Callable[[Path | None], Screen[Paths | None]], take: Callable[[Paths], object]
) -> None:
    """Let files be picked over a screen; nothing happens where another one lies over it already.

    Args:
        screen: the screen.
        make: makes the screen on which they are picked, for the folder to begin in.
        take: is given what was picked; the folder is kept for next time.
    """
    app = screen.app
    if app.screen is not screen:
        return

    def picked(paths: Paths | None) -> None:
        if not paths:
            return
        if isinstance(app, Dressed):
            app.folder_used = paths[0].parent
        take(paths)

    app.push_screen(make(folder_used(screen)), picked)
