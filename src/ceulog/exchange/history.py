"""Closed cycles as objects: what each was on the day it was closed."""

from typing import Any

from ceulog.domain.cycles import Cycle


def closed_object(organization: str, cycle: Cycle) -> dict[str, Any]:
    """One closed cycle, for `organization history --json`; `status` is as `status --json` had it that day."""
    closing = cycle.closing
    return {
        "organization": organization,
        "start": cycle.start.isoformat(),
        "end": cycle.end.isoformat(),
        "closed_on": closing.on.isoformat() if closing else None,
        "status": dict(closing.status) if closing else None,
        "counted": {key: dict(applied) for key, applied in closing.counted.items()} if closing else {},
    }
