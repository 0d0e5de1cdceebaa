"""Copies of certificates: whole, private, once, under names that every system takes."""

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from ceulog.domain.activities import Certificate
from ceulog.domain.refusals import Refusal
from ceulog.storage import certificates
from ceulog.storage.certificates import LONGEST_NAME, attach, safe_name, sweep_orphans
from ceulog.storage.errors import DiskRefused

from .support import refuse

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and pipes of POSIX systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "My certificate (1).pdf"
    file.write_bytes(b"%PDF-1.4 sample")
    return file


def _files(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "certificates").iterdir())


def test_a_copy_and_its_hash(folder: Path, source: Path) -> None:
    digest = sha256(b"%PDF-1.4 sample").hexdigest()
    certificate = attach(folder, source)
    assert certificate == Certificate(f"{digest[:12]}-My_certificate_1.pdf", digest)
    assert (folder / "certificates" / certificate.file).read_bytes() == source.read_bytes()
    assert _files(folder) == [certificate.file]


def test_a_copy_that_cannot_be_read_is_made_anew(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = folder / "certificates" / attach(folder, source).file
    copy.write_bytes(b"damaged")
    monkeypatch.setattr(Path, "read_bytes", refuse(errno.EIO))
    attach(folder, source)
    monkeypatch.undo()
    assert copy.read_bytes() == source.read_bytes()


@POSIX
def test_it_is_open_to_nobody_but_its_owner(folder: Path, source: Path) -> None:
    source.chmod(0o666)
    copy = folder / "certificates" / attach(folder, source).file
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_the_same_file_twice_is_one_copy(folder: Path, source: Path) -> None:
    assert attach(folder, source) == attach(folder, source)
    assert len(_files(folder)) == 1


def test_a_copy_that_was_spoilt_is_made_anew(folder: Path, source: Path) -> None:
    copy = folder / "certificates" / attach(folder, source).file
    copy.write_bytes(b"torn")
    attach(folder, source)
    assert copy.read_bytes() == source.read_bytes()


def test_another_file_of_the_same_name_is_another_copy(folder: Path, source: Path) -> None:
    one = attach(folder, source)
    source.write_bytes(b"another")
    assert attach(folder, source) != one
    assert len(_files(folder)) == 2


def test_a_symbolic_link_gives_what_it_points_to(folder: Path, source: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    try:
        link.symlink_to(source)
    except OSError:
        pytest.skip("no symbolic links here")
    copy = folder / "certificates" / attach(folder, link).file
    assert copy.read_bytes() == source.read_bytes()
    assert not copy.is_symlink()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("scan.pdf", "scan.pdf"),
        ("X-ray.pdf", "X-ray.pdf"),
        (".hidden", "hidden"),
        ("..", "certificate"),
        ("Zertifikat für Ü.pdf", "Zertifikat_f_r.pdf"),
        ("日本語", "certificate"),
        ("a;b=c.pdf", "a_b_c.pdf"),
        ("CON", "CON"),
        ("tab\there.png", "tab_here.png"),
        ("trailing dot.", "trailing_dot"),
        ("X" * 300 + ".pdf", "X" * 76 + ".pdf"),
        ("X" * 79 + "." + "y" * 40, "X" * 79),
    ],
)
def test_names_that_every_system_takes(name: str, expected: str) -> None:
    assert safe_name(name) == expected
    assert len(safe_name(name)) <= LONGEST_NAME


def test_a_reserved_name_of_windows_is_none_behind_the_hash(folder: Path, tmp_path: Path) -> None:
    reserved = tmp_path / "CON.pdf"
    reserved.write_bytes(b"x")
    assert attach(folder, reserved).file.partition("-")[2] == "CON.pdf"
    assert attach(folder, reserved).file.split(".")[0] != "CON"


def test_no_such_file(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"was not found, so nothing was attached\.$") as refused:
        attach(folder, tmp_path / "gone.pdf")
    assert refused.value.field == "certificates"
    assert not folder.exists()


def test_a_folder_is_no_certificate(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        attach(folder, tmp_path)


@POSIX
def test_a_named_pipe_does_not_hold_us_up(folder: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(Refusal, match="is not a file"):
        attach(folder, pipe)


@POSIX
def test_a_device_is_no_certificate(folder: Path) -> None:
    with pytest.raises(Refusal, match="is not a file"):
        attach(folder, Path("/dev/zero"))


@pytest.mark.parametrize("name", ["nul\0.pdf", "~nobody-of-that-name/x.pdf"])
def test_a_path_that_cannot_be_one(folder: Path, name: str) -> None:
    with pytest.raises(Refusal):
        attach(folder, Path(name))


def test_at_most_so_many_bytes(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certificates, "LARGEST_CERTIFICATE", len(source.read_bytes()))
    attach(folder, source)
    source.write_bytes(source.read_bytes() + b"!")
    with pytest.raises(Refusal, match="larger than"):
        attach(folder, source)
    assert len(_files(folder)) == 1


def test_a_disk_that_refuses_leaves_nothing_behind(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ceulog.storage.files._write_all", refuse)
    with pytest.raises(DiskRefused):
        attach(folder, source)
    assert _files(folder) == []


DAY = 86_400


def later(folder: Path, days: float) -> float:
    """The time so many days after the copies came."""
    return max(each.stat().st_ctime for each in (folder / "certificates").iterdir()) + days * DAY


def test_an_orphan_goes_when_thirty_days_are_over(folder: Path, source: Path) -> None:
    copy = folder / "certificates" / attach(folder, source).file
    came = 4_000_000_000
    os.utime(copy, (came, came))  # later than its making, which nobody can set
    assert [sweep_orphans(folder, came + 30 * DAY + more) for more in (-1, 0, 1)] == [0, 0, 1]


def test_orphans_go_and_all_else_stays(folder: Path, source: Path) -> None:
    orphan = attach(folder, source).file
    named = {}
    for place in ("logbook.json", "backups/logbook-2026-01-01-g000001.json", "logbook (conflict).json"):
        source.write_bytes(place.encode())
        named[place] = attach(folder, source).file
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text(f'{{"changes": {{"1": {{"file": "{named[place]}"}}}}}}')
    mine = folder / "certificates" / "own-notes.txt"
    mine.write_text("put here by hand")
    before = _files(folder)
    assert sweep_orphans(folder, later(folder, 29)) == 0
    assert _files(folder) == before
    assert sweep_orphans(folder, later(folder, 31)) == 1
    assert _files(folder) == [each for each in before if each != orphan]


def test_what_cannot_be_read_may_name_them_all(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attach(folder, source)
    (folder / "logbook.json").write_text("{}")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert sweep_orphans(folder, later(folder, 31)) == 0
    monkeypatch.undo()
    assert sweep_orphans(folder, later(folder, 31)) == 1


def test_what_is_attached_again_is_as_if_it_came_now(folder: Path, source: Path) -> None:
    name = attach(folder, source).file
    os.utime(folder / "certificates" / name, (0, 0))
    attach(folder, source)
    assert (folder / "certificates" / name).stat().st_mtime > 1_000_000_000


def test_nothing_to_sweep(folder: Path) -> None:
    assert sweep_orphans(folder, 1e12) == 0


def test_where_names_that_differ_by_case_are_one_file_the_copy_of_one_is_that_of_the_other(
    folder: Path, source: Path
) -> None:
    upper = attach(folder, source).file
    # attached again as `my certificate (1).PDF`, where the file system finds the first copy under both names
    (folder / "logbook.json").write_text(upper.lower())
    assert sweep_orphans(folder, later(folder, 31)) == 0
    assert _files(folder) == [upper]
