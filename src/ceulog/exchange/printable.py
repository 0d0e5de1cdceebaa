"""The log for paper: a page for each credential, as Markdown or as HTML that a browser prints."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from string import Template
from typing import Any

from ceulog.domain.named import NamedTuple
from ceulog.domain.records import plain_decimal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.exchange.report import CycleStanding, bar_words
from ceulog.exchange.rows import Row

COLUMNS = {
    "Date": "date_completed", "Title": "title", "Sponsor": "sponsor", "Index number": "index_number",
    "CEUs": "ceus_applied", "Proof": "evidence_kind",
}  # fmt: skip
"""What stands above a column -> our column."""
_PERSONAL = ("Holder", "Member id", "Number", "Index number")
"""Facts and columns that no page to share has."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&])")
"""What Markdown would take for something in the midst of a line."""


class Page(NamedTuple):
    """What is said of one credential in one cycle."""

    title: str
    facts: tuple[tuple[str, str], ...]
    requirements: tuple[tuple[str, str], ...]
    header: tuple[str, ...]
    entries: tuple[tuple[str, ...], ...]
    """Cells in the order of the header."""
    total: str
    """CEUs of the entries."""

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands below the columns."""
        number = len(self.entries)
        below = {"Title": f"{number} {'activity' if number == 1 else 'activities'}", "CEUs": self.total}
        return tuple(below.get(each, "") for each in self.header)


def pages(found: Sequence[CycleStanding], rows: Iterable[Row], state: LogState, *, shared: bool = False) -> list[Page]:
    """A page for each credential of each cycle, in their order.

    Args:
        found: the organizations' cycles.
        rows: the rows of the export; each page takes those that count for its credential in its cycle.
        state: the log.
        shared: whether they are to tell neither the holder's name nor any number; the rows are without them then.
    """
    counted: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        if row["counts"] == "Y":
            counted.setdefault((row["body"], row["cycle_start"], row["credential"]), []).append(row)
    made = []
    for standing in found:
        for credential in standing.status["credentials"]:
            key = (standing.organization.code, standing.cycle[0], credential["code"])
            made.append(_page(standing, credential, counted.get(key, []), state, _PERSONAL if shared else ()))
    return made


def _page(
    standing: CycleStanding, credential: Mapping[str, Any], rows: Sequence[Row], state: LogState, untold: Sequence[str]
) -> Page:
    organization, status, edition = standing.organization, standing.status, standing.edition
    first, last = standing.cycle
    held = next((each for each in state.held(organization.code) if each.code == credential["code"]), None)
    membership = state.membership(organization.code)
    facts = {
        "Holder": state.holder.name,
        "Organization": organization.name,
        "Member id": membership.member_id if membership else "",
        "Number": held.number if held else "",
        "Awarded": held.earned.isoformat() if held else "",
        organization.cycle_word.capitalize(): f"{first} to {last}",
        "Closed on": standing.closed_on.isoformat() if standing.closed_on else "",
        "Rule": f"{edition.summary} ({edition.id})" if edition else "",
        "Source": edition.source if edition else "",
        "Standing": "complete" if credential["complete"] else "not complete",
    }
    bars = [*credential["requirements"], *status["requirements"]]
    header = tuple(each for each in COLUMNS if each not in untold)
    return Page(
        tidy(f"{credential['code']}: {credential['name']}"),
        tuple((name, tidy(text)) for name, text in facts.items() if text and name not in untold),
        tuple((tidy(each["label"]), bar_words(each)) for each in bars),
        header,
        tuple(tuple(_cell(each, COLUMNS[name]) for name in header) for each in rows),
        plain_decimal(sum((Decimal(each["ceus_applied"]) for each in rows), Decimal(0))),
    )


def _cell(row: Row, column: str) -> str:
    if column == "evidence_kind":
        return "yes" if row[column] else "no"
    return tidy(row[column])


def markdown(found: Sequence[Page], on: str) -> bytes:
    """The pages as Markdown, with the day they are of."""
    return "\n".join(line for page in found for line in _markdown_page(page, on)).encode("utf-8", "replace")


def _markdown_page(page: Page, on: str) -> Iterator[str]:
    yield f"# {_plain(page.title)}"
    yield ""
    yield from (f"- **{_plain(name)}**: {_plain(text)}" for name, text in (*page.facts, ("As of", on)))
    yield ""
    yield from (f"- {_plain(label)}: {_plain(text)}" for label, text in page.requirements)
    yield ""
    yield f"| {' | '.join(page.header)} |"
    yield f"|{'---|' * len(page.header)}"
    yield from (f"| {' | '.join(map(_plain, cells))} |" for cells in page.entries)
    yield f"|{''.join(f' **{each}** |' if each else ' |' for each in page.foot)}"
    yield ""


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    return _MARKDOWN.sub(r"\\\1", text)


_PAGE = Template("""<section>
<h1>$title</h1>
<dl>
$facts
</dl>
<ul>
$requirements
</ul>
<table>
<thead><tr>$header</tr></thead>
<tbody>
$entries
</tbody>
<tfoot><tr>$foot</tr></tfoot>
</table>
</section>
""")
_DOCUMENT = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CEU log</title>
<style>
body { font: 11pt/1.4 Georgia, serif; margin: 2em auto; max-width: 60em; color: #111; background: #fff; }
section + section { break-before: page; margin-top: 4em; }
h1 { font-size: 1.4em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; }
dt { color: #555; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.2em 0.6em 0.2em 0; border-bottom: 1px solid #ccc; }
td:first-child { white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
</style>
</head>
<body>
$pages</body>
</html>
""")


def html(found: Sequence[Page], on: str) -> bytes:
    """The pages as one HTML file without anything from elsewhere, with the day they are of."""
    return _DOCUMENT.substitute(pages="".join(_html_page(each, on) for each in found)).encode("utf-8", "replace")


def _html_page(page: Page, on: str) -> str:
    facts = (*page.facts, ("As of", on))
    return _PAGE.substitute(
        title=escape(page.title),
        facts="\n".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts),
        requirements="\n".join(f"<li>{escape(label)}: {escape(text)}</li>" for label, text in page.requirements),
        header="".join(f"<th>{each}</th>" for each in page.header),
        entries="\n".join(f"<tr>{_html_cells(cells)}</tr>" for cells in page.entries),
        foot=_html_cells(page.foot),
    )


def _html_cells(cells: Iterable[str]) -> str:
    return "".join(f"<td>{escape(each)}</td>" for each in cells)
