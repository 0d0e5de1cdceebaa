"""The two ends of a quick line, where words without a key are taken; see `quick_line` for the rules."""

from collections.abc import Callable

from ceulog.wording.quick_forms import LONGEST, Find, belongs_first, find_form, is_doubtful_day, looks_like_index_number
from ceulog.wording.quick_keys import Said, Setting
from ceulog.wording.quick_parts import Word, label
from ceulog.wording.vocabulary import APPROVED_FILLERS, ARTICLES, EVENTS, JOINERS, LOOSE_TYPES


class Ends:
    """What is understood goes from `words` to `said`; the words that are left are the title."""

    def __init__(self, words: list[Word], said: Said, setting: Setting) -> None:
        self.words = words
        self.said = said
        self.setting = setting
        self.unsure: list[Word] = []
        """Names taken from the end that may yet turn out to be the end of the title."""
        self.unsure_fields: list[str] = []
        self.first_type: list[Word] = []
        """A type taken from the beginning, which the title may need."""
        self.is_apart = False
        """Whether something else was taken between that type and the title."""

    def phrase(self, start: int, size: int) -> str:
        """So many words from there as one text; empty when there are fewer, or a quoted one."""
        chunk = self.words[start : start + size] if start >= 0 else []
        if len(chunk) < size or any(word.quoted for word in chunk):
            return ""
        # an inner comma tells "November 3, 2026" from "part 3, November 2026"
        return " ".join([*(word.text for word in chunk[:-1]), *(word.bare for word in chunk[-1:])])

    def word(self, at: int) -> str:
        """The word at a place in lower case; empty where there is none, or a quoted one."""
        return self.phrase(at, 1).lower()

    def form(self, text: str) -> Find | None:
        """What a phrase is by its form alone, among what the line has not said yet."""
        return find_form(text, self.setting.today, self.said, coming="planned" in self.said)

    # the end

    def take_end(self) -> None:
        """Going backwards, take all that is recognised; stop at the first word that is not."""
        while self.words:
            if self.words[-1].is_separator:
                self.words.pop()
            elif self.take_before(len(self.words)) is not None or self._take_last_index_number():
                self._be_sure()
            elif not (self._take_last_name() or self._take_last_credential()):
                break
        if self.words and self.unsure:
            # "Spring workshop 3 yesterday": the title ends with it, see `guess_type`
            self.words.extend(self.unsure)
            for field in self.unsure_fields:
                self.said.pop(field, None)

    def ends_name(self, end: int) -> bool:
        """Whether a known sponsor of several words ends before a word: its last one claims nothing for the title."""
        phrases = (self.phrase(end - size, size).lower() for size in range(2, LONGEST + 1))
        return "sponsor" not in self.said and any(each in self.setting.names for each in phrases if each)

    def _be_sure(self) -> None:
        self.unsure, self.unsure_fields = [], []

    def take_before(self, end: int) -> int | None:
        """Take the form that ends before a word, unless the title claims it; as `take_form`."""
        return self.take_form(
            end, lambda find, start: not find.is_claimed(self.word(start - 1)) or self.ends_name(start)
        )

    def take_form(self, end: int, wanted: Callable[[Find, int], bool]) -> int | None:
        """Take the longest form that ends before a word, with what means nothing but it.

        Args:
            end: the place of that word.
            wanted: whether a form that begins at a place may be taken.

        Returns:
            The place of what was taken; None when there is none.
        """
        for start in range(end - LONGEST, end):
            find = self.form(self.phrase(start, end - start))
            if find and wanted(find, start):
                self.said[find.field] = find.value
                first = start - (self.word(start - 1) in find.fillers)
                del self.words[first:end]
                return first
        return None

    def _take_last_index_number(self) -> bool:
        last = self.phrase(len(self.words) - 1, 1)
        if "index_number" in self.said or not (last.startswith("#") or looks_like_index_number(last)):
            return False
        self.said["index_number"] = last.removeprefix("#")
        self.words.pop()
        return True

    def _take_last_credential(self) -> bool:
        """Take the code of a credential that stands last, in capitals, until the title claims it."""
        code = self.phrase(len(self.words) - 1, 1)
        if not code or self.setting.credentials.get(code.lower()) != code:
            return False
        if "approved_for" in self.said and "approved_for" not in self.unsure_fields:
            return False
        filler = self.word(len(self.words) - 2) in APPROVED_FILLERS
        self.unsure[:0] = self.words[-1 - filler :]
        self.unsure_fields.append("approved_for")
        self.said["approved_for"] = (code, *self.said.get("approved_for", ()))
        del self.words[-1 - filler :]
        return True

    def _take_last_name(self) -> bool:
        """Take a type or a sponsor that stands last: for good, or until the title claims it."""
        for size in range(LONGEST, 0, -1):
            start = len(self.words) - size
            found = self._name(self.phrase(start, size))
            if not found:
                continue
            before = self.word(start - 1)
            apart = start > 0 and self.words[start - 1].text.endswith(",") and "sponsor" in found
            if apart or (found.get("type") in LOOSE_TYPES and before not in ARTICLES):
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
        for size in range(LONGEST, 0, -1):
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
            for size in range(LONGEST, 0, -1):
                if found := self._first(size, forms=True):
                    self._take_first(size, found)
                    break
            else:
                return

    def _first(self, size: int, *, forms: bool) -> Said:
        """What so many first words say by name, and if wanted by form; nothing when a title begins."""
        phrase = self.phrase(0, size)
        if not phrase or self.word(size) in JOINERS:
            return {}
        found = self._name(phrase)
        # "10 tips for denials": a lone whole number begins a title
        if found or not forms or phrase.isdecimal():
            return found
        find = self.form(phrase)
        if find is None or not belongs_first(find, phrase, self.word(size)):
            return {}
        return {} if is_doubtful_day(phrase) and not self._is_set_off(size) else {find.field: find.value}

    def _is_set_off(self, size: int) -> bool:
        """Whether something else that is recognised follows on so many first words, or a comma, a dash, or nothing."""
        rest = self.words[size:]
        if not rest or rest[0].is_separator or self.words[size - 1].text.endswith((",", ";")):
            return True
        following = [self.phrase(size, length) for length in range(1, LONGEST + 1)]
        return any(each and not each.isdecimal() and (self._name(each) or self.form(each)) for each in following)

    def _take_first(self, size: int, found: Said) -> None:
        if "type" in found and found["type"] not in LOOSE_TYPES:
            self.first_type = self.words[:size]
        elif self.first_type and "sponsor" not in found:
            self.is_apart = True
        self.said.update(found)
        del self.words[:size]

    # the title

    def give_back_type(self) -> None:
        """Let the title begin with the type, when what is left is where or with whom it was."""
        if not self.is_apart or not self.words:
            return
        if self.said["type"] in EVENTS or self.words[0].text.lower() in JOINERS:
            self.words[:0] = self.first_type

    def guess_type(self) -> None:
        """Read the type off the title, which keeps its words, when nothing else said it."""
        for size in range(LONGEST, 0, -1):
            for start in range(len(self.words)):
                if "type" not in self.said and (found := label(self.phrase(start, size).rstrip(":"))):
                    self.said["type"] = found
