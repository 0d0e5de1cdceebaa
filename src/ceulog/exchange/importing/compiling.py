"""`dialects.toml` -> `dialects.json`: `python -m ceulog.exchange.importing.compiling` after it was changed."""

import json
import tomllib
from pathlib import Path

from ceulog.exchange.importing.dialects import COMPILED


def compiled(toml: str) -> bytes:
    """What the file says, as JSON."""
    return json.dumps(tomllib.loads(toml), indent=1).encode() + b"\n"


if __name__ == "__main__":
    target = Path(COMPILED)
    target.write_bytes(compiled(target.with_suffix(".toml").read_text(encoding="utf-8")))
