"""Calm sentences for what a gate refuses.

A gate is where pydantic looks at what came from outside: forms, CSV, JSON, TOML. It names a fault by a
kind (`"greater_than"`); here the kind becomes what a colleague would say. Nothing of pydantic is imported.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from ceulog.wording.dates import BadDate, parse_date
from ceulog.wording.echo import echo
from ceulog.wording.labels import is_plural, subject

Context = Mapping[str, Any]

_QUOTED = re.compile(r"'([^']*)'")
_LIKE_A_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


def fault_sentence(field_label: str, error: Mapping[str, Any]) -> str:
    """One sentence for one item of pydantic's `ValidationError.errors()`.

    Args:
        field_label: what the field is called, as `labels.label_of` gives it.
        error: with the keys type, loc and msg, and ctx and input where there are any.
    """
    kind = str(error.get("type", ""))
    loc = error.get("loc") or ()
    if kind in {"extra_forbidden", "unexpected_keyword_argument"} and loc:
        return f"Nobody knows a field called {echo(loc[-1])}."
    context = {"msg": error.get("msg", ""), **(error.get("ctx") or {})}
    return phrase(field_label, kind, context, error.get("input"))


def phrase(label: str, kind: str, context: Context, typed: object = None) -> str:
    """One sentence for a fault of a kind, in pydantic's names for kinds.

    Args:
        label: what the field is called: "title", "CEUs".
        kind: as "greater_than"; an unknown one gives a plain sentence from the context's `msg`.
        context: the bounds and such that belong to the kind, as pydantic's `ctx`.
        typed: what was given, to be said back where that helps.
    """
    try:
        return _PHRASES.get(kind, _unknown)(label, context, typed)
    except (KeyError, TypeError, ValueError):
        # a context without its bound: a release of pydantic that says it otherwise
        return _unknown(label, context, typed)


def _you_typed(typed: object) -> str:
    """The echo in parentheses, of single values only: nobody typed a mapping."""
    if isinstance(typed, bool) or not isinstance(typed, str | int | float | Decimal):
        return ""
    said = echo(typed)
    return f" (you typed {said})" if said else " (it is empty)"


def _be(label: str) -> str:
    return f"{subject(label)} {'are' if is_plural(label) else 'is'}"


def _must(what: str) -> Callable[[str, Context, object], str]:
    """A phrase-maker: "CEUs must be … (you typed …)."; braces in it name parts of the context."""

    def make(label: str, context: Context, typed: object) -> str:
        return f"{subject(label)} must be {what.format_map(context)}{_you_typed(typed)}."

    return make


def _at_most(label: str, context: Context, _typed: object) -> str:
    return f"{subject(label)} can be at most {context['le']}."


def _missing(label: str, _context: Context, _typed: object) -> str:
    return f"{_be(label)} missing."


def _too_short(label: str, context: Context, typed: object) -> str:
    least = int(context["min_length"])
    if least == 1 or not typed:
        return f"{_be(label)} empty."
    return f"{_be(label)} too short; it takes at least {least} characters{_you_typed(typed)}."


def _too_long(label: str, context: Context, typed: object) -> str:
    most = context["max_length"]
    if isinstance(typed, str):
        return f"{_be(label)} {len(typed)} characters long; {most} are the most."
    return f"{_be(label)} too long; {most} are the most."


def _no_choice(label: str, context: Context, typed: object) -> str:
    choices = ", ".join(_QUOTED.findall(context["expected"])) or context["expected"]
    said = echo(typed) if isinstance(typed, str | int) else ""
    begin = f"{said} is no {label}" if said else f"{_be(label)} empty"
    return f"{begin}; choose one of: {choices}."


def _no_day(label: str, _context: Context, typed: object) -> str:
    said = echo(typed) if isinstance(typed, str | int | float) else ""
    if not said:
        return f"{_be(label)} missing; write it as 2026-11-20."
    example = "2026-11-20"
    if _LIKE_A_DAY.fullmatch(said):
        try:
            example = parse_date(said, dt.date.min).isoformat()
        except BadDate:
            return f"{subject(label)} {said} does not exist."
    return f"{subject(label)} {said} is not understood; write it as {example}."


def _no_time(label: str, _context: Context, typed: object) -> str:
    return f"{subject(label)} must be a day without a time of day{_you_typed(typed)}."


def _decimals(label: str, context: Context, typed: object) -> str:
    return f"{subject(label)} can have at most {context['decimal_places']} decimals{_you_typed(typed)}."


def _bad_json(_label: str, context: Context, _typed: object) -> str:
    return f"This cannot be read as JSON: {echo(context['error'], 120)}."


def _said_by_us(label: str, context: Context, typed: object) -> str:
    """Our own validators raise with a sentence: it is passed on."""
    said = echo(context["error"], 200)
    return (said if said.endswith((".", "?", "!")) else f"{said}.") if said else _unknown(label, context, typed)


def _unreadable(label: str, _context: Context, _typed: object) -> str:
    return f"{_be(label)} not in a form that can be read here."


def _unknown(label: str, context: Context, typed: object) -> str:
    said = echo(context.get("msg", ""), 120).rstrip(".")
    if not said:
        return f"{subject(label)} cannot be accepted{_you_typed(typed)}."
    it = "they" if is_plural(label) else "it"
    hint = re.sub(r"^(Input|Value|String) ", f"{it} ", said)
    return f"{subject(label)} cannot be accepted: {hint}{_you_typed(typed)}."


_NUMBER = _must("a number such as 1.5")
_WHOLE = _must("a whole number")
_YES_OR_NO = _must("yes or no")
_LIST = _must("a list")

_PHRASES: dict[str, Callable[[str, Context, object], str]] = {
    "missing": _missing,
    "missing_argument": _missing,
    "missing_keyword_only_argument": _missing,
    "greater_than": _must("more than {gt}"),
    "greater_than_equal": _must("at least {ge}"),
    "less_than": _must("less than {lt}"),
    "less_than_equal": _at_most,
    "multiple_of": _must("a multiple of {multiple_of}"),
    "finite_number": _must("an ordinary number"),
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "decimal_max_places": _decimals,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _must("a number of ordinary size"),
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "string_type": _must("text"),
    "string_unicode": _must("text"),
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_short": _too_short,
    "too_long": _too_long,
    "literal_error": _no_choice,
    "enum": _no_choice,
    "date_type": _no_day,
    "date_parsing": _no_day,
    "date_from_datetime_parsing": _no_day,
    "date_from_datetime_inexact": _no_time,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _must("a table of names and values"),
    "mapping_type": _must("a table of names and values"),
    "named_tuple_type": _unreadable,
    "dataclass_type": _unreadable,
    "arguments_type": _unreadable,  # what older versions of pydantic say of a NamedTuple
    "json_invalid": _bad_json,
    "json_type": _unreadable,
    "value_error": _said_by_us,
    "assertion_error": _said_by_us,
}
