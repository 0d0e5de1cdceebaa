"""What all modal screens share: a calm panel without a frame, one accent, muted labels."""

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.content import Content
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Static

from ceulog.tui.appearance import Dressed
from ceulog.tui.screens.sized import Sized
from ceulog.tui.widgets.key_line import KeyLine, keys_of

Result = TypeVar("Result")


TIGHT = 76
"""Cells below which a dialog is as wide as the screen, instead of leaving a torn strip on both sides."""
SNUG = 112
"""Cells below which a page fills the screen; from there on it has a margin that shows what is under it."""


class Modal(Sized[Result], ModalScreen[Result]):
    """A screen over the dashboard that answers one question and hands something back.

    Its panel is a `page`, which fills a small screen, or a `dialog`, which always leaves one above and below. The
    `part` of a page takes the room that is left, so that the keys stand in its last line.

    Esc goes back; so do q and the key that opened the screen, wherever they are not typed into something.
    """

    PART: ClassVar[str] = ""
    """What takes the room that the others leave, as a selector; empty where the style sheet sees to it."""
    OPENED_BY: ClassVar[str] = ""
    """The command that opens the screen, or several with blanks between."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tight"), (TIGHT, "-snug"), (SNUG, "-roomy")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]  # noqa: RUF012

    DEFAULT_CSS = """
    Modal {
        align: center middle;
        background: $background 70%;
        & .panel {
            width: 100%;
            max-width: 100;
            height: auto;
            max-height: 100%;
            padding: 1 2;
            background: $surface;
            outline-left: $panel-edge;
            outline-right: $panel-edge;
        }
        & .dialog { max-width: 64; }
        &.-tight .dialog { max-width: 100%; }
        & .part { height: auto; }
        &.-tight .page, &.-snug .page { max-width: 100%; height: 100%; }
        &.-tight .part, &.-snug .part { height: 1fr; }
        & .heading { text-style: bold; color: $accent; width: 100%; height: 1; }
        & .muted { color: $muted; }
        & .rule { width: 100%; height: 1; color: $rule; }
        & .fault { color: $behind; width: 100%; height: auto; display: none; }
        & .fault.-said { display: block; }
        &.-tall .fault.-said { margin: 0 0 1 0; }
        & .sentence { width: 100%; height: auto; }
        & .buttons { height: 1; width: 100%; dock: bottom; }
        & .buttons > Button { margin: 0 2 0 0; min-width: 4; }
        & .buttons > .hint { color: $muted; width: 1fr; text-align: right; }
        & .row { height: auto; width: 100%; }
        & OptionList > .option-list--option-highlighted {
            color: $foreground; background: $cursor-blurred; text-style: $cursor-blurred-style;
        }
        & OptionList:focus > .option-list--option-highlighted {
            color: $foreground; background: $cursor; text-style: $cursor-style;
        }
        & OptionList:nocolor > .option-list--option-highlighted { text-style: bold; }
        & OptionList:nocolor:focus > .option-list--option-highlighted { text-style: bold underline; }
    }
    """

    _left_with: tuple[Result | None, ...] = ()
    """What it was left with while another screen was open over it."""

    def key_line(self, name: str) -> KeyLine:
        """The screen's own keys, for its last line."""
        return KeyLine(keys_of(self.BINDINGS), id=name)

    def fault_line(self, sentence: str = "") -> Static:
        """The line that says what is wrong; it takes no room while nothing is."""
        return Static(sentence, classes="fault -said" if sentence else "fault", id="fault", markup=False)

    def complain(self, sentence: str) -> None:
        """Say what is wrong; nothing for the empty text."""
        line = self.query_one("#fault", Static)
        line.update(Content(sentence))
        line.set_class(bool(sentence), "-said")
        self.fit_soon()

    # --- room ----------------------------------------------------------------------------------------------

    def on_resize(self, event: Resize) -> None:
        """Keep the keys in sight."""
        del event
        self.fit_soon()

    def fit_soon(self) -> None:
        """Share the room anew once everything has the height that it needs."""
        if self.PART:
            self.call_after_refresh(self.give_rest)

    def give_rest(self) -> None:
        """Let one part of the panel take the room that the others leave, so that none is pushed out of sight."""
        for part in self.query(self.PART):
            panel = part.parent
            if isinstance(panel, Widget):
                others = (each for each in panel.children if each is not part and each.display)
                taken = panel.gutter.height + sum(each.outer_size.height + each.styles.margin.height for each in others)
                part.styles.max_height = max(self.size.height - taken - part.styles.margin.height, 2)

    # --- leaving -------------------------------------------------------------------------------------------

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, once, and never what is over or under this screen: Textual itself takes whatever is on top.

        Two keys, or a key and news from the disk, may say it at the same moment. While another screen is open over
        this one, it waits for that one's end.
        """
        if self.is_active:
            return super().dismiss(result)
        if self in self.app.screen_stack:
            self._left_with = (result,)
        return AwaitComplete()

    def action_close(self) -> None:
        """Go back, and hand back nothing."""
        self.dismiss()

    def on_screen_resume(self) -> None:
        """Go now, if it was to be left while it was covered."""
        if self._left_with:
            self.dismiss(*self._left_with)

    def on_key(self, event: Key) -> None:
        """Go back by q, and by the key that opened the screen; what is typed into a field never comes here."""
        # what has the focus and the screen may have another use for the key
        if event.key in self.closing_keys and event.key not in self.active_bindings:
            event.stop()
            self.call_later(self.run_action, self._way_back)

    @property
    def closing_keys(self) -> tuple[str, ...]:
        """What goes back beside Esc."""
        commands = self.app.commands if isinstance(self.app, Dressed) else ()
        opening = (each.key for each in commands if each.action in self.OPENED_BY.split())
        return ("q", *(key for keys in opening for key in keys.split(",")))

    @property
    def _way_back(self) -> str:
        """What Esc does here."""
        own = (each for each in self.BINDINGS if isinstance(each, Binding))
        return next(each.action for each in own if "escape" in each.key.split(","))

    def on_mount(self) -> None:
        """Let a button take a second Enter at once; it would ignore it while it still looks pressed."""
        for button in self.query(Button):
            button.active_effect_duration = 0
