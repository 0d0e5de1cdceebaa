"""The one door: changes as transactions, reading what others wrote, attaching proofs."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from itertools import count
from pathlib import Path
from uuid import UUID
from zlib import crc32

import pytest

from ceulog.domain import changes
from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.editions import Rulebook
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.templates import Template
from ceulog.logbook.gate import Faults
from ceulog.logbook.ids import random_id
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.templates import add_template
from ceulog.storage.errors import LogbookDamaged, LogbookUnreadable
from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook

Opener = Callable[[], Logbook]


@pytest.fixture
def opened(tmp_path: Path, rulebook: Rulebook, today: dt.date) -> Opener:
    """Opens the test's folder; each time as another program would."""
    numbers = count(1)
    return lambda: Logbook(tmp_path / "log", rulebook, today=lambda: today, new_id=lambda: f"id-{next(numbers)}")


def activity(key: str, title: str = "A webinar", ceus: str = "1") -> Activity:
    return Activity(id=key, date=dt.date(2026, 1, 5), title=title, credits={"AAPC": Decimal(ceus)}, ceus=Decimal(ceus))


def test_reading_an_empty_folder_makes_nothing(opened: Opener) -> None:
    logbook = opened()
    assert not logbook.state.activities
    assert not logbook.state.memberships
    assert (logbook.next_undo, logbook.next_redo) == ("", "")
    assert not logbook.folder.exists()


def test_a_change_is_seen_by_all_that_have_the_log_open(opened: Opener) -> None:
    mine, other = opened(), opened()
    assert other.state.activities == {}
    mine.change(changes.added(activity("a")))
    assert other.refresh()
    assert not other.refresh()
    assert list(other.state.activities) == ["a"]


def test_who_does_not_look_after_a_change_sees_it_when_asking(opened: Opener) -> None:
    logbook = opened()
    logbook.change(changes.added(activity("a")))
    logbook.change(changes.added(activity("b")), look=False)
    assert list(logbook.last_read.activities) == ["a"]
    assert list(opened().state.activities) == ["a", "b"]
    assert list(logbook.state.activities) == ["a", "b"]


def test_a_plan_sees_the_log_as_it_stands_when_its_turn_comes(opened: Opener) -> None:
    mine, other = opened(), opened()
    assert mine.state.activities == {}
    other.change(changes.added(activity("a", "theirs")))

    def plan(state: LogState) -> Change:
        return changes.edited(state.activities["a"], state.activities["a"]._replace(sponsor="mine"))

    mine.change(plan)
    assert other.state.activities["a"].title == "theirs"
    assert other.state.activities["a"].sponsor == "mine"


def test_a_plan_that_refuses_writes_nothing(opened: Opener) -> None:
    logbook = opened()
    logbook.change(changes.added(activity("a")))
    before = (logbook.folder / "logbook.json").read_bytes()

    def plan(_: LogState) -> Change:
        raise Refusal("Not today.")

    with pytest.raises(Refusal, match="Not today"):
        logbook.change(plan)
    assert (logbook.folder / "logbook.json").read_bytes() == before
    logbook.change(Change("nothing", ()))
    assert (logbook.folder / "logbook.json").read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"title": "x" * 501}, {"ceus": Decimal(201)}, {"credits": {"AAPC": Decimal(0)}}], ids=repr
)
def test_what_is_out_of_bounds_is_refused_with_a_sentence(opened: Opener, wrong: dict[str, object]) -> None:
    logbook = opened()
    with pytest.raises(Faults) as caught:
        logbook.change(changes.added(activity("a")._replace(**wrong)))  # type: ignore[arg-type]  # wrong on purpose
    assert str(caught.value)
    assert logbook.state.activities == {}


def test_an_entry_that_somebody_threw_away_meanwhile_is_not_changed_in_the_trash(
    opened: Opener, today: dt.date
) -> None:
    here, there = opened(), opened()
    entry = activity("a", "Denials")
    here.change(changes.added(entry))
    there.change(changes.trashed([entry], today))
    with pytest.raises(Refusal, match=r"“Denials” was put into the trash meanwhile, .* was not changed"):
        here.change(changes.edited(entry, entry._replace(title="Appeals")))
    thrown = here.state.activities["a"]
    assert thrown == entry._replace(trashed=today)
    here.change(changes.restored([thrown]))
    here.change(changes.edited(entry, entry._replace(title="Appeals")))
    assert here.state.activities["a"].title == "Appeals"


def test_undo_names_what_it_took_back(opened: Opener) -> None:
    opened().change(changes.added(activity("a", "Named")))
    logbook = opened()
    assert "Named" in logbook.next_undo
    assert "Named" in logbook.undo()
    assert logbook.state.activities == {}
    assert "Named" in opened().redo()
    assert list(logbook.state.activities) == ["a"]


def test_undo_that_has_nothing_refuses(opened: Opener) -> None:
    for step in (opened().undo, opened().redo):
        with pytest.raises(Refusal):
            step()


def test_the_state_that_was_given_never_changes(opened: Opener) -> None:
    logbook = opened()
    logbook.change(changes.added(activity("a")))
    given = logbook.state
    logbook.change(changes.edited(given.activities["a"], given.activities["a"]._replace(title="other")))
    assert given.activities["a"].title == "A webinar"


def test_a_proof_is_copied(opened: Opener, tmp_path: Path) -> None:
    logbook = opened()
    source = tmp_path / "proof.pdf"
    source.write_bytes(b"%PDF-")

    def plan(_: LogState) -> Change:
        return changes.added(activity("a")._replace(certificates=(logbook.attach(source),)))

    logbook.change(plan)
    [proof] = logbook.state.activities["a"].certificates
    assert (logbook.folder / "certificates" / proof.file).read_bytes() == b"%PDF-"
    source.unlink()
    with pytest.raises(Refusal):
        logbook.change(plan)


def test_ids_are_random_uuids() -> None:
    ids = {random_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(UUID(each).version == 4 and str(UUID(each)) == each for each in ids)


def test_a_record_that_cannot_be_stored_again_is_told_as_damage(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "log", a_log(an_activity(id="one")))
    logbook.change(changes.edited(one := logbook.state.activities["one"], one._replace(title="New")))
    file = logbook.folder / "logbook.json"
    deep = b'"deep":' + b"[" * 60 + b"]" * 60
    start, end = file.read_bytes().replace(b'"id":"one"', b'"id":"one",' + deep).rsplit(b'{"id":"log",', 1)
    seal = {**json.loads(b'{"id":"log",' + end[:-2]), "checksum": f"crc32:{crc32(start):08x}"}
    file.write_bytes(start + json.dumps(seal, separators=(",", ":")).encode() + b"}}")
    with pytest.raises(LogbookDamaged, match="nested too deeply"):
        logbook.undo()


@pytest.mark.parametrize("there_at_first", [True, False])
def test_a_home_that_was_taken_away_is_not_made_anew(opened: Opener, there_at_first: bool) -> None:
    logbook = opened()
    assert logbook.home == logbook.folder  # which nobody has made yet
    logbook.change(changes.added(activity("a")))
    logbook = opened() if there_at_first else logbook
    away = logbook.folder.rename(logbook.folder.with_name("unplugged"))
    with pytest.raises(LogbookUnreadable, match="is gone"):
        add_template(logbook.home, Template(name="Quiz", title="Quiz"))
    assert not logbook.folder.exists()
    away.rename(logbook.folder)
    add_template(logbook.home, Template(name="Quiz", title="Quiz"))
