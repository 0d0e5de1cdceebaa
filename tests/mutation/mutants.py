"""The small faults that are put into a source, one at a time.

Left alone is what cannot be seen or is nobody's business: annotations, docstrings, sentences, what an error says, and
what stands under `TYPE_CHECKING`.
"""

import ast
import copy
import os  # noqa: F401 - what is asked of the system is evaluated
import re
import sys  # noqa: F401
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

SWAPS: dict[type[ast.AST], ast.AST] = {
    ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt(), ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(), ast.In: ast.NotIn(), ast.NotIn: ast.In(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is(),
    ast.And: ast.Or(), ast.Or: ast.And(), ast.Add: ast.Sub(), ast.Sub: ast.Add(), ast.Mult: ast.Add(),
    ast.Div: ast.Mult(), ast.FloorDiv: ast.Mult(), ast.Mod: ast.FloorDiv(), ast.BitOr: ast.BitAnd(),
    ast.BitAnd: ast.BitOr(),
}  # fmt: skip
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
ASKED = (ast.Name, ast.Attribute, ast.Call)
"""Conditions that are turned round as a whole; a comparison has faults of its own."""
_SYSTEM = re.compile(r"(sys\.platform|os\.name) [!=]= '\w+'")
"""What only another system runs is left alone too."""
UNSEEN = {"annotation", "returns", "decorator_list", "exc", "cause", "format_spec"}
"""The parts of a statement that are left alone."""


class Mutant(NamedTuple):
    """One fault: the how manyeth it is in its source, and where it stands."""

    number: int
    line: int
    statement: range
    """The lines of the statement around it: of a function or a class, all of it."""
    deep: bool
    """Whether it is in a function, whose lines are not run by an import alone."""
    was: str
    now: str


class _Fault(NamedTuple):
    """A part of a tree, and what is put into its place."""

    holder: ast.AST
    field: str
    at: int | None
    node: Any
    other: ast.AST
    statement: ast.stmt
    deep: bool

    def put(self) -> None:
        """Spoil the tree."""
        if self.at is None:
            setattr(self.holder, self.field, self.other)
        else:
            getattr(self.holder, self.field)[self.at] = self.other


def mutants(source: str) -> list[Mutant]:
    """All faults of a source, always in the same order."""
    found = []
    for number, fault in enumerate(_faults(ast.parse(source))):
        lines = range(fault.statement.lineno, (fault.statement.end_lineno or fault.statement.lineno) + 1)
        was, now = ast.unparse(fault.node), ast.unparse(fault.other)
        found.append(Mutant(number, fault.node.lineno, lines, fault.deep, was, now))
    return found


def spoiled(source: str, number: int) -> str:
    """A source with its how manyeth fault in it."""
    tree = ast.parse(source)
    next(islice(_faults(tree), number, None)).put()
    return ast.unparse(ast.fix_missing_locations(tree))


def _faults(tree: ast.Module) -> Iterator[_Fault]:
    """What can go wrong in each part of a tree."""
    parts: list[tuple[ast.AST, ast.stmt | None, bool]] = [(tree, None, False)]
    for holder, around, inside in parts:
        statement = holder if isinstance(holder, ast.stmt) else around
        deep = inside or isinstance(holder, ast.FunctionDef | ast.Lambda)
        for field, value in _seen(holder):
            for at, node in enumerate(value) if isinstance(value, list) else ((None, value),):
                if not isinstance(node, ast.AST):
                    continue
                parts.append((node, statement, deep))
                here = node if isinstance(node, ast.stmt) else statement
                if here is not None:
                    yield from (_Fault(holder, field, at, node, other, here, deep)
                                for other in _instead(node, holder, field))  # fmt: skip


def _seen(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """The parts of a node that do something."""
    unseen = UNSEEN
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        unseen = unseen | {"test", "body"}
    if isinstance(node, ast.If) and _SYSTEM.fullmatch(asked := ast.unparse(node.test)):
        unseen = unseen | {"test", "orelse" if eval(asked) else "body"}
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        unseen = unseen | {"value"}
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        unseen = unseen | {"slice"}
    yield from (each for each in ast.iter_fields(node) if each[0] not in unseen)


def _instead(node: ast.AST, holder: ast.AST, field: str) -> Iterator[ast.AST]:
    """What is put into the place of a node."""
    match node:
        case ast.Compare():
            for at, sign in enumerate(node.ops):
                other = copy.deepcopy(node)
                other.ops[at] = SWAPS[type(sign)]  # type: ignore[call-overload]
                yield other
        case ast.BoolOp(op=sign) | ast.BinOp(op=sign) | ast.AugAssign(op=sign) if type(sign) in SWAPS:
            yield _with(node, op=SWAPS[type(sign)])
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield _with(node, func=ast.Name(CALLS[name]))
        case ast.Constant(value=bool() | int() | str()):
            yield from _other_constant(node, holder)
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Continue() | ast.Break():
            yield ast.Pass()
    if isinstance(node, ASKED) and field in {"test", "ifs"} and not isinstance(holder, ast.IfExp | ast.Assert):
        yield ast.UnaryOp(ast.Not(), node)


def _other_constant(node: ast.Constant, holder: ast.AST) -> Iterator[ast.Constant]:
    """A number that is another, the other truth, a word with a letter before it; no sentence."""
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str) and " " not in node.value and not isinstance(holder, ast.Expr | ast.JoinedStr):
        yield ast.Constant(f"1{node.value}" if node.value[:1].isdigit() else f"X{node.value}")


def _with(node: ast.AST, **parts: ast.AST) -> ast.AST:
    """A copy of a node with other parts."""
    other = copy.copy(node)
    for name, part in parts.items():
        setattr(other, name, part)
    return other
