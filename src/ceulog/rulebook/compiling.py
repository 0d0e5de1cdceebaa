"""The shipped TOML files -> `compiled.json`: `python -m ceulog.rulebook.compiling` after one of them was changed."""

import json
from collections.abc import Iterable
from pathlib import Path

from ceulog.domain.records import to_plain
from ceulog.rulebook.errors import BadRules
from ceulog.rulebook.loader import plain_rules, read_rules
from ceulog.rulebook.shipped import COMPILED


def compiled(files: Iterable[Path]) -> bytes:
    """The rules of these files as plain values: organizations by code, and all domains.

    A file is named after its organization.

    Raises:
        BadRules: one of them cannot be used.
    """
    organizations, domains = {}, []
    for file in sorted(files):
        text = file.read_text(encoding="utf-8")
        organization, named = read_rules(file.name, text)
        if organization.code != file.stem.upper():
            raise BadRules(file.name, f"a shipped file is named after its organization, which is {organization.code}")
        organizations[organization.code] = plain_rules(file.name, text)["organization"]
        domains += [to_plain(each) for each in named]
    found = {"organization": organizations, "domain": domains}
    return json.dumps(found, indent=1, default=to_plain).encode() + b"\n"


if __name__ == "__main__":
    target = Path(COMPILED)
    target.write_bytes(compiled(target.parent.glob("*.toml")))
