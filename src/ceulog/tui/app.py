"""The app: wires the logbook to the screens, and saves off the screen's thread.

What is saved is shown at once from the state that is expected and marked as saving; the disk's answer
acknowledges it, or takes it back with a sentence.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.filter import ANSIToTruecolor, LineFilter
from textual.screen import Screen

from ceulog.domain import changes
from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.state import LogState
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings
from ceulog.tui.change_words import change_words, did
from ceulog.tui.commands import COMMANDS
from ceulog.tui.copies import Copies
from ceulog.tui.disk import Disk
from ceulog.tui.doors import Doors
from ceulog.tui.in_terminal import InTerminal, collect_again
from ceulog.tui.keys import key_of, name_keys_of
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.templating import Templating
from ceulog.tui.turning import Turning
from ceulog.tui.view import view_of
from ceulog.tui.watching import Watching
from ceulog.tui.widgets.message_line import Read

if TYPE_CHECKING:
    from ceulog.tui.drafts import DraftKeeper
    from ceulog.tui.early.terminal import EarlyScreen

LONGEST_FRAME = 0.1
"""Seconds for which a write waits for the frame that shows it, at most."""


def _provider(name: str) -> type[Any]:
    """A part of the palette, imported when it opens."""
    from ceulog.tui import palette  # noqa: PLC0415

    found: type[Any] = getattr(palette, name)
    return found


PROVIDERS = ("CommandProvider", "CredentialProvider", "EntryProvider")
"""What the palette finds."""


class CeulogApp(InTerminal):
    """The logbook on the screen."""

    TITLE = "CEU logbook"
    COMMANDS: ClassVar[Any] = frozenset(partial(_provider, each) for each in PROVIDERS)
    ENABLE_COMMAND_PALETTE = True
    CSS_PATH = "screens/dashboard.tcss"  # Textual does not load that of a default screen
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "help_here", "Help", show=False, priority=True)]

    def __init__(
        self, logbook: Logbook, *, demo: bool = False, settings: Settings | None = None,
        settings_file: Path | None = None, faults: Sequence[str] = (), early: "EarlyScreen | None" = None,
    ) -> None:  # fmt: skip
        super().__init__(settings, settings_file, faults)
        self.early = early
        self.logbook = logbook
        self.doors = Doors(self)
        self.turning = Turning(self)
        self.templating = Templating(self)
        name_keys_of(COMMANDS)
        self.copies = Copies(self)
        self.watching = Watching(self)
        self._disk = Disk(self.call_later, self._when_drawn, self.look_again)
        self.unsaved: Refusal | StorageError | None = None
        """Why something that was being saved when the app was left could not be."""
        self.unsaid: list[str] = []
        """What was to be complained of when there was no screen any more, and what was typed and is not kept."""
        self.view = view_of(logbook, logbook.state, early.view if early else None)
        self._dashboard = Dashboard(self.view, demo=demo)

    @cached_property
    def drafts(self) -> "DraftKeeper":
        """What keeps the forms that are half typed; the first frame does not wait for it."""
        from ceulog.tui.drafts import DraftKeeper  # noqa: PLC0415

        return DraftKeeper(self.logbook, lambda words: self.call_later(self.interrupt, words))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is drawn; on the dashboard all colors are true ones, and none dim."""
        filters = super().get_line_filters()
        # to look whether they are takes a fifth of a frame
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)] if self.at_home else filters

    def get_default_screen(self) -> Screen[Any]:
        """The dashboard: below it there is nothing that would have to be laid out before it."""
        return self._dashboard

    def on_mount(self) -> None:
        """Open the wizard when nothing is held yet."""
        self.watching.begin()
        if found := (*self.faults, *self._take_keys()):
            self.call_after_refresh(self.complain, self._of_the_settings(*found))
        opening = self._offer_draft if self.view.state.credentials else self.doors.wizard
        self.call_after_refresh(opening)
        self.call_after_refresh(self.copies.look)
        self.call_after_refresh(collect_again)

    def _of_the_settings(self, first: str, *others: str) -> str:
        """What is wrong with the settings: one sentence is enough for a start."""
        return f"{first} And {len(others)} more; {key_of('settings')} lists them." if others else first

    def _offer_draft(self) -> None:
        if offer := self.drafts.greeting():
            self.say(offer)

    def before_leaving(self) -> None:
        """What is half typed stays as a draft."""
        self.drafts.flush()

    def let_go(self) -> None:
        """Let what is being saved finish, then what is kept of the forms."""
        try:
            self.unsaved = self._disk.close()
        finally:
            self.unsaid += self.drafts.close()

    # --- what is said --------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """What was said has been read when the next key or click comes."""
        reads = isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded
        said = self._dashboard.said if reads and self.screen is self._dashboard else ()
        await super().on_event(event)
        if said:  # by the way that the key goes, behind it: one frame then has what it did, and no more what was read
            (self._dashboard.focused or self._dashboard).post_message(Read(said))

    def on_read(self, event: Read) -> None:
        """Take away what has been read."""
        self._dashboard.hush(event.said)

    def on_key(self, event: events.Key) -> None:
        """Hand a form what was typed while it was opening."""
        if take := getattr(self.screen, "take_early", None):
            take(event)

    def say(self, words: str) -> None:
        """A calm line at the edge of the screen, until the next key or click."""
        if not self._disk.closed:  # else there is nobody left to tell
            self._dashboard.tell(words)

    def complain(self, words: str) -> None:
        """A sentence about something that was not done."""
        if self._disk.closed:
            self.unsaid.append(words)
        else:
            self._dashboard.tell(words, complaint=True)

    @property
    def is_saving(self) -> bool:
        """Whether the disk has yet to answer."""
        return self._disk.waiting > 0

    @property
    def at_home(self) -> bool:
        """Whether nothing is open over the dashboard."""
        return self.screen is self._dashboard

    def interrupt(self, words: str) -> None:
        """A sentence over whatever is open, which hides the dashboard's line."""
        self.notify(words, markup=False, severity="warning", timeout=10)

    def apply_settings(self, settings: Settings) -> None:
        """Look, move and listen to keys as these settings say."""
        super().apply_settings(settings)
        self._take_keys()
        if self._dashboard.is_mounted:
            self._dashboard.show(self.view)

    def _take_keys(self) -> list[str]:
        """Give the commands the keys of the settings; gives a sentence for each that cannot be."""
        if not self.settings.keys and self.commands is COMMANDS:
            return []
        from ceulog.tui.keymap import keyed  # noqa: PLC0415 - for keys of one's own alone

        self.commands, faults = keyed(COMMANDS, self.settings.keys)
        name_keys_of(self.commands)
        self.set_keymap({each.action: each.key for each in self.commands})
        self._dashboard.show_keys()
        return faults

    # --- showing and saving --------------------------------------------------------------------------------

    def show_state(self, state: LogState, *, trouble: str = "", at: Iterable[str] = ()) -> None:
        """Show a state of the log, true or expected, with the cursor on the first shown of some entries."""
        before = self.view
        self.view = view_of(
            self.logbook, state, before, saving=self.is_saving, trouble=trouble, copies=self.copies.names
        )
        if not self._dashboard.is_mounted or self.is_left:
            return
        if self.view.shows_the_same_as(before):
            self._dashboard.acknowledge(self.view)
        else:
            self._dashboard.show(self.view)
            if follow := getattr(self.screen, "log_changed", None):
                follow(state)
        self._dashboard.place(tuple(at))

    def _when_drawn(self, work: Callable[[], None]) -> None:
        """Have something done after the next frame, or soon when there is none."""
        self.call_after_refresh(work)
        self.set_timer(LONGEST_FRAME, work)

    def look_again(self, _answer: object = None) -> None:
        """Show the log as it stands on the disk, or why it cannot be read."""
        try:
            self.show_state(self.logbook.state)
        except StorageError as fault:
            self.show_state(self.view.state, trouble=str(fault))

    def carry_out(
        self, change: Change, *, paths: tuple[Path, ...] = (), refused: Callable[[str], None] | None = None,
        saved: Callable[[], None] = lambda: None, stay: bool = False,
    ) -> None:  # fmt: skip
        """Show a change at once and save it.

        Args:
            change: what is to be saved.
            paths: files that prove it, which are attached.
            refused: gets the sentence when it could not be; it is said by default.
            saved: is called when it is.
            stay: whether the cursor stays where it is; else it goes to what was changed.
        """
        if not change.edits and not paths:
            saved()
            return

        def done(label: str) -> None:
            self.say(did(label))
            saved()

        plan = (lambda _state: self._with_proofs(change, paths)) if paths else change
        self.put_on_disk(lambda: self.logbook.change(plan).label, done, refused)
        after = [each.after for each in change.edits if isinstance(each.after, Activity)]
        at = [] if stay else [each.id for each in after if not each.trashed]
        self.show_state(self.view.state.after(change.edits), at=at)

    def put_on_disk(
        self, work: Callable[[], str], done: Callable[[str], None], refused: Callable[[str], None] | None = None
    ) -> None:
        """Do some work on the thread that writes; a refusal's sentence is said where nobody is to be given it."""
        self._disk.put(work, done, refused or self.complain)

    def _with_proofs(self, change: Change, paths: tuple[Path, ...]) -> Change:
        return changes.proved(change, [self.logbook.attach(path) for path in paths])

    def undo(self) -> None:
        """Take the newest change back."""
        self._swap(self.logbook.undo, "Took back")

    def redo(self) -> None:
        """Do again what was undone last."""
        self._swap(self.logbook.redo, "Did again")

    def _swap(self, work: Callable[[], str], what: str) -> None:
        before = self.view.state.activities

        def done(label: str) -> None:
            differ = [key for key, each in self.view.state.activities.items() if before.get(key) != each]
            self._dashboard.place(differ)
            self.say(f"{what}: {change_words(label)}.")

        self.put_on_disk(work, done)

    # --- what the dashboard's keys do ----------------------------------------------------------------------

    def delete(self, activities: Iterable[Activity]) -> None:
        """Put entries into the trash."""
        self.carry_out(changes.trashed(activities, self.logbook.today()))

    async def do(self, action: str | None) -> None:
        """Do what a command of the dashboard does; nothing for None."""
        if action:
            await self._dashboard.run_action(action)

    def go_to(self, activity_id: str) -> None:
        """Put the cursor on an entry."""
        self._dashboard.go_to(activity_id)

    def action_help_here(self) -> None:
        """Say what can be done where the focus is; on the dashboard all commands too."""
        from ceulog.tui.help_topics import topics  # noqa: PLC0415 - on first need
        from ceulog.tui.screens.help import HelpScreen  # noqa: PLC0415

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            commands = self.commands if self.screen is self._dashboard else ()
            self.push_screen(HelpScreen(commands, topics(self.screen)), self.do)

    def action_command_palette(self) -> None:
        """Open the palette, whose commands are those of the dashboard."""
        if self.screen is self._dashboard:
            self.doors.palette()
