"""A logbook file for the tests of the storage."""

from pathlib import Path

import pytest

from ceulog.storage.database import LogbookDatabase


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log" / "logbook.json"


@pytest.fixture
def database(path: Path) -> LogbookDatabase:
    """An open logbook with two activities in it."""
    database = LogbookDatabase(path, wait_seconds=0.2)
    with database.transaction():
        for identifier, title in (("a", "Anatomy"), ("b", "Billing")):
            database.table("activities").put({"id": identifier, "title": title, "approved_for": ["CPC"]})
    return database
