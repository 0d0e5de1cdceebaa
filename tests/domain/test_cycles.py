"""Days and months."""

import calendar

from ceulog.domain.cycles import month_length


def test_months_are_as_long_as_the_calendar_has_them() -> None:
    for year in (1900, 1999, 2000, 2024, 2026, 2100):
        for month in range(1, 13):
            assert month_length(year, month) == calendar.monthrange(year, month)[1]
