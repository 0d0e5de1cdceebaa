"""What the tests of the screen share: a text is typed as a quick typist sends it, all at once.

And a style sheet is read once for all the apps of a run: each app would read the same fifty anew. And a pause waits
for the widgets that have something to do: a message through each of a hundred idle ones is a fifth of a test.
"""

import asyncio
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
from textual import events
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import _character_to_key
from textual.pilot import Pilot, WaitForScreenTimeout

_press_each = Pilot.press
_read_rules = Stylesheet._parse_rules
_rules_read: dict[object, list[RuleSet]] = {}


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


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pilot, "press", _press)


def _rules(sheet: Stylesheet, *arguments: Any, **named: Any) -> list[RuleSet]:
    key = (arguments, tuple(named.items()), tuple(sheet._variables.items()))
    if key not in _rules_read:
        _rules_read[key] = _read_rules(sheet, *arguments, **named)
    return _rules_read[key]


@pytest.fixture(autouse=True)
def _style_sheets_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stylesheet, "_parse_rules", _rules)


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


@pytest.fixture(autouse=True)
def _pauses_wait_for_the_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pilot, "_wait_for_screen", _wait_for_the_busy)
