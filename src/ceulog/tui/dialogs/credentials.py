"""What is held, as a list to act on."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList, Static

from ceulog.domain import holdings, standing_changes
from ceulog.domain.credentials import HeldCredential, by_award
from ceulog.domain.records import plain_decimal
from ceulog.domain.standing_changes import Settings
from ceulog.logbook.logbook import Logbook
from ceulog.tui.dialogs import holding
from ceulog.tui.dialogs.asking import Field, FieldsDialog, Texts, attempt
from ceulog.tui.screens.confirm import ConfirmScreen
from ceulog.wording.dates import parse_date, prose_date
from ceulog.wording.numbers import parse_ceus


class ChoiceDialog(ModalScreen[Any]):
    """A heading, a list, and the keys that act on the chosen line."""

    CSS_PATH = "dialog.tcss"
    HEADING = ""
    EMPTY = ""
    KEYS = ""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self.logbook = logbook

    def compose(self) -> ComposeResult:
        """The list and its keys."""
        with VerticalScroll(classes="box"):
            yield Label(self.HEADING, classes="heading", markup=False)
            yield OptionList(id="choices", markup=False)
            yield Static(classes="fault", id="fault", markup=False)
            yield Label(self.KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Fill the list."""
        self.fill()
        self.query_one(OptionList).focus()

    def lines(self) -> list[str]:
        """What stands in the list."""
        raise TypeError("each dialog has lines of its own")

    def fill(self, words: str = "") -> None:
        """Show the list as it is now, with a sentence about what was done."""
        choices = self.query_one(OptionList)
        at = choices.highlighted or 0
        found = self.lines()
        choices.clear_options()
        choices.add_options([Content(line) for line in found])
        choices.highlighted = min(at, len(found) - 1) if found else None
        self.query_one("#fault", Static).update(Content(words or ("" if found else self.EMPTY)))

    @property
    def chosen(self) -> int | None:
        """The number of the highlighted line."""
        return self.query_one(OptionList).highlighted


class CredentialsDialog(ChoiceDialog):
    """What is held; every change is saved at once, and u takes it back."""

    HEADING = "Credentials"
    EMPTY = "You hold no credential yet. Press a to add one."
    KEYS = "a add · e or Enter correct · d stop holding · o organization · r close the cycle · Esc closes"
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        Binding("a", "add", "Add"),
        Binding("e", "correct", "Correct"),
        Binding("d", "release", "Stop holding"),
        Binding("o", "organization", "Organization"),
        Binding("r", "renew", "Renew"),
        Binding("escape,c", "close", "Close"),
    ]

    def _held(self) -> list[HeldCredential]:
        return sorted(self.logbook.state.credentials.values(), key=by_award)

    def lines(self) -> list[str]:
        """Code, organization, award, cycle, and what differs from the rule."""
        found = []
        for each in self._held():
            membership = self.logbook.state.membership(each.organization)
            cycle = membership.current if membership else None
            line = f"{each.code:<8}{each.organization:<7}awarded {prose_date(each.earned):<14}"
            line += f"cycle to {prose_date(cycle.end)}" if cycle else ""
            if cycle and cycle.required:
                line += f", {plain_decimal(cycle.required.ceus)} required ({cycle.required.reason})"
            found.append(line)
        return found

    def _current(self) -> HeldCredential | None:
        held = self._held()
        return held[self.chosen] if self.chosen is not None and self.chosen < len(held) else None

    def _ask(self, heading: str, intro: str, fields: tuple[Field, ...], save: Callable[[Texts], str]) -> None:
        self.app.push_screen(FieldsDialog(heading, intro, fields, save), lambda said: self.fill(said or ""))

    def action_add(self) -> None:
        """Start holding a credential."""
        intro = "A further credential of an organization takes over its cycle: leave the last field empty."
        fields = holding.new_fields(self.logbook.rulebook)
        self._ask("Add a credential", intro, fields, lambda texts: holding.adopt(self.logbook, texts))

    @on(OptionList.OptionSelected)
    def action_correct(self) -> None:
        """Correct the chosen one."""
        held = self._current()
        membership = self.logbook.state.membership(held.organization) if held else None
        if held is None or membership is None:
            return
        cycle = membership.current
        minimum = cycle.minimums.get(held.code)
        override = cycle.required or minimum
        fields = (
            Field("earned", "Awarded on", held.earned.isoformat()),
            Field("number", "Number", held.number),
            Field("start", "Cycle starts", cycle.start.isoformat()),
            Field("end", "Cycle ends", cycle.end.isoformat()),
            Field(
                "required", "CEUs in all", plain_decimal(cycle.required.ceus) if cycle.required else "", "by the rule"
            ),
            Field("minimum", "Its own CEUs", plain_decimal(minimum.ceus) if minimum else "", "by the rule"),
            Field("reason", "Why they differ", override.reason if override else "", "my tracker says 27, pro-rated"),
        )
        intro = "Numbers are by the rule unless you set them; they hold for this cycle."
        self._ask(f"Correct {held.code}", intro, fields, lambda texts: holding.amend(self.logbook, held.code, texts))

    def action_release(self) -> None:
        """Stop holding the chosen one."""
        held = self._current()
        if held is None:
            return
        rulebook = self.logbook.rulebook
        _, fault = attempt(lambda: self.logbook.change(lambda state: holdings.release(state, rulebook, held.code)))
        self.fill(fault or f"You no longer hold {held.code}. What was logged stays; u takes this back.")

    def action_organization(self) -> None:
        """Set what belongs to the chosen one's organization."""
        held = self._current()
        membership = self.logbook.state.membership(held.organization) if held else None
        if held is None or membership is None:
            return
        organization = self.logbook.rulebook.organizations[held.organization]
        cycle = membership.current
        editions = tuple(each.id for each in organization.edition)
        fields = (
            Field("member_id", "Member id", membership.member_id),
            Field("dues_date", "Dues fall due", membership.dues_date.isoformat() if membership.dues_date else ""),
            Field("dues", "Dues", plain_decimal(membership.dues_amount) if membership.dues_amount else ""),
            Field("edition", "Edition", cycle.edition, organization.edition_for(cycle).id, editions),
            Field("extension", "Extended to", cycle.extension.isoformat() if cycle.extension else ""),
            Field("share", "40 % share", {True: "on", False: "off", None: ""}[cycle.share], "as the edition says"),
        )
        intro = f"{organization.name}: an edition, an extension and the share hold for the current cycle."
        self._ask(f"Set {organization.name}", intro, fields, lambda texts: self._set(held.organization, texts))

    def _set(self, code: str, texts: Texts) -> str:
        today = self.logbook.today()
        organization = self.logbook.rulebook.organizations[code]
        given = Settings(
            member_id=texts["member_id"],
            dues_date=parse_date(texts["dues_date"], today) if texts["dues_date"] else None,
            dues_amount=parse_ceus(texts["dues"]) if texts["dues"] else None,
            edition=texts["edition"] or None,
            extension=parse_date(texts["extension"], today) if texts["extension"] else None,
            share={"on": True, "off": False}.get(texts["share"].lower()),
        )
        self.logbook.change(lambda state: standing_changes.set_organization(state, organization, given))
        return f"{organization.name} is set."

    def action_renew(self) -> None:
        """Close the cycle of the chosen one's organization, after a question."""
        held = self._current()
        membership = self.logbook.state.membership(held.organization) if held else None
        if held is None or membership is None:
            return
        question = (
            f"Close the cycle of {held.organization} that ends on {prose_date(membership.current.end)}? It is kept as "
            "it stands and never changes afterwards; the next one opens with empty bars and boxes."
        )
        dialog = ConfirmScreen(question, "Close it", "Not yet")
        self.app.push_screen(dialog, lambda yes: self._renew(held.organization) if yes else None)

    def _renew(self, code: str) -> None:
        _, fault = attempt(lambda: self.logbook.renew(code))
        self.fill(fault or f"The cycle of {code} is closed; the next one is open. u takes this back.")

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
