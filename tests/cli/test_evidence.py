"""What kind of proof a file is: said when it is attached or later, weak proof remarked on, and in the CSV."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ceulog

ADD = ("add", "Talk", "--ceus", "1", "--date", "2026-10-07", "--sponsor", "AAPC", "--index-number", "ABC12345",
       "--for", "AAPC")  # fmt: skip
WEAK = "ts only proof is a receipt, which an auditor may refuse: ask for the certificate."


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    for each in paths:
        each.write_bytes(each.name.encode())
    return [part for each in paths for part in ("--certificate", str(each))]


def kinds(ceulog: Ceulog) -> str:
    head, row, *_ = ceulog.done("export", "-", "--cycle", "all").out.splitlines()
    return row.split(",")[head.split(",").index("evidence_kind")]


def test_weak_proof_is_remarked_on_and_found(ceulog: Ceulog, files: list[str]) -> None:
    answer = ceulog.done(*ADD, *files[:2], "--evidence", "receipt")
    assert "I" + WEAK in answer.err
    found = [each for each in ceulog("check", "--json").json["findings"] if each["kind"] == "weak-proof"]
    assert [each["sentence"] for each in found] == [f"Oct 7, 2026, “Talk”: i{WEAK}"]
    assert "one.pdf (receipt, weak proof)" in ceulog.done("show", answer.id).out
    # what is strong beside it is enough
    ceulog.done("edit", answer.id, *files[2:], "--evidence", "letter")
    assert kinds(ceulog) == "receipt;letter"
    assert "weak-proof" not in ceulog("check", "--json").out


def test_a_kind_for_each_file_or_one_for_all(ceulog: Ceulog, files: list[str]) -> None:
    one = ceulog.done(*ADD, *files, "--evidence", "transcript", "--evidence", "agenda").id
    assert kinds(ceulog) == "transcript;agenda"
    ceulog.done("edit", one, "--evidence", "attendance-form")
    assert kinds(ceulog) == "attendance-form;attendance-form"
    ceulog.done("undo")
    assert kinds(ceulog) == "transcript;agenda"
    assert "Give" not in ceulog.done("edit", one, "--evidence", "letter", "--evidence", "other").err
    assert kinds(ceulog) == "letter;other"


def test_a_kind_without_a_file_is_refused(ceulog: Ceulog, files: list[str]) -> None:
    assert "give the file with --certificate FILE" in ceulog.refused(*ADD, "--evidence", "letter")
    one = ceulog.done(*ADD).id
    assert "has no file yet" in ceulog.refused("edit", one, "--evidence", "letter")
    ceulog.done("edit", one, *files)
    said = ceulog.refused("edit", one, "--evidence", "letter", "--evidence", "other", "--evidence", "other")
    assert "There are 3 kinds of evidence for 2 files" in said
    ceulog.refused("edit", one, "--evidence", "nonsense", code=2)
