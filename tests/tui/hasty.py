"""What a test of the screen does not wait or pay for, though a person at a terminal would.

A text is typed as a quick typist sends it, all at once. A style sheet is read once for all the apps of a run, and what
its rules make of a widget is worked out once (`quick_styles.py`). A screen that opens is laid out as often as something
in it changes, not again for each report of the size that it has already. A pause waits for the widgets that have
something to do: a message through each of a hundred idle ones is a fifth of a test. And a screen is drawn when it is
looked at and when it is left, not at each of its hundred changes that nobody sees; tests/tui/test_terminal.py has a
terminal that sees them all.
"""

import asyncio
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.css import match
from textual.css.model import RuleSet, Selector
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.screen import Screen

from tests.tui import quick_styles

_press_each = Pilot.press
_read_rules = Stylesheet._parse_rules
_fits_all = match._check_selectors
_resized = Screen._screen_resized
_draw_what_changed = Screen._compositor_refresh
_draw = Compositor.render_strips
_push, _pop, _shut_down = App.push_screen, App.pop_screen, App._shutdown
_rules_read: dict[object, list[RuleSet]] = {}
_numbers: dict[object, int] = {}


def _runs(keys: Iterable[str]) -> Iterable[tuple[bool, list[str]]]:
    """The keys in runs: those of a text, and others."""
    return ((text, list(run)) for text, run in groupby(keys, key=lambda key: len(key) == 1))


async def _press(pilot: Pilot[Any], *keys: str) -> None:
    for text, run in _runs(keys):
        if not text or len(run) == 1:
            await _press_each(pilot, *run)
            continue
        for character in run:
            pilot.app.post_message(events.Key(_character_to_key(character), character))
        await pilot.pause()


async def _wait_for_the_busy(pilot: Pilot[Any], timeout: float = 30.0) -> bool:
    app = pilot.app
    if not app.screen_stack:
        return False
    busy = [app, app.screen, *(each for each in app.screen.walk_children() if each.message_queue_size)]
    answers = [answer for each, answer in ((each, asyncio.Event()) for each in busy) if each.call_later(answer.set)]
    waits = [asyncio.ensure_future(asyncio.gather(*(each.wait() for each in answers)))]
    waits.append(asyncio.ensure_future(app._exception_event.wait()))
    _, pending = await asyncio.wait(waits, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for each in pending:
        each.cancel()
    if len(pending) == len(waits):
        raise WaitForScreenTimeout("Widgets did not get through their messages.")
    return all(each.is_set() for each in answers)


# --- style sheets ------------------------------------------------------------------------------------------


def _number_of(sheet: Stylesheet) -> int:
    """One number for all the variables of a sheet: they are two hundred, and asked for two hundred times an app."""
    number: int
    variables, number = vars(sheet).get("_numbered", (None, 0))
    if variables is not sheet._variables:
        number = _numbers.setdefault(tuple(sheet._variables.items()), len(_numbers))
        vars(sheet)["_numbered"] = sheet._variables, number
    return number


def _rules(sheet: Stylesheet, *arguments: Any, **named: Any) -> list[RuleSet]:
    key = (arguments, tuple(named.items()), _number_of(sheet))
    if key not in _rules_read:
        _rules_read[key] = _read_rules(sheet, *arguments, **named)
    return _rules_read[key]


def _fits(selectors: list[Selector], path: list[DOMNode]) -> bool:
    """Whether selectors fit a node and those above it: most do not fit the node, which is seen at once."""
    return selectors[-1].check(path[-1]) and _fits_all(selectors, path)


# --- layout -----------------------------------------------------------------------------------------------


def _fit(screen: Screen[Any], size: Size) -> None:
    """Lay a screen out for a size, unless it just was: what changes in it since then asks for that by itself."""
    compositor = screen._compositor
    if compositor.root is not screen or compositor.size != size:
        _resized(screen, size)


# --- drawing -----------------------------------------------------------------------------------------------


def _do_not_draw(screen: Screen[Any]) -> None:
    """All of a refresh but the drawing."""
    app = screen.app
    if screen is not app.screen:
        _draw_what_changed(screen)
        return
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()
    vars(screen)["_undrawn"] = True
    app._update_mouse_over(screen)


def _drawn(compositor: Compositor, *arguments: Any, **named: Any) -> Any:
    """A test looks: what it has seen need not be drawn again when the screen is left."""
    vars(compositor.root).pop("_undrawn", None)
    return _draw(compositor, *arguments, **named)


def _draw_at_last(app: App[Any]) -> None:
    """Draw the screen as it is left, so that what cannot be drawn fails the test that opened it."""
    screen = app.screen_stack[-1] if app._screen_stack else None
    if screen and vars(screen).get("_undrawn"):
        screen._compositor.render_strips()


def _push_over(app: App[Any], *arguments: Any, **named: Any) -> Any:
    _draw_at_last(app)
    return _push(app, *arguments, **named)


def _pop_off(app: App[Any]) -> Any:
    _draw_at_last(app)
    return _pop(app)


async def _shut_down_drawn(app: App[Any]) -> None:
    if app._exception is None:
        _draw_at_last(app)
    await _shut_down(app)


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the above for one test."""
    for owner, name, instead in (
        (Pilot, "press", _press), (Pilot, "_wait_for_screen", _wait_for_the_busy),
        (Stylesheet, "_parse_rules", _rules), (Stylesheet, "apply", quick_styles.apply),
        (match, "_check_selectors", _fits),
        (Screen, "_screen_resized", _fit), (Screen, "_compositor_refresh", _do_not_draw),
        (Compositor, "render_strips", _drawn),
        (App, "push_screen", _push_over), (App, "pop_screen", _pop_off), (App, "_shutdown", _shut_down_drawn),
    ):  # fmt: skip
        monkeypatch.setattr(owner, name, instead)
