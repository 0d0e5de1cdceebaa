"""Our `NamedTuple` does what the standard one does."""

import copy
import datetime as dt
import pickle
from typing import Any, get_type_hints
from typing import NamedTuple as Standard

import pytest
from pydantic import TypeAdapter, ValidationError

from ceulog.domain import named


class Ours(named.NamedTuple):
    """A record."""

    name: str
    on: dt.date
    ceus: int = 1
    tags: tuple[str, ...] = ()

    @property
    def long(self) -> str:
        """A property."""
        return f"{self.name} {self.ceus}"


class Theirs(Standard):
    """A record."""

    name: str
    on: dt.date
    ceus: int = 1
    tags: tuple[str, ...] = ()


DAY = dt.date(2026, 11, 23)
CLASSES = (Ours, Theirs)


@pytest.mark.parametrize("kind", CLASSES)
def test_it_is_a_tuple_with_names_and_defaults(kind: Any) -> None:
    made = kind("x", on=DAY)
    assert made == ("x", DAY, 1, ())
    assert (made.name, made.on, made.ceus, made[3]) == ("x", DAY, 1, ())
    assert kind._fields == kind.__match_args__ == ("name", "on", "ceus", "tags")
    assert kind._field_defaults == {"ceus": 1, "tags": ()}
    assert get_type_hints(kind)["on"] is dt.date
    assert made._replace(ceus=2) == kind("x", DAY, 2)
    assert type(made._replace(ceus=2)) is type(kind._make(made)) is kind
    assert made._asdict() == {"name": "x", "on": DAY, "ceus": 1, "tags": ()}
    assert repr(made) == f"{kind.__name__}(name='x', on=datetime.date(2026, 11, 23), ceus=1, tags=())"
    assert hash(made) == hash(("x", DAY, 1, ()))
    assert not hasattr(made, "__dict__")
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    match made:
        case kind(name, day, ceus):
            assert (name, day, ceus) == ("x", DAY, 1)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize(
    "make",
    [lambda kind: kind(), lambda kind: kind("x", DAY, nope=1), lambda kind: kind("x", DAY, 1, (), 2),
     lambda kind: kind("x", DAY, name="y"), lambda kind: kind._make(["x"]),
     lambda kind: setattr(kind("x", DAY), "name", "y")],
)  # fmt: skip
def test_what_cannot_be_made_is_refused(kind: Any, make: Any) -> None:
    with pytest.raises((TypeError, AttributeError)):
        make(kind)


@pytest.mark.parametrize("kind", CLASSES)
def test_a_field_that_is_not_there_cannot_be_replaced(kind: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        kind("x", DAY)._replace(nope=1)


@pytest.mark.parametrize("kind", CLASSES)
def test_pydantic_knows_it(kind: Any) -> None:
    gate = TypeAdapter(kind)
    assert gate.validate_python({"name": "x", "on": "2026-11-23"}) == kind("x", DAY)
    with pytest.raises(ValidationError):
        gate.validate_python({"name": "x"})


def test_a_default_comes_last() -> None:
    body = "class Wrong(NamedTuple):\n    a: int = 1\n    b: int"
    with pytest.raises(TypeError):
        exec(body, {"NamedTuple": named.NamedTuple})


def test_methods_come_along() -> None:
    assert Ours("x", DAY).long == "x 1"
    assert isinstance(Ours("x", DAY), tuple)
