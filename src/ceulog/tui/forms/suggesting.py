"""Suggestions from the holder's own log, the latest first."""

from collections.abc import Iterable

from textual.suggester import SuggestFromList

from ceulog.domain.activities import Activity, chronological


def from_log(activities: Iterable[Activity], field: str) -> SuggestFromList:
    """What was typed into a field before; what is in the trash is not suggested."""
    latest = sorted((each for each in activities if not each.trashed), key=chronological, reverse=True)
    texts = dict.fromkeys(str(getattr(each, field)) for each in latest)
    return SuggestFromList([text for text in texts if text], case_sensitive=False)
