"""One typed line, read into a form."""

import cProfile
import datetime as dt
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.text import tidy
from ceulog.wording.quick_line import QuickLine, read_quick_line
from ceulog.wording.vocabulary import LABELS
from ceulog.wording.words import find_type

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)


def ceus(text: str) -> Decimal:
    return Decimal(text)


def read(line: str) -> QuickLine:
    return read_quick_line(line, TODAY)


def check(line: str, **expected: Any) -> None:
    """The line says this and nothing else."""
    assert read(line) == QuickLine(**expected)


WHOLE = {
    "title": "E/M documentation update",
    "sponsor": "AAPC",
    "type": "webinar",
    "ceus": Decimal("1.5"),
    "date": YESTERDAY,
    "index_number": "idx",
}


@pytest.mark.parametrize(
    "line",
    [
        "AAPC webinar E/M documentation update 1.5 yesterday #idx",
        "aapc Webinar E/M documentation update 1.5 YESTERDAY #idx",
        "AAPC webinar E/M documentation update yesterday 1.5 #idx",
        "#idx AAPC webinar E/M documentation update 1.5 CEUs yesterday",
        "AAPC webinar E/M documentation #idx update 1.5 ceu 11/22/2026",
        "AAPC E/M documentation update 1.5ceu webinar 2026-11-22 #idx",
        "AAPC E/M documentation update webinar 1.5 CEU(s) -1d #idx",
        "webinar AAPC E/M documentation update 1,5 11/22 #idx",
        "yesterday AAPC 1.5 webinar E/M documentation update #idx",
        "yesterday 1.5 CEUs AAPC webinar E/M documentation update #idx",
        "E/M documentation update 1.5 webinar AAPC yesterday #idx",
        "AAPC: E/M documentation update, webinar, 1.5, yesterday, #idx",
        "AAPC webinar - E/M documentation update - 1.5 - yesterday - #idx",
        "AAPC webinar E/M documentation update on 11/22 for 1.5 CEUs #idx",
        "by:AAPC type:webinar E/M documentation update ceus:1.5 on:yesterday #idx",
        'type:webinar on:11/22 by:aapc "E/M documentation update" CEU:1,5 #"idx"',
        "  AAPC\twebinar  E/M documentation\nupdate\x1b 1.5 yesterday #idx  ",
    ],
)
def test_the_order_of_what_is_not_the_title_is_free(line: str) -> None:
    check(line, **WHOLE)


@pytest.mark.parametrize(
    ("line", "code", "title"),
    [
        ("webinar Wound care", "webinar", "Wound care"),
        ("Wound care webinar", "webinar", "Wound care"),
        ("audio seminar Wound care", "webinar", "Wound care"),
        ("On-demand webinar Wound care", "on-demand", "Wound care"),
        ("local chapter meeting Wound care", "chapter-meeting", "Wound care"),
        ("chapter-meeting Wound care", "chapter-meeting", "Wound care"),
        ("magazine quiz June", "quiz", "June"),
        ("chapter meeting", "chapter-meeting", ""),
        ("type:teaching Wound care", "teaching", "Wound care"),
        ('type:"chapter meeting" Wound care', "chapter-meeting", "Wound care"),
        ("type:other webinar Wound care", "other", "webinar Wound care"),
        # it says the type, and is a part of the title
        ("Chapter meeting: denials", "chapter-meeting", "Chapter meeting: denials"),
        ("March chapter meeting", "chapter-meeting", "March chapter meeting"),
        ("Spring workshop", "workshop", "Spring workshop"),
        ("Webinar for beginners", "webinar", "Webinar for beginners"),
        ("How to host a webinar", "webinar", "How to host a webinar"),
        ("Spring workshop for coders", "workshop", "Spring workshop for coders"),
        ("webinar Spring workshop", "webinar", "Spring workshop"),
        # protected, or too vague
        ('"Webinar" etiquette', None, "Webinar etiquette"),
        ("Wound care class", None, "Wound care class"),
        ("type:webnar Wound care", None, "type:webnar Wound care"),
    ],
)
def test_a_type_is_taken_where_it_is_no_part_of_the_title(line: str, code: str | None, title: str) -> None:
    check(line, type=code, title=title)


def test_a_type_away_from_the_title_is_taken() -> None:
    check("Wound care 2 workshop yesterday", title="Wound care", ceus=ceus("2"), type="workshop", date=YESTERDAY)
    check("Spring workshop 2", title="Spring workshop", ceus=ceus("2"), type="workshop")


def test_every_label_names_a_type() -> None:
    assert all(find_type(name) for name in LABELS)


@pytest.mark.parametrize(
    ("line", "sponsor", "title"),
    [
        ("ahima Wound care", "AHIMA", "Wound care"),
        ("zhealth Wound care", "ZHealth", "Wound care"),
        ("bc advantage Wound care", "BC Advantage", "Wound care"),
        ("myguild Wound care", "MyGuild", "Wound care"),
        ("by:myguild Wound care", "MyGuild", "Wound care"),
        ("Wound by:hcpro care", "HCPro", "Wound care"),
        ('by:"North Carolina HIMA" Wound care', "North Carolina HIMA", "Wound care"),
        ("by:Somebody AAPC rules", "Somebody", "AAPC rules"),
        ("AHIMA", "AHIMA", ""),
        # not the first word, or the beginning of a title
        ("Wound care AAPC", "", "Wound care AAPC"),
        ("Nobody Wound care", "", "Nobody Wound care"),
        ("AHIMA and AAPC compared", "", "AHIMA and AAPC compared"),
        ('"AHIMA" Wound care', "", "AHIMA Wound care"),
        ("by: Wound care", "", "by: Wound care"),
    ],
)
def test_a_sponsor_is_known_or_said(line: str, sponsor: str, title: str) -> None:
    assert read_quick_line(line, TODAY, organizations=["MyGuild"]) == QuickLine(title=title, sponsor=sponsor)


def test_a_known_sponsor_may_stand_behind_the_rest() -> None:
    check("Wound care 2 AHIMA", title="Wound care", ceus=ceus("2"), sponsor="AHIMA")
    check("Partnering with AHIMA 2", title="Partnering with AHIMA", ceus=ceus("2"))


def test_cms_training_is_by_cms() -> None:
    check("CMS web training Modifiers 0.5", title="Modifiers", ceus=ceus("0.5"), type="cms-training", sponsor="CMS")
    check("mln course Modifiers by:MLN", title="Modifiers", type="cms-training", sponsor="MLN")


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("for:AAPC,AHIMA Wound care", ("AAPC", "AHIMA")),
        ("Wound care for:ahima,,aapc,", ("AHIMA", "AAPC")),
        ("for:AAPC Wound care for:AHIMA,AAPC", ("AAPC", "AHIMA")),
        ('Wound care for:"AAPC, myguild"', ("AAPC", "MyGuild")),
        ("FOR:Other Wound care", ("Other",)),
    ],
)
def test_it_counts_for_the_named_organizations(line: str, codes: tuple[str, ...]) -> None:
    found = read_quick_line(line, TODAY, organizations=["AAPC", "MyGuild"])
    assert found == QuickLine(title="Wound care", organizations=codes)


def test_for_without_a_colon_is_a_word() -> None:
    check("Wound care for AHIMA", title="Wound care for AHIMA")
    check("for: Wound care", title="for: Wound care")
    check("for:, Wound care", title="for:, Wound care")


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Wound #ABC01234567Z care", "ABC01234567Z", "Wound care"),
        ('Wound care #"AB 123"', "AB 123", "Wound care"),
        ("Wound care #", "", "Wound care"),
        ("# Wound care", "", "Wound care"),
        ("Wound care #n/a", "n/a", "Wound care"),
        ("Wound care # #ABC", "ABC", "Wound care"),
        ("Wound care #ABC #DEF", "DEF", "Wound care #ABC"),
        ("The #1 denial reason", "", "The #1 denial reason"),
        ("The #1 denial reason #ABC", "ABC", "The #1 denial reason"),
        ("Wound care #12", "12", "Wound care"),
        ("Coding C#", "", "Coding C#"),
    ],
)
def test_an_index_number_has_its_sign(line: str, number: str, title: str) -> None:
    check(line, index_number=number, title=title)


def test_the_place() -> None:
    check('Wound care at:"Salt Lake City" 2', title="Wound care", location="Salt Lake City", ceus=ceus("2"))
    check("at:https://example.org/x?a=1 Wound care", title="Wound care", location="https://example.org/x?a=1")
    check("Look at this", title="Look at this")


def test_unknown_keys_are_words() -> None:
    check("Re: E/M:what now https://example.org", title="Re: E/M:what now https://example.org")


@pytest.mark.parametrize("line", ["", "   ", "\x00", ",", "-", "#", '""'])
def test_an_empty_line_says_nothing(line: str) -> None:
    check(line)


PIECES = st.sampled_from([
    "AAPC", "webinar", "1.5", "2", "CEUs", "yesterday", "#", "#idx", "11/20", "for:AAPC", 'by:"', '"', "at:x", "1h",
    "30", "min", "!planned", "chapter", "meeting", ",", "-", "on", "part", "E/M", "¼", "１", "\ud800", "\u202e", "a:",
    "nov", "12", "fri", "last", "AAPC=1", "ok:CPMA", "CPMA", "AAP0123456789A", "11/20/2026", "for", "May", "-3d",
])  # fmt: skip


@given(st.text() | st.lists(PIECES | st.text(max_size=5), max_size=20).map(" ".join), st.dates())
def test_any_line_can_be_read(line: str, today: dt.date) -> None:
    found = read_quick_line(line, today, organizations=["AAPC"], credentials=["CPMA"])
    lists = (*found.organizations, *found.approved_for, *found.credits)
    for text in (found.title, found.sponsor, found.location, found.index_number, *lists):
        assert text == tidy(text)
    assert found.ceus is None or found.ceus >= 0
    assert found.planned or found.date is None or found.date <= today


@given(st.text())
def test_quotes_protect_everything(text: str) -> None:
    inner = tidy(text.translate(dict.fromkeys(map(ord, '"“”„'), "'")))
    assert read(f'"{inner}"') == QuickLine(title=inner)


@pytest.mark.parametrize(
    "piece",
    ['"', '" ', "“ ", "1 ", "1.5 CEUs ", "1 h ", "#", "# ", "a:", 'a:"', "for:a ", "for:a,", "webinar ", ", ", "9", "a",
     "AAPC ", "- ", "11/20 ", "#1 ", "x 1 ", "nov 3 x ", "mon ", "CPMA ", "AAPC=1 ", "1.5 - ", "ok:a "],
)  # fmt: skip
def test_ten_times_the_characters_cost_about_ten_times_as_much(piece: str) -> None:
    def calls(size: int) -> int:
        profile = cProfile.Profile(builtins=False)
        line = (piece * size)[:size]
        profile.runcall(read_quick_line, line, TODAY, organizations=["AAPC"], credentials=["CPMA"])
        return sum(each.callcount for each in profile.getstats())

    # counted, not timed: a machine may be busy
    assert calls(3_000) < 40 * calls(300)


@pytest.mark.parametrize("day", ["11/20/26", "11-20-26", "11.20.2026", "11/5/26", "5.11.26", "20-11-2026"])
def test_a_date_that_leaves_a_doubt_is_handed_on_as_it_was_typed(day: str) -> None:
    for line in (
        f"Denials audits webinar {day} 1.5",
        f"{day} Denials audits webinar 1.5",
        f"Denials audits webinar {day}",
    ):
        found = read(line)
        assert (found.date, found.unclear_date) == (None, day)
        assert found.title in ("Denials audits webinar", "Denials audits")


@pytest.mark.parametrize(
    "line",
    ["Denials 11/20/26 yesterday 1.5", '"Denials 11/20/26" 1.5', "Denials 24/7/365 1.5", "Denials 99-21-34 1.5"],
)
def test_what_is_no_such_date_stays_in_the_title(line: str) -> None:
    found = read(line)
    assert found.unclear_date == ""
    assert found.title.startswith("Denials ")


def test_what_is_pasted_beyond_any_line_is_a_title_at_once() -> None:
    started = time.process_time()
    assert read_quick_line("-3d d " * 20_000, TODAY).title.startswith("-3d d")
    assert time.process_time() - started < 1
