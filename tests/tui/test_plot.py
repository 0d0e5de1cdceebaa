"""The plot as plain lines: every series has a mark and a name of its own, in ASCII too."""

import subprocess
import sys
from decimal import Decimal

import pytest

from ceulog.domain.timeline import Timeline, timeline
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import text_of, width_of
from ceulog.tui.widgets.plot import STYLES, legend_lines, plot_lines, series_of
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, day, shipped

CYCLES = [a_cycle(f"{year}-04-01", f"{year + 2}-03-31") for year in (2017, 2019, 2021, 2023, 2025)]


def over_time(on: str = TODAY.isoformat()) -> Timeline:
    """Five cycles, something in each, and a plan."""
    done = [an_activity(str(4 + number), f"{2018 + 2 * number}-01-10", id=f"entry-{number}") for number in range(5)]
    more = (an_activity("6", "2026-08-10"), a_planned("3"))
    log = a_log(*done, *more, held=[("CPC", "2010-05-14")], cycles={"AAPC": CYCLES})
    found = timeline(log, shipped(), "AAPC", day(on))
    assert found is not None
    return found


def drawn(found: Timeline, width: int = 76, height: int = 14, *, fine: bool = True) -> list[str]:
    return [text_of(line) for line in plot_lines(found, width, height, fine=fine)]


@pytest.mark.parametrize("fine", [True, False])
@pytest.mark.parametrize(("width", "height"), [(24, 6), (56, 8), (76, 14), (196, 36)])
def test_it_fills_the_room_it_is_given(width: int, height: int, fine: bool) -> None:
    lines = plot_lines(over_time(), width, height, fine=fine)
    assert len(lines) == height
    assert {width_of(line) for line in lines} == {width}


def test_where_there_is_no_room_nothing_is_drawn() -> None:
    assert drawn(over_time(), width=23) == []
    assert drawn(over_time(), height=5) == []


@pytest.mark.parametrize("fine", [True, False])
def test_every_series_has_a_mark_and_a_name_of_its_own(fine: bool) -> None:
    found = over_time()
    series = series_of(found, 120, fine=fine)
    assert [each.name for each in series] == [
        "ended Mar 31, 2021", "ended Mar 31, 2023", "ended Mar 31, 2025", "today", "even pace", "planned", "earned",
    ]  # fmt: skip
    assert len({each.mark for each in series}) == len(series)
    legend = " ".join(text_of(line) for line in legend_lines(found, 60, fine=fine))
    assert all(each.name in legend for each in series_of(found, 60, fine=fine))
    roles = {piece.role for line in plot_lines(found, 120, 30, fine=fine) for piece in line}
    assert roles == {"earlier", "today", "pace", "planned", "earned", "frame"}


def test_narrow_ones_leave_out_the_older_cycles() -> None:
    assert [sum(each.role == "earlier" for each in series_of(over_time(), width, fine=True))
            for width in (60, 80, 120)] == [1, 2, 3]  # fmt: skip


def test_without_utf_8_it_is_ascii() -> None:
    found = over_time()
    lines = [*drawn(found, fine=False), *(text_of(line) for line in legend_lines(found, 60, fine=False))]
    assert "".join(lines).isascii()
    assert any("##" in line for line in lines)


def test_the_series_run_where_the_numbers_say() -> None:
    found = over_time()
    by_name = {each.name: each.xy for each in series_of(found, 76, fine=True)}
    start, end = day("2025-04-01"), day("2027-03-31")
    today = (TODAY - start).days
    assert by_name["even pace"] == ((0, 0), ((end - start).days, 36))
    assert by_name["earned"][0] == (0, 0)
    assert by_name["earned"][-1] == (today, float(found.progress.earned)) == (today, 14)
    assert by_name["planned"][0] == (today, 14)
    assert by_name["planned"][-1] == ((end - start).days, 17)
    # laid on the current cycle: the tenth of January lies as far from its start
    assert by_name["ended Mar 31, 2025"][1][0] == (day("2024-01-10") - day("2023-04-01")).days


def test_the_axes_name_months_and_what_is_needed() -> None:
    lines = drawn(over_time(), height=20)
    assert [line.partition("┤")[0].strip() for line in lines if "┤" in line] == ["36", "27", "18", "9", "0"]
    assert lines[-1].split() == ["Apr", "2025", "Oct", "2025", "Apr", "2026", "Oct", "2026", "Mar", "2027"]


def test_a_full_pool_is_not_cut_off() -> None:
    log = a_log(an_activity("50", "2026-01-10"))
    found = timeline(log, shipped(), "AAPC", TODAY)
    assert found is not None
    top = drawn(found)[1]
    assert "▄" in top or "▀" in top


def test_nothing_is_left_over_from_the_drawing_before() -> None:
    found = over_time()
    before = drawn(found)
    drawn(over_time("2025-06-01"), 120, 30)
    assert drawn(found) == before


def test_before_the_cycle_and_after_it_there_is_no_today() -> None:
    for on in ("2025-03-01", "2027-05-01"):
        assert "today" not in [each.name for each in series_of(over_time(on), 76, fine=True)]


def test_a_day_long_cycle_can_be_drawn() -> None:
    log = a_log(an_activity("1", "2026-11-23"), cycles={"AAPC": a_cycle("2026-11-23", "2026-11-23")})
    found = timeline(log, shipped(), "AAPC", TODAY)
    assert found is not None
    assert len(drawn(found)) == 14


def test_the_colors_are_the_themes() -> None:
    content = content_of(plot_lines(over_time(), 76, 14, fine=True), STYLES)
    assert "\x1b" not in content.plain
    assert {"bold $bar-earned", "$bar-planned"} <= {str(span.style) for span in content.spans}


def test_it_is_imported_on_first_need_and_writes_nothing() -> None:
    program = (
        "import sys, ceulog.tui.widgets.plot\n"
        "assert 'plotext' not in sys.modules\n"
        "import plotext\n"
        "plotext.clear_figure(); plotext.plot([0, 1], [0, 1]); plotext.build()"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("", "")


def test_halves_of_what_is_needed_are_plain_numbers() -> None:
    log = a_log(cycles={"AAPC": a_cycle(required="27")})
    found = timeline(log, shipped(), "AAPC", TODAY)
    assert found is not None
    assert found.progress.needed == Decimal(27)
    assert [line.partition("┤")[0].strip() for line in drawn(found, height=10) if "┤" in line] == ["27", "13.5", "0"]
