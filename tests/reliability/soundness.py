"""Whether a logbook folder is whole: everything that is promised of it at any moment."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from ceulog.logbook.logbook import Logbook

_TEMP = re.compile(r"\.tmp$")
CERTIFICATES = "certificates"


def faults(logbook: Logbook) -> list[str]:
    """What is wrong with the folder, whatever happened before; empty when it is whole."""
    folder = logbook.folder
    file = folder / "logbook.json"
    if not file.exists():
        return []
    found = []
    with TinyDB(file, access_mode="r") as plain:
        if len(plain.table("activities").all()) != len(logbook.state.activities):
            found.append("plain TinyDB reads another number of entries")
    if logbook.misfits:
        found.append(f"{len(logbook.misfits)} documents cannot be read")
    if logbook.edited_elsewhere:
        found.append("the checksum does not fit")
    return found + _proofs(folder, json.loads(file.read_bytes()))


def _proofs(folder: Path, tables: dict[str, dict[str, Any]]) -> list[str]:
    """Certificates that an entry names, or that undo would bring back, and that are not there as attached."""
    documents = list(tables.get("activities", {}).values())
    for change in tables.get("changes", {}).values():
        documents += [other["document"] for other in change["others"] if other["document"]]
    named = {(each["file"], each["sha256"]) for it in documents for each in it.get("certificates", ())}
    found = []
    for name, digest in sorted(named):
        path = folder / CERTIFICATES / name
        if not path.is_file():
            found.append(f"{name} is gone")
        elif sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"{name} is not as it was attached")
    return found


def litter(folder: Path) -> list[str]:
    """Temporary files anywhere in the folder."""
    return [str(each.relative_to(folder)) for each in folder.rglob("*") if _TEMP.search(each.name)]
