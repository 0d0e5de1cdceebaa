"""A checkbox whose shape says whether it is ticked, not its colour alone."""

from textual.content import Content
from textual.widgets import Checkbox


class TickBox(Checkbox):
    """`[x]` or `[ ]`."""

    @property
    def _button(self) -> Content:
        return Content.assemble(("[x]" if self.value else "[ ]", self.get_visual_style("toggle--label")))
