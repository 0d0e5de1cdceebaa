"""FORMATS.md names what stands in the files, all of it and nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ceulog.domain.activities import Activity, Certificate, PortalStep, Told
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Closing, Cycle, Membership
from ceulog.exchange.rows import COLUMNS
from ceulog.exchange.status import status_object
from ceulog.logbook.history import ChangeRecord
from tests.builders import TODAY, a_log, an_activity, progress_of

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "FORMATS.md").read_text(encoding="utf-8")
SAMPLE = json.loads((ROOT / "sample_data" / "logbook" / "logbook.json").read_bytes())
RECORDS: dict[str, Any] = {
    "activities": Activity, "activities.certificates": Certificate, "activities.portal": PortalStep,
    "activities.entered_as": Told, "memberships": Membership, "memberships.cycles": Cycle,
    "memberships.cycles.closing": Closing, "credentials": HeldCredential, "ticks": Tick, "changes": ChangeRecord,
}  # fmt: skip


def named(heading: str) -> list[str]:
    """The fields that the table under a heading names, in its order."""
    table = PAGE.partition(f"# {heading}\n")[2].partition("\n#")[0]
    firsts = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return [name for first in firsts for name in re.findall(r"`(\w+)`", first)]


def found(documents: Any, *way: str) -> set[str]:
    """The fields of all objects at the end of a way through the sample's documents."""
    if isinstance(documents, list):
        return {name for each in documents for name in found(each, *way)}
    if not way:
        return set(documents or {})
    return found(documents[way[0]], *way[1:]) if documents and documents.get(way[0]) else set()


@pytest.mark.parametrize("place", RECORDS)
def test_the_page_names_every_field_of_a_record(place: str) -> None:
    assert sorted(named(f"`{place}`")) == sorted(RECORDS[place]._fields)


def test_the_page_is_true_of_a_real_log() -> None:
    assert set(SAMPLE) == {place for place in RECORDS if "." not in place} | {"meta"}
    for table, documents in SAMPLE.items():
        assert found(list(documents.values())) <= set(named(f"`{table}`")), table
    entries, memberships = list(SAMPLE["activities"].values()), list(SAMPLE["memberships"].values())
    steps = [each for entry in entries for each in entry.get("portal", {}).values()]
    assert found(entries, "certificates") == set(named("`activities.certificates`"))
    assert found(steps) == set(named("`activities.portal`"))
    assert found(memberships, "cycles") == set(named("`memberships.cycles`"))
    assert found(memberships, "cycles", "closing") == set(named("`memberships.cycles.closing`"))
    assert found(list(SAMPLE["meta"].values())) == set(named("`meta`"))


def test_the_page_names_every_column_of_the_lines() -> None:
    assert sorted(named("log.jsonl")) == sorted(COLUMNS)


def test_the_page_names_every_field_of_an_organization() -> None:
    status = status_object(TODAY, [progress_of(a_log(an_activity("1")))])
    assert sorted(named("`organizations`")) == sorted(status["organizations"][0])
    section = PAGE.partition("## status.json")[2].partition("\n## ")[0]
    said = set(re.findall(r"`(\w+)`", section))
    assert _keys(status) <= said


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for each in value.values() for key in _keys(each))} - {"organizations"}
    return {key for each in value for key in _keys(each)} if isinstance(value, list) else set()
