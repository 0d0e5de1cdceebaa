"""A folder of certificates: what is read, what is not, and that it goes in as one step or not at all."""

import os
import shutil
import sys
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from ceulog.domain.changes import edited
from ceulog.logbook import pdf_text
from ceulog.logbook.errors import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.pdf_text import PdfTexts, Unreadable
from ceulog.logbook.proof_folder import Pile, fates_of, pile_at, read_pile, take
from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook
from tests.papers import a_folder, a_paper


def a_bomb(file: Path, size: int = 90_000_000) -> Path:
    """A page whose content unfolds to so many bytes."""
    stream = zlib.compress(bytes(size), 1)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
    body = b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj " % (len(stream), stream)
    file.write_bytes(head + page + body + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF")
    return file


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "in", "labels")
    a_paper(folder / "a scan.pdf")
    a_paper(folder / "locked.pdf", "x", password="secret")
    a_bomb(folder / "bomb.pdf")
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7 nonsense")
    (folder / "other.pdf").write_bytes(b"hello")
    told = {each.name: each.fault for each in read_pile(pile_at(folder))}
    assert told.pop("bomb.pdf")  # how it is refused is pypdf's to say
    assert told == {
        "a scan.pdf": "it has no text: it may be a scan",
        "damaged.pdf": "it is damaged, or no PDF at all",
        "labels.pdf": "",
        "locked.pdf": "it is locked with a password, so its text cannot be read",
        "other.pdf": "it is no PDF",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes, and links need a right")
def test_links_pipes_and_folders_are_left_alone(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "in", "labels")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "link.pdf").symlink_to(folder / "labels.pdf")
    (folder / "inner.pdf").mkdir()
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.pdf").write_bytes(b"%PDF")
    assert pile_at(folder) == Pile((folder / "labels.pdf",), others=4)
    assert pile_at(folder / "labels.pdf") == Pile((folder / "labels.pdf",))
    # named by hand it is not waited for either
    (read,) = read_pile(Pile((folder / "pipe.pdf",)))
    assert "is not a file" in read.fault
    with pytest.raises(Refusal, match="There is no folder or file"):
        pile_at(folder / "none")


def test_one_that_takes_too_long_is_ended_and_the_next_is_read(tmp_path: Path) -> None:
    paper = a_paper(tmp_path / "a.pdf", "Title: Denials").read_bytes()
    with PdfTexts(seconds=0) as texts:
        with pytest.raises(Unreadable, match="could not be read within"):
            texts.text_of(paper)
        texts._seconds = 20
        assert texts.text_of(paper).strip() == "Title: Denials"


@pytest.mark.skipif(not shutil.which("false"), reason="no such program here")
def test_a_reader_that_ends_by_itself_is_not_called_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", shutil.which("false"))
    with PdfTexts() as texts, pytest.raises(Unreadable, match="sudden end"):
        texts.text_of(a_paper(tmp_path / "a.pdf", "Title: Denials").read_bytes())


def test_a_module_beside_the_certificates_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    with PdfTexts() as texts:
        assert texts.text_of(a_paper(tmp_path / "a.pdf", "Title: Denials").read_bytes())
    assert not (tmp_path / "ran").exists()


def test_without_the_extra_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "find_spec", lambda name: None)
    with pytest.raises(Refusal, match=r"pip install 'ceulog\[pdf\]'"):
        read_pile(Pile(()))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    bare = an_activity("1.5", "2026-03-12", title="Denials and appeals in practice", id="bare")
    return a_logbook(tmp_path / "log", a_log(bare))


def test_all_that_was_confirmed_is_one_step(tmp_path: Path, logbook: Logbook) -> None:
    files = read_pile(pile_at(a_folder(tmp_path / "in")))
    before = logbook.state
    found = fates_of(files, logbook)
    assert {each.file.name: each.kind for each in found} == {
        "doubtful.pdf": "incomplete", "labels.pdf": "new", "sentences.pdf": "attach", "transcript.pdf": "incomplete",
    }  # fmt: skip
    take(files, [each for each in found if each.is_sure], logbook)
    after = logbook.state.activities
    assert len(after) == 2
    for each in after.values():
        (proof,) = each.certificates
        data = (logbook.folder / "certificates" / proof.file).read_bytes()
        assert sha256(data).hexdigest() == proof.sha256
    assert {each.kind for each in fates_of(files, logbook)} == {"kept", "incomplete"}
    logbook.undo()
    assert logbook.state.activities == before.activities


def test_a_log_or_a_file_that_changed_meanwhile_refuses_all(tmp_path: Path, logbook: Logbook) -> None:
    folder = a_folder(tmp_path / "in", "labels", "sentences")
    files = read_pile(pile_at(folder))
    chosen = fates_of(files, logbook)
    before = logbook.state
    a_paper(folder / "labels.pdf", "Title: another")
    with pytest.raises(Refusal, match=r"labels\.pdf was changed since it was read"):
        take(files, chosen, logbook)
    assert logbook.state.activities == before.activities
    bare = before.activities["bare"]
    logbook.change(edited(bare, bare._replace(title="Else")))
    with pytest.raises(Refusal, match="The log was changed meanwhile"):
        take(files, chosen, logbook)
