"""The form's last line: what each key does just now."""

from collections.abc import Iterable, Mapping

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Button, Input, Select, TextArea

from ceulog.tui.forms.fields import TickBox
from ceulog.tui.widgets.key_line import keys_of
from ceulog.tui.widgets.key_lines import Key


def keys_now(bindings: Iterable[BindingType], said: Mapping[str, str]) -> list[Key]:
    """The keys of a screen with what they do at this moment.

    Args:
        bindings: the screen's own.
        said: action -> what it does now; the empty text leaves its key out.
    """
    found = ((each, said.get(each.action.removeprefix("screen."), each.name)) for each in keys_of(bindings))
    return [each._replace(name=words) for each, words in found if words]


def enter_words(widget: Widget | None, *, understood: bool) -> str:
    """What Enter does in a widget; empty where it does nothing.

    Args:
        widget: the one that has the focus.
        understood: whether everything typed makes an entry.
    """
    if isinstance(widget, Button):
        return {"save": "Save", "another": "Save and add another", "back": "Back"}.get(widget.id or "", "Press it")
    if isinstance(widget, TextArea):
        return "New line"
    if isinstance(widget, Select):
        return "Choose from a list"
    if isinstance(widget, Input) and widget.id == "quick":
        return "Go to Save" if understood else "See what is missing"
    if isinstance(widget, Input | TickBox):
        return "Next field"
    return "Open or close" if widget is not None else ""
