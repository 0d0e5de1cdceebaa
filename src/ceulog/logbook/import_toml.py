"""`imports.toml` as text: what stands in it, and what it becomes when something is to be remembered."""

import json
from collections.abc import Mapping
from typing import Any

from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import ORDERS
from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.headers import header_key
from ceulog.logbook.import_memory import FILE_NAME, HEAD, Memory, Remembered
from ceulog.rulebook.lines import line_of, lines_of
from ceulog.rulebook.own import Unreadable, decoded, parsed

MOST = 100
"""Headers that are remembered; the oldest one goes."""


def memory_in(data: bytes) -> Memory:
    """What the bytes of the file say, and what is wrong with the rest."""
    try:
        text = decoded(data)
        listed = _listed(text)
    except Unreadable as fault:
        return Memory(faults=(f"{FILE_NAME}, {fault}.",))
    lines = lines_of(text)
    found: dict[tuple[str, ...], Remembered] = {}
    faults: list[str] = []
    for number, each in enumerate(listed):
        wrong = _fault(each)
        if wrong:
            faults.append(f"{FILE_NAME}, line {line_of(lines, ('header', number))}: {wrong}.")
        else:
            header = _header(each)
            found[header.columns] = header
    return Memory(tuple(found.values()), tuple(faults))


def _listed(text: str) -> list[Any]:
    listed = parsed(text).raw.get("header", [])
    if not isinstance(listed, list):
        raise Unreadable(1, "what is remembered must stand under [[header]]")
    return listed


def _fault(plain: Any) -> str:
    """What is wrong with a header; empty for nothing."""
    if not isinstance(plain, dict):
        return "what is remembered must stand under [[header]]"
    columns, wishes, order = (plain.get(each) for each in ("columns", "map", "date_format"))
    if not (isinstance(columns, list) and columns and all(isinstance(each, str) for each in columns)):
        return 'columns must be a list of names, such as ["date", "title", "hours"]'
    if order is not None and order not in ORDERS:
        return f"date_format must be one of {', '.join(ORDERS)}"
    if wishes is None:
        return ""
    if not isinstance(wishes, dict) or not all(isinstance(each, str | int) for each in wishes.values()):
        return 'map must give fields their columns, such as { date = "When" }'
    strange = [each for each in wishes if each not in vocabulary().fields]
    return f"there is no field {tidy(strange[0])[:40]!r} to map" if strange else ""


def _header(plain: Mapping[str, Any]) -> Remembered:
    wishes = {field: str(each) for field, each in plain.get("map", {}).items()}
    order = next((each for each in ORDERS if each == plain.get("date_format")), None)
    return Remembered(header_key(plain["columns"]), wishes, order)


def changed(data: bytes, header: Remembered) -> bytes:
    """The bytes of the file with one header in it; what comes out must say so.

    Raises:
        Refusal: the file must be put right by hand first.
    """
    import tomlkit  # noqa: PLC0415 - for this alone

    try:
        text = decoded(data)
        listed = _listed(text)
        document: Any = tomlkit.parse(text if text.strip() else HEAD)
        same = [not _fault(each) and _header(each).columns == header.columns for each in listed]
        for number in reversed([number for number, is_it in enumerate(same) if is_it]):
            del document["header"][number]
        while len(document.get("header", ())) >= MOST:
            del document["header"][0]
        if "header" in document and not document["header"]:
            del document["header"]
        written = f"{document.as_string().rstrip()}\n\n{_written(header)}"
        now = [_header(each) for each in _listed(written) if not _fault(each)]
    except Unreadable as fault:
        raise _by_hand(str(fault)) from None
    except (ValueError, LookupError, TypeError, AttributeError):  # what the library makes of odd files
        raise _by_hand("it is written in an unusual way") from None
    if header not in now:
        raise _by_hand("it is written in an unusual way")
    return written.encode("utf-8")


def _written(header: Remembered) -> str:
    lines = ["[[header]]", f"columns = [{', '.join(map(_quoted, header.columns))}]"]
    if header.map:
        pairs = (f"{field} = {_quoted(column)}" for field, column in header.map.items())
        lines.append(f"map = {{ {', '.join(pairs)} }}")
    if header.order:
        lines.append(f"date_format = {_quoted(header.order)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _by_hand(reason: str) -> Refusal:
    return Refusal(f"{FILE_NAME} has to be put right by hand first: {reason}. Nothing was changed.")
