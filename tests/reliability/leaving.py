"""What leaves the log: whatever stands in it, nothing of it runs, and what is shared tells no number."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from random import Random
from typing import Any

from ceulog.logbook.errors import StorageError
from ceulog.logbook.exporting import exported
from ceulog.logbook.opening import open_logbook
from tests.reliability.desk import CLOCK, Broken, Desk
from tests.reliability.mutations import TEXTS

_TAGS = frozenset({
    "html", "head", "meta", "title", "style", "body", "section", "h1", "dl", "dt", "dd", "ul", "li", "table", "thead",
    "tbody", "tfoot", "tr", "th", "td",
})  # fmt: skip
_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_FIELDS = ("title", "sponsor", "presenter", "location", "notes", "index_number")
_BARE = re.compile(r"(?<!\\)(?:\\\\)*[<\[\]`*_~&]")


def nothing_runs(desk: Desk, data: bytes, chance: Random) -> None:
    """Of no export is any text a formula, a tag or a mark."""
    desk.file.write_bytes(data)
    logbook = open_logbook(desk.folder, CLOCK)
    try:
        tables = json.loads(data)
        for each in tables["activities"].values():
            each.update({field: chance.choice(TEXTS)[:400] or "x" for field in chance.sample(_FIELDS, 3)})
        for each in tables["credentials"].values():
            each["number"] = chance.choice(TEXTS)
        desk.file.write_text(json.dumps(tables))
        _ = logbook.state
    except (ValueError, LookupError, TypeError, AttributeError, StorageError):
        return
    for cell in _cells(exported(logbook, "x.csv", cycle="all")):
        if cell.lstrip(" \u00a0\u3000").startswith(_RUNS) and not re.fullmatch(r"-?[\d.]+", cell):
            raise Broken(f"a cell runs: {cell[:80]!r}")
    _look_at_html(exported(logbook, "x.html", cycle="all").decode())
    _look_at_markdown(exported(logbook, "x.md", cycle="all").decode())
    _look_at_workbook(exported(logbook, "x.xlsx", cycle="all"))


def _cells(data: bytes) -> list[str]:
    csv.field_size_limit(10**9)
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]


def _look_at_workbook(data: bytes) -> None:
    from openpyxl import load_workbook

    for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows():
        for cell in row:
            if cell.data_type == "f" or cell.hyperlink:
                raise Broken(f"a cell of the workbook runs: {cell.value!r}")


class _Page(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS or any(name not in ("lang", "charset", "name", "content") for name, _ in attrs):
            raise Broken(f"a tag of somebody's: {tag} {attrs}")

    def handle_comment(self, data: str) -> None:
        raise Broken("a comment of somebody's")


def _look_at_html(text: str) -> None:
    _Page().feed(text)


def _look_at_markdown(text: str) -> None:
    for line in text.splitlines():
        own = re.sub(r"^- \*\*[\w ]+\*\*: ", "", line)
        own = re.sub(r"\*\*[\d.]+( activit(y|ies))?\*\*", "", own)
        if found := _BARE.search(own):
            raise Broken(f"Markdown takes {found.group()!r} for something: {line[:80]!r}")
        if line.startswith("| ") and len(re.findall(r"(?<!\\)\|", line)) != 7:
            raise Broken(f"a row of Markdown has other cells: {line[:80]!r}")


SAID = ("title", "sponsor", "presenter", "location", "notes")
SECRETS = ("01234567", "SMP01102026A", "AB 12-cd", "2026", "77", "10", "A(1)+", "1.5")


def nothing_leaks(desk: Desk, data: bytes, chance: Random) -> None:
    """However a number is written in a text beside, it is not in what is shared."""
    tables: dict[str, Any] = json.loads(desk.log)
    entries = list(tables["activities"].values())
    number, member, credential = chance.sample(SECRETS, 3)
    entries[0]["index_number"] = number
    for each in tables["memberships"].values():
        each["member_id"] = member
    for each in tables["credentials"].values():
        each["number"] = credential
    proofs = [proof for each in entries for proof in each.get("certificates", ())]
    secrets = [
        number,
        member,
        credential,
        "Dana Sample",
        *(each["file"] for each in proofs),
        *(each["sha256"] for each in proofs),
    ]
    for each in entries:
        for field in SAID:
            hidden = _in_other_words(chance, chance.choice(secrets))
            around = data.decode("utf-8", "replace")[: chance.randrange(12)].replace(";", "")
            each[field] = f"{around} {hidden} {around[::-1]}"[:190] if chance.random() < 0.6 else hidden[:190]
    desk.file.write_text(json.dumps(tables))
    logbook = open_logbook(desk.folder, CLOCK)
    _rows_tell_nothing(exported(logbook, "x.csv", cycle="all", profile="share"), secrets)
    exported(logbook, "x.xlsx", cycle="all", profile="share")
    for name in ("x.html", "x.md", "x.jsonl"):
        page = _bare(exported(logbook, name, cycle="all", profile="share").decode())
        # shorter ones are also years and amounts
        if leaked := [each for each in secrets if len(_bare(each)) > 8 and _bare(each) in page]:
            raise Broken(f"{name} tells {leaked}")


def _rows_tell_nothing(shared: bytes, secrets: list[str]) -> None:
    for row in csv.DictReader(io.StringIO(shared.decode(), newline="")):
        for field in SAID:
            said = {_bare(word) for word in re.split(r"[\s,;:()]+", row[field])} | {_bare(row[field])}
            leaked = [
                each
                for each in secrets
                if _bare(each) in said or (len(_bare(each)) > 3 and _bare(each) in _bare(row[field]))
            ]
            if leaked:
                raise Broken(f"{field} tells {leaked}: {row[field]!r}")
        if any(
            row[name] for name in ("index_number", "member_id", "credential_number", "evidence_file", "evidence_sha256")
        ):
            raise Broken("a column of numbers is told")


def _in_other_words(chance: Random, secret: str) -> str:
    secret = chance.choice((str, str.upper, str.lower))(secret)
    if chance.random() < 0.3:
        at = chance.randrange(1, len(secret))
        secret = f"{secret[:at]} {secret[at:]}"
    return secret


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
