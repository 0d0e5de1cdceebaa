"""A department's logbooks in one view: how long DuckDB takes for `sample_data/department.sql` over all of them."""

import platform
import tempfile
from pathlib import Path
from statistics import median

import duckdb

from tests.department import ask, make_department, ours


def lines(coders: int, rounds: int) -> list[str]:
    """Milliseconds of each step, medians, and of the whole; the answers must be those of our own numbers.

    Raises:
        ValueError: an answer is another one.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = make_department(folder, coders)
        runs = [ask(folder) for _ in range(rounds)]
        answers = ours(made)
        size = sum(each.stat().st_size for each in folder.glob("*/*.*")) / 1e6
    for view, expected in answers.items():
        if runs[0].answers[view] != expected:
            raise ValueError(f"{view} does not say what our own numbers say")
    entries = sum(len(each.logbook.last_read.activities) for each in made)
    heading = (
        f"{coders} logbooks, {entries} entries, {size:.0f} MB, DuckDB {duckdb.__version__} on {platform.machine()}"
    )
    steps = {name: median(each.spent[name] for each in runs) for name in runs[0].spent}
    whole = {"all of it": median(sum(each.spent.values()) for each in runs)}
    rows = {name: f"{len(found):>10} rows" for name, found in runs[0].answers.items()}
    return [
        f"department, {heading}",
        *(f"{name:<34}{spent:>10.1f} ms{rows.get(name, '')}" for name, spent in (steps | whole).items()),
    ]
