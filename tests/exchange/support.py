"""What the tests of the export share: logs with closed cycles, and rows read out in few words."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping

from ceulog.domain.activities import Activity
from ceulog.domain.cycles import Closing, Cycle
from ceulog.domain.editions import Rulebook
from ceulog.domain.state import LogState
from ceulog.exchange.csv_out import export_rows, table_bytes
from ceulog.exchange.profiles import ProfileName
from ceulog.exchange.rows import Row
from ceulog.exchange.scope import Scope
from tests.builders import a_cycle, day

BOTH = (("CPC", "2019-05-14"), ("CCS", "2020-02-03"))
"""CPC at AAPC, CCS at AHIMA."""


def a_closed(
    start: str, end: str, counted: Mapping[str, Mapping[str, str]], excluded: Mapping[str, str] | None = None
) -> Cycle:
    """A closed cycle that stored these CEUs (activity -> credential -> CEUs) and these reasons."""
    status = {"excluded": [{"id": key, "reason": reason} for key, reason in (excluded or {}).items()]}
    return a_cycle(start, end, closing=Closing(day(end), status, counted))


def said(rows: Iterable[Row]) -> list[str]:
    """Each row as `title: body credential CEUs` or `title: body reason`."""
    return [_line(each) for each in rows]


def _line(row: Row) -> str:
    if row["counts"] == "Y":
        partly = f" ({row['reason_if_not']})" if row["reason_if_not"] else ""
        return f"{row['title']}: {row['body']} {row['credential']} {row['ceus_applied']}{partly}"
    assert (row["credential"], row["ceus_applied"], row["counts"]) == ("", "0", "N")
    return f"{row['title']}: {row['body']} {row['reason_if_not']}".replace("  ", " ")


def export_bytes(
    state: LogState, rulebook: Rulebook, on: dt.date,
    *, cycle: Scope = "current", profile: ProfileName = "generic", excel: bool = False,
) -> bytes:  # fmt: skip
    """The CSV file of a log."""
    return table_bytes(export_rows(state, rulebook, on, cycle=cycle), state, profile=profile, excel=excel)


def read_back(data: bytes) -> list[list[str]]:
    """The cells of a CSV file, header first."""
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def titles(activities: Iterable[Activity]) -> list[str]:
    """The titles, in order."""
    return [each.title for each in activities]
