"""Closed cycles, as they were on the day they were closed: nothing is counted again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.cycles import Cycle
from ceulog.domain.stored import stored_status
from ceulog.wording.dates import prose_date
from ceulog.wording.numbers import count


def closed_lines(cycle: Cycle, cycle_word: str) -> Iterator[str]:
    """One closed cycle: its dates, whether it was complete, and every credential's numbers then."""
    if cycle.closing is None:
        return
    status = stored_status(cycle)
    complete = "complete" if status["complete"] else "not complete"
    surplus = Decimal(status["surplus"])
    beyond = f", {count(surplus, 'CEU')} more than needed (not carried over)" if surplus else ""
    yield f"{cycle_word} {prose_date(cycle.start)} to {prose_date(cycle.last_day)}: {complete}{beyond}"
    yield (
        f"  {_ratio(status)} CEUs by edition {status['edition']}; closed on {prose_date(cycle.closing.on)}, "
        f"{count(len(cycle.closing.counted), 'entry')} counted"
    )
    for credential in status["credentials"]:
        yield f"  {credential['code'] + ' ':<8}{_ratio(credential)}{_boxes(credential)}"
    for bar in status["requirements"]:
        yield f"  {'':<8}{bar['label']} {_ratio(bar)}"


def _boxes(credential: Mapping[str, Any]) -> str:
    boxes = (each for each in credential["requirements"] if each["kind"] == "tick")
    return "".join(f"  {'[x]' if each['met'] else '[ ]'} {each['label']}" for each in boxes)


def _ratio(stored: Mapping[str, Any]) -> str:
    return f"{stored['earned']} / {stored['needed']}"
