"""Each requirement as a bar: how much is needed, how much is there, whether it is met."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from ceulog.domain.counting import Frame
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import AllOf, AnyOf, Hours, Minimum, Requirement, Share, TickBox
from ceulog.domain.state import LogState
from ceulog.domain.tally import Tally
from ceulog.domain.ticks import boxes_ticked

ONE = Decimal(1)


class Bar(NamedTuple):
    """One requirement and how far it is; CEUs, or boxes for a tick, hours, or parts of a choice."""

    kind: Literal["ceus", "share", "tick", "hours", "any_of", "all_of"]
    label: str
    needed: Decimal
    earned: Decimal
    required: bool = True
    """Whether renewal waits for it."""
    parts: tuple["Bar", ...] = ()
    relaxable: bool = False
    """Whether the holder may make it optional, or required again."""
    note: str = ""
    source: str = ""

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return self.earned >= self.needed

    @property
    def missing(self) -> Decimal:
        """How much is still to come."""
        return max(self.needed - self.earned, ZERO)

    @property
    def fraction(self) -> Decimal:
        """How much of it is done, from 0 to 1; of a choice, the road that is furthest."""
        if self.kind == "any_of":
            return max((each.fraction for each in self.parts), default=ONE)
        if self.kind == "all_of":
            return sum((each.fraction for each in self.parts), ZERO) / (len(self.parts) or 1)
        return ONE if self.met else self.earned / self.needed


def tidy_hours(minutes: int) -> Decimal:
    """Hours of so many minutes, down to a hundredth."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_FLOOR)


class BarMaker:
    """Makes the bars of one count."""

    def __init__(self, state: LogState, frame: Frame, tally: Tally, *, alone: bool) -> None:
        self._state = state
        self._frame = frame
        self._tally = tally
        self._pool = tally.pool
        self._alone = alone

    def share(self, rule: Share) -> Bar:
        """A share of the needed CEUs, rounded up to whole CEUs."""
        needed = (self._pool.needed * rule.percent / 100).to_integral_value(ROUND_CEILING)
        earned = self._pool.total(rule.where)
        return Bar("share", rule.label, needed, earned, rule.required, source=rule.source)

    def own(self, rule: Requirement, credential: HeldCredential) -> Bar:
        """A requirement of one credential.

        Raises:
            TypeError: the requirement is of the organization, not of a credential.
        """
        match rule:
            case Minimum():
                return self._minimum(rule, credential)
            case TickBox():
                return self._tick(rule, credential)
            case Hours():
                return self._hours(rule)
            case AnyOf() | AllOf():
                return self._choice(rule, credential)
            case _:
                raise TypeError(f"{rule.kind} is no requirement of a credential")

    def _minimum(self, rule: Minimum, credential: HeldCredential) -> Bar:
        needed = rule.ceus if rule.when_alone is None or not self._alone else rule.when_alone
        if (override := self._frame.cycle.minimums.get(credential.code)) and rule.where is None:
            needed = override.ceus
        return Bar("ceus", rule.label, needed, self._towards(rule, credential), rule.required, source=rule.source)

    def _towards(self, rule: Minimum, credential: HeldCredential) -> Decimal:
        if rule.where is None:
            return self._tally.minimums.get(credential.code, ZERO)
        return self._pool.total(rule.where, since=credential.earned)

    def _tick(self, rule: TickBox, credential: HeldCredential) -> Bar:
        done = boxes_ticked(self._state, self._frame, credential, rule)
        required = rule.required and not (rule.relaxable and credential.self_assessment == "optional")
        return Bar(
            "tick", rule.label, Decimal(rule.boxes), Decimal(done), required,
            relaxable=rule.relaxable, note=rule.note, source=rule.source,
        )  # fmt: skip

    def _hours(self, rule: Hours) -> Bar:
        minutes = sum(
            each.minutes
            for each in self._state.activities.values()
            if each.minutes and not each.trashed and not each.is_planned(self._frame.on) and rule.where.matches(each)
        )
        return Bar("hours", rule.label, rule.hours, tidy_hours(minutes), rule.required, source=rule.source)

    def _choice(self, rule: AnyOf | AllOf, credential: HeldCredential) -> Bar:
        parts = tuple(self.own(each, credential) for each in rule.of)
        met = sum(part.met for part in parts)
        needed = 1 if isinstance(rule, AnyOf) else len(parts)
        return Bar(
            rule.kind, rule.label, Decimal(needed), Decimal(min(met, needed)), rule.required, parts, source=rule.source
        )
