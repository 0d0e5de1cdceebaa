"""An organization's settings as the texts of a form, and back; an emptied field takes its setting out."""

from collections.abc import Mapping

from ceulog.domain.cycles import Membership
from ceulog.domain.requirements import Share
from ceulog.domain.standing_changes import CLEARABLE, Settings
from ceulog.domain.text import tidy
from ceulog.tui.field_dates import date_text
from ceulog.tui.forms.texts import Texts
from ceulog.wording.numbers import plain

SHARE_TEXTS = {None: "", True: "on", False: "off"}
"""What the holder has set for the share -> its text; the empty text stands for the rule."""


def texts_of(membership: Membership) -> dict[str, str]:
    """Every setting as it stands in the form; empty where nothing is set."""
    cycle = membership.current
    asked, due = membership.verification_asked, membership.verification_due
    return {
        "member_id": membership.member_id,
        "dues_date": date_text(membership.dues_date) if membership.dues_date else "",
        "dues_amount": "" if membership.dues_amount is None else plain(membership.dues_amount),
        "extension": date_text(cycle.extension) if cycle.extension else "",
        "edition": cycle.edition,
        "share": SHARE_TEXTS[cycle.share],
        "verification_asked": date_text(asked) if asked else "",
        "verification_due": date_text(due) if due else "",
    }


def choices_of_share(share: Share) -> list[tuple[str, str]]:
    """The three things that can be said of a switchable share, each with its text."""
    what = f"{share.percent} % {tidy(share.label)}"
    ruled = "asked for" if share.binds else "not asked for"
    return [
        (f"as the rules say: {what} is {ruled}", ""),
        (f"this cycle asks for {what}", "on"),
        (f"this cycle does not ask for {what}", "off"),
    ]


def read_settings(texts: Texts, before: Mapping[str, str]) -> Settings:
    """What was set; the faults are in `texts`.

    Args:
        texts: the form's.
        before: the texts that it opened with: what is empty now and was not then is taken out.
    """
    share, edition = texts.given("share"), texts.given("edition")
    return Settings(
        member_id=texts.given("member_id"),
        dues_date=texts.date("dues_date"),
        dues_amount=texts.money("dues_amount"),
        extension=texts.date("extension"),
        edition=edition if edition and edition != before["edition"] else None,
        share=share == "on" if share else None,
        verification_asked=texts.date("verification_asked"),
        verification_due=texts.date("verification_due"),
        cleared=frozenset(name for name in CLEARABLE if before[name] and not texts.given(name)),
    )
