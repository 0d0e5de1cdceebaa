"""What a packet's summary says of the portals: what was claimed where, and what of it is not verified."""

from collections.abc import Iterable, Iterator, Mapping

from ceulog.domain.portal import STANDINGS, PortalStanding
from ceulog.domain.text import tidy
from ceulog.exchange.rows import Row


def portal_lines(rows: Iterable[Row], words: Mapping[PortalStanding, str]) -> Iterator[str]:
    """How many entries that count stand where in each portal, and which were submitted and are not verified.

    Args:
        rows: the rows of the packet's log.
        words: what the states are called.
    """
    by_body: dict[str, dict[str, Row]] = {}
    for row in rows:
        if row["counts"] == "Y":
            by_body.setdefault(row["body"], {}).setdefault(row["activity_id"], row)
    for body, firsts in by_body.items():
        found = [each["portal_status"] for each in firsts.values()]
        if set(found) <= {"logged"}:
            continue
        yield ""
        tally = ", ".join(f"{found.count(each)} {words[each]}" for each in STANDINGS if each in found)
        yield f"{body}, in its portal: {tally}"
        for row in firsts.values():
            if row["portal_status"] in ("submitted", "questioned"):
                when = f", submitted {row['submitted_date']}" if row["submitted_date"] else ""
                yield f"  Not verified: row {row['row']}, {row['date_completed']}, {tidy(row['title'])}{when}"
