"""A choice among several that is made by typing its name."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Input

from ceulog.tui.widgets.chooser import Chooser

CHOICES = (("in no column", ""), ("Index No.", "1"), ("[b]Name of class", "2"), ("When", "3"))


class Choosing(App[None]):
    """A choice that has the focus, and a line behind it."""

    BINDINGS: ClassVar = [("n", "quit", "Leave"), ("q", "note", "Note")]
    noted = 0

    def action_note(self) -> None:
        self.noted += 1

    def compose(self) -> ComposeResult:
        yield Chooser("which", CHOICES, "")
        yield Input()


async def test_the_beginning_of_a_name_opens_the_list_there() -> None:
    app = Choosing()
    async with app.run_test(size=(60, 20)) as pilot:
        choice = app.query_one(Chooser)
        for typed, value in (("wh", "3"), ("name", "2"), ("in n", ""), ("[b]", "2")):
            choice.focus()
            choice._forget()
            await pilot.press(*("space" if each == " " else each for each in typed), "enter")
            await pilot.pause()
            assert (typed, choice.value, choice.expanded) == (typed, value, False)
        await pilot.press("q", "escape")
        await pilot.pause()
        assert (choice.value, choice.expanded, app.noted) == ("2", False, 1)  # nothing is called so: it is a key
        assert app.query_one(Input).value == ""
