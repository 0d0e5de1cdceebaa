"""The rules that come with the program, as `compiling` made them of the TOML files: parsing TOML is dear to a start.

They are read by the plain reader: the tests hold the TOML files against pydantic and against the checks that a
holder's own file goes through, and the compiled one against the TOML files; a start need not.
"""

# ruff: noqa: PTH118, PTH120, PTH123 - pathlib is an import that the command line does not pay for

import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ceulog.domain.editions import Domain, Organization, Rulebook
from ceulog.domain.records import Unfit, from_plain
from ceulog.rulebook.errors import BadRules

COMPILED = os.path.join(os.path.dirname(__file__), "compiled.json")

_NAME = "compiled.json"


class Shelf(Mapping[str, Organization]):
    """Organizations by code, each read when it is first asked for: a body that nobody holds costs a start nothing.

    Args:
        plain: code -> the plain values of an organization.
    """

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self._plain = plain
        self._read: dict[str, Organization] = {}

    def __getitem__(self, code: str) -> Organization:
        """The organization of a code.

        Raises:
            KeyError: there is none.
            BadRules: what is compiled does not fit.
        """
        if code not in self._read:
            try:
                self._read[code] = from_plain(Organization, self._plain[code])
            except Unfit as fault:
                raise BadRules(_NAME, f"{code}: {fault.path} is missing, unknown or of the wrong kind") from fault
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        """The codes, in the order of the files."""
        return iter(self._plain)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._plain)

    def __contains__(self, code: object) -> bool:
        """Whether there is such an organization; nothing is read for that."""
        return code in self._plain


def _compiled() -> bytes:
    with open(COMPILED, "rb") as file:
        return file.read()


@cache
def load_shipped() -> Rulebook:
    """The rules that come with the program, the same each time.

    Raises:
        BadRules: the compiled file is damaged; of some organizations it is only known when they are asked for.
    """
    try:
        plain = json.loads(_compiled())
        domains = tuple(from_plain(Domain, each) for each in plain["domain"])
        return Rulebook(Shelf(plain["organization"]), domains)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BadRules(_NAME, f"it is damaged ({fault}); install ceulog anew") from fault
