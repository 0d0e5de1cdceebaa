"""Carrying out a change off the screen's thread, with a sentence instead of an exception."""

import asyncio
from collections.abc import Callable

from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook, Plan


async def refusal_of(logbook: Logbook, plan: Plan) -> str:
    """Carry out a change durably; gives why it was refused, and the empty text when it stands."""
    return await refusal_in(lambda: logbook.change(plan))


async def refusal_in(work: Callable[[], object]) -> str:
    """Do something that writes; gives why it was refused, and the empty text when it was done."""
    try:
        await asyncio.to_thread(work)
    except (Refusal, StorageError) as fault:
        return str(fault)
    return ""
