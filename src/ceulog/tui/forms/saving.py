"""Carrying out a change off the screen's thread, with a sentence instead of an exception."""

import asyncio

from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook, Plan


async def refusal_of(logbook: Logbook, plan: Plan) -> str:
    """Carry out a change durably; gives why it was refused, and the empty text when it stands."""
    try:
        await asyncio.to_thread(logbook.change, plan)
    except (Refusal, StorageError) as fault:
        return str(fault)
    return ""
