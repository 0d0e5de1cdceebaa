"""The packet on the disk: what is in it, proved; and refused when a byte of it is another one."""

import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ceulog.domain.activities import Certificate
from ceulog.domain.changes import added
from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.packet import make_packet, write_packet
from ceulog.logbook.packet_proof import prove_packet
from tests.builders import TODAY, a_log, an_activity, shipped
from tests.exchange.support import export_bytes
from tests.logbook.support import a_logbook

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
PDF = b"%PDF-1.4 one"


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    logbook = a_logbook(tmp_path / "log", a_log(held=HELD))
    proof = tmp_path / "My scan #1.PDF"
    proof.write_bytes(PDF)
    certificate = logbook.attach(proof)
    logbook.change(added(
        an_activity("1.5", id="proved", title="Denials: the first 30 days", sponsor="S/../S", index_number="X1",
                    certificates=(certificate,)),
        an_activity("1", id="bare", at="AHIMA", title="Privacy"),
        an_activity("1", "2018-01-01", id="early", title="Before"),
    ))  # fmt: skip
    return logbook


def written(logbook: Logbook, tmp_path: Path) -> Path:
    return write_packet(logbook, make_packet(logbook), tmp_path / "packet.zip")


def inside(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {each.removeprefix("AAPC-AHIMA_2025-01_2027-03/"): archive.read(each) for each in archive.namelist()}


def test_it_holds_all_that_an_audit_asks_for(logbook: Logbook, tmp_path: Path) -> None:
    files = inside(written(logbook, tmp_path))
    assert list(files) == [
        "log.csv", "summary.txt", "missing.txt",
        "certificates/002_2026-01-10_S-S_Denials-the-first-30-days_1.5CEU.pdf", "manifest.sha256",
    ]  # fmt: skip
    assert files["log.csv"] == export_bytes(logbook.state, shipped(), TODAY)
    assert files["certificates/002_2026-01-10_S-S_Denials-the-first-30-days_1.5CEU.pdf"] == PDF
    summary = files["summary.txt"].decode()
    assert "AAPC: renewal period 2025-04-01 to 2027-03-31" in summary
    assert "Rule (aapc-2017): " in summary
    assert "[A3, A4]" in summary
    assert "1 CEU: Before: before your award" in summary
    assert "self-assessment: 0 of 1, not met" in summary
    missing = files["missing.txt"].decode().splitlines()
    assert missing == [
        "Row 2, 2026-01-10, “Denials: the first 30 days”: the CEUs printed on the certificate",
        "Row 3, 2026-01-10, “Privacy”: a certificate",
    ]


def test_the_same_day_gives_the_same_bytes(logbook: Logbook, tmp_path: Path) -> None:
    first = written(logbook, tmp_path).read_bytes()
    assert written(logbook, tmp_path).read_bytes() == first


def test_one_credential_alone(logbook: Logbook, tmp_path: Path) -> None:
    packet = make_packet(logbook, credential="CCS")
    assert packet.folder == "CCS_2025-01_2026-12"
    summary = next(each.data for each in packet.files if each.path == "summary.txt").decode()
    assert "AHIMA" in summary
    assert "AAPC:" not in summary


def test_proofs_that_are_gone_or_changed_are_missing(logbook: Logbook) -> None:
    (proof,) = (logbook.folder / "certificates").iterdir()
    proof.write_bytes(b"another")
    assert any("was changed after it was attached" in each for each in make_packet(logbook).missing)
    proof.unlink()
    packet = make_packet(logbook)
    assert packet.certificates == 0
    assert any("is not in the logbook's folder any more" in each for each in packet.missing)


def test_a_name_in_the_log_leads_nowhere_else(logbook: Logbook, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    activity = logbook.state.activities["proved"]
    certificate = activity.certificates[0]._replace(file="../../secret.txt")
    logbook.change(added(activity._replace(id="evil", certificates=(certificate,))))
    assert all(b"secret" not in each.data for each in make_packet(logbook).files if "certificates/" in each.path)


def test_a_packet_is_proved_packed_again_or_not(logbook: Logbook, tmp_path: Path) -> None:
    path = written(logbook, tmp_path)
    assert prove_packet(path) == (5, [])
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "unpacked")
    files = [each for each in (tmp_path / "unpacked").rglob("*") if each.is_file()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in files:
            archive.write(each, each.relative_to(tmp_path / "unpacked"))
    assert prove_packet(path) == (5, [])


def rewritten(path: Path, change: dict[str, bytes | None], more: dict[str, bytes] | None = None) -> None:
    """The same packet with some files changed (None: left out), and others added by their full path."""
    with zipfile.ZipFile(path) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            short = name.partition("/")[2]
            new = change.get(short, data)
            if new is not None:
                archive.writestr(name, new)
        for name, data in (more or {}).items():
            archive.writestr(name, data)


FOLDER = "AAPC-AHIMA_2025-01_2027-03"


@pytest.mark.parametrize(
    ("change", "more", "says"),
    [
        ({"log.csv": b"row\r\n"}, {}, "log.csv was changed after the packet was made."),
        ({"missing.txt": None}, {}, "missing.txt is missing."),
        ({}, {f"{FOLDER}/more.txt": b""}, "more.txt is not in the manifest."),
        ({"manifest.sha256": None}, {}, "It has no manifest.sha256, so nothing in it can be proved."),
        ({"manifest.sha256": b"nonsense\n"}, {}, "Line 1 of manifest.sha256 cannot be read."),
        ({"manifest.sha256": b""}, {}, "log.csv is not in the manifest."),
        ({}, {f"{FOLDER}/../../etc": b""}, f"{FOLDER}/../../etc would be unpacked outside its folder."),
        ({}, {"elsewhere/x": b""}, "Its files are not in one folder, as those of a packet are."),
        ({}, {f"{FOLDER}//log.csv": b"row\r\n"}, f"{FOLDER}/log.csv is in it twice."),
        ({}, {f"{FOLDER}/more/": b""}, f"The folder {FOLDER}/more/ is none of a packet's."),
        ({}, {"../more/": b""}, "The folder ../more/ is none of a packet's."),
    ],
)
def test_what_was_changed_is_said(
    logbook: Logbook, tmp_path: Path, change: dict[str, bytes | None], more: dict[str, bytes], says: str
) -> None:
    path = written(logbook, tmp_path)
    rewritten(path, change, more)
    _, faults = prove_packet(path)
    assert says in faults


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest + manifest,
        lambda manifest: b"0" * 64 + b"  log.csv\n" + manifest,
        lambda manifest: b"".join(manifest.splitlines(keepends=True)[::-1]),
        lambda manifest: manifest.replace(b"  ", b" *"),
        lambda manifest: manifest.replace(b"\n", b"\f"),
    ],
)
def test_a_manifest_that_fits_and_is_written_otherwise_is_told(
    logbook: Logbook, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    path = written(logbook, tmp_path)
    rewritten(path, {"manifest.sha256": change(inside(path)["manifest.sha256"])})
    assert prove_packet(path) == (5, ["manifest.sha256 is not as a packet has it."])


def test_what_was_put_before_or_behind_it_is_told(logbook: Logbook, tmp_path: Path) -> None:
    path = written(logbook, tmp_path)
    whole = path.read_bytes()
    for data in (b"MZ" + whole, whole + b"x", whole + whole):
        path.write_bytes(data)
        assert prove_packet(path) == (5, ["Something was put before it or behind it."])


def test_a_name_that_goes_on_behind_its_end_is_told(logbook: Logbook, tmp_path: Path) -> None:
    path = written(logbook, tmp_path)
    with zipfile.ZipFile(path) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("log.csv", "log.csv@.exe"), data)
    path.write_bytes(path.read_bytes().replace(b"log.csv@.exe", b"log.csv\0.exe"))
    assert prove_packet(path) == (5, [f"{FOLDER}/log.csv .exe is no name of a file."])


def test_no_byte_can_be_changed_unseen(logbook: Logbook, tmp_path: Path) -> None:
    path = written(logbook, tmp_path)
    whole = path.read_bytes()
    unseen = []
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            if not prove_packet(path)[1]:
                unseen.append(place)
        except Refusal:
            pass
    assert unseen == []


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", b"PK\x05\x06" + b"\x00" * 17])
def test_what_is_no_packet_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    with pytest.raises(Refusal, match="cannot be read as a ZIP file"):
        prove_packet(path)


def test_nothing_held_makes_no_packet(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="hold a credential first"):
        make_packet(a_logbook(tmp_path, None))


def test_a_small_file_that_grows_huge_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("P/log.csv", bytes(70 * 1024 * 1024))
    with pytest.raises(Refusal, match="not unpacked"):
        prove_packet(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("P/log.csv", b"row")
    with pytest.raises(Refusal, match="packed in a way"):
        prove_packet(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_many_names_that_come_twice_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in (*range(5_000), *range(5_000)):
            archive.writestr(zipfile.ZipInfo(f"P/{number}"), b"")
    started = time.process_time()
    _, faults = prove_packet(path)
    assert time.process_time() - started < 2
    assert "P/7 is in it twice." in faults


def test_texts_in_a_packet_neither_make_lines_nor_drive_a_terminal(logbook: Logbook) -> None:
    activity = logbook.state.activities["bare"]
    proofs = (Certificate("a\n\x1b[2JNothing is missing.", "0" * 64),)
    logbook.change(added(activity._replace(id="odd", title="x\n\x1b[1m", certificates=proofs)))
    for each in make_packet(logbook).files:
        assert b"\x1b" not in each.data
        assert b"\nNothing is missing." not in each.data or each.path == "log.csv"


def test_a_large_packet_is_proved_in_little_memory(logbook: Logbook, tmp_path: Path) -> None:
    (proof,) = (logbook.folder / "certificates").iterdir()
    proof.write_bytes(b"%PDF-1.4" + bytes(24 << 20))
    path = written(logbook, tmp_path)
    tracemalloc.start()
    try:
        assert prove_packet(path) == (5, [])
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()
    with path.open("r+b") as file:
        file.seek(12 << 20)
        file.write(b"x")
    assert any("is damaged" in each for each in prove_packet(path)[1])


def test_a_packet_that_says_it_has_a_huge_list_of_files_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    end = b"PK\x05\x06" + bytes(4) + b"\xff\x7f" * 2 + (40 << 20).to_bytes(4, "little") + bytes(6)
    with path.open("wb") as file:
        file.seek(40 << 20)
        file.write(end)
    with pytest.raises(Refusal, match="more than any packet does"):
        prove_packet(path)
