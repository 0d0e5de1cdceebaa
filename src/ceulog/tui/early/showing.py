"""The first picture, shown where it is certain to be the right one."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from ceulog.logbook.logbook import Logbook
from ceulog.logbook.reader import is_long
from ceulog.settings.values import Settings

if TYPE_CHECKING:
    from ceulog.logbook.remembered import Remembered
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
    if true_color is None or not conditions.is_usual(os.fspath(logbook.folder), settings):
        return None
    screen = sys.__stderr__ if sys.__stderr__ and sys.__stderr__.isatty() else sys.__stdout__
    if screen is None or sys.__stdin__ is None or sys.__stdout__ is None:
        return None
    keys = sys.__stdin__.fileno()
    size = conditions.Size(*os.get_terminal_size(sys.__stdout__.fileno()))
    if not size.is_enough or not conditions.is_in_front(keys):
        return None
    from ceulog.tui.early.rows import rows_in  # noqa: PLC0415
    from ceulog.tui.early.terminal import EarlyScreen  # noqa: PLC0415

    ground, letters = environment.get("COLORFGBG", ""), environment.get(conditions.CHANGES_WIDTHS)
    remembered = _remembered(logbook, settings, size, ground, letters, true_color, demo)
    if remembered and (rows := rows_in(remembered.recall(), size.height)):
        return EarlyScreen(rows, size, keys, screen.fileno())
    if not logbook.state.credentials:
        return None  # the wizard is seen first
    from ceulog.tui.early.ink import Ink  # noqa: PLC0415
    from ceulog.tui.early.picture import Scene, picture  # noqa: PLC0415
    from ceulog.tui.palettes import palette_of  # noqa: PLC0415
    from ceulog.tui.view import view_of  # noqa: PLC0415

    view = view_of(logbook, logbook.state)
    ink = Ink(palette_of(settings.theme, ground), true_color=true_color)
    rows = picture(Scene(view, logbook.rulebook, settings.date_style, demo), *size, ink)
    keep = partial(remembered.keep, rows) if remembered and not logbook.edited_elsewhere else None
    return EarlyScreen(rows, size, keys, screen.fileno(), view, keep)


def _remembered(logbook: Logbook, settings: Settings, *asked: object) -> "Remembered | None":
    """The picture of a long log as it was drawn before, where nothing is otherwise; None for a short one."""
    if not is_long(logbook.folder):
        return None
    from ceulog.logbook.remembered import Remembered  # noqa: PLC0415 - it is rare

    return Remembered(os.fspath(logbook.folder), "picture", logbook.today().isoformat(), settings, *asked)
