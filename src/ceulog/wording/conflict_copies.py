"""What is said of copies of the log that a sync tool left beside it."""

from ceulog.domain.text import tidy


def copy_words(name: str) -> str:
    """That there is another copy, for the command line: what it probably is, and what to do with it."""
    return (
        f"“{tidy(name)}” beside the logbook is another copy of it, probably left by a sync tool when two computers had "
        f'changed the log. `ceulog merge "{tidy(name)}" --dry-run` says what is in it, without --dry-run the two '
        "become one."
    )
