"""The last line of a screen: its keys and what they do, each of which can be clicked."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.key_lines import Key, key_lines


def keys_of(bindings: Iterable[BindingType]) -> tuple[Key, ...]:
    """The keys that are to be shown, from a screen's own bindings."""
    shown = (each for each in bindings if isinstance(each, Binding) and each.show)
    return tuple(
        Key(each.key_display or each.key.partition(",")[0], each.description, f"screen.{each.action}") for each in shown
    )


class KeyLine(Widget):
    """Keys on as few lines as they need."""

    DEFAULT_CSS = """
    KeyLine { width: 100%; height: auto; color: $muted; }
    """

    def __init__(self, keys: Iterable[Key], *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self.set_reactive(KeyLine.auto_links, False)  # the keys have colors of their own
        self._keys = tuple(keys)
        self._width = self._height = 0

    def show(self, keys: Iterable[Key]) -> bool:
        """Show other keys; the line keeps its height where they need less. Says whether it grows."""
        before, self._keys = self._keys, tuple(keys)
        grows = len(key_lines(self._keys, self.size.width)) > self.size.height
        if self._keys != before:
            self.refresh(layout=grows)
        return grows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the keys need, or have needed at this width."""
        del container, viewport
        # what stands above would jump with every other key
        before = self._height if width == self._width else 0
        self._width, self._height = width, max(len(key_lines(self._keys, width)), before)
        return self._height

    def render(self) -> Content:
        """The keys in the room there is."""
        return content_of(key_lines(self._keys, self.size.width))
