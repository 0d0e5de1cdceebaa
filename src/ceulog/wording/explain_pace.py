"""Where an even pace would be today, and by how much each bar is behind it, in words."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from ceulog.domain.advice import still_to_earn
from ceulog.domain.bars import Bar
from ceulog.domain.pace import a_month, even_pace
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import OrganizationProgress
from ceulog.wording.dates import due_in, prose_date
from ceulog.wording.numbers import count, plain
from ceulog.wording.words import state_words


def pace_lines(progress: OrganizationProgress, code: str | None) -> list[str]:
    """The state, the days left, and each bar that has a pace; of one credential, or of all for None."""
    where = f"{progress.code} is {state_words(progress.state, progress.behind)}; {due_in(progress.days_left)}"
    if progress.state not in ("behind", "on-pace"):
        return [where]
    begin = max(progress.first_award, progress.cycle.start)
    lags = {each: _even(each.bar, begin, progress) - each.bar.earned for each in _paced(progress)}
    asked = [each for each in lags if code is None or each.code in ("", code)]
    worst = max(lags, key=lambda each: lags[each])
    if worst not in asked and lags[worst] > max((lags[each] for each in asked), default=ZERO):
        asked.append(worst)
    return [where, *(_against_even_pace(each, begin, progress) for each in asked), *_monthly(progress)]


def _monthly(progress: OrganizationProgress) -> list[str]:
    """What has to be earned from now on, for everything that the organization asks for."""
    missing = still_to_earn(progress)
    if not missing or progress.days_left <= 0:
        return []
    last_day = prose_date(progress.cycle.last_day)
    rate = a_month(missing, progress.cycle.last_day, progress.on)
    return [f"{count(missing, 'CEU')} still to earn at {progress.code}: {plain(rate)} a month from now to {last_day}"]


class _Paced(NamedTuple):
    """A bar that the even pace is held against, and the credential that it belongs to alone."""

    code: str
    bar: Bar


def _paced(progress: OrganizationProgress) -> list[_Paced]:
    # parts of one pool fill in turn, so only the pool has a pace, not each part of it
    each_for_itself = progress.edition.pool.kind == "each"
    shared = [] if each_for_itself else [Bar("ceus", "total", progress.needed, progress.earned)]
    first = 0 if each_for_itself else 1
    own = (_Paced(each.code, bar) for each in progress.credentials for bar in each.bars[first:])
    found = [*(_Paced("", bar) for bar in (*shared, *progress.bars)), *own]
    return [each for each in found if each.bar.required and each.bar.kind in ("ceus", "share")]


def _even(bar: Bar, begin: dt.date, progress: OrganizationProgress) -> Decimal:
    return even_pace(bar.needed, begin, progress.cycle.last_day, progress.on)


def _against_even_pace(paced: _Paced, begin: dt.date, progress: OrganizationProgress) -> str:
    bar, even = paced.bar, _even(paced.bar, begin, progress)
    lag = even - bar.earned
    stand = f"{plain(lag)} behind" if lag > 0 else f"{plain(-lag)} ahead" if lag < 0 else "there"
    name = f"{bar.label} ({paced.code})" if paced.code and len(progress.credentials) > 1 else bar.label
    return f"{name}: even pace today would be {plain(even)} of {plain(bar.needed)}; you are {stand}"
