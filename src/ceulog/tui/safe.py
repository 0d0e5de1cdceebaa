"""Reading the log under an open screen, where it may have been damaged since: never an exception."""

from ceulog.domain.named import NamedTuple
from ceulog.domain.state import LogState
from ceulog.logbook.errors import StorageError
from ceulog.logbook.logbook import Logbook


class LogRead(NamedTuple):
    """The log as it stands, or as it was last read and why it cannot be read now."""

    state: LogState
    trouble: str = ""
    """The sentence to show; empty when all is well."""


def read_log(logbook: Logbook) -> LogRead:
    """The log, for a screen that has to go on showing something."""
    try:
        return LogRead(logbook.state)
    except StorageError as fault:
        return LogRead(logbook.last_read, str(fault))
