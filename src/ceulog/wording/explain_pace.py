"""Where an even pace would be today, and by how much each bar is behind it, in words."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from ceulog.domain.bars import Bar
from ceulog.domain.counting import ZERO
from ceulog.domain.pace import behind_by, even_pace
from ceulog.domain.progress import OrganizationProgress
from ceulog.wording.dates import due_in
from ceulog.wording.numbers import plain
from ceulog.wording.words import state_words


def pace_lines(progress: OrganizationProgress, code: str | None) -> list[str]:
    """The state, the days left, and each bar that has a pace; of one credential, or of all for None."""
    where = f"{progress.code} is {state_words(progress.state, progress.behind)}; {due_in(progress.days_left)}"
    begin = _pace_begins(progress)
    if begin is None or progress.state not in ("behind", "on-pace"):
        return [where]
    lags = {each: _even(each.bar, begin, progress) - each.bar.earned for each in _paced(progress)}
    asked = [each for each in lags if code is None or each.code in ("", code)]
    worst = max(lags, key=lambda each: lags[each])
    if worst not in asked and lags[worst] > max((lags[each] for each in asked), default=ZERO):
        asked.append(worst)
    return [where, *(_against_even_pace(each, begin, progress) for each in asked)]


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


def _pace_begins(progress: OrganizationProgress) -> dt.date | None:
    """The day from which the even pace runs: the one that gives the very number shown elsewhere.

    It is the later of the cycle's start and the first award; that award may be of a credential
    which another one replaced since, and which no bar shows any more.
    """
    bars = [each.bar for each in _paced(progress)]
    for award in (first_award(progress), progress.cycle.start):
        if behind_by(bars, progress.cycle, award, progress.on) == progress.behind:
            return max(award, progress.cycle.start)
    return None


def first_award(progress: OrganizationProgress) -> dt.date:
    """The first award of the credentials that must be kept."""
    return min(each.credential.earned for each in progress.credentials)
