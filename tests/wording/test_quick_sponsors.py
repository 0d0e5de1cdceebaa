"""The sponsors of the holder's own log, in a quick line."""

import datetime as dt

import pytest

from ceulog.wording.quick_line import QuickLine, read_quick_line

TODAY = dt.date(2026, 11, 23)
OWN = ("Sample Seminars", "NCHIMA", "Coding", "risk", "Webinar", "A Very Long Name Indeed Of Six", "Acme  Health\x1b")


def read(line: str) -> QuickLine:
    return read_quick_line(line, TODAY, organizations=["AAPC"], sponsors=OWN)


@pytest.mark.parametrize(
    ("line", "title", "sponsor"),
    [
        ("Sample Seminars webinar Auditing telehealth", "Auditing telehealth", "Sample Seminars"),
        ("sample seminars: Auditing telehealth", "Auditing telehealth", "Sample Seminars"),
        ("NCHIMA Annual meeting", "Annual meeting", "NCHIMA"),
        ("Auditing telehealth 1.5 Sample Seminars", "Auditing telehealth", "Sample Seminars"),
        ("AAPC Auditing for Sample Seminars", "Auditing for Sample Seminars", "AAPC"),
        ("Coding clinic", "Coding clinic", ""),
        ("risk adjustment", "risk adjustment", ""),
    ],
)
def test_own_sponsors_are_taken_when_they_read_like_names(line: str, title: str, sponsor: str) -> None:
    said = read(line)
    assert (said.title, said.sponsor) == (title, sponsor)


def test_without_a_log_they_are_a_title() -> None:
    assert read_quick_line("Sample Seminars Auditing", TODAY).title == "Sample Seminars Auditing"


CHAPTERS = ("Sample City chapter", "North Carolina HIMA")


@pytest.mark.parametrize(
    ("line", "title", "sponsor", "day"),
    [
        ("Audit basics 1 CEU Sample City chapter yesterday", "Audit basics", "Sample City chapter", "2026-11-22"),
        ("Denials audits 1.5 Sample City chapter 11/20", "Denials audits", "Sample City chapter", "2026-11-20"),
        # with nothing behind the title but the name, it may be the title's end
        ("webinar Denials Sample City chapter 11/20 1.5", "Denials Sample City chapter", "", "2026-11-20"),
        ("Denials 1.5 Sample City chapter 9/11", "Denials", "Sample City chapter", "2026-09-11"),
        ("Denials 1.5 Sample City chapter friday", "Denials", "Sample City chapter", "2026-11-20"),
        ("Denials 1.5 North Carolina HIMA 11/20", "Denials", "North Carolina HIMA", "2026-11-20"),
        # one that nobody knows: the date is a date all the same
        ("Denials 1.5 Raleigh NC chapter 11/20", "Denials 1.5 Raleigh NC chapter", "", "2026-11-20"),
        ("Denials 1.5 Phoenix chapter last friday", "Denials 1.5 Phoenix chapter", "", "2026-11-20"),
        ("Denials 1.5 Phoenix chapter yesterday", "Denials 1.5 Phoenix chapter", "", "2026-11-22"),
        ("Denials 1.5 AAPC chapter Nov 20", "Denials 1.5 AAPC chapter", "", "2026-11-20"),
        ("Coding class yesterday 1.5", "Coding class", "", "2026-11-22"),
        ("Coding session 11/20/2026 1.5", "Coding session", "", "2026-11-20"),
    ],
)
def test_a_chapter_claims_no_day(line: str, title: str, sponsor: str, day: str) -> None:
    found = read_quick_line(line, TODAY, sponsors=CHAPTERS)
    assert (str(found.date), found.sponsor) == (day, sponsor)
    assert found.title.replace(" 1.5", "") == title.replace(" 1.5", "")


def test_a_known_chapter_claims_neither_ceus_nor_minutes() -> None:
    for line, ceus, minutes in (
        ("Denials Sample City chapter 2", 2, None),
        ("Denials Sample City chapter 2 yesterday", 2, None),
        ("Denials Sample City chapter 90 min", None, 90),
    ):
        found = read_quick_line(line, TODAY, sponsors=CHAPTERS)
        assert (found.title, found.ceus, found.minutes) == ("Denials Sample City chapter", ceus, minutes)
    assert read_quick_line("Reading the guidelines, chapter 2", TODAY, sponsors=CHAPTERS).ceus is None


@pytest.mark.parametrize(
    "line",
    [
        "11/20/2026 Denials workshop, Sample City chapter, 1.5 CEU",
        "Denials trends, Sample City chapter, 1.5, yesterday",
        "Denials, Sample City chapter, 1.5",
    ],
)
def test_a_known_sponsor_between_commas_is_the_sponsor(line: str) -> None:
    found = read_quick_line(line, TODAY, sponsors=CHAPTERS)
    assert found.sponsor == "Sample City chapter"
    assert found.title in ("Denials workshop", "Denials trends", "Denials")
