"""Where an even pace would be today, and by how much each bar is behind it, in words."""

from ceulog.domain.advice import still_to_earn
from ceulog.domain.pace import Lag, a_month
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
    asked = [each for each in progress.lags if code is None or each.code in ("", code)]
    worst = progress.worst
    if worst and worst not in asked and worst.behind > max((each.behind for each in asked), default=ZERO):
        asked.append(worst)
    return [where, *(_against_even_pace(each, progress) for each in asked), *_monthly(progress)]


def _monthly(progress: OrganizationProgress) -> list[str]:
    """What has to be earned from now on, for everything that the organization asks for."""
    missing = still_to_earn(progress)
    if not missing or progress.days_left <= 0:
        return []
    last_day = prose_date(progress.cycle.last_day)
    rate = a_month(missing, progress.cycle.last_day, progress.on)
    return [f"{count(missing, 'CEU')} still to earn at {progress.code}: {plain(rate)} a month from now to {last_day}"]


def _against_even_pace(lag: Lag, progress: OrganizationProgress) -> str:
    bar, behind = lag.bar, lag.behind
    stand = f"{plain(behind)} behind" if behind > 0 else f"{plain(-behind)} ahead" if behind < 0 else "there"
    name = f"{bar.label} ({lag.code})" if lag.code and len(progress.credentials) > 1 else bar.label
    return f"{name}: even pace today would be {plain(lag.even)} of {plain(bar.needed)}; you are {stand}"
