"""`open`: the certificate in a viewer, or where it lies."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ceulog
from tests.logbook.viewer import a_viewer

ADD = ("add", "Talk", "--ceus", "1", "--date", "2026-03-10")


@pytest.fixture
def proofs(tmp_path: Path) -> list[str]:
    for name in ("one.pdf", "two.png"):
        (tmp_path / name).write_bytes(b"%PDF-1.4" if name == "one.pdf" else b"\x89PNG")
    return [str(tmp_path / "one.pdf"), str(tmp_path / "two.png")]


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in is Linux's opener")
def test_it_is_opened_and_its_path_printed(
    ceulog: Ceulog, proofs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment, shown = a_viewer(tmp_path / "bin")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    one = ceulog.done(*ADD, "--certificate", proofs[0]).id
    answer = ceulog.done("open", one)
    assert answer.out.strip() == shown.read_text()
    assert answer.err.startswith("Opened ")


def test_without_a_desktop_the_path_is_printed(
    ceulog: Ceulog, proofs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    one = ceulog.done(*ADD, "--certificate", proofs[0]).id
    answer = ceulog("open", one)
    assert answer.code == 1
    assert "was not opened" in answer.err
    assert Path(answer.out.strip()).read_bytes() == b"%PDF-1.4"


def test_one_of_several_has_to_be_named(ceulog: Ceulog, proofs: list[str]) -> None:
    two = ceulog.done(*ADD, "--certificate", proofs[0], "--certificate", proofs[1]).id
    assert "has 2 certificates; say which: 1 " in ceulog.refused("open", two)
    assert "has no certificate 3" in ceulog.refused("open", two, "3")
    assert [Path(each).suffix for each in ceulog.done("open", two, "--path").out.split()] == [".pdf", ".png"]
    assert ceulog.done("open", two, "2", "--path").out.strip().endswith("two.png")


def test_what_is_gone_or_changed_is_said(ceulog: Ceulog, proofs: list[str]) -> None:
    two = ceulog.done(*ADD, "--certificate", proofs[0], "--certificate", proofs[1]).id
    one, other = (Path(each) for each in ceulog.done("open", two, "--path").out.split())
    one.unlink()
    other.write_bytes(b"else")
    answer = ceulog("open", two, "--path")
    assert (answer.code, answer.out.strip()) == (1, str(other))
    assert "one.pdf is not in the logbook's folder any more." in answer.err
    assert "two.png was changed since." in answer.err
    none = ceulog.done(*ADD).id
    assert "has no certificate yet" in ceulog.refused("open", none)
