"""What closing a cycle stored, read with care, for the file is anybody's to edit; what cannot be read is empty or 0."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.cycles import Cycle
from ceulog.domain.pools import ZERO
from ceulog.domain.records import Unfit, decimal_in, plain_decimal
from ceulog.domain.text import tidy

_LONGEST = 200
"""Characters of a text."""


def stored_number(value: object) -> Decimal | None:
    """A number that a closed cycle stored; None for what is none, or one far beyond any CEUs."""
    try:
        return decimal_in(str(value))
    except Unfit:
        return None


def stored_ceus(applied: Mapping[str, str]) -> dict[str, Decimal]:
    """Credential code -> CEUs, as a closed cycle stored them; what is no number there is passed over."""
    return {code: ceus for code, text in applied.items() if (ceus := stored_number(text)) is not None}


def stored_reasons(cycle: Cycle) -> dict[str, str]:
    """Activity id -> why a closed cycle did not wholly count it; what cannot be read there is passed over."""
    return {each["id"]: each["reason"] for each in stored_status(cycle)["excluded"] if each["id"] and each["reason"]}


def stored_status(cycle: Cycle) -> dict[str, Any]:
    """The object of `status --json` that a closed cycle keeps: all of it that is told; its dates are the cycle's own.

    How far a bar is stands in `earned`, also of boxes and roads.
    """
    status = cycle.closing.status if cycle.closing else {}
    dates = {"start": cycle.start, "end": cycle.end, "extension": cycle.extension}
    return {
        "cycle": {name: day.isoformat() for name, day in dates.items() if day},
        "edition": _text(status, "edition"),
        "complete": status.get("complete") is True,
        **{name: _ceus(status, name) for name in ("needed", "earned", "surplus")},
        "requirements": _bars(status),
        "credentials": [
            {
                **{name: _text(each, name) for name in ("code", "name")},
                "complete": each.get("complete") is True,
                **{name: _ceus(each, name) for name in ("needed", "earned")},
                "requirements": _bars(each),
            }
            for each in _tables(status, "credentials")
        ],
        "excluded": [
            {
                **{name: _text(each, name) for name in ("id", "title", "reason")},
                "ceus": _ceus(each, "ceus"),
                **({"counted": _ceus(each, "counted")} if "counted" in each else {}),
            }
            for each in _tables(status, "excluded")
        ],
    }


def _bars(stored: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            **{name: _text(each, name) for name in ("kind", "label")},
            "required": each.get("required") is not False,
            "met": each.get("met") is True,
            "needed": _ceus(each, "needed"),
            "earned": _ceus(each, "done" if "done" in each else "earned"),
        }
        for each in _tables(stored, "requirements")
    ]


def _ceus(stored: Mapping[str, Any], name: str) -> str:
    """A number in plain decimal; of boxes and roads, too."""
    return plain_decimal(stored_number(stored.get(name)) or ZERO)


def _text(stored: Mapping[str, Any], name: str) -> str:
    found = stored.get(name)
    return tidy(found)[:_LONGEST] if isinstance(found, str) else ""


def _tables(stored: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = stored.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list | tuple) else []
