"""Opening certificates: what is as it was attached and can only be shown is shown, everything else is told."""

import sys
from pathlib import Path

import pytest

from ceulog.domain.activities import Certificate
from ceulog.logbook.viewing import view
from ceulog.storage.certificates import attach
from tests.logbook.viewer import a_viewer

PDF = b"%PDF-1.4 a page"


def a_proof(folder: Path, data: bytes = PDF, name: str = "proof.pdf") -> Certificate:
    (folder / name).write_bytes(data)
    return attach(folder, folder / name)


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in is Linux's opener")
def test_it_is_given_to_the_viewer(tmp_path: Path) -> None:
    environment, shown = a_viewer(tmp_path / "bin")
    proof = a_proof(tmp_path)
    viewed = view(tmp_path, proof, environment, "linux")
    assert (viewed.opened, viewed.words) == (True, f"Opened {proof.file}.")
    assert shown.read_text() == str(tmp_path / "certificates" / proof.file)


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in is Linux's opener")
def test_a_viewer_that_fails_is_told(tmp_path: Path) -> None:
    environment, _ = a_viewer(tmp_path / "bin", answer=3)
    viewed = view(tmp_path, a_proof(tmp_path), environment, "linux")
    assert not viewed.opened
    assert viewed.words.startswith("No program was found that shows it.")


@pytest.mark.parametrize(
    ("missing", "says"), [("DISPLAY", "There is no desktop here to show it on."), ("PATH", "xdg-open is missing")]
)
def test_without_a_desktop_or_an_opener_that_is_said(tmp_path: Path, missing: str, says: str) -> None:
    environment, shown = a_viewer(tmp_path / "bin")
    environment[missing] = ""
    viewed = view(tmp_path, a_proof(tmp_path), environment, "linux")
    assert not viewed.opened
    assert says in viewed.words
    assert viewed.path.read_bytes() == PDF
    assert not shown.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("proof.sh", b"#!/bin/sh\n"), ("proof.exe", b"MZ"), ("proof.desktop", b"[Desktop Entry]"),
        ("proof.html", b"<script>"), ("proof.pdf", b"#!/bin/sh\n"), ("proof.png", b"MZ"), ("proof.txt", b"#!/bin/sh"),
        ("proof", PDF), ("proof.docm", b"PK\x03\x04"),
    ],
)  # fmt: skip
def test_what_could_run_is_never_opened(tmp_path: Path, name: str, data: bytes) -> None:
    environment, shown = a_viewer(tmp_path / "bin")
    viewed = view(tmp_path, a_proof(tmp_path, data, name), environment, "linux")
    assert not viewed.opened
    assert "neither a PDF nor a picture nor a text" in viewed.words
    assert not shown.exists()


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_what_is_not_as_it_was_attached_is_not_opened(tmp_path: Path, system: str) -> None:
    environment, shown = a_viewer(tmp_path / "bin")
    proof = a_proof(tmp_path)
    kept = tmp_path / "certificates" / proof.file
    kept.write_bytes(PDF + b" changed")
    assert "was changed after it was attached" in view(tmp_path, proof, environment, system).words
    kept.unlink()
    assert "is no longer in" in view(tmp_path, proof, environment, system).words
    outside = view(tmp_path, Certificate("../proof.pdf", ""), environment, system)
    assert "is no longer in" in outside.words
    assert not shown.exists()
