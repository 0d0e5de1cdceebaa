"""What the palette finds: the commands, what is held, and the entries of the log."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ceulog.domain.activities import Activity
from ceulog.domain.filtering import ceus_of, found
from ceulog.domain.text import tidy
from ceulog.tui.change_words import change_words
from ceulog.tui.commands import Command
from ceulog.tui.field_dates import list_text
from ceulog.wording.numbers import count, plain

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp

MOST_ENTRIES = 12
"""Entries that are offered at once, the newest first."""
ENTRY_SCORE = 0.8
"""They hold every word that was typed, where a command's name may only resemble it."""


class CeulogProvider(Provider):
    """Knows the app by its own type."""

    @property
    def ceulog(self) -> "CeulogApp":
        """The app."""
        return cast("CeulogApp", self.app)


class CommandProvider(CeulogProvider):
    """Offers every command that the dashboard has; undo and redo name what they would do."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self.ceulog.commands:
            words = self._words(command)
            yield DiscoveryHit(Content(words), self._runner(command), text=words, help=_help(command))

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for command in self.ceulog.commands:
            words = self._words(command)
            score = matcher.match(f"{command.name} {words}")
            if score > 0:
                yield Hit(
                    score, matcher.highlight(words), self._runner(command), help=f"{command.name}  {command.key_text}"
                )

    def _words(self, command: Command) -> str:
        logbook = self.ceulog.logbook
        named = {"undo": lambda: logbook.next_undo, "redo": lambda: logbook.next_redo}.get(command.action)
        label = named() if named else ""
        return f"{command.sentence}: {change_words(label)}" if label else command.sentence

    def _runner(self, command: Command) -> Callable[[], bool]:
        return partial(self.app.call_later, self.ceulog.do, command.action)


class CredentialProvider(CeulogProvider):
    """Offers what is held; choosing one selects its bar and explains its number."""

    async def search(self, query: str) -> Hits:
        """Those whose code or name fits."""
        matcher = self.matcher(query)
        for progress in self.ceulog.view.progress:
            for each in progress.credentials:
                words = f"{tidy(each.code)}  {tidy(each.name)}"
                score = matcher.match(words)
                if score > 0:
                    run = partial(self.app.call_later, self.ceulog.do, f"why({each.code!r})")
                    how_far = f"{plain(each.earned)} / {plain(each.needed)}: why"
                    yield Hit(score, matcher.highlight(words), run, help=how_far)


class EntryProvider(CeulogProvider):
    """Offers entries by what the filter understands; choosing one puts the cursor on it."""

    async def search(self, query: str) -> Hits:
        """The newest ones that fit."""
        app = self.ceulog
        kept = [each for each in app.view.state.activities.values() if not each.trashed]
        fitting = found(kept, query, app.logbook.today())
        fitting.sort(key=lambda each: (each.date, each.id), reverse=True)
        for place, each in enumerate(fitting[:MOST_ENTRIES]):
            run = partial(app.call_later, app.go_to, each.id)
            yield Hit(
                ENTRY_SCORE - place / 100, Content(tidy(each.title)), run, text=tidy(each.title), help=_about(each)
            )


# the palette reads a help as markup, so that no text from people may stand in it
def _help(command: Command) -> str:
    return f"{command.name}  {command.key_text.replace('[', '')}"


def _about(activity: Activity) -> str:
    return f"{list_text(activity.date)}  {count(ceus_of(activity), 'CEU')}"
