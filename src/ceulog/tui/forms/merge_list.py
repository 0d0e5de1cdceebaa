"""The lines of a merge, in which a click on a side takes it."""

from typing import Any

from textual.events import Click

from ceulog.tui.forms.pick_list import PickList


class MergeList(PickList):
    """One click chooses a line or a side of its conflict; Enter or a double click does what the line is for."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.set_reactive(MergeList.auto_links, False)  # both sides have colors of their own

    async def _on_click(self, event: Click) -> None:  # type: ignore[override]  # ours waits for nothing
        side = event.style.meta.get("@click")
        super()._on_click(event)
        if side:
            await self.screen.run_action(side)
