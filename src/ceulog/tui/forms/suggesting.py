"""What the holder's own log remembers: titles and sponsors typed before, and how a title was logged last."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from textual.suggester import Suggester

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.text import listed
from ceulog.tui.forms.draft import FormDraft, draft_of
from ceulog.wording.dates import MONTHS, prose_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count
from ceulog.wording.words import type_name

TAKEN_OVER = ("sponsor", "type", "ceus", "minutes", "organizations", "credits", "location", "domain", "provided_by")
"""What an entry of the same title shares with the one before; its numbers, notes and approvals are its own."""

REMEMBERED = ("title", "sponsor")
"""Fields for which the log remembers what was typed before."""

Texts = dict[str, str]
"""The folded text -> as it was typed, the latest first."""


class Memory:
    """The log as a source of what is typed again; worked out when first asked for.

    Args:
        activities: the log; what is in the trash is not remembered.
    """

    def __init__(self, activities: Iterable[Activity]) -> None:
        self._activities = activities

    @cached_property
    def _latest(self) -> list[Activity]:
        kept = [each for each in self._activities if not each.trashed]
        return sorted(kept, key=chronological, reverse=True)

    @cached_property
    def _titles(self) -> dict[str, Activity]:
        found: dict[str, Activity] = {}
        for each in self._latest:
            found.setdefault(_key(each.title), each)
        return found

    @cached_property
    def _typed(self) -> dict[str, Texts]:
        found: dict[str, Texts] = {field: {} for field in REMEMBERED}
        for each in self._latest:
            for field, texts in found.items():
                if text := getattr(each, field):
                    texts.setdefault(text.casefold(), text)
        return found

    def suggestion(self, field: str, typed: str) -> str:
        """The latest text of a field that begins as typed and goes on; empty when there is none."""
        begun = typed.casefold()
        if not begun.strip():
            return ""
        texts = self._typed.get(field, {})
        return next((text for key, text in texts.items() if key.startswith(begun) and len(key) > len(begun)), "")

    @cached_property
    def sponsors(self) -> tuple[str, ...]:
        """Every sponsor, as it was typed the last time."""
        return tuple(self._typed["sponsor"].values())

    def last(self, title: str) -> Activity | None:
        """The latest entry of a title, case and blanks ignored."""
        return self._titles.get(_key(title))


class FromLog(Suggester):
    """Offers what was typed into a field before, as the rest of what is being typed."""

    def __init__(self, memory: Memory, field: str) -> None:
        super().__init__(use_cache=False, case_sensitive=True)  # the memory ignores case itself
        self._memory = memory
        self._field = field

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text that is offered; None for nothing."""
        return self._memory.suggestion(self._field, value) or None


def from_log(activities: Iterable[Activity], field: str) -> FromLog:
    """What was typed into a field of the log before, for a line of another form."""
    return FromLog(Memory(activities), field)


def _key(title: str) -> str:
    return " ".join(title.casefold().split())


def as_last(draft: FormDraft, last: Activity | None, fresh: FormDraft) -> FormDraft:
    """The draft with what the entry before has, in fields that hold nothing of their own yet.

    Args:
        draft: what is typed.
        last: the entry before; None gives the draft back.
        fresh: an empty form: what stands there in fields that nobody touched.
    """
    if last is None:
        return draft
    before = draft_of(last)
    taken: dict[str, Any] = {
        field: getattr(before, field)
        for field in TAKEN_OVER
        if getattr(draft, field) == getattr(fresh, field) and getattr(before, field) != getattr(draft, field)
    }
    if draft.ceus or draft.minutes:
        for field in ("ceus", "minutes", "credits"):
            taken.pop(field, None)
    if taken.keys() <= {"organizations"}:
        return draft
    return draft._replace(**taken, edited=draft.edited | taken.keys())


def as_last_words(draft: FormDraft, then: FormDraft, last: Activity, today: dt.date) -> str:
    """What would be taken over, and from when: "as on Nov 12: Chapter, chapter meeting, 1 CEU"."""
    said = []
    if then.sponsor != draft.sponsor:
        said.append(echo(then.sponsor, 24))
    if then.type != draft.type:
        said.append(type_name(then.type))
    if then.ceus != draft.ceus and last.ceus is not None:
        said.append(count(last.ceus, "CEU"))
    elif then.minutes != draft.minutes:
        said.append(f"{then.minutes} minutes")
    if then.organizations != draft.organizations:
        said.append("for " + listed(then.organizations))
    if then.credits != draft.credits:
        said += [f"{code} {text}" for code, text in then.credits.items()]
    if then.location != draft.location:
        said.append(f"at {echo(then.location, 20)}")
    if (then.domain, then.provided_by) != (draft.domain, draft.provided_by):
        said.append("domain and provider")
    day = f"{MONTHS[last.date.month - 1]} {last.date.day}" if last.date.year == today.year else prose_date(last.date)
    return f"As on {day}: {', '.join(said)}"
