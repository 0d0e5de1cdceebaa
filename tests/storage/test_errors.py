"""Errors of the storage: each a sentence that helps."""

import errno

import pytest

from ceulog.storage.errors import (
    DiskRefused,
    LogbookBusy,
    LogbookDamaged,
    LogbookTooNew,
    LogbookUnreadable,
    NotWritten,
    StorageError,
)

PATH = "/home/me/log/logbook.json"
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("error", "exit_code", "words"),
    [
        (LogbookBusy(PATH), 4, ["busy", "Nothing was changed", "Try again"]),
        (LogbookDamaged(PATH, "it is empty"), 3, ["it is empty", "untouched", "`ceulog rollback`"]),
        (LogbookTooNew(PATH, 7, 1), 3, ["schema 7", "Update ceulog; nothing was changed"]),
        (LogbookUnreadable(PATH, "it is a folder"), 3, ["it is a folder", "Nothing was changed"]),
        (DiskRefused(PATH, FULL), 5, ["No space left", "still there", "Free some space"]),
        (DiskRefused(PATH, OSError(errno.EACCES, "Permission denied")), 5, ["you may write in /home/me/log"]),
        (DiskRefused(PATH, OSError(errno.EIO, "Input/output error")), 5, ["Check the disk"]),
        (DiskRefused(PATH, FULL, unconfirmed=True), 5, ["stands in the file", "did not confirm"]),
        (DiskRefused("logbook.json", OSError(errno.EPERM, "No")), 5, ["write in . and"]),
        # of what is written elsewhere nothing is said that is of the log
        (NotWritten(PATH, FULL), 5, ["could not be written", "What was there before", "Free some space"]),
        (NotWritten(PATH, OSError(errno.ENOENT, "No such file")), 5, ["Choose another place."]),
    ],
)
def test_each_error_is_a_sentence_that_names_the_file_and_the_way_on(
    error: StorageError, exit_code: int, words: list[str]
) -> None:
    assert isinstance(error, StorageError)
    assert error.exit_code == exit_code
    assert str(error).startswith(error.path)
    assert str(error).endswith(".")
    for word in words:
        assert word in str(error)


def test_an_error_of_the_system_without_words_still_has_some() -> None:
    assert "OSError" in str(DiskRefused(PATH, OSError()))
