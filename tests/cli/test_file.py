"""The file as others find it and leave it: damaged, too new, edited by hand, busy, a disk that refuses."""

import errno
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from ceulog.logbook import logbook as logbook_module
from ceulog.logbook.opening import open_logbook
from ceulog.storage.durable import DurableStorage
from ceulog.tui.notices import notices
from ceulog.tui.view import view_of
from tests.cli.conftest import CLOCK, Ceulog
from tests.storage.children import child, said

COMMANDS = (
    ["status"], ["status", "--json"], ["list"], ["list", "--plain"], ["list", "--csv"], ["show", "aaaaaaaa"],
    ["why", "CPC"], ["why", "CCS", "--json"], ["export"], ["export", "--cycle", "previous"], ["credential", "list"],
    ["add", "x", "--ceus", "1"], ["edit", "aaaaaaaa", "--title", "x"], ["remove", "aaaaaaaa"], ["tick", "CCS"],
    ["credential", "set", "CPC", "--number", "1"], ["organization", "set", "AAPC", "--member-id", "1"],
    ["organization", "renew", "AHIMA"], ["holder", "set", "--name", "x"], ["undo"], ["redo"],
)  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"null", b"\xff\x00garbage", b'{"activities": {"1": {"id": "a', b"[]"])
def test_a_damaged_file_exits_3_each_time_and_stays(ceulog: Ceulog, content: bytes) -> None:
    ceulog.file.write_bytes(content)
    for command in COMMANDS:
        assert "rollback" in ceulog.refused(*command, code=3)
    assert ceulog.file.read_bytes() == content


def test_a_newer_file_is_refused_and_stays(ceulog: Ceulog) -> None:
    tables = json.loads(ceulog.file.read_text())
    for document in tables["meta"].values():
        document["schema"] = 99
    ceulog.file.write_text(json.dumps(tables))
    for command in COMMANDS:
        assert "newer ceulog" in ceulog.refused(*command, code=3)


def test_somebody_else_is_saving(ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logbook_module, "DurableStorage", partial(DurableStorage, wait_seconds=0.05))
    with child("hold", ceulog.folder) as holder:
        assert said(holder) == "held"
        assert "nothing was lost" in ceulog.refused("add", "x", "--ceus", "1", code=4)
        ceulog.refused("undo", code=4)
        assert ceulog.done("status").out


def test_a_disk_that_refuses(ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        assert "Free some space" in ceulog.refused("add", "x", "--ceus", "1", code=5)
        ceulog.refused("export", str(ceulog.folder.parent / "x.csv"), code=5)
    for place in (ceulog.folder / "x.csv", ceulog.folder.parent, ceulog.folder.parent / "no" / "x.csv"):
        ceulog.refused("export", str(place))
    ceulog.done("add", "x", "--ceus", "1")


def test_plain_tinydb_opens_it_and_inserts(ceulog: Ceulog) -> None:
    ceulog.done("add", "Ours", "--ceus", "1")
    with TinyDB(ceulog.file) as database:
        [found] = database.table("activities").all()
        assert found["title"] == "Ours"
        assert isinstance(found.doc_id, int)
        database.table("activities").insert({**found, "id": "aaaaaaaa-0000-4000-8000-000000000000", "title": "Theirs"})
    answer = ceulog.done("list")
    assert "Theirs" in answer.out
    assert "Another program" in answer.err
    ceulog.done("edit", "aaaaaaaa", "--sponsor", "S")
    assert ceulog.done("list").err == ""


@pytest.mark.parametrize("number", [0, -1, 10**18 - 1, 2**127])
def test_plain_tinydb_may_number_as_it_likes(ceulog: Ceulog, number: int) -> None:
    ceulog.done("add", "Ours", "--ceus", "1")
    with TinyDB(ceulog.file) as database:
        table = database.table("activities")
        table.insert(Document({**table.all()[0], "id": "stranger", "title": "Theirs"}, doc_id=number))
    ceulog.done("edit", "stranger", "--title", "Edited")
    ceulog.done("add", "Next", "--ceus", "1")
    assert {each["title"] for each in ceulog.listed()} == {"Ours", "Edited", "Next"}
    for left in ({"Ours", "Edited"}, {"Ours", "Theirs"}):
        ceulog.done("undo")
        assert {each["title"] for each in ceulog.listed()} == left
    with TinyDB(ceulog.file) as database:
        assert {each.doc_id for each in database.table("activities")} == {1, number}


def test_unknown_fields_and_json_numbers(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "x", "--ceus", "1").id
    with TinyDB(ceulog.file) as database:
        database.table("activities").update({"my_own": {"a": [1]}, "credits": {"AAPC": 2.5}, "minutes": 90})
    assert ceulog.listed()[0]["credits"] == {"AAPC": "2.5"}
    ceulog.done("edit", key, "--title", "y")
    with TinyDB(ceulog.file) as database:
        [found] = database.table("activities").all()
    assert (found["my_own"], found["title"]) == ({"a": [1]}, "y")


READING = (["status", "--json"], ["status"], ["list"], ["export", "--cycle", "all"], ["credential", "list"])

JUNK: tuple[Any, ...] = (None, "", "\x1b[31m", -1.5, [None], {"x": []}, "9999-99-99", 1e300)


def fields_of(ceulog: Ceulog) -> list[tuple[str, str]]:
    tables = json.loads(ceulog.file.read_text())
    return [
        (table, field) for table in ("activities", "credentials", "memberships", "ticks")
        for field in next(iter(tables[table].values()))
    ]  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_a_document_that_does_not_fit_stops_no_command(
    ceulog: Ceulog, junk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    ceulog.done("add", "x", "--ceus", "1")
    ceulog.done("tick", "CCS")
    whole = json.loads(ceulog.file.read_text())
    for table, field in fields_of(ceulog):
        tables = json.loads(json.dumps(whole))
        next(iter(tables[table].values()))[field] = junk
        ceulog.file.write_text(json.dumps(tables))
        for command in READING:
            answer = ceulog(*command)
            assert answer.code in (0, 1), (table, field, answer)
            assert "\x1b" not in answer.out + answer.err, (table, field)
        answer = ceulog("add", "y", "--ceus", "1")
        assert answer.code == 0, (table, field, answer)
        kept = json.loads(ceulog.file.read_text())[table].values()
        assert any(each.get(field) == junk for each in kept), (table, field)


def test_a_membership_whose_cycles_somebody_took_out_stops_no_command(ceulog: Ceulog) -> None:
    tables = json.loads(ceulog.file.read_text())
    next(iter(tables["memberships"].values()))["cycles"] = []
    ceulog.file.write_text(json.dumps(tables))
    assert "memberships cannot be read (field cycles, of which there are none)" in ceulog.done("status").err
    for command in (*COMMANDS, ["credential", "list", "--json"], ["add", "y", "--minutes", "60"], ["check"]):
        assert ceulog(*command).code in (0, 1), command
    assert "no renewal period" in ceulog.refused("credential", "set", "CPC", "--cycle-end", "2027-03-31")
    assert "first credential" in ceulog.refused("credential", "add", "CPMA", "--earned", "2025-06-02")
    ceulog.done("credential", "add", "CPMA", "--earned", "2025-06-02", "--cycle-end", "2027-03-31")
    assert ceulog.organization("AAPC")["cycle"]["end"] == "2027-03-31"


def test_a_credential_whose_membership_somebody_took_out_is_named(ceulog: Ceulog) -> None:
    tables = json.loads(ceulog.file.read_text())
    (key,) = (key for key, each in tables["memberships"].items() if each["organization"] == "AAPC")
    del tables["memberships"][key]
    ceulog.file.write_text(json.dumps(tables))
    for command in ("status", "check", "list"):
        assert "CPC is kept, but the log has no renewal period of AAPC, so it has no numbers" in ceulog(command).err
    (found,) = (each for each in ceulog("check", "--json").json["findings"] if each["kind"] == "no-numbers")
    assert found["sentence"].startswith("CPC is kept, but the log has no renewal period of AAPC")
    assert "the log has no cycle of AAPC to count in" in ceulog.refused("why", "CPC")
    log = open_logbook(ceulog.folder, CLOCK)
    (notice,) = notices((), view_of(log, log.state).lost)
    assert notice.words[0].startswith("CPC is kept, but the log has no renewal period of AAPC: take CPC off")
    ceulog.done("credential", "remove", "CPC")
    ceulog.done("credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2027-03-31")
    assert ceulog.organization("AAPC")["cycle"]["end"] == "2027-03-31"


@pytest.mark.parametrize("status", [{}, {"cycle": None, "credentials": [7], "requirements": 7, "excluded": [{}]}])
def test_a_closed_cycle_whose_record_somebody_spoilt_stops_no_command(ceulog: Ceulog, status: dict[str, Any]) -> None:
    ceulog.done("organization", "renew", "AHIMA", today="2027-01-02")
    tables = json.loads(ceulog.file.read_text())
    for membership in tables["memberships"].values():
        if "closing" in membership["cycles"][0]:
            membership["cycles"][0]["closing"] = {"on": "2027-01-02", "status": status, "counted": {}}
    ceulog.file.write_text(json.dumps(tables))
    folder = ceulog.folder.parent
    for command in (["organization", "history"], ["packet", str(folder / "x.zip"), "--cycle", "previous"]):
        ceulog.done(*command, today="2027-01-03")
    for name in ("x.html", "x.md", "x.csv"):
        ceulog.done("export", str(folder / name), "--cycle", "all", today="2027-01-03")


TEXTS = ("title", "sponsor", "presenter", "location", "notes", "index_number")
UNKIND = ("\x1b]0;x\x07", "a\u202eb", "[/x] [bold]", "\u2764\ufe0f 🩺", "x" * 500, "a\r\nb\x9b1m")


@pytest.mark.parametrize("title", UNKIND, ids=range(len(UNKIND)))
def test_no_title_drives_the_terminal(ceulog: Ceulog, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    key = ceulog("add", title, "--ceus", "1").id
    assert key
    tables = json.loads(ceulog.file.read_text())
    for document in tables["activities"].values():
        document.update(dict.fromkeys(TEXTS, title if len(title) < 100 else "x"))
    for document in tables["changes"].values():
        document["label"] = f"did {title}"
    ceulog.file.write_text(json.dumps(tables))
    for command in (
        ["list"], ["list", "--plain"], ["list", "--csv"], ["export"],
        ["show", key], ["status"], ["why", "CPC"], ["remove", key], ["remove", key],
        ["restore", key], ["edit", key, "--ceus", "2"], ["undo"], ["redo"], ["show", title], ["why", title],
        ["add", "x", "--ceus", "1", "--for", title], ["bogus" + title], ["list", "--bogus" + title],
    ):  # fmt: skip
        answer = ceulog(*command)
        shown = (answer.out + answer.err).replace("\r\n", "").replace("\n", "")
        assert shown.isprintable() or not any(c < " " or "\x7f" <= c <= "\x9f" or c == "\u202e" for c in shown), command
        assert "\u202e" not in shown, command


def test_two_programs_at_once_lose_nothing(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "edited meanwhile", "--ceus", "1").id
    adding = (
        "import datetime, os, sys; from ceulog.cli.main import main\n"
        "for n in range(50): assert main(['add', f'n {n}', '--ceus', '1'], os.environ, datetime.date(2026,11,23)) == 0"
    )
    environment = {**os.environ, "CEULOG_LOG": str(ceulog.folder), "CEULOG_TODAY": "2026-11-23"}
    with subprocess.Popen([sys.executable, "-c", adding], env=environment, stdout=subprocess.DEVNULL) as other:
        for number in range(30):
            ceulog.done("edit", key, "--title", f"edited {number}")
        assert other.wait(20) == 0
    titles = {each["title"] for each in ceulog.listed()}
    assert titles == {"edited 29", *(f"n {number}" for number in range(50))}


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_nobody_else_can_read_it(ceulog: Ceulog) -> None:
    assert ceulog.file.stat().st_mode & 0o777 == 0o600
    assert ceulog.folder.stat().st_mode & 0o777 == 0o700


def test_rollback_restores_and_names_what_it_set_aside(ceulog: Ceulog) -> None:
    ceulog.done("add", "x", "--ceus", "1")
    assert ceulog.done("backup").out.strip()
    assert ceulog.done("backups").out
    ceulog.file.write_bytes(b"null")
    ceulog.refused("status", code=3)
    ceulog.done("rollback")
    assert [each["title"] for each in ceulog.listed()] == ["x"]


def test_rollback_says_what_it_would_do_and_what_a_damaged_file_still_held(ceulog: Ceulog) -> None:
    ceulog.done("add", "one", "--ceus", "1")
    ceulog.done("backup")
    ceulog.done("add", "two", "--ceus", "1", "--date", "11/20/2026")
    would = ceulog.done("rollback", "--dry-run")
    assert would.out == "- 2026-11-20 “two”\n"
    assert "1 would go, 0 come back, 0 change. Nothing was changed." in would.err
    ceulog.file.write_bytes(ceulog.file.read_bytes()[:-30])
    assert ceulog.done("rollback", "--dry-run").out == "+ 2026-11-20 “two”\n"
    ceulog.refused("status", code=3)
    assert "still held 1 record newer than that copy" in ceulog.done("rollback").err
    assert {each["title"] for each in ceulog.listed()} == {"one", "two"}
    assert "a damaged file still held" in ceulog.done("undo").out
    assert {each["title"] for each in ceulog.listed()} == {"one"}


def test_a_folder_that_cannot_be(ceulog: Ceulog, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("x")
    for command in (["status"], ["add", "x", "--ceus", "1"], ["export"], ["undo"]):
        answer = ceulog("--log", str(blocked / "below"), *command)
        assert answer.code in (0, 1, 3, 5)
    assert blocked.read_text() == "x"


@pytest.mark.parametrize("command", ["packet", "calendar"])
@pytest.mark.parametrize("name", ["-", ""])
def test_what_is_no_text_for_a_pipe_wants_a_file(
    ceulog: Ceulog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    assert "Say which file to write, such as" in ceulog.refused(command, name, code=2)
    assert set(tmp_path.iterdir()) == before
