"""Turning the boxes of a credential from the dashboard: at once, or after a question."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.tui.boxes import BoxShown, boxes_shown, duty_turned, over_since, turned
from ceulog.wording.phrases import done_by_question, other_box_question

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
        elif late := over_since(app.logbook, app.view.state, code, label):
            self._ask_when(code, late)
        else:
            self._try(lambda: turned(app.logbook, app.view.state, code, label))

    def duty(self, code: str) -> None:
        """Make the self-assessment of a credential optional, or required again."""
        self._try(lambda: duty_turned(self._app.logbook, self._app.view.state, code))

    def _only_box(self) -> tuple[str, BoxShown] | None:
        """The only box that there is and the credential that it belongs to; None when there are several, or none."""
        app = self._app
        codes = [each.code for each in app.view.state.credentials.values()]
        found = [(code, each) for code in codes for each in boxes_shown(app.logbook, app.view.state, code)]
        return found[0] if len(found) == 1 else None

    def _offer(self, code: str, other: str, shown: BoxShown) -> None:
        """Offer the only box there is in place of one that a credential does not have."""
        opens = shown.done >= shown.box.boxes
        question = other_box_question(code, other, shown.box.label, opens=opens)
        yes = f"{'Open it again' if opens else 'Tick it'} (y)"
        self._ask(question, yes, lambda: self.box(other, shown.box.label))

    def _ask_when(self, code: str, late: BoxShown) -> None:
        """Tick a box of a cycle that is over for its last day, if it was done by then."""
        app, label = self._app, late.box.label
        day = late.due or app.logbook.today()
        question = done_by_question(code, label, day)
        self._ask(
            question, "Yes, by then (y)",
            lambda: self._try(lambda: turned(app.logbook, app.view.state, code, label, day)),
        )  # fmt: skip

    def _ask(self, question: str, yes: str, then: Callable[[], None]) -> None:
        from ceulog.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415 - on first need

        self._app.push_screen(ConfirmScreen(tidy(question), yes, "No (n)"), lambda agreed: then() if agreed else None)

    def _try(self, make: Callable[[], Change]) -> None:
        try:
            change = make()
        except Refusal as refusal:
            self._app.complain(str(refusal))
        else:
            self._app.carry_out(change)
