"""`templates.toml`: read with care, its faults said with their line, rewritten without a loss."""

import os
import stat
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.bounds import within_bounds
from ceulog.domain.templates import Template
from ceulog.domain.text import tidy
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.templates import FILE_NAME, HEAD, MOST, add_template, put_back, remove_template, templates_of
from tests.storage.support import names

OURS = Template(
    name="Ours", title='Chapter "meeting" [/x]', sponsor="Sample City chapter", type="chapter-meeting",
    ceus=Decimal("1.5"), minutes=90, organizations=("AAPC", "AHIMA"), credits={"AHIMA": Decimal(1)},
    approved_for=("CPC", "CPMA"), domain=25, provided_by="external", location="Raleigh", presenter="P",
    day="second thursday",
)  # fmt: skip
PLAIN = Template("Quiz", "Monthly quiz")

BY_HAND = """\
# mine
mood = "good"

[[template]]  # the first
name = "Ours"
title = "Chapter meeting"   # no topic
color = "red"

# about the second
[[template]]
title = 'Monthly quiz'
name = "Quiz"
ceus = 1
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / FILE_NAME
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_what_is_added_is_read_and_what_is_removed_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    assert templates_of(folder).found == ()
    assert add_template(folder, OURS) == OURS
    add_template(folder, PLAIN)
    assert templates_of(folder) == ((OURS, PLAIN), ())
    assert (folder / FILE_NAME).read_text().startswith(HEAD)
    first = remove_template(folder, " ours ")
    second = remove_template(folder, "Quiz")
    assert first.template == OURS
    assert templates_of(folder) == ((), ())
    put_back(folder, second)
    assert templates_of(folder) == ((PLAIN,), ())
    put_back(folder, first)
    assert templates_of(folder) == ((OURS, PLAIN), ())
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert names(folder) == ["logbook.lock", FILE_NAME]


CEUS = st.integers(1, 20_000).map(lambda cents: Decimal(cents) / 100)
TEMPLATES = st.tuples(
    st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=80), st.text(max_size=80),
    st.dictionaries(st.text(max_size=8), CEUS, max_size=2), st.lists(st.text(max_size=8), max_size=2).map(tuple),
).map(lambda fields: Template(*fields[:3], credits=fields[3], organizations=fields[4]))  # fmt: skip


@given(TEMPLATES)
def test_any_text_goes_in_and_comes_out(tmp_path_factory: pytest.TempPathFactory, template: Template) -> None:
    folder = tmp_path_factory.mktemp("log")
    fit = within_bounds(template._replace(name=tidy(template.name), title=tidy(template.title)))
    try:
        added = add_template(folder, template)
    except Refusal:
        assert not fit or not tidy(template.name) or any("\ud800" <= c <= "\udfff" for c in str(template[6:]))
        assert not (folder / FILE_NAME).exists()
    else:
        assert templates_of(folder) == ((added,), ())


def test_comments_and_what_we_do_not_know_survive(tmp_path: Path) -> None:
    path = write(tmp_path, BY_HAND.replace('color = "red"\n', ""))
    before = path.read_bytes()
    add_template(tmp_path, OURS._replace(name="Third"))
    assert path.read_bytes().startswith(before)
    remove_template(tmp_path, "Third")
    removed = remove_template(tmp_path, "Quiz")
    text = path.read_text()
    for kept in ("# mine", 'mood = "good"', "# the first", "# no topic"):
        assert kept in text
    assert "Monthly quiz" not in text
    put_back(tmp_path, removed)
    assert path.read_bytes().rstrip() == before.rstrip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[template]]\nname = "X"', "line 1: The title of template 1 is missing"),
        ('[[template]]\nname = "X"\ntitle = 5', "line 3: The title"),
        ('[[template]]\nname = ""\ntitle = "T"', "line 2: The name"),
        ('[[template]]\nname = "X"\ntitle = "T"\nceus = 900', "line 4: CEUs of template 1 can be at most 200"),
        ('[[template]]\nname = "X"\ntitle = "T"\ntype = "party"', "line 4: "),
        ('[[template]]\nname = "X"\ntitle = "T"\ncolor = "red"', "line 4: "),
        ('[[template]]\nname = "X"\ntitle = "T"\nday = "thursdays"', "line 4: the day is written as second thursday"),
        ('[[template]]\nname = "Quiz"\ntitle = "T"', "line 5: the name “Quiz” stands twice"),
        ('template = [5]', "line 1: "),
        ('[[template]]\nname = "X"\ntitle = "T"\ncredits = { AHIMA = nan }', "line 4: "),
    ],
)  # fmt: skip
def test_a_fault_is_said_with_its_line_and_the_others_are_used(tmp_path: Path, text: str, said: str) -> None:
    good = '\n[[template]]\nname = "Quiz"\ntitle = "Monthly quiz"\n'
    write(tmp_path, text + ("" if text.startswith("template") else good))
    found, faults = templates_of(tmp_path)
    assert any(said in each for each in faults), faults
    assert all(each.startswith("templates.toml, line ") and each.endswith(".") for each in faults)
    if not text.startswith("template") and '"Quiz"' not in text:
        assert found == (PLAIN,)
        add_template(tmp_path, OURS)
        assert templates_of(tmp_path).found == (PLAIN, OURS)


@pytest.mark.parametrize(
    "data",
    [
        b"[[template]\n", b"\xff\xfe", b"template = 5", b"[template]\nname = 1", b"a = " + b"[" * 5000, b"\x00",
        b"x = 1" + b"0" * 5000, b"#" * (256 * 1024 + 1), b"[[template.deep]]\nname = 'x'",
        b"a" + b".a" * 5000 + b" = 1",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_said_and_never_overwritten(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, data)
    found, faults = templates_of(tmp_path)
    assert found == ()
    assert len(faults) == 1
    with pytest.raises((Refusal, StorageError)):
        add_template(tmp_path, PLAIN)
    assert path.read_bytes() == data


def test_an_unusual_way_of_writing_is_left_to_the_hand(tmp_path: Path) -> None:
    data = b'template = [{ name = "Quiz", title = "Monthly quiz" }]\n'
    path = write(tmp_path, data)
    assert templates_of(tmp_path).found == (PLAIN,)
    with pytest.raises(Refusal, match="put right by hand"):
        add_template(tmp_path, OURS)
    assert path.read_bytes() == data


def test_what_cannot_be_a_template_is_refused(tmp_path: Path) -> None:
    add_template(tmp_path, PLAIN)
    for wrong, said in (
        (PLAIN, "already"),
        (PLAIN._replace(name=" quiz "), "already"),
        (PLAIN._replace(name=" "), "a name"),
        (PLAIN._replace(name="x", title="\x1b"), "title"),
        (PLAIN._replace(name="x" * 61), "name"),
        (PLAIN._replace(name="x", ceus=Decimal(-1)), "CEUs"),
        (PLAIN._replace(name="x", day="whenever"), "second thursday"),
    ):
        with pytest.raises(Refusal, match=said):
            add_template(tmp_path, wrong)
    with pytest.raises(Refusal, match="no template called “Nobody”"):
        remove_template(tmp_path, "Nobody")
    assert templates_of(tmp_path) == ((PLAIN,), ())


def test_no_more_than_anybody_has(tmp_path: Path) -> None:
    many = "".join(f'[[template]]\nname = "N{number}"\ntitle = "T"\n' for number in range(MOST + 5))
    write(tmp_path, many)
    found, (fault,) = templates_of(tmp_path)
    assert len(found) == MOST
    assert "200 templates are the most" in fault
    with pytest.raises(Refusal, match="the most"):
        add_template(tmp_path, OURS)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and modes of POSIX")
def test_what_is_no_file_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert "it is not a file" in templates_of(tmp_path).faults[0]
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()
    assert templates_of(tmp_path).faults
    with pytest.raises(StorageError):
        add_template(tmp_path, OURS)
