"""The two ends of a quick line, where words without a key are taken; see `quick_line` for the rules."""

import datetime as dt
from typing import Any, NamedTuple

from ceulog.wording.quick_keys import Said, Setting
from ceulog.wording.quick_parts import Word, bare_ceus, day_or_none, label, said_ceus, said_minutes
from ceulog.wording.vocabulary import ARTICLES, BINDERS, CEUS_FILLERS, JOINERS, LOOSE_TYPES

_LONGEST = 4
"""Words of the longest piece, "1 hour 30 minutes"."""


class _Find(NamedTuple):
    """A piece recognised by its own form."""

    field: str
    value: Any
    fillers: tuple[str, ...] = ()
    """Words before it that mean nothing but it: "on 11/20", "for 2 CEUs"."""
    doubtful: bool = True
    """Whether a word before it can claim it for the title."""


class Ends:
    """What is understood goes from `words` to `said`; the words that are left are the title."""

    def __init__(self, words: list[Word], said: Said, setting: Setting) -> None:
        self.words = words
        self.said = said
        self.setting = setting
        self.unsure: list[Word] = []
        """Names taken from the end that may yet turn out to be the end of the title."""
        self.unsure_fields: list[str] = []

    def take(self) -> None:
        """Take all that is understood."""
        self.take_sponsor()
        self.take_end()
        self.take_beginning()
        self.take_said_ceus()
        self.guess_type()

    def _phrase(self, start: int, size: int) -> str:
        """So many words from there as one text; empty when there are fewer, or a quoted one."""
        chunk = self.words[start : start + size] if start >= 0 else []
        if len(chunk) < size or any(word.quoted for word in chunk):
            return ""
        return " ".join(word.bare for word in chunk)

    def _form(self, text: str) -> _Find | None:
        """What a phrase is by its form alone, among what the line has not said yet."""
        finds = (
            _Find("ceus", said_ceus(text), CEUS_FILLERS, doubtful=False),
            _Find("minutes", said_minutes(text), fillers=("for",)),
            _Find("ceus", bare_ceus(text), doubtful=text.isdecimal()),
            _Find("date", self._day(text), fillers=("on",)),
        )
        return next((find for find in finds if find.value is not None and find.field not in self.said), None)

    def _day(self, text: str) -> dt.date | None:
        return day_or_none(text, self.setting.today, coming="planned" in self.said)

    # the end

    def take_end(self) -> None:
        """Going backwards, take all that is recognised; stop at the first word that is not."""
        while self.words:
            if self.words[-1].is_separator:
                self.words.pop()
            elif self._take_last() or self._take_last_index_number():
                self._be_sure()
            elif not self._take_last_name():
                break
        if self.words and self.unsure:
            # "Spring workshop 3 yesterday": the title ends with it, see `guess_type`
            self.words.extend(self.unsure)
            for field in self.unsure_fields:
                del self.said[field]

    def _be_sure(self) -> None:
        self.unsure, self.unsure_fields = [], []

    def _take_last(self) -> bool:
        for size in range(_LONGEST, 0, -1):
            start = len(self.words) - size
            find = self._form(self._phrase(start, size))
            before = self._phrase(start - 1, 1).lower()
            if find is None or (find.doubtful and before in BINDERS and before not in find.fillers):
                continue
            self.said[find.field] = find.value
            del self.words[start - (before in find.fillers) :]
            return True
        return False

    def _take_last_index_number(self) -> bool:
        last = self._phrase(len(self.words) - 1, 1)
        if "index_number" in self.said or not last.startswith("#"):
            return False
        self.said["index_number"] = last[1:]
        self.words.pop()
        return True

    def _take_last_name(self) -> bool:
        """Take a type or a sponsor that stands last: for good, or until the title claims it."""
        for size in range(_LONGEST, 0, -1):
            start = len(self.words) - size
            found = self._name(self._phrase(start, size))
            if not found:
                continue
            before = self._phrase(start - 1, 1).lower()
            if found.get("type") in LOOSE_TYPES and before not in ARTICLES:
                self._be_sure()
            else:
                self.unsure[:0] = self.words[start:]
                self.unsure_fields += found
            self.said.update(found)
            del self.words[start:]
            return True
        return False

    def _name(self, phrase: str) -> Said:
        """The type or the sponsor that a phrase names, if the line has not said one yet."""
        if "type" not in self.said and (found := label(phrase)):
            by_cms = found == "cms-training" and "sponsor" not in self.said
            return {"type": found, "sponsor": "CMS"} if by_cms else {"type": found}
        if "sponsor" not in self.said and (name := self.setting.names.get(phrase.lower().rstrip(":"))):
            return {"sponsor": name}
        return {}

    # the beginning

    def take_sponsor(self) -> None:
        """Take a sponsor that stands first, before another can be found at the end."""
        for size in range(_LONGEST, 0, -1):
            if found := self._first(size, forms=False):
                if "sponsor" in found:
                    self._take_first(size, found)
                return

    def take_beginning(self) -> None:
        """Going forwards, take all that is recognised; stop at the first word that is not."""
        while self.words:
            if self.words[0].is_separator:
                del self.words[0]
                continue
            for size in range(_LONGEST, 0, -1):
                if found := self._first(size, forms=True):
                    self._take_first(size, found)
                    break
            else:
                return

    def _first(self, size: int, *, forms: bool) -> Said:
        """What so many first words say by name, and if wanted by form; nothing when a title begins."""
        phrase = self._phrase(0, size)
        if not phrase or self._phrase(size, 1).lower() in JOINERS:
            return {}
        found = self._name(phrase)
        # "10 tips for denials": a lone whole number begins a title
        if found or not forms or phrase.isdecimal():
            return found
        find = self._form(phrase)
        return {find.field: find.value} if find else {}

    def _take_first(self, size: int, found: Said) -> None:
        self.said.update(found)
        del self.words[:size]

    # the midst

    def take_said_ceus(self) -> None:
        """Take an amount that says so ("2 CEUs") from the midst, when the ends had none."""
        for start in range(len(self.words) - 1, -1, -1):
            for size in (2, 1):
                ceus = said_ceus(self._phrase(start, size))
                if ceus is not None and "ceus" not in self.said:
                    self.said["ceus"] = ceus
                    filler = self._phrase(start - 1, 1).lower() in CEUS_FILLERS
                    del self.words[start - filler : start + size]
                    return

    def guess_type(self) -> None:
        """Read the type off the title, which keeps its words, when nothing else said it."""
        for size in range(_LONGEST, 0, -1):
            for start in range(len(self.words)):
                if "type" not in self.said and (found := label(self._phrase(start, size).rstrip(":"))):
                    self.said["type"] = found
