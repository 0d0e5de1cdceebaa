"""Keys typed while a form opens: they belong into its first line."""

from textual import events
from textual.widgets import Input


class EarlyKeys:
    """Keeps what is typed before a line has the focus, and puts it in front of what is typed after."""

    def __init__(self) -> None:
        self._line: Input | None = None
        self._typed = ""
        self._over = False

    def take(self, event: events.Key) -> bool:
        """Take a key that reached the screen instead of its first line; gives whether it was one."""
        if self._over or not event.is_printable or not event.character:
            return False
        if self._line is None:
            self._typed += event.character
        else:
            self._insert(event.character)
        return True

    def begin(self, line: Input) -> None:
        """From now on the line has the focus; what was typed is put into it."""
        kept, self._typed = self._typed, ""
        self._line = line
        self._insert(kept)

    def end(self) -> None:
        """The line was left: what is typed now is for something else."""
        self._over = True

    def _insert(self, text: str) -> None:
        line, at = self._line, len(self._typed)
        if line is not None and text:
            cursor = line.cursor_position
            line.value = line.value[:at] + text + line.value[at:]
            self._typed += text
            line.cursor_position = cursor + len(text)
