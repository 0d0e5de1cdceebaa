"""The line at the top of the form, from which everything else is filled."""

from typing import ClassVar

from ceulog.tui.widgets.line import Line
from ceulog.wording.quick_help import QUICK_WORDS

HINT = "AAPC webinar E/M documentation update 1.5 yesterday #index"


class QuickLine(Line):
    """One typed line; what it understood stands in the fields below it."""

    ABOUT: ClassVar[str] = (
        "The quick line. What it understands goes into the fields below, where all of it can be put right; all else is "
        "the title. Enter goes to Save, or to the first thing that is still needed."
    )
    EXAMPLES: ClassVar[tuple[tuple[str, str], ...]] = QUICK_WORDS

    def __init__(self) -> None:
        super().__init__(id="quick", placeholder=HINT)
