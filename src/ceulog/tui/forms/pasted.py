"""What is pasted where a path can be typed: a path, or a whole table."""

from textual.events import Paste

from ceulog.tui.forms.fields import PickLine


class PathLine(PickLine):
    """A line for a path; several lines that are pasted into it are for the screen."""

    def on_paste(self, event: Paste) -> None:
        """Let a table go by."""
        if is_table(event.text):
            event.prevent_default()


def with_plain_ends(text: str) -> str:
    """A text whose lines end as ours do; terminals paste them otherwise."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_table(text: str) -> bool:
    """Whether a pasted text is a table or a message, not a path."""
    return len(with_plain_ends(text).strip().splitlines()) > 1
