"""Turning the boxes of a credential from the dashboard: at once, or after a question."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from ceulog.domain.boxes import BoxShown, only_box
from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.domain.ticking import CycleOver
from ceulog.tui.boxes import boxes_shown, duty_turned, turned
from ceulog.wording.phrases import done_by_question, other_box_question, other_duty_question

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp


class Turning:
    """Ticks boxes, opens them again, and makes them optional.

    Args:
        app: whose log it is.
    """

    def __init__(self, app: "CeulogApp") -> None:
        self._app = app

    def box(self, code: str, label: str = "") -> None:
        """Tick a box of a credential today, or open it again; asks which where it is not clear."""
        app = self._app
        shown = boxes_shown(app.logbook, app.view.state, code)
        if not label and len(shown) > 1:
            from ceulog.tui.screens.boxes import BoxesScreen  # noqa: PLC0415 - on first need

            app.push_screen(BoxesScreen(app.logbook, code), app.look_again)
        elif code and not shown and (only := self._only_box()):
            self._offer(code, *only)
        else:
            self._turn(code, label)

    def duty(self, code: str) -> None:
        """Make the self-assessment of a credential optional, or required again; offers the only one there is."""
        app = self._app
        has_one = any(each.box.relaxable for each in boxes_shown(app.logbook, app.view.state, code))
        if code and not has_one and (only := self._only_box(relaxable=True)):
            other, shown = only
            held = app.view.state.credential(other)
            back = held is not None and held.self_assessment == "optional"
            question = other_duty_question(code, other, shown.box.label, back=back)
            self._ask(question, f"Make it {'required again' if back else 'optional'} (y)", lambda: self.duty(other))
        else:
            self._try(lambda: duty_turned(app.logbook, app.view.state, code))

    def _only_box(self, *, relaxable: bool = False) -> tuple[str, BoxShown] | None:
        logbook = self._app.logbook
        return only_box(self._app.view.state, logbook.rulebook, logbook.today(), relaxable=relaxable)

    def _offer(self, code: str, other: str, shown: BoxShown) -> None:
        """Offer the only box there is in place of one that a credential does not have."""
        question = other_box_question(code, other, shown.box.label, opens=shown.is_full)
        yes = f"{'Open it again' if shown.is_full else 'Tick it'} (y)"
        self._ask(question, yes, lambda: self.box(other, shown.box.label))

    def _turn(self, code: str, label: str, on: dt.date | None = None) -> None:
        app = self._app
        try:
            self._try(lambda: turned(app.logbook, app.view.state, code, label, on))
        except CycleOver as over:
            self._ask_when(over)

    def _ask_when(self, over: CycleOver) -> None:
        """Tick a box of a cycle that is over for its last day, if it was done by then."""
        question = done_by_question(over.code, over.label, over.last_day)
        self._ask(question, "Yes, by then (y)", lambda: self._turn(over.code, over.label, over.last_day))

    def _ask(self, question: str, yes: str, then: Callable[[], None]) -> None:
        from ceulog.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415 - on first need

        self._app.push_screen(ConfirmScreen(tidy(question), yes, "No (n)"), lambda agreed: then() if agreed else None)

    def _try(self, make: Callable[[], Change]) -> None:
        try:
            change = make()
        except CycleOver:
            raise
        except Refusal as refusal:
            self._app.complain(str(refusal))
        else:
            self._app.carry_out(change)
