"""The shipped TOML files -> `compiled.json`: `python -m ceulog.rulebook.compiling` after one of them was changed."""

import json
from collections.abc import Iterable
from pathlib import Path

from ceulog.domain.editions import Domain, Organization
from ceulog.domain.records import to_plain
from ceulog.domain.rule_checks import rule_faults
from ceulog.rulebook.errors import BadRules
from ceulog.rulebook.loader import plain_rules, read_rules
from ceulog.rulebook.own import parsed
from ceulog.rulebook.shipped import COMPILED


def compiled(files: Iterable[Path]) -> bytes:
    """The rules of these files as plain values: organizations by code, and all domains.

    A file is named after its organization.

    Raises:
        BadRules: one of them cannot be used, by the checks that a holder's own file goes through.
    """
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(files)}
    read = {file: read_rules(file.name, text) for file, text in texts.items()}
    domains = [each for _, named in read.values() for each in named]
    organizations = {}
    for file, (organization, _) in read.items():
        if organization.code != file.stem.upper():
            raise BadRules(file.name, f"a shipped file is named after its organization, which is {organization.code}")
        _check(file.name, texts[file], organization, domains)
        organizations[organization.code] = plain_rules(file.name, texts[file])["organization"]
    found = {"organization": organizations, "domain": [to_plain(each) for each in domains]}
    return json.dumps(found, indent=1, default=to_plain).encode() + b"\n"


def _check(name: str, text: str, organization: Organization, domains: Iterable[Domain]) -> None:
    own = parsed(text)
    for place, reason in rule_faults(organization, [each.id for each in domains]):
        where = own.in_file(place)
        raise BadRules(name, f"line {own.line_of(where)}: {'.'.join(map(str, where))}: {reason}")


if __name__ == "__main__":
    target = Path(COMPILED)
    try:
        target.write_bytes(compiled(target.parent.glob("*.toml")))
    except BadRules as fault:
        raise SystemExit(str(fault)) from None
