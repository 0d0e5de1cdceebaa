"""What a command works with: the folder, the clock, the logbook, and where to print."""

import datetime as dt
import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ceulog.domain.editions import Rulebook
from ceulog.domain.text import capitalized, printable, tidy
from ceulog.logbook.opening import OWN_RULES, open_log
from ceulog.logbook.reader import FILE_NAME, LogReader, is_long
from ceulog.settings import settings_file

if TYPE_CHECKING:
    from pathlib import Path

    from ceulog.domain.changes import Change
    from ceulog.domain.holdings import Numberless
    from ceulog.logbook.logbook import Logbook
    from ceulog.logbook.remembered import Remembered


class Context:
    """One run of one command."""

    def __init__(self, folder: str, today: dt.date, environment: Mapping[str, str]) -> None:
        self.place = folder
        """The logbook's folder, as text."""
        self.today = today
        self._environment = environment
        self._logbook: Logbook | None = None
        self._log: LogReader | None = None

    @property
    def folder(self) -> "Path":
        """The logbook's folder."""
        from pathlib import Path  # noqa: PLC0415 - dear to import, and not always needed

        return Path(self.place)

    @property
    def log(self) -> LogReader:
        """The log to look at, opened when first asked for; cheaper than `logbook`."""
        if self._log is None:
            self._log = open_log(self.place, self.today)
        return self._log

    @property
    def logbook(self) -> "Logbook":
        """The logbook, opened when first asked for."""
        if self._logbook is None:
            from ceulog.logbook.opening import open_logbook  # noqa: PLC0415 - who only looks need not pay for writing

            self._log = self._logbook = open_logbook(self.place, self.today)
        return self._logbook

    @property
    def settings_file(self) -> "Path":
        """The file of the screen's settings, whether it is there or not."""
        return settings_file(self._environment)

    @property
    def rulebook(self) -> Rulebook:
        """The rules of every organization."""
        return self.log.rulebook

    @property
    def draws_fine(self) -> bool:
        """Whether stdout takes more than ASCII: a terminal by the locale that was set, a file by its encoding."""
        if sys.stdout.isatty():
            from ceulog.wording.letters import draws_unicode  # noqa: PLC0415 - a script never asks

            return draws_unicode(self._environment, sys.stdout.encoding)
        try:
            "█╌".encode(sys.stdout.encoding or "ascii")
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def say(self, *lines: str) -> None:
        """Print data."""
        if lines:
            print(printable("\n".join(lines)))

    def tell(self, *sentences: str) -> None:
        """Print narration, which a script may ignore."""
        for sentence in sentences:
            print(printable(sentence), file=sys.stderr)

    def say_bytes(self, data: bytes) -> None:
        """Print a file's bytes as they are; only a terminal gets them without what would drive it."""
        if sys.stdout.isatty():
            print(printable(data.decode("utf-8", "replace").replace("\r\n", "\n")), end="")
            return
        sys.stdout.flush()
        rest = memoryview(data)
        while rest:  # under PYTHONUNBUFFERED a device that fills up takes a part, and refuses only the next one
            rest = rest[sys.stdout.buffer.write(rest) :]

    def say_json(self, value: Any) -> None:
        """Print data as JSON, ASCII-escaped, so that no terminal or code page stands in its way."""
        print(as_json(value))

    def remembered(self, name: str, *asked: object) -> "Remembered | None":
        """What was answered before where log, day and question were the very same; None of a log that is short."""
        if not is_long(self.place):
            return None
        from ceulog.logbook.remembered import Remembered  # noqa: PLC0415 - it is rare

        return Remembered(self.place, name, self.today.isoformat(), *asked)

    def tell_of_misfits(self) -> None:
        """Say what in the file could not be read, and that somebody else has written to it."""
        self.tell(*self.oddities)

    @property
    def oddities(self) -> list[str]:
        """A sentence for each thing in the log, as far as it was looked at, that is not as we left it."""
        if self._log is None:
            return []
        sentences = []
        if self._log.edited_elsewhere:
            sentences.append(
                f"Another program has edited {self.folder / FILE_NAME}. It can be read and nothing was lost; "
                "please look once whether it says what you expect."
            )
        for held, cycle_word in _without_numbers(self._log):
            from ceulog.wording.unread import numberless_words  # noqa: PLC0415 - it is rare

            way = f"put its file back into {self.folder / OWN_RULES}"
            if cycle_word:
                way = f"`ceulog credential remove {tidy(held.code)}` and then `add` with --cycle-end begin one"
            sentences.append(
                f"{numberless_words(held.code, held.organization, cycle_word)}, so it has no numbers: {way}."
            )
        return sentences + _unread(self._log)


def _unread(log: LogReader) -> list[str]:
    if not log.misfits:
        return []
    from ceulog.wording.unread import unread_words  # noqa: PLC0415 - it is rare

    return [unread_words(each.table, each.document_id, each.path) for each in log.misfits]


def _without_numbers(log: LogReader) -> "tuple[Numberless, ...]":
    state, known = log.last_read, log.rulebook.organizations
    if all(each in known and state.membership(each) for each in state.organizations()):
        return ()
    from ceulog.domain.holdings import without_numbers  # noqa: PLC0415 - it is rare

    return without_numbers(state, log.rulebook)


def as_json(value: Any) -> str:
    """Data as the commands print it as JSON."""
    return json.dumps(value, indent=2)


def done_words(change: "Change", otherwise: str = "Nothing was different, so nothing was changed.") -> str:
    """What a change did, as a sentence; the other sentence where it is empty."""
    return f"{capitalized(change.label)}." if change.edits else otherwise
