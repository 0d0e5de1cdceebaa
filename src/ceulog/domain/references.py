"""The pages behind the rules: what the tags in their sources stand for."""

import re
from collections.abc import Iterable

from ceulog.domain.named import NamedTuple

_TAGGED = re.compile(r"\[([^\]\[]*)\]")
_TAG = re.compile(r"[A-Za-z]+[0-9]+")


class Reference(NamedTuple):
    """A page that a `source` names by its tag."""

    tag: str
    says: str
    """Whose page, and what it is about."""
    address: str = ""
    dated: str = ""
    """The date of what was read, as far as it shows itself."""


def named_in(sources: Iterable[str], references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The pages whose tags these sources name in square brackets, in the order of the pages."""
    tags = {tag for source in sources for tagged in _TAGGED.findall(source) for tag in _TAG.findall(tagged)}
    return tuple(each for each in references if each.tag in tags)
