"""Screens that change something: it is written off the screen's thread, once, and nothing typed is lost unasked."""

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import on
from textual.widgets import Checkbox, Input, Select

from ceulog.logbook.errors import Refusal, StorageError
from ceulog.tui.screens.modal import Modal

Result = TypeVar("Result")
Made = TypeVar("Made")


class Keeping(Modal[Result]):
    """A modal screen that saves, and asks before it lets go of what was typed."""

    UNSAVED: ClassVar[str] = "You changed something. Esc again leaves it as it was; Save keeps it."

    def __init__(self) -> None:
        super().__init__()
        self._saving = self._asked = False

    def save(
        self, work: Callable[[], Made], done: Callable[[Made], object], refused: Callable[[str], object] | None = None
    ) -> None:
        """Do something that writes off the screen's thread, then say what came of it.

        A second call while one runs is ignored: it can only be a key that was pressed twice.

        Args:
            work: what is done on another thread; it may raise a Refusal or a StorageError.
            done: is given what it made.
            refused: is given the sentence of a refusal; the line of the fault by default.
        """
        if not self._saving:
            self._saving = True
            # the app's, for a screen takes its own workers along when it is left
            self.app.run_worker(self._carry_through(work, done, refused or self.complain), group="saving")

    async def _carry_through(
        self, work: Callable[[], Made], done: Callable[[Made], object], refused: Callable[[str], object]
    ) -> None:
        try:
            made = await asyncio.to_thread(work)
        except (Refusal, StorageError) as fault:
            if self in self.app.screen_stack:
                refused(str(fault))
            else:  # it was left meanwhile, and a refusal must not get lost
                self.app.notify(str(fault), markup=False, severity="warning", timeout=10)
        else:
            if self in self.app.screen_stack:
                done(made)
        finally:
            self._saving = False

    def close_with(self, result: Result | None) -> None:
        """Leave, and whatever was opened over it meanwhile."""
        while self.app.screen is not self:
            self.app.screen.dismiss()
        self.dismiss(result)

    def may_leave(self, *, touched: bool) -> bool:
        """Whether to leave now: where nothing was touched, or at the second asking without a change between."""
        if self._saving:  # what comes of it is to be seen
            return False
        if not touched or self._asked:
            return True
        self._asked = True
        self.complain(self.UNSAVED)
        return False

    def fold_choice(self) -> bool:
        """Close the choice that is open; gives whether there was one."""
        for choice in self.query(Select).results():
            if choice.expanded:
                choice.expanded = False
                choice.focus()
                return True
        return False

    @on(Input.Changed)
    @on(Select.Changed)
    @on(Checkbox.Changed)
    def _goes_on(self) -> None:
        """The question is no longer about what stands in the fields."""
        if self._asked:
            self._asked = False
            self.complain("")
