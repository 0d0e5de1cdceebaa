"""The first picture is what the app draws, in every cell: character, colors, bold, dim, underline."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Certificate
from ceulog.domain.changes import added, of_records
from ceulog.domain.credentials import Holder
from ceulog.domain.state import LogState
from ceulog.logbook.demo import throw_away_copy
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.opening import open_logbook
from ceulog.settings.values import Settings
from ceulog.tui.early import eight_bit
from ceulog.tui.palettes import PALETTES
from tests.builders import TODAY, a_cycle, a_held, a_log, a_planned, an_activity
from tests.effort import tries
from tests.tui.early.cells import drawn, pictured
from tests.tui.early.eight_bit import text_of_table
from tests.tui.host import a_logbook

USUAL = Settings(theme="dark", glyphs="unicode")
SIZES = [(60, 20), (80, 24), (100, 30), (110, 30), (120, 40), (140, 45), (160, 50), (200, 60)]
FEW = [(60, 20), (115, 36), (170, 50)]
HOSTILE = "[/x] [b]😀 長文 \\[ $x \x1b[31m\u202e " + "x" * 150
HELD = (("CPC-A", "2025-05-14"), ("CPMA", "2025-09-14"), ("CCS", "2020-01-10"), ("RHIA", "2022-01-10"))


def entries(number: int) -> LogState:
    days = (TODAY - dt.timedelta(days=3 * each) for each in range(number))
    return a_log(*(an_activity("1.5", on=day, id=f"entry-{at:03}") for at, day in enumerate(days)))


def many_held() -> LogState:
    held = [*(a_held(*each) for each in HELD), a_held("CCDS", "2024-12-01")]
    cycles = {"AAPC": a_cycle(rules_seen="aapc-2015"), "ACDIS": a_cycle("2024-12-01", "2026-11-30")}
    return a_log(an_activity("8", at="AAPC AHIMA ACDIS"), held=held, cycles=cycles)


def all_kinds() -> LogState:
    return a_log(
        a_planned("2", "2026-12-24", at="AHIMA"), a_planned("1", "2026-10-01"), an_activity("3", on="2019-01-01"),
        an_activity("2", on="2026-11-01", index_number="A1"), an_activity("2", on="2026-11-02", index_number="a1"),
        an_activity("12.25", at="AAPC AHIMA", sponsor="Somebody", certificates=(Certificate("a.pdf", "a" * 64),)),
        an_activity("1", credits={}), held=HELD[1:3],
        cycles={"AHIMA": a_cycle("2024-01-01", "2025-12-31")},
    )  # fmt: skip


def hostile() -> LogState:
    texts: dict[str, Any] = {
        "title": HOSTILE,
        "sponsor": HOSTILE,
        "notes": f"{HOSTILE}\nsecond [/] line\n" * 3,
        "location": HOSTILE,
    }
    return a_log(an_activity("1", on="2026-11-20", **texts), a_planned("1", title="長" * 90), held=HELD)


LOGS: dict[str, Callable[[], LogState]] = {
    "no entry": lambda: entries(0),
    "one entry": lambda: entries(1),
    "three entries": lambda: entries(3),
    "200 entries": lambda: entries(200),
    "many credentials": many_held,
    "planned, past, uncounted, overdue": all_kinds,
    "hostile": hostile,
    "complete": lambda: a_log(an_activity("50", on="2026-01-01")),
}


async def check(logbook: Logbook, size: tuple[int, int], looks: Settings = USUAL, *, demo: bool = False) -> None:
    app = await drawn(logbook, size, looks, demo=demo)
    for true_color, cells in app.items():
        mine = pictured(logbook, size, looks, true_color=true_color, demo=demo)
        assert len(mine) == len(cells) == size[1]
        for number, (own, its) in enumerate(zip(mine, cells, strict=True)):
            assert text(own) == text(its), (size, number)
            assert own == its, (size, number)


def text(cells: list[tuple[str, str]]) -> str:
    return "".join(character for character, _ in cells)


@pytest.fixture
def sample() -> Iterator[Logbook]:
    with throw_away_copy() as folder:
        logbook = open_logbook(str(folder), TODAY)
        yield logbook


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_sample_log_at_every_size(sample: Logbook, size: tuple[int, int]) -> None:
    await check(sample, size, demo=True)


@pytest.mark.parametrize("theme", [each for each in PALETTES if each != USUAL.theme])
async def test_every_theme(sample: Logbook, theme: str) -> None:
    await check(sample, (120, 40), USUAL._replace(theme=theme))


@pytest.mark.parametrize("style", ["iso", "us"])
async def test_every_style_of_dates(sample: Logbook, style: str) -> None:
    await check(sample, (100, 30), USUAL._replace(date_style=style))


@pytest.mark.parametrize(("name", "size"), [(name, size) for name in LOGS for size in FEW], ids=str)
async def test_every_kind_of_log(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    await check(a_logbook(tmp_path, LOGS[name]()), size)


async def test_somebodys_name(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, entries(3))
    logbook.change(of_records("name", (logbook.state.holder, Holder(HOSTILE))))
    for size in FEW:
        await check(logbook, size)


def test_the_256_colors_are_those_that_rich_finds() -> None:
    assert Path(eight_bit.__file__).read_text(encoding="utf-8") == text_of_table()


@settings(max_examples=tries(4, 60), deadline=None)
@given(size=st.tuples(st.integers(60, 220), st.integers(20, 70)), log=st.sampled_from(sorted(LOGS)))
def test_any_size(size: tuple[int, int], log: str) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(check(a_logbook(Path(folder), LOGS[log]()), size))


def test_it_is_worked_out_from_the_log_each_time(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, entries(1))
    before = pictured(logbook, (80, 24), USUAL, true_color=True)
    a_logbook(tmp_path).change(added(an_activity("7.25", on=TODAY, title="from elsewhere")))
    after = pictured(logbook, (80, 24), USUAL, true_color=True)
    assert any("from elsewhere" in text(row) for row in after)
    assert before != after
