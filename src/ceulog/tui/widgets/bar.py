"""The bar of a requirement, as wide as its widget."""

from decimal import Decimal
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ceulog.domain.pools import ZERO
from ceulog.tui.glyphs import ASCII, Glyphs, terminal_glyphs
from ceulog.tui.widgets.bar_parts import render_bar


class CeuBar(Widget):
    """One bar as wide as its widget."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paint--earned", "paint--preview", "paint--planned", "paint--missing",
    }  # fmt: skip
    DEFAULT_CSS = """
    CeuBar {
        height: 1;
        width: 1fr;
        & > .paint--earned { color: $bar-earned; }
        & > .paint--preview { color: $bar-preview; }
        & > .paint--planned { color: $bar-planned; }
        & > .paint--missing { color: $bar-missing; }
    }
    """

    needed = reactive(Decimal(1))
    earned = reactive(ZERO)
    planned = reactive(ZERO)
    preview = reactive(ZERO)

    def __init__(
        self,
        needed: Decimal = Decimal(1),
        earned: Decimal = ZERO,
        planned: Decimal = ZERO,
        preview: Decimal = ZERO,
        *,
        id: str | None = None,  # noqa: A002 - as every widget has it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.show(needed, earned, planned, preview)

    @property
    def glyphs(self) -> Glyphs:
        """The characters that it is drawn with."""
        return terminal_glyphs()

    def show(self, needed: Decimal, earned: Decimal, planned: Decimal = ZERO, preview: Decimal = ZERO) -> None:
        """Show other figures."""
        self.needed, self.earned, self.planned, self.preview = needed, earned, planned, preview

    def render(self) -> Content:
        """The bar in its colours."""
        parts = render_bar(self.size.width, self.needed, self.earned, self.planned, self.preview, self.glyphs is ASCII)
        return Content.assemble(
            *((text, self.get_visual_style(f"paint--{part}", partial=True)) for text, part in parts)
        )
