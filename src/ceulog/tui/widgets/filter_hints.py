"""What stands in the filter while nothing is typed."""

HINTS = ("/ words, type:webinar, missing:certificate", "/ words, type:webinar", "/ words", "/")
"""From the fullest to the shortest."""


def hint_for(width: int) -> str:
    """As much as there is room for in so many cells."""
    return next((each for each in HINTS if len(each) < width), HINTS[-1])
