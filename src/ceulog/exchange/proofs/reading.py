"""The text of one certificate -> what it says of an activity, each with the line that it was read from.

Nothing is guessed: what is not said, or said in two ways, stays empty.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import printable, tidy
from ceulog.exchange.importing.dates import Order, evidence
from ceulog.exchange.proofs.values import (
    Doubt,
    OpenOrder,
    ceus_in,
    day_in,
    days_of,
    index_number_in,
    name_in,
    plain_ceus,
    title_in,
)
from ceulog.exchange.proofs.words import OTHER, words

MOST_LINES = 400
LONGEST_LINE = 600
"""Characters; more is no line of a certificate."""
LONGEST_QUOTE = 3
"""Lines that a title in quotation marks goes over."""
# 2026-08-18  Auditing telehealth claims  (Sample Seminars): 2.5 CEU
_ROW = re.compile(r"\S.{0,18}?\s+(?P<title>\S.*?)\s*(?:\((?P<sponsor>[^()]+)\))?\s*[:,|]\s*$")


class Found(NamedTuple):
    """A value that was read."""

    value: str
    """A day is ISO, CEUs are plain decimal."""
    line: str
    """Where it stands."""


class CertificateText(NamedTuple):
    """What a certificate says."""

    found: Mapping[str, Found] = {}
    """Field of an activity -> what was read of it: title, date, ceus, sponsor, index_number, presenter."""
    doubts: Mapping[str, str] = {}
    """Field -> why nothing was read of it, though something stands there."""
    rows: int = 0
    """Lines that each speak of an activity; a transcript has several."""
    open_day: str = ""
    """Its day, where nothing on it shows whether it begins with the month or with the day; else empty."""


FIELDS: Mapping[str, Callable[[str], str]] = {
    "title": title_in,
    "date": day_in,
    "ceus": ceus_in,
    "sponsor": name_in,
    "index_number": index_number_in,
    "presenter": name_in,
}


class _Said(NamedTuple):
    """One thing that is said of a field, before it is known whether it is a value."""

    field: str
    rank: int
    """The smallest has the say."""
    text: str
    line: str
    read: Callable[[str], str]


def read_certificate(text: str, order: Order | None = None) -> CertificateText:
    """What the text of a certificate says; a line of it is never cut to fit.

    Args:
        text: the text.
        order: of month and day, where no other day on the certificate shows it.
    """
    lines = [" ".join(tidy(each).split()) for each in printable(text).split("\n")]
    lines = [each for each in lines if 0 < len(each) <= LONGEST_LINE][:MOST_LINES]
    rows = [each for each in map(_row, lines) if each]
    if len(rows) > 1:
        return CertificateText(rows=len(rows))
    said = [*(each for row in rows for each in row), *_labelled(lines), *_unlabelled(lines)]
    found: dict[str, Found] = {}
    doubts: dict[str, Doubt] = {}
    for field in FIELDS:
        _settle(field, [each for each in said if each.field == field], found, doubts)
    open_day = ""
    if isinstance(day := doubts.get("date"), OpenOrder):
        shown = evidence(each.text for line in lines for each in days_of(line)).order
        open_day = "" if shown else day.example
        if shown or order:
            del doubts["date"]
            read = partial(day_in, order=shown or order)
            _settle("date", [each._replace(read=read) for each in said if each.field == "date"], found, doubts)
    return CertificateText(found, {field: str(each) for field, each in doubts.items()}, len(rows), open_day)


def _settle(field: str, said: Sequence[_Said], found: dict[str, Found], doubts: dict[str, Doubt]) -> None:
    """Take the value that has the say; none where two of the same rank differ."""
    for rank in sorted({each.rank for each in said}):
        values: dict[str, Found] = {}
        for each in said:
            if each.rank != rank:
                continue
            try:
                value = each.read(each.text)
            except Doubt as doubt:
                doubts.setdefault(field, doubt)
            else:
                values.setdefault(value.casefold(), Found(value, each.line))
        if len(values) > 1:
            several = " and ".join(f"“{each.value[:60]}”" for each in list(values.values())[:2])
            doubts[field] = Doubt(f"it says {several}")
            return
        if values:
            found[field] = next(iter(values.values()))
            doubts.pop(field, None)
            return


# --- a line that says everything -----------------------------------------------------------------------------

ROW, PHRASE, ANYWHERE = -1, 1000, 2000
"""Ranks: of a line that says everything, of words without a label, of a day that stands anywhere."""


def _row(line: str) -> list[_Said] | None:
    """What a line says that begins with a day and has CEUs in it; None for any other."""
    days, amount = days_of(line[:40]), words().amount.search(line)
    if not days or days[0].start > 1 or amount is None:
        return None
    match = _ROW.fullmatch(line[: amount.start()].replace(days[0].text, "-", 1))
    if match is None:
        return None
    said = [
        _Said("date", ROW, days[0].text, line, day_in),
        _Said("title", ROW, match["title"], line, title_in),
        _Said("ceus", ROW, amount[1], line, plain_ceus),
    ]
    return [*said, _Said("sponsor", ROW, match["sponsor"], line, name_in)] if match["sponsor"] else said


# --- labels --------------------------------------------------------------------------------------------------


def _labelled(lines: Sequence[str]) -> Iterator[_Said]:
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        yield from _in_line(line, following)


def _in_line(line: str, following: str) -> Iterator[_Said]:
    """The values behind the labels of a line; of one that is nothing but a label, the line below it."""
    known = words()
    matches = [each for each in known.labels.finditer(line) if _is_label(each, line)]
    for match, later in zip_longest(matches, matches[1:]):
        field, rank = _place_of(match)
        if field == OTHER:
            continue
        text = line[match.end() : later.start() if later else len(line)].strip()
        where = line
        if not text and later is None and len(matches) == 1 and match.start() == 0:
            if next(_in_line(following, ""), None) or known.labels.match(following):
                continue
            text, where = following, f"{line} {following}"
        if text:
            yield _Said(field, rank, text, where, FIELDS[field])


def _is_label(match: re.Match[str], line: str) -> bool:
    """Whether it is one: the last words of a line are none, unless they are all of it or have a colon."""
    return match.end() < len(line) or match[0].rstrip().endswith((":", "：", "#")) or match.start() == 0


# --- words without a label -----------------------------------------------------------------------------------


def _unlabelled(lines: Sequence[str]) -> Iterator[_Said]:
    known = words()
    beside_another = False
    for number, line in enumerate(lines):
        for match in known.amount.finditer(line):
            yield _Said("ceus", PHRASE, match[1], line, plain_ceus)
        labels = [each for each in known.labels.finditer(line) if _is_label(each, line)]
        after = known.title_after.search(line)
        if after and not any(each.start() <= after.start() < each.end() for each in labels):
            yield from _title(line[after.end() :], lines, number)
        other = next((each for each in labels if _field_of(each) == OTHER), None)
        if not beside_another:
            mine = line[: other.start()] if other else line
            yield from (_Said("date", ANYWHERE, day.text, line, day_in) for day in days_of(mine))
        beside_another = other is not None and other.end() == len(line)


def _field_of(label: re.Match[str]) -> str:
    return _place_of(label)[0]


def _place_of(label: re.Match[str]) -> tuple[str, int]:
    return words().fields[" ".join(label[1].casefold().split())]


def _title(rest: str, lines: Sequence[str], number: int) -> Iterator[_Said]:
    """The title behind words such as "has completed": what is left of the line, or the line below."""
    line = lines[number]
    text = rest.strip(" ,:;.-–—")
    if text.casefold() in words().no_titles or not text:
        number += 1
        if number >= len(lines) or words().labels.match(lines[number]):
            return
        text, line = lines[number], f"{line} {lines[number]}"
    opening = text[:1]
    closing = {'"': '"', "“": "”", "«": "»"}.get(opening)
    if closing:
        for more in lines[number + 1 : number + LONGEST_QUOTE]:
            if closing in text[1:]:
                break
            text, line = f"{text} {more}", f"{line} {more}"
        text = text[1:].partition(closing)[0]
    yield _Said("title", PHRASE, _before_day(text), line, title_in)


def _before_day(text: str) -> str:
    """A title without "on March 3, 2026" or "for 2 CEUs" behind it."""
    if days := days_of(text):
        text = re.sub(r"\s+(?:held on|on the|on|this|dated)?\s*$", "", text[: days[0].start], flags=re.IGNORECASE)
    amount = words().amount.search(text)
    if amount:
        text = re.sub(r"[\s,]+(?:for|and earned|and has earned|worth)?\s*$", "", text[: amount.start()], flags=re.I)
    return text
