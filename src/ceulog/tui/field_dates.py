"""Days as the fields of all forms and the lists hold them, in the style of the settings."""

import datetime as dt

from ceulog.exchange.importing.dates import Order
from ceulog.wording.dates import DATE_STYLES, DateStyle, field_date, list_date

_style: DateStyle = "text"


def write_dates(wish: str) -> None:
    """From now on fields hold days in a style of the settings; in the usual one when there is no such style."""
    global _style  # noqa: PLW0603 - a program has one person before it
    _style = next((each for each in DATE_STYLES if each == wish), "text")


def date_text(day: dt.date) -> str:
    """A day as a field holds it to be typed over: 11/22/2026, or 2026-11-22."""
    return field_date(day, _style)


def order_of_style() -> Order | None:
    """The order of month and day that somebody likes dates in; None where the style of the settings does not say."""
    return "mdy" if _style == "us" else None


def list_text(day: dt.date) -> str:
    """A day as a list shows it, all of one width: Nov 22 2026, or 2026-11-22."""
    return list_date(day, _style)


def example(iso: str) -> str:
    """What an empty field shows, for a day as ISO text: a sample to go by."""
    return f"e.g. {date_text(dt.date.fromisoformat(iso))}"
