"""Everything about the selected entry, beside the log or below the bars, where there is room for it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from ceulog.domain.activities import Activity
from ceulog.tui.entry_lines import LEAST_HEIGHT, EntrySetting, entry_lines
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import Line


class DetailsPane(VerticalScroll, can_focus=False):
    """Shows one entry at a time."""

    DEFAULT_CSS = """
    DetailsPane { scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._lines: list[Line] = []

    def compose(self) -> ComposeResult:
        """The lines."""
        yield Static(markup=False)

    def show(self, activity: Activity | None, setting: EntrySetting) -> None:
        """Show another entry; nothing for None, or where there is no room."""
        roomy = self.display and self.size.height >= LEAST_HEIGHT and self.size.width > 0
        lines = entry_lines(activity, setting, self.size.width - 2) if roomy and activity else []
        if lines != self._lines:
            self._lines = lines
            shown = self.query_one(Static)
            shown.update(content_of(lines), layout=len(lines) != shown.size.height)
