"""What the palette finds: the commands, what is held, and the entries of the log."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ceulog.domain.activities import Activity, ceus_of, in_order
from ceulog.domain.filtering import EMPTY, parse_search, pile_of
from ceulog.domain.text import tidy
from ceulog.tui.change_words import change_words
from ceulog.tui.commands import Command
from ceulog.tui.field_dates import list_text
from ceulog.tui.ranking import places_of, rank
from ceulog.wording.numbers import count, plain

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp

MOST_ENTRIES = 12
"""Entries that are offered at once, the newest first."""
FITTING = 0.3
"""The score of an entry whose title holds nothing of what is typed, which the filter understands all the same."""
PLACEHOLDER = "A command, an entry, a credential"
ALIASES = {
    "add": "new log enter activity webinar create",
    "edit": "change correct modify bulk",
    "again": "repeat clone",
    "templates": "recurring",
    "keep_template": "save recurring",
    "details": "view show inspect",
    "proofs": "certificate pdf view attachment scan",
    "delete": "remove erase",
    "copy": "spreadsheet",
    "filter": "search",
    "sort": "order",
    "reverse": "descending ascending",
    "now": "jump",
    "undo": "revert",
    "redo": "repeat",
    "trash": "deleted restore recover recycle bin",
    "tick": "checkbox check",
    "optional": "duty",
    "why": "explain rule reason",
    "timeline": "plan chart graph",
    "credentials": "certifications organizations membership renew close dues history what if",
    "export": "save download excel csv spreadsheet report file calendar ics reminder outlook dates",
    "packet": "audit verification certificates proof verify prove",
    "check": "findings problems audit verification",
    "settings": "preferences options colors",
    "help": "shortcuts manual",
    "quit": "exit close",
}
"""Other words that people have for a command; those of its sentence are found anyway."""
ELSEWHERE = (
    ("Backups", "backup backups copies safety rollback",
     "The log is copied once a day before it changes; `ceulog backups` lists the copies, `ceulog rollback` goes back."),
)  # fmt: skip
"""What one may look for here that is elsewhere: its name, other words for it, what there is."""


class CeulogProvider(Provider):
    """Knows the app by its own type."""

    @property
    def ceulog(self) -> "CeulogApp":
        """The app."""
        return cast("CeulogApp", self.app)


class Palette(CommandPalette):
    """The palette with words of ours."""

    def __init__(self) -> None:
        super().__init__(placeholder=PLACEHOLDER, id="--command-palette")


class CommandProvider(CeulogProvider):
    """Offers every command that the dashboard has; undo and redo name what they would do."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self.ceulog.commands:
            words = self._words(command)
            yield DiscoveryHit(Content(words), self._runner(command), text=words, help=_help(command))

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed, and what is to be found elsewhere."""
        resembles = self.matcher(query).match
        for command in self.ceulog.commands:
            words = self._words(command)
            score = rank(query, command.name, f"{words} {ALIASES.get(command.action, '')}", resembles)
            if score > 0:
                yield Hit(score, _marked(query, words), self._runner(command), text=words, help=_help(command))
        for name, aliases, sentence in ELSEWHERE:
            if score := rank(query, name, aliases):
                run = partial(self.app.call_later, self.ceulog.say, sentence)
                yield Hit(score, _marked(query, sentence), run, text=sentence, help=name)

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
        for progress in self.ceulog.view.progress:
            for each in progress.credentials:
                if score := rank(query, each.code, each.name):
                    words = f"{tidy(each.code)}  {tidy(each.name)}"
                    run = partial(self.app.call_later, self.ceulog.do, f"why({each.code!r})")
                    how_far = f"{plain(each.earned)} / {plain(each.needed)}: why"
                    yield Hit(score, _marked(query, words), run, text=words, help=how_far)


class EntryProvider(CeulogProvider):
    """Offers entries by what the filter understands; choosing one puts the cursor on it."""

    _pile = EMPTY

    async def startup(self) -> None:
        """Take those of the log, the newest first."""
        kept = (each for each in self.ceulog.view.state.activities.values() if not each.trashed)
        self._pile = pile_of(in_order(kept, newest_first=True))

    async def search(self, query: str) -> Hits:
        """The newest ones that fit."""
        app = self.ceulog
        fitting = parse_search(query).pick(self._pile, app.logbook.today())
        for place, each in enumerate(fitting[:MOST_ENTRIES]):
            run = partial(app.call_later, app.go_to, each.id)
            title = tidy(each.title)
            score = (rank(query, title) or FITTING) - place / 1000  # the newest first
            yield Hit(score, _marked(query, title), run, text=title, help=_about(each))


def _marked(query: str, text: str) -> Content:
    """A text with the words that were typed underlined in it."""
    content = Content(text)
    for start, end in places_of(query, text):
        content = content.stylize("bold underline", start, end)
    return content


# the palette reads a help as markup, so that no text from people may stand in it
def _help(command: Command) -> str:
    return f"{command.name}  {command.key_text.replace('[', '')}"


def _about(activity: Activity) -> str:
    return f"{list_text(activity.date)}  {count(ceus_of(activity), 'CEU')}"
