"""The first picture, shown where it is certain to be the right one."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings

if TYPE_CHECKING:
    from ceulog.tui.early.terminal import EarlyScreen


def early_screen(
    logbook: Logbook, settings: Settings, environment: Mapping[str, str], *, demo: bool, faults: Sequence[str]
) -> "AbstractContextManager[EarlyScreen | None]":
    """The dashboard on the terminal before there is an app, until that takes it over; None where there is none."""
    if faults or sys.platform == "win32":
        return nullcontext()
    try:
        return _shown(logbook, settings, environment, demo=demo) or nullcontext()
    except Exception:  # whatever it is, the app draws its first frame itself, and says what is wrong with the log
        return nullcontext()


def _shown(logbook: Logbook, settings: Settings, environment: Mapping[str, str], *, demo: bool) -> "EarlyScreen | None":
    from ceulog.tui.early import conditions  # noqa: PLC0415 - POSIX alone has what the rest imports

    true_color = conditions.shows_true_color(environment)
    if true_color is None or not conditions.is_usual(logbook, settings):
        return None
    from ceulog.tui.early.ink import Ink  # noqa: PLC0415
    from ceulog.tui.early.picture import Scene, picture  # noqa: PLC0415
    from ceulog.tui.early.terminal import EarlyScreen  # noqa: PLC0415
    from ceulog.tui.palettes import palette_of  # noqa: PLC0415
    from ceulog.tui.view import view_of  # noqa: PLC0415

    screen = sys.__stderr__ if sys.__stderr__ and sys.__stderr__.isatty() else sys.__stdout__
    if screen is None or sys.__stdin__ is None or sys.__stdout__ is None:
        return None
    keys = sys.__stdin__.fileno()
    size = conditions.Size(*os.get_terminal_size(sys.__stdout__.fileno()))
    if not size.is_enough or not conditions.is_in_front(keys):
        return None
    view = view_of(logbook, logbook.state)
    scene = Scene(view, logbook.rulebook, settings.date_style, demo)
    ink = Ink(palette_of(settings.theme, environment.get("COLORFGBG", "")), true_color=true_color)
    return EarlyScreen(view, picture(scene, *size, ink), size, keys, screen.fileno())
