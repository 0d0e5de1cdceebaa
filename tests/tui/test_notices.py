"""What deserves a line of its own: how urgent it is, which key deals with it, and how much room it takes."""

import datetime as dt
from decimal import Decimal

import pytest

from ceulog.domain.advice import Need, needs
from ceulog.domain.progress import OrganizationProgress
from ceulog.tui.notices import Notice, notices, past_plans
from ceulog.tui.widgets.ahead_lines import ahead_lines
from ceulog.tui.widgets.painting import text_of, width_of
from ceulog.wording.phrases import next_words
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, progress_of
from tests.tui.own_body import READ, own_log, own_rules


def aapc(on: str = "2026-11-23", dues: str = "", seen: str = "") -> OrganizationProgress:
    progress = progress_of(a_log(cycles={"AAPC": a_cycle(rules_seen=seen)}), on=on)
    if not dues:
        return progress
    day = dt.date.fromisoformat(dues)
    return progress._replace(membership=progress.membership._replace(dues_date=day, dues_amount=Decimal(205)))


def said(progress: OrganizationProgress) -> list[tuple[str, str]]:
    return [(each.label, each.words[0]) for each in notices([progress])]


def test_nothing_is_said_when_nothing_is_near() -> None:
    assert said(aapc()) == []
    assert said(aapc(dues="2027-03-01")) == []


def test_dues_name_their_day_and_the_key() -> None:
    ((label, words),) = said(aapc(dues="2026-12-31"))
    assert label == "Soon"
    assert words == "AAPC: dues of USD 205 on Dec 31, 2026, due in 38 days. Paid? c, AAPC"
    ((label, words),) = said(aapc(dues="2026-11-01"))
    assert label == "Now"
    assert "22 days overdue" in words


@pytest.mark.parametrize(
    ("due", "label", "words"),
    [
        (None, "Soon", "by when to answer is not said yet. Answered? c, AAPC"),
        ("2026-12-05", "Soon", "answer by Dec 5, 2026, due in 12 days. Answered? c, AAPC"),
        ("2026-11-20", "Now", "answer by Nov 20, 2026, 3 days overdue. Answered? c, AAPC"),
    ],
)
def test_what_is_to_be_answered_names_its_day_and_the_key(due: str | None, label: str, words: str) -> None:
    progress = aapc()
    membership = progress.membership._replace(
        verification_asked=dt.date(2026, 11, 3), verification_due=dt.date.fromisoformat(due) if due else None
    )
    asked = f"AAPC asked for your certificates on Nov 3, 2026; {words}"
    assert said(progress._replace(membership=membership)) == [(label, asked)]


def test_a_near_date_and_an_overdue_cycle_lead_to_the_dates() -> None:
    ((label, words),) = said(aapc(on="2027-01-20"))
    assert label == "Soon"
    assert "takes your submission" in words
    assert words.endswith("w on CPC lists every date.")
    ((label, words),) = said(aapc(on="2027-04-20"))
    assert label == "Now"
    assert "USD 50" in words


def test_rules_that_changed_are_said_whole_where_there_is_room() -> None:
    ((label, words),) = said(aapc(seen="aapc-2015"))
    assert label == "New"
    assert "Edition aapc-2017 holds now instead of aapc-2015" in words
    assert words.endswith("c, AAPC puts this away.")


def test_the_most_urgent_comes_first() -> None:
    later, overdue = aapc(dues="2026-12-31", seen="aapc-2015"), aapc(on="2027-04-20")
    labels = [each.label for each in notices([later, overdue])]
    assert labels == ["Now", "Soon", "New"]


def test_a_plan_past_its_day_is_asked_about_and_leads_to_its_entry() -> None:
    log = a_log(
        a_planned("2", "2026-11-10", id="p-1", title="[/x] Denials workshop"),
        a_planned("2", TODAY, title="Today"),
        a_planned("2", title="Later"),
        a_planned("2", "2026-11-01", title="Deleted", trashed="2026-11-20"),
        an_activity("2", "2026-11-02", title="Done"),
    )
    past = past_plans(log, TODAY)
    (notice,) = notices([], past=past)
    assert notice.label == "Past"
    assert notice.words[0] == ("“[/x] Denials workshop” was planned for Nov 10, 2026: attended? e on it puts it right.")
    assert notice.action == "screen.edit_entry('p-1')"
    assert notices([], past=()) == []
    (notice,) = notices([], past=[past[0], *past])
    assert "Nov 10, 2026 (1 more is past its day): attended?" in notice.words[0]
    (notice,) = notices([], past=[*past * 4])
    assert "(3 more are past theirs)" in notice.words[0]
    assert [each.label for each in notices([aapc(dues="2026-12-31", seen="aapc-2015")], past=past)] == [
        "Soon", "Past", "New",
    ]  # fmt: skip


def test_a_plan_with_a_long_title_still_says_what_it_is_about() -> None:
    past = past_plans(a_log(a_planned("2", "2026-11-10", title="word " * 90)), TODAY)
    (line,) = (text_of(each) for each in ahead_lines([], notices([], past=past), 60, 1))
    assert "planned for Nov 10, 2026: attended?" in line


@pytest.mark.parametrize("room", [1, 2, 3, 4, 6, 12])
@pytest.mark.parametrize("width", [40, 58, 78, 118])
def test_they_take_the_room_there_is_and_no_more(width: int, room: int) -> None:
    found = notices([aapc(dues="2026-12-31", seen="aapc-2015"), aapc(on="2027-04-20")])
    lines = ahead_lines(["2 CEUs for CCS", "tick its self-assessment", "8 auditing CEUs for CPMA"], found, width, room)
    assert len(lines) <= room
    assert all(width_of(line) <= width for line in lines)
    assert any(text_of(line).startswith("Next") for line in lines)


def test_the_fullest_words_that_fit_are_taken() -> None:
    notice = Notice("New", ("a long sentence that does not fit", "short"), "")
    assert [text_of(each) for each in ahead_lines([], [notice], 20, 1)] == ["New    short"]
    assert ahead_lines([], [notice], 20, 0) == []


def test_next_knows_every_kind_of_need() -> None:
    due = dt.date(2026, 12, 31)
    words = next_words(
        [
            Need("AAPC", "dues", Decimal(205), due=due),
            Need("AAPC", "hours", Decimal(45), "CPC-A", "contact hours"),
            Need("AAPC", "choice", Decimal(1), "CPC-A", "removal of the A"),
            Need("AHIMA", "ceus", Decimal(9), planned=Decimal("2.5")),
            Need("AHIMA", "ceus", Decimal("0.5"), planned=Decimal("0.5")),
            Need("AHIMA", "tick", Decimal(1), "CCS", "self-assessment"),
            Need("AHIMA", "share", Decimal(2), label="from AHIMA", inside=True),
        ],
        {},
    )
    assert words == [
        "the dues of AAPC by Dec 31, 2026", "45 more contact hours for CPC-A", "removal of the A for CPC-A",
        "9 CEUs for AHIMA (2.5 planned)", "0.5 CEUs for AHIMA (planned)", "tick the self-assessment of CCS",
        "2 of the AHIMA CEUs from AHIMA",
    ]  # fmt: skip


def test_words_of_an_own_body_are_text() -> None:
    progress = progress_of(own_log(), "BODY", rulebook=own_rules())
    (notice,) = notices([progress])
    assert READ in notice.words[0]
    assert READ in next_words(needs([progress]), {})[1]
