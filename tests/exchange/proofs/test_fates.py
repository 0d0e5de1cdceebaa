"""What becomes of the certificates of a folder: new, proving an entry, lacking something, known, kept, told twice."""

import pytest

from ceulog.domain.activities import Activity, Certificate
from ceulog.exchange.proofs.fates import Fate, ProofFile, fates
from ceulog.exchange.proofs.reading import read_certificate
from tests.builders import TODAY, a_log, a_planned, an_activity

WHOLE = "Title: Denials\nDate: 2026-03-12\nCEUs: 1.5\nIndex # AB12"
PROOF = (Certificate("x.pdf", "other"),)


def a_file(text: str = WHOLE, name: str = "a.pdf", sha256: str = "") -> ProofFile:
    return ProofFile(f"/in/{name}", name, sha256 or name, read_certificate(text))


def fate(file: ProofFile, *entries: Activity) -> Fate:
    return fates([file], a_log(*entries), TODAY)[0]


def test_what_is_read_whole_is_a_new_entry() -> None:
    found = fate(a_file())
    assert (found.kind, found.is_sure) == ("new", True)
    assert (found.entry.title, str(found.entry.date), str(found.entry.ceus)) == ("Denials", "2026-03-12", "1.5")


def test_a_file_that_cannot_be_read_is_no_certificate_without_a_hash() -> None:
    entry = an_activity(certificates=(Certificate("from-elsewhere.pdf", ""),))
    assert fate(ProofFile("/in/a.pdf", "a.pdf", fault="cannot be read", is_proof=False), entry).kind == "unread"


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Title: Denials\nDate: 2026-03-12", ("ceus",)),
        ("Denials", ("title", "date", "ceus")),
        ("Title: Denials\nDate: 2027-03-12\nCEUs: 1", ("date",)),
    ],
)
def test_what_lacks_something_is_not_sure(text: str, lacks: tuple[str, ...]) -> None:
    found = fate(a_file(text))
    assert (found.kind, found.lacks, found.is_sure, found.is_open) == ("incomplete", lacks, False, True)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (an_activity(on="2026-03-12", title="Else", index_number="ab 12"), "attach"),
        (an_activity(on="2026-03-12", title="denials"), "attach"),
        (an_activity(on="2026-03-13", title="Denials"), "new"),
        (an_activity(on="2026-03-13", title="Else", index_number="AB12"), "known"),
        (an_activity(on="2026-03-12", title="Denials", certificates=PROOF), "known"),
        (a_planned(on="2026-03-12", title="Denials"), "known"),
        (an_activity(on="2026-03-12", title="Denials", trashed="2026-11-20"), "new"),
        (an_activity(certificates=(Certificate("y.pdf", "a.pdf"),)), "kept"),
        (an_activity(certificates=(Certificate("y.pdf", "a.pdf"),), trashed="2026-11-20"), "kept"),
    ],
)
def test_an_entry_that_it_tells_of_is_found(entry: Activity, kind: str) -> None:
    found = fate(a_file(), entry)
    assert (found.kind, found.activity) == (kind, None if kind == "new" else entry)
    assert found.is_sure is (kind in ("new", "attach"))


def test_the_one_without_a_certificate_is_meant() -> None:
    proved = an_activity(id="1", on="2026-03-12", index_number="AB12", certificates=PROOF)
    bare = an_activity(id="2", on="2026-03-12", index_number="AB12")
    assert fate(a_file(), proved, bare).activity == bare


def test_two_files_that_say_the_same_are_one_entry() -> None:
    log = a_log()
    same_bytes = [a_file(), a_file(name="b.pdf", sha256="a.pdf")]
    same_event = [a_file(), a_file(f"{WHOLE}\nSponsor: X", name="b.pdf")]
    for files in (same_bytes, same_event):
        first, second = fates(files, log, TODAY)
        assert (first.kind, second.kind, second.other) == ("new", "twice", "a.pdf")
    bare = an_activity(on="2026-03-12", index_number="AB12")
    assert [each.kind for each in fates(same_event, a_log(bare), TODAY)] == ["attach", "known"]


def test_what_cannot_be_read_is_left_or_kept_already() -> None:
    scan, other = (
        ProofFile("/in/s.pdf", "s.pdf", "s", fault="it has no text"),
        ProofFile("/x", "x", "x", is_proof=False),
    )
    assert [(each.kind, each.is_open) for each in fates([scan, other], a_log(), TODAY)] == [
        ("unread", True),
        ("unread", False),
    ]
    entry = an_activity(certificates=(Certificate("s.pdf", "s"),))
    assert fate(scan, entry).kind == "kept"
