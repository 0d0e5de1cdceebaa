"""The settings: each holds at once and is kept at once; and the keys, which can be others."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Select, Static
from textual.widgets.option_list import Option

from ceulog.domain.refusals import Refusal
from ceulog.settings.reading import read_settings
from ceulog.settings.values import SETTINGS, Choice, SettingRow, Settings
from ceulog.settings.writing import save_key, save_setting
from ceulog.tui.appearance import Dressed
from ceulog.tui.commands import Command
from ceulog.tui.forms.fields import Field
from ceulog.tui.keymap import keyed, text_of_key, why_not
from ceulog.tui.screens.key_prompt import KeyPrompt
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.chooser import Chooser
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import fitted, shortened
from ceulog.tui.widgets.signed_list import SIGN_WIDTH, SignedList

WIDEST = 92
KEPT_NOWHERE = "There is no file to keep them in, so they hold until you leave."


class SettingsScreen(Modal[None]):
    """Shows and changes the settings.

    Args:
        settings: as they are.
        path: the file that keeps them; None for nowhere.
        commands: all commands, with the keys that they come with.
        faults: what is wrong in the file, a sentence each.
    """

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#setting-theme"
    PART = "#settings-body"
    OPENED_BY = "settings"
    ABOUT: ClassVar[str] = "How the screen looks, how dates are written, and the keys. A change holds at once."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "go_on", "Next", key_display="Tab"),
        Binding("enter", "open", "Change", key_display="Enter"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(
        self, settings: Settings, path: Path | None, commands: Sequence[Command], faults: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._faults = tuple(faults)
        self._settings = settings
        self._path = path
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """Each setting with its sentence, the keys, where it is kept, and the keys of this screen."""
        with Vertical(classes="panel", id="settings"):
            yield Static("Settings", classes="heading")
            with VerticalScroll(id="settings-body", can_focus=False):
                yield Static("", classes="fault", id="settings-faults", markup=False)
                for row in SETTINGS:
                    choices = [(_words(each), each.value) for each in row.choices]
                    choice = Chooser(_id(row), choices, self._settings.value_of(row.name))
                    yield Field(row.name, row.label, [choice])
                    yield Static(row.sentence, classes="muted explained", markup=False)
                yield Static("Keys", classes="heading", id="keys-heading")
                yield Static("Enter or a click on a line asks for its new key.", classes="muted sentence")
                yield SignedList(id="keys-list", compact=True, markup=False)
            yield self.fault_line()
            yield Static(self._where(), classes="sentence muted", id="settings-where", markup=False)
            yield self.key_line("settings-keys")

    def _where(self) -> str:
        return f"Kept in {self._path}, which you can also edit." if self._path else KEPT_NOWHERE

    def on_resize(self, _event: Resize) -> None:
        """Lay the keys out in the room there is."""
        self._show_keys()

    # --- settings ------------------------------------------------------------------------------------------

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        name, value = str(event.select.id).removeprefix("setting-"), str(event.value)
        if value == self._settings.value_of(name):
            return
        self._settings = self._settings.with_value(name, value)
        self._hold(lambda path: save_setting(path, name, value))
        self._show_keys()

    def _hold(self, save: Callable[[Path], None]) -> None:
        """Let the settings hold now, and keep the one that was changed."""
        if isinstance(self.app, Dressed):
            self.app.apply_settings(self._settings)
        sentence = ""
        if self._path:
            try:
                save(self._path)
            except Refusal as refusal:
                sentence = str(refusal)
            self._faults = tuple(read_settings(self._path)[1])
        self.complain(sentence)

    # --- keys ----------------------------------------------------------------------------------------------

    def _show_keys(self) -> None:
        commands, faults = keyed(self._commands, self._settings.keys)
        room = min(self.size.width, WIDEST) - 7 - SIGN_WIDTH
        keys = max(len(each.key_text) for each in commands)
        names = max(len(each.action) for each in commands)
        listed = self.query_one("#keys-list", OptionList)
        place = listed.highlighted
        listed.clear_options()
        listed.add_options(
            Option(
                Content.assemble(
                    (f"{fitted(each.key_text, keys)}  ", "bold $accent"),
                    f"{each.action:{names}}  ",
                    (shortened(each.sentence, max(room - keys - names - 4, 8)), MUTED),
                )
            )
            for each in commands
        )
        listed.highlighted = place or 0  # so that Enter has something to be about
        listed_faults = self.query_one("#settings-faults", Static)
        listed_faults.update(Content("\n".join((*self._faults, *faults))))
        listed_faults.set_class(bool(self._faults or faults), "-said")
        self.fit_soon()

    @on(OptionList.OptionSelected, "#keys-list")
    def _ask(self, event: OptionList.OptionSelected) -> None:
        """Ask for the new key of the command that was chosen."""
        own = self._commands[event.option_index]
        now = keyed(self._commands, self._settings.keys)[0][event.option_index]
        others = {action: key for action, key in self._settings.keys.items() if action != own.action}
        prompt = KeyPrompt(now, own.key_text, lambda key: why_not(self._commands, others, own.action, key))
        self.app.push_screen(prompt, lambda key: self._give(own.action, key))

    def _give(self, action: str, key: str | None) -> None:
        if key is None:
            return
        keys = {each: its for each, its in self._settings.keys.items() if each != action}
        if key:
            typed = text_of_key(key)
            key = typed if len(typed) == 1 and typed != "," else key  # "?" reads better in the file
            keys[action] = key
        self._settings = self._settings._replace(keys=MappingProxyType(keys))
        self._hold(lambda path: save_key(path, action, key))
        self._show_keys()

    # --- leaving -------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Go to the next setting."""
        self.focus_next()

    def action_open(self) -> None:
        """Do what Enter does in the part that has the focus; for a click on the word."""
        match self.focused:
            case Select() as choice:
                choice.action_show_overlay()
            case OptionList() as listed:
                listed.action_select()


def _words(choice: Choice) -> str:
    """A choice as the file has it and what it does, once where both say the same."""
    return choice.words if choice.words.casefold() == choice.value else f"{choice.value}: {choice.words}"


def _id(row: SettingRow) -> str:
    return f"setting-{row.name}"
