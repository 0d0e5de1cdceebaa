"""Where a value stands in a TOML text."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceulog.rulebook
from ceulog.domain.checking import Place
from ceulog.rulebook.lines import line_of, lines_of

TEXT = '''# a comment [not.a.header]
schema = 1
"quoted.key" = "a # no comment"  # [[nor.this]]
'single' = 1
"esc\\u0061ped" = 1
a.b.c = 1
a . "b" . d = [  # a list
  "]", '[[edition]]',
  { inner = 1 },
]
note = """
[[edition]]
id = "inside of a text"
and four quotes"""" # [[edition]]
other = \'\'\'
[table]
\'\'\'

[organization]
code = "X"

[[edition]]
id = "one"
pool = { kind = "each", figures = { A = 1 } }

[[edition.requirement]]
label = "one, first"

[[edition]]
id = "two"
[edition.pool]
plus = 1
[edition.pool.figures]
"A B" = 30
[[edition.requirement]]
label = "two, first"
[[edition.requirement]]
label = "two, second"
[[edition.requirement.of]]
label = "part"
[[ edition . "requirement" . of ]] # blanks are allowed
ceus = 3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("nothing",), 1),
        (("schema",), 2),
        (("quoted.key",), 3),
        (("single",), 4),
        (("escaped",), 5),
        (("a", "b", "c"), 6),
        (("a", "b"), 6),
        (("a", "b", "d"), 7),
        (("a", "b", "d", 2, "inner"), 7),
        (("note",), 11),
        (("other",), 15),
        (("table",), 1),
        (("organization",), 19),
        (("organization", "code"), 20),
        (("organization", "name"), 19),
        (("edition",), 22),
        (("edition", 0), 22),
        (("edition", 0, "pool", "figures", "A"), 24),
        (("edition", 0, "starts"), 22),
        (("edition", 0, "requirement", 0, "label"), 27),
        (("edition", 1, "id"), 30),
        (("edition", 1, "pool"), 31),
        (("edition", 1, "pool", "plus"), 32),
        (("edition", 1, "pool", "ceiling"), 31),
        (("edition", 1, "pool", "figures", "A B"), 34),
        (("edition", 1, "requirement", 0, "label"), 36),
        (("edition", 1, "requirement", 1, "label"), 38),
        (("edition", 1, "requirement", 1, "of", 0, "label"), 40),
        (("edition", 1, "requirement", 1, "of", 1, "ceus"), 42),
        (("edition", 1, "requirement", 1, "of", 1, "label"), 41),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["unix", "windows"])
def test_the_line_of_a_place(path: Place, line: int, ending: str) -> None:
    text = TEXT.replace("\n", ending)
    tomllib.loads(text)
    assert line_of(lines_of(text), path) == line


def places(value: Any, path: Place = ()) -> Iterator[Place]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield (*path, name)
        yield from places(part, (*path, name))


@pytest.mark.parametrize("file", sorted(Path(ceulog.rulebook.__file__).parent.rglob("*.toml")), ids=lambda it: it.stem)
def test_every_key_of_a_shipped_file_stands_on_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines, found = text.split("\n"), lines_of(text)
    for path in places(tomllib.loads(text)):
        line = lines[line_of(found, path) - 1]
        named = next(part for part in reversed(path) if isinstance(part, str))
        key, _, value = line.partition("=")
        holds_it = key.strip() in path and value.strip()[:1] in ("{", "[")
        assert named in line or holds_it, path


@given(st.text(alphabet="ab.=\"'[]{}#\\\n \t,1", max_size=80))
def test_any_text_has_lines(text: str) -> None:
    most = text.count("\n") + 1
    assert all(1 <= line <= most for line in lines_of(text).values())
