"""What the form shows of the entry being typed: how it reads, what it would do, and what each key does now."""

import asyncio
from pathlib import Path

from textual.widgets import Input

from ceulog.domain.activities import Activity
from ceulog.domain.entries import offers_next_cycle
from ceulog.domain.state import LogState
from ceulog.tui.forms.body import FormBody
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.effects import Effect, Effects
from ceulog.tui.forms.form_keys import enter_words, keys_now
from ceulog.tui.forms.form_picks import PICKS, FormPicks
from ceulog.tui.forms.outcome import Outcome, remark_lines
from ceulog.tui.forms.preview import preview_lines
from ceulog.tui.forms.reading import (
    MISSING_CEUS,
    MISSING_TITLE,
    Reading,
    Setting,
    date_words,
    offered_ceus,
    read_form,
)
from ceulog.tui.forms.suggesting import Memory, as_last, as_last_words
from ceulog.tui.widgets.calendar import WeekStart
from ceulog.tui.widgets.key_line import KeyLine
from ceulog.tui.widgets.painting import Line, Piece
from ceulog.wording.phrases import ready_words

REST = 0.15
"""Seconds without a key after which a long log is counted."""


class FormLooks(FormPicks):
    """A form that says what is being typed into it.

    Args:
        setting: what it is read against.
        folder: the logbook's.
        week_start: the first day of a week in the calendar.
        blank: the form as it is before anything is typed.
        draft: what it begins with.
    """

    def __init__(
        self, setting: Setting, folder: Path, week_start: WeekStart, *, blank: FormDraft, draft: FormDraft
    ) -> None:
        super().__init__(setting, folder, week_start)
        state, base = setting.state, setting.base
        self._memory = Memory(state.activities.values())
        self._effects = Effects(state, setting.rulebook, setting.today, base)
        self._may_attend = base is not None and base.status == "planned" and base.date <= setting.today
        self._blank, self._draft = blank, draft
        self._other: FormDraft | None = None
        """What emptying the form would put in place of the draft; None when it cannot be emptied."""
        self._left: set[str] = set()
        """Fields that were left, whose faults may be said."""
        self._submitted = self._warned = False
        self._due = True
        """Whether a look is under way. The first waits until all is laid out: what is given another height before
        would keep the one it had.
        """
        self._effect = Effect((), ())
        self.keys_said: dict[str, str] = {}
        """Action -> what its key does at this moment; the empty text for one that does nothing."""

    @property
    def _body(self) -> FormBody:
        return self.query_one(FormBody)

    def _fit_soon(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Give the fields the room that the others leave."""
        others = [each for each in self.children if each.id != "parts" and each.display]
        if not self.has_class("-wide"):
            others.append(self.query_one(Outcome))
        taken = sum(each.outer_size.height + each.styles.margin.height for each in others)
        room = max(self.size.height - taken, 3)
        now = self._body.styles.max_height
        if now is None or now.value != room:
            self._body.styles.max_height = room

    def log_changed(self, state: LogState) -> None:
        """Count against the log as another program left it."""
        setting = self._setting
        self._effects = Effects(state, setting.rulebook, setting.today, setting.base)
        self._look_soon()

    def _look_soon(self) -> None:
        # many keys at once are looked at once
        if not self._due:
            self._due = True
            self.call_later(self._look)

    def _look(self) -> None:
        """Show how everything reads, and what it would do, as far as it can be understood yet."""
        self._due = False
        if not self.is_current:
            return
        draft, setting, body = self._draft, self._setting, self._body
        reading = read_form(draft, setting)
        body.say_date(date_words(draft, setting.today))
        body.offer_ceus({code: offered_ceus(draft, code, setting) for code in setting.codes})
        body.name_more(draft)
        body.complain({field: said for field, said in reading.faults.items() if self._may_say(field, said)})
        body.offer_next_cycle(offered=draft.next_cycle or self._offers_next_cycle(reading.activity))
        if effect := self._effects.known(reading.activity):
            self._show_effect(reading, effect)
        elif self._effects.is_quick:
            self._show_effect(reading, self._effects.of(reading.activity))
        else:
            self._show_effect(reading, self._effect, stale=True)
            self.run_worker(self._count_later(reading), group="count", exclusive=True)

    def _may_say(self, field: str, sentence: str) -> bool:
        missing = sentence in (MISSING_TITLE, MISSING_CEUS)
        return self._submitted or (field in self._left and not missing)

    def _offers_next_cycle(self, activity: Activity | None) -> bool:
        rules = self._setting.rulebook.organizations
        return activity is not None and any(
            offers_next_cycle(activity, rules[code], self._setting.state) for code in activity.credits if code in rules
        )

    async def _count_later(self, reading: Reading) -> None:
        """Count a long log beside the screen, once nobody types; the next key begins this anew."""
        await asyncio.sleep(REST)
        effect = await asyncio.to_thread(self._effects.of, reading.activity)
        self._show_effect(reading, effect)

    def _show_effect(self, reading: Reading, effect: Effect, *, stale: bool = False) -> None:
        outcome, activity, today = self.query_one(Outcome), reading.activity, self._setting.today
        self._effect = effect
        lines = preview_lines(effect.before, effect.after, None if stale else activity)
        outcome.show_bars(lines, max(outcome.size.width, 20), self._room_for_bars())
        said = remark_lines(effect.remarks, activity, today) if activity and not stale else []
        offer = self._as_last()
        ready = not reading.faults and self.focused is self.query_one("#save")
        if outcome.say([*said, *offer]):
            self._fit_soon()
        outcome.tell_ready(ready_words(activity, today) if ready and activity else "")
        self._tell_keys(understood=activity is not None and not reading.faults, as_last=bool(offer))

    def _room_for_bars(self) -> int:
        height = self.size.height
        return height if self.has_class("-wide") else 4 if height < 24 else max(height // 4, 4)

    def _as_last(self) -> list[Line]:
        """What an entry of the same title could lend to the one being typed."""
        last = self._memory.last(self._draft.title) if self._setting.base is None and self._draft.title else None
        then = as_last(self._draft, last, self._blank)
        if last is None or then == self._draft:
            return []
        words = as_last_words(self._draft, then, last, self._setting.today)
        return [(Piece(f"{words}.  "), Piece("ctrl+t takes it over", "key", "screen.as_last"))]

    def _tell_keys(self, *, understood: bool, as_last: bool) -> None:
        widget, is_new = self.focused, self._setting.base is None
        name = (widget.id or "") if widget else ""
        suggests = isinstance(widget, Input) and widget.cursor_at_end and self._memory.suggestion(name, widget.value)
        said = {
            "enter": enter_words(widget, understood=understood),
            "suggested": "Take the suggestion" if suggests else "",
            "pick": PICKS.get(name, ""),
            "see": "See it" if name.startswith("proof-") else "",
            "as_last": "As last time" if as_last else "",
            "attended": "Attended" if self._may_attend else "",
            "save_another": "Save and add another" if is_new else "Save",
            "empty": "" if self._other is None else "Empty the form",
            "back": "Back (kept as a draft)" if is_new else "Discard changes" if self._warned else "Back",
        }
        self.keys_said = said
        if self.query_one(KeyLine).show(keys_now(self.BINDINGS, said)):
            self._fit_soon()
