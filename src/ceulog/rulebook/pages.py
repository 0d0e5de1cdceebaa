"""The pages behind the shipped rules; read only when somebody asks why."""

import tomllib
from functools import cache
from pathlib import Path

from ceulog.domain.records import from_plain
from ceulog.domain.references import Reference

_FOLDER = Path(__file__).parent / "references"


@cache
def shipped_references(organization: str) -> tuple[Reference, ...]:
    """The pages that the shipped rules of an organization name by tags; none for a holder's own."""
    file = _FOLDER / f"{organization.lower()}.toml"
    if organization.upper() != organization or not file.is_file():
        return ()
    return tuple(from_plain(Reference, each) for each in tomllib.loads(file.read_text(encoding="utf-8"))["reference"])
