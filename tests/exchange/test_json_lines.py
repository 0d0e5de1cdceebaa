"""The lines of an export: the cells of the CSV, as JSON that a database reads without a loss."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.csv_out import export_rows
from ceulog.exchange.json_lines import lines_bytes
from ceulog.exchange.profiles import GRANTED, PROFILES, ProfileName, rows_for
from ceulog.exchange.rows import NUMBERS_AND_DATES, WHOLE
from tests.builders import TODAY, a_log, an_activity, shipped
from tests.exchange.support import BOTH

ODD = st.text(st.characters(codec=None), max_size=8)


@pytest.mark.parametrize("profile", PROFILES)
@given(title=ODD, notes=ODD)
def test_each_line_has_the_cells_of_its_row(profile: ProfileName, title: str, notes: str) -> None:
    log = a_log(
        an_activity("0.1", title=f"=1+1 “{title}” \u2028", notes=notes, minutes=90, at="AAPC AHIMA", domain=22),
        an_activity("1.50", "2018-01-01", index_number="0012"),
        held=BOTH,
    )  # fmt: skip
    whose = PROFILES[profile]
    rows = list(rows_for(whose, export_rows(log, shipped(), TODAY, cycle="all"), log))
    data = lines_bytes(whose.columns, rows)
    lines = data.decode().removesuffix("\n").split("\n")
    found = [json.loads(line) for line in lines]
    assert [list(each) for each in found] == [list(whose.header)] * len(rows)
    for line, row in zip(found, rows, strict=True):
        for name, column in whose.columns:
            assert line[name] == _expected(row[name], column)


def _expected(cell: str, column: str) -> Any:
    if column in WHOLE:
        return int(cell) if cell else None
    if column in NUMBERS_AND_DATES or column == GRANTED:
        return cell or None
    return cell.encode("utf-8", "replace").decode()


def test_duckdb_adds_ceus_up_without_a_loss(tmp_path: Path) -> None:
    log = a_log(*(an_activity("0.1", f"2026-01-{place:02}") for place in range(1, 11)))
    path = tmp_path / "log.jsonl"
    path.write_bytes(lines_bytes(PROFILES["generic"].columns, export_rows(log, shipped(), TODAY)))
    with duckdb.connect() as database:
        found = database.execute(
            "SELECT sum(ceus_applied::DECIMAL(9, 2))::VARCHAR, min(date_completed)::DATE::VARCHAR, count(ceus_awarded),"
            " any_value(typeof(row)) FROM read_json($1)",
            [str(path)],
        ).fetchall()
    assert found == [("1.00", "2026-01-01", 0, "BIGINT")]


def test_no_rows_are_no_bytes() -> None:
    assert lines_bytes(PROFILES["generic"].columns, []) == b""
