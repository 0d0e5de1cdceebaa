"""Valid files made slightly or wholly wrong: by bytes, by lines and cells, and by the values inside of JSON."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from random import Random
from typing import Any

LARGE = 60_000
"""Characters of what is repeated: beyond any field, and far within a case's time."""

TEXTS = (
    "", " ", "\t", "\n", "\r\n\r\n", "\x00", "\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\u202eabc", "\u2066x",
    "\ufeff", "\u2028",
    "\ud800", "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "'=1", "<script>alert(1)</script>", "[x](javascript:y)",
    "|a|b|", "`", "$x",
    "../../etc/passwd", "/etc/passwd", "C:\\x", "C:x", "\\\\host\\x", "CON", "NUL.pdf", "COM1", "a.", "a ",
    "~nobody/x", "~", "%s%n",
    "NaN", "Infinity", "-1e400", "1e999999999", "1E-999999999", "9" * 5000, "0." + "0" * 5000 + "1", "-0", "٣",
    "１．５",
    "1,5", "1e2",
    "0000-00-00", "9999-12-31", "2026-02-30", "31/12/99", "-99999999d", "+999999999w", "2/29", "true", "null", "[]",
    "{}", "[" * 3000,
    "(" * 500, "a" * LARGE, "x," * 500, '"' * 501,
    "\\", "\\u0000", '""', ";", "=", ":", "AAPC=", "AAPC=1e9;AAPC=2", "[/x] [bold]",
    "İ", "ß", "é" * 300, "👩‍⚕️", "a\u0300" * 50,
)  # fmt: skip
"""What programs stumble over, in a place where anything may stand."""

VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**63, 10**400, 1.5, -0.0, 1e308, float("nan"), float("inf"), [], {}, [[]], [None],
    {"": None},
    {"id": "log"}, {"a": {"b": [1, {"c": "d"}]}}, ["x"] * 300, {f"k{n}": n for n in range(300)}, "2026-11-23", "AAPC",
    "CPC", "1.5",
)  # fmt: skip

Mutator = Callable[[Random, bytes, Sequence[bytes]], bytes]


def _text(chance: Random) -> bytes:
    return chance.choice(TEXTS).encode("utf-8", "surrogatepass" if chance.random() < 0.5 else "replace")


def _span(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.paretovariate(0.6)))


def _flip(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return chance.randbytes(1)
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _break_off(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _put_in(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + _text(chance) + data[end if chance.random() < 0.5 else start :]


def _noise(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + chance.randbytes(chance.randrange(1, 40)) + data[end:]


def _repeat(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    piece = data[start:end] or b"a"
    times = chance.choice((2, 3, 50, LARGE // len(piece) + 1))
    return data[:start] + piece * times + data[end:]


def _splice(chance: Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    start, end = _span(chance, other)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start : max(end, start + 40)] + data[at:]


def _value(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Another thing in the place of a number, a word or a quoted text."""
    found = list(re.finditer(rb'"[^"\n]*"|[-+\w.]+', data))
    if not found:
        return _text(chance)
    hit = chance.choice(found)
    new = _text(chance)
    if hit.group().startswith(b'"') and chance.random() < 0.7:
        new = b'"' + new.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
    return data[: hit.start()] + new + data[hit.end() :]


def _line(chance: Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Lines swapped, dropped, doubled, or taken from elsewhere."""
    lines = data.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    act = chance.randrange(4)
    if act == 0:
        lines[at], lines[other] = lines[other], lines[at]
    elif act == 1:
        del lines[at]
    elif act == 2:
        lines.insert(other, lines[at])
    else:
        lines.insert(at, chance.choice(chance.choice(seeds).split(b"\n")))
    return b"\n".join(lines)


def _encoded(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


BY_BYTES: tuple[Mutator, ...] = (
    _flip, _cut, _break_off, _put_in, _put_in, _noise, _repeat, _splice, _value, _value, _value, _line, _line, _encoded,
)  # fmt: skip


def mutated(chance: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds with a few faults; now and then random bytes alone."""
    if chance.random() < 0.05:
        return chance.randbytes(chance.randrange(200))
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(BY_BYTES)(chance, data, seeds)
    return data


def mutated_json(chance: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds, JSON all, with other values in some places; half of them sealed as a logbook is."""
    if chance.random() < 0.25:
        return mutated(chance, seeds)
    plain = json.loads(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4))):
        _change_inside(chance, plain)
    return sealed(plain) if chance.random() < 0.5 else json.dumps(plain).encode()


def _change_inside(chance: Random, plain: Any) -> None:
    place = plain
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(place[key], dict | list) and place[key] and chance.random() < 0.93:
            place = place[key]
            continue
        break
    act = chance.randrange(8)
    if act == 0:
        del place[key]
    elif act == 1 and isinstance(place, dict):
        place[chance.choice(TEXTS)] = place.pop(key)
    elif act == 2 and isinstance(place, list):
        place.append(deepcopy(place[key]))
    elif act < 6:
        place[key] = chance.choice(TEXTS)
    else:
        place[key] = deepcopy(chance.choice(VALUES))


def sealed(plain: Any) -> bytes:
    """A log's tables as the program itself would have written them, whatever they hold."""
    meta = plain.get("meta") if isinstance(plain, dict) else None
    if not isinstance(meta, dict):
        return json.dumps(plain).encode()
    log = next((each for each in meta.values() if isinstance(each, dict) and each.get("id") == "log"), None)
    if log is None:
        return json.dumps(plain).encode()
    key = next(name for name, each in meta.items() if each is log)
    others = {name: table for name, table in plain.items() if name != "meta"}
    rest = {name: each for name, each in meta.items() if each is not log}
    start = json.dumps({**others, "meta": rest}, separators=(",", ":"))[:-2]
    start += f"{',' if rest else ''}{json.dumps(key)}:"
    digest = zlib.crc32(start.encode())
    fields = {name: each for name, each in log.items() if name not in ("id", "checksum")}
    end = {"id": "log", **fields, "checksum": f"crc32:{digest:08x}"}
    return f"{start}{json.dumps(end, separators=(',', ':'))}}}}}".encode()


def repacked(chance: Random, data: bytes) -> bytes:
    """A whole ZIP file with other names and contents."""
    names = [
        "../x",
        "/x",
        "C:/x",
        "a\\..\\b",
        "CON",
        "x\x1b[31m",
        "a/" * 300,
        "",
        ".",
        "P/manifest.sha256",
        "P/log.csv",
        "p/LOG.CSV",
    ]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((0, 8, 12, 14))) as archive:
        for number in range(chance.randrange(1, 12)):
            name = chance.choice(names) or f"P/{number}"
            content = data[: chance.randrange(1000)] * chance.choice((0, 1, 1000))
            with suppress(ValueError):
                archive.writestr(zipfile.ZipInfo(name), content) if chance.random() < 0.3 else archive.writestr(
                    name, content
                )
    return packed.getvalue()


def words(chance: Random, seeds: Sequence[bytes]) -> bytes:
    """A line that people might type: the words of several, and what nobody types."""
    if chance.random() < 0.3:
        return mutated(chance, seeds)
    pieces = [chance.choice(chance.choice(seeds).split() or [b""]) for _ in range(chance.randrange(1, 9))]
    if chance.random() < 0.5:
        pieces.insert(chance.randrange(len(pieces)), _text(chance))
    return chance.choice((b" ", b" ", b"  ", b", ", b"")).join(pieces)
