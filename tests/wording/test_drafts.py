"""What is said of forms that were left half typed."""

import datetime as dt

import pytest

from ceulog.wording.drafts import offer_words

TWO_ON_SUNDAY = dt.datetime(2026, 11, 22, 14, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("name", "days", "words"),
    [
        ("[b]" + "x" * 90, 1, "You were logging “[b]" + "x" * 36 + "…” on Nov 22 at 14:05 when"),
        ("\x1b[2J meeting", 0, "You were logging “[2J meeting” today at 14:05 when"),
        ("", 400, "You were logging an activity on Nov 22, 2026 at 14:05 when"),
    ],
)
def test_the_offer_in_words(name: str, days: int, words: str) -> None:
    today = TWO_ON_SUNDAY.date() + dt.timedelta(days=days)
    assert offer_words(name, TWO_ON_SUNDAY, today, "a").startswith(words)


def test_the_offer_names_the_key_what_was_done_and_how_many_wait() -> None:
    said = offer_words("Coding", TWO_ON_SUNDAY, TWO_ON_SUNDAY.date(), "F5", changing=True, more=2)
    assert said.startswith("You were changing “Coding”")
    assert said.endswith("Press F5 to go on with it. 2 older ones wait behind it.")
