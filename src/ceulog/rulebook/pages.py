"""The pages behind the shipped rules; read only when somebody asks why."""

import tomllib
from functools import cache
from pathlib import Path

from ceulog.domain.records import from_plain
from ceulog.domain.references import Reference

_FOLDER = Path(__file__).parent / "references"


@cache
def shipped_references() -> tuple[Reference, ...]:
    """Every page that the shipped rules name by a tag, file by file."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(_FOLDER.glob("*.toml")))
    return tuple(from_plain(Reference, each) for text in texts for each in tomllib.loads(text)["reference"])
