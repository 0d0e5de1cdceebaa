"""The rows of the log as they come and go, and the line above them, without the screen being laid out anew."""

from textual.app import ComposeResult
from textual.widgets import Static

from ceulog.domain.activities import Activity
from ceulog.tui.appearance import Dressed
from ceulog.tui.widgets.contents import put_line
from ceulog.tui.widgets.log_rows import Facts
from ceulog.tui.widgets.log_view import LogView, Shown
from tests.builders import TODAY, an_activity
from tests.tui.host import screen_text

ENTRIES = [an_activity(id=f"entry {number:02}") for number in range(40)]


class Rows(Dressed[None]):
    """The log's rows alone."""

    CSS = "#line { width: auto; text-align: right; }"

    def compose(self) -> ComposeResult:
        yield Static(id="line", markup=False)
        yield LogView(id="rows")

    def put(self, rows: list[Activity]) -> None:
        self.query_one(LogView).show(Shown(rows, Facts(TODAY), "Nothing here."), {each.id: each for each in rows})


async def test_the_scroll_bar_follows_rows_that_come_and_go() -> None:
    app = Rows()
    async with app.run_test(size=(80, 12)) as pilot:
        rows = app.query_one(LogView)
        for shown in (3, 40, 30, 0, 40, 2):
            app.put(ENTRIES[:shown])
            await pilot.pause()
            assert rows.show_vertical_scrollbar == (shown > rows.size.height), shown
            assert rows.max_scroll_y == max(0, shown - rows.size.height)
            if rows.show_vertical_scrollbar:
                bar = rows.vertical_scrollbar
                assert (bar.window_virtual_size, bar.window_size) == (shown, rows.size.height)
            await pilot.press("end")
            await pilot.pause()
            assert (f"entry {shown - 1:02}" if shown else "Nothing here.") in screen_text(app)


async def test_a_line_moves_its_neighbours_only_where_it_does_not_fit() -> None:
    app = Rows()
    async with app.run_test(size=(80, 12)) as pilot:
        line = app.query_one("#line", Static)
        for words, slack, width in [("123456", 0, 6), ("12345", 1, 6), ("1234", 1, 4), ("12345", 1, 5), ("[b]", 2, 5)]:
            put_line(line, words, slack)
            await pilot.pause()
            assert line.size.width == width, words
            assert screen_text(app).splitlines()[0] == words.rjust(width)
