"""What is said of copies of the log that a sync tool left beside it."""

from ceulog.domain.text import tidy
from ceulog.wording.check_groups import BY_COMMAND, CheckWays


def copy_words(name: str, ways: CheckWays = BY_COMMAND) -> str:
    """That there is another copy: what it probably is, and what to do with it."""
    return (
        f"“{tidy(name)}” beside the logbook is another copy of it, probably left by a sync tool when two computers had "
        f"changed the log. {ways.merge.format(name=tidy(name))}."
    )
