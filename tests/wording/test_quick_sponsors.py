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
