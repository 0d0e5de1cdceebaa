"""Which faults are put into a source, and where none is."""

import ast
from textwrap import dedent

import pytest

from tests.mutation.mutants import mutants, spoiled


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("a < b", ["a <= b"]),
        ("a < b <= c", ["a <= b <= c", "a < b < c"]),
        ("a in b", ["a not in b"]),
        ("a and b", ["a or b"]),
        ("a + b", ["a - b"]),
        ("a += b", ["a -= b"]),
        ("not a", ["a"]),
        ("a if b else c", ["a", "c"]),
        ("if a:\n    b", ["if not a:\n    b"]),
        ("[a for a in b if a.c]", ["[a for a in b if not a.c]"]),
        ("x = 7", ["x = 8"]),
        ("x = True", ["x = False"]),
        ("x = 'word'", ["x = 'Xword'"]),
        ("x = '0.5'", ["x = '10.5'"]),
        ("x = 'a whole sentence'", []),
        ("def f(a: int = 7): pass", ["def f(a: int=8):\n    pass"]),
        ("x = max(a)", ["x = min(a)"]),
        ("a()", ["pass"]),
        ("raise E('word', 7) from a < b", ["pass"]),
        ("def f():\n    'docstring'", []),
        ("if TYPE_CHECKING:\n    x = 7\nelse:\n    x = a < b", ["if TYPE_CHECKING:\n    x = 7\nelse:\n    x = a <= b"]),
        ("if os.name == 'none':\n    x = 7\nelse:\n    x = 8", ["if os.name == 'none':\n    x = 7\nelse:\n    x = 9"]),
        ("X = Literal['a', 'b']", []),
        ("__all__ = ['word']", []),
        ("x: Annotated[int, Ge(0)]", []),
    ],
)
def test_the_faults_of_a_source(source: str, faults: list[str]) -> None:
    assert [spoiled(source, each.number) for each in mutants(source)] == faults


def test_a_fault_knows_its_line_and_its_statement() -> None:
    source = dedent("""\
        def f(a=7):
            return (
                a
                and b
            )
    """)
    assert [(each.line, [*each.statement], each.deep, each.was, each.now) for each in mutants(source)] == [
        (1, [1, 2, 3, 4, 5], True, "7", "8"), (3, [2, 3, 4, 5], True, "a and b", "a or b"),
    ]  # fmt: skip


def test_what_is_not_spoiled_stays_as_it_is() -> None:
    source = "x = 1\ny = 2"
    for each in mutants(source):
        lines = zip(source.splitlines(), spoiled(source, each.number).splitlines(), strict=True)
        assert sum(was != now for was, now in lines) == 1
    assert ast.unparse(ast.parse(source)) == source
