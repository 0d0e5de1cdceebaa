"""A cycle over time, in words: whoever cannot see the plot reads the same from these."""

from decimal import Decimal

from ceulog.domain.pace import a_month
from ceulog.domain.timeline import Earlier, Plan, Timeline
from ceulog.wording.dates import long_date, prose_date
from ceulog.wording.numbers import aligned, count, decimals, plain
from ceulog.wording.words import reason_words

NOT_READABLE = "?"
"""For a number of a closed cycle that its record does not hold any more."""


def pace_sentence(timeline: Timeline) -> str:
    """Where the cycle stands, and where it is going: the answer that the plot draws."""
    progress = timeline.progress
    word, end = progress.organization.cycle_word, prose_date(progress.cycle.last_day)
    if progress.state == "not-started":
        days = (progress.cycle.start - progress.on).days
        return (
            f"The {word} begins on {prose_date(progress.cycle.start)}, in {count(days, 'day')}, "
            f"and asks for {count(progress.needed, 'CEU')} by {end}.{_there(timeline)}"
        )
    if progress.days_left < 0:
        ago = count(-progress.days_left, "day")
        return f"The {word} ended on {end}, {ago} ago, with {_of(timeline)}.{_missing_in_the_end(timeline)}"
    left = f"with {count(progress.days_left, 'day')} left" if progress.days_left else "on the last day"
    if progress.earned >= progress.needed:
        surplus = f", {plain(progress.surplus)} more than needed" if progress.surplus else ""
        rest = "" if progress.complete else " Something else is still missing; the dashboard says what."
        return f"{_of(timeline)} {left}{surplus}.{rest}"
    even = f"the even pace would be {plain(timeline.even_on(progress.on))} today"
    return f"{_of(timeline)} {left}; {even}.{_planned(timeline)}{_rate(timeline, end)}"


def _of(timeline: Timeline) -> str:
    return f"{plain(timeline.progress.earned)} of {count(timeline.progress.needed, 'CEU')}"


def _there(timeline: Timeline) -> str:
    earned = timeline.progress.earned
    return f" {count(earned, 'CEU')} kept for it {'is' if earned == 1 else 'are'} there already." if earned else ""


def _missing_in_the_end(timeline: Timeline) -> str:
    missing = timeline.progress.missing
    return f" {count(missing, 'CEU')} {'is' if missing == 1 else 'are'} missing." if missing else ""


def _planned(timeline: Timeline) -> str:
    progress = timeline.progress
    if not progress.planned:
        return ""
    return f" The {plain(progress.planned)} planned would make it {plain(progress.earned + progress.planned)}."


def _rate(timeline: Timeline, end: str) -> str:
    """What the last months brought and where that leads; where it falls short, what a month would have to bring."""
    progress, would = timeline.progress, timeline.at_this_rate
    if would is None or not progress.days_left:
        return ""
    days = count(timeline.rate_days, "day")
    if timeline.brought:
        brought = f" Your last {days} brought {count(timeline.brought, 'CEU')}; at that rate you would have "
        brought += f"{plain(would)} by {end}."
    else:
        brought = f" Your last {days} brought none."
    if would >= progress.needed:
        return brought
    needs = a_month(progress.missing, progress.cycle.last_day, progress.on)
    return f"{brought} {plain(needs)} a month from now would be enough."


# --- what stands below the plot ----------------------------------------------------------------------------


def earlier_rows(earlier: tuple[Earlier, ...]) -> list[str]:
    """The earlier cycles as a table: when each ended, what it needed, what was earned; a heading first."""
    if not earlier:
        return []
    needed, earned = _column([each.needed for each in earlier]), _column([each.earned for each in earlier])
    rows = zip(earlier, needed, earned, strict=True)
    return [
        f"{'Ended':11}  {'Needed':>8}  {'Earned':>8}",
        *(f"{long_date(each.cycle.last_day)}  {needs:>8}  {has:>8}" for each, needs, has in rows),
    ]


def _column(values: list[Decimal | None]) -> list[str]:
    places = decimals(each for each in values if each is not None)
    return [NOT_READABLE if each is None else aligned(each, 1, places) for each in values]


def plan_remark(plan: Plan) -> str:
    """Why a planned activity would not bring what it grants; empty when it would."""
    if plan.reason is None:
        return ""
    return f"would not {'all ' if plan.ceus else ''}count: {reason_words(plan.reason)}"
