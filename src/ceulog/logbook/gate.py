"""The gate: pydantic validates against the record classes and finds the words for each fault.

Imported only when there is something to phrase, or something untyped to read: pydantic costs more than
a whole command.
"""

from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from pydantic import TypeAdapter, ValidationError

from ceulog.domain.checking import Place
from ceulog.domain.records import to_plain
from ceulog.domain.refusals import Refusal
from ceulog.wording.labels import label_of
from ceulog.wording.sentences import fault_sentence

R = TypeVar("R")


class Faults(Refusal):
    """Every fault of a record, field by field."""

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        super().__init__(" ".join(sentence for _, sentence in faults), field=faults[0][0] if faults else "")
        self.faults = faults
        """Pairs of a field's name and a sentence."""


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(record_class: type[R]) -> TypeAdapter[R]:
    if record_class not in _adapters:
        _adapters[record_class] = TypeAdapter(record_class)
    return _adapters[record_class]


def validated(record_class: type[R], plain: Any) -> R:
    """A record from plain values.

    Raises:
        Faults: a field is unknown, missing, of the wrong kind or out of bounds.
    """
    try:
        return _adapter(record_class).validate_python(plain)
    except ValidationError as fault:
        found = fault.errors(include_url=False, include_context=True)
        raise Faults(_distinct(_fault(each) for each in found)) from None


def faults_in(record_class: type[Any], plain: Any, placed: Callable[[Place], Place]) -> list[tuple[Place, str]]:
    """What pydantic says against plain values in something larger: each fault's place there, and its sentence.

    Args:
        record_class: what they should be.
        plain: the values.
        placed: from a place in them to the place in what is larger.
    """
    try:
        _adapter(record_class).validate_python(plain)
    except ValidationError as fault:
        found = [(placed(each["loc"]), each) for each in fault.errors(include_url=False, include_context=True)]
        return [(place, fault_sentence(label_of(place), each)) for place, each in found]
    return []


def _distinct(faults: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The faults, less those of the credits where the CEUs that they come from are at fault."""
    found = tuple(faults)
    fields = {field for field, _ in found}
    return tuple(each for each in found if each[0] != "credits" or "ceus" not in fields)


def _fault(error: Any) -> tuple[str, str]:
    field = str(error["loc"][0]) if error["loc"] else ""
    return field, fault_sentence(label_of(error["loc"]), error)


def phrase_faults(record: Any) -> NoReturn:
    """Say what is wrong with a record that does not keep to its bounds.

    Raises:
        Faults: always.
    """
    validated(type(record), to_plain(record))
    raise Faults((("", "Something in it is out of bounds."),))
