"""What a coder holds, and the boxes ticked for it."""

import datetime as dt
from typing import Literal

from ceulog.domain.bounds import Line
from ceulog.domain.named import NamedTuple

Duty = Literal["required", "optional"]


class HeldCredential(NamedTuple):
    """A credential that the holder has been awarded."""

    id: str
    organization: Line
    code: Line
    earned: dt.date
    """The award date."""
    number: Line = ""
    self_assessment: Duty = "required"
    """Whether the holder lets the self-assessment gate renewal."""


class Tick(NamedTuple):
    """One checkbox ticked for one credential on one day; it belongs to the cycle of that day."""

    id: str
    credential: Line
    label: Line
    date: dt.date


class Holder(NamedTuple):
    """Whose logbook it is."""

    name: Line = ""


def by_award(credential: HeldCredential) -> tuple[dt.date, str]:
    """Sort key: by award date, then by code."""
    return credential.earned, credential.code
