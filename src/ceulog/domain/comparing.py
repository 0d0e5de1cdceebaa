"""What one state of the log has that another has not."""

from collections.abc import Mapping

from ceulog.domain.activities import Activity
from ceulog.domain.state import Edit, KeyedRecord, LogState


def differences(before: LogState, after: LogState) -> tuple[Edit, ...]:
    """The edits that would make `after` of `before`: the holder and what is held first, then the entries by date."""
    holder = () if before.holder == after.holder else (Edit(before.holder, after.holder),)
    return (
        *holder,
        *_edits(before.memberships, after.memberships),
        *_edits(before.credentials, after.credentials),
        *sorted(_edits(before.activities, after.activities), key=_by_date),
        *_edits(before.ticks, after.ticks),
    )


def _edits(before: Mapping[str, KeyedRecord], after: Mapping[str, KeyedRecord]) -> list[Edit]:
    return [
        Edit(before.get(key), after.get(key))
        for key in (*before, *(each for each in after if each not in before))
        if before.get(key) != after.get(key)
    ]


def _by_date(edit: Edit) -> str:
    record = edit.after or edit.before
    return record.date.isoformat() if isinstance(record, Activity) else ""
