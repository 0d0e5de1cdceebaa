"""A list in which one click chooses a line, and Enter or a double click does what the list is for."""

from typing import Any

from textual.events import Click

from ceulog.tui.widgets.signed_list import SignedList


class PickList(SignedList):
    """Lines that can be looked at, with keys of the screen that act on the one under the cursor."""

    def __init__(self, **more: Any) -> None:
        super().__init__(compact=True, markup=False, **more)

    def _on_click(self, event: Click) -> None:  # type: ignore[override]  # ours waits for nothing
        event.prevent_default()  # Textual's own selects at the first click
        place = event.style.meta.get("option")
        if place is None:
            return
        self.highlighted = place
        if event.chain > 1:
            self.action_select()
