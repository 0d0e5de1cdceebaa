"""Closed cycles, as they were on the day they were closed: nothing is counted again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.closed import stored_number
from ceulog.domain.cycles import Cycle
from ceulog.domain.pools import ZERO
from ceulog.domain.text import tidy
from ceulog.wording.dates import prose_date
from ceulog.wording.numbers import count, plain

Stored = Mapping[str, Any]


def closed_lines(cycle: Cycle, cycle_word: str) -> Iterator[str]:
    """One closed cycle: its dates, whether it was complete, and every credential's numbers then."""
    if cycle.closing is None:
        return
    status = cycle.closing.status
    complete = "complete" if status.get("complete") is True else "not complete"
    surplus = _number(status, "surplus")
    beyond = f", {count(surplus, 'CEU')} more than needed (not carried over)" if surplus else ""
    yield f"{cycle_word} {prose_date(cycle.start)} to {prose_date(cycle.last_day)}: {complete}{beyond}"
    yield (
        f"  {_ratio(status)} CEUs by edition {_text(status, 'edition')}; closed on {prose_date(cycle.closing.on)}, "
        f"{count(len(cycle.closing.counted), 'entry')} counted"
    )
    for credential in _list(status, "credentials"):
        yield f"  {_text(credential, 'code') + ' ':<8}{_ratio(credential)}{_boxes(credential)}"
    for bar in _list(status, "requirements"):
        yield f"  {'':<8}{_text(bar, 'label')} {_ratio(bar)}"


def _boxes(credential: Stored) -> str:
    boxes = (each for each in _list(credential, "requirements") if each.get("kind") == "tick")
    return "".join(f"  {'[x]' if each.get('met') is True else '[ ]'} {_text(each, 'label')}" for each in boxes)


def _ratio(stored: Stored) -> str:
    return f"{plain(_number(stored, 'earned'))} / {plain(_number(stored, 'needed'))}"


def _number(stored: Stored, name: str) -> Decimal:
    return stored_number(stored.get(name)) or ZERO


def _text(stored: Stored, name: str) -> str:
    return tidy(str(stored.get(name, "")))[:80]


def _list(stored: Stored, name: str) -> list[Stored]:
    found = stored.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list | tuple) else []
