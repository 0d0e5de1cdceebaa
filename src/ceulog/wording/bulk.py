"""What an edit of many entries would do, in a sentence."""

from collections.abc import Mapping
from typing import Any

from ceulog.domain.bulk import FIELD_NAMES, BulkEdit
from ceulog.domain.text import listed, tidy
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count
from ceulog.wording.words import provider_name, type_name

NOTHING_CHOSEN = "Nothing is chosen yet; every entry stays as it is."


def bulk_sentence(edit: BulkEdit, entries: int, changing: int, to_come: int, domains: Mapping[int, str]) -> str:
    """What is set, in how many entries, and how many have it already.

    Args:
        edit: what is chosen.
        entries: how many there are.
        changing: how many of them would differ.
        to_come: how many stay planned because their day is still to come.
        domains: id -> name of the HIIM domains.
    """
    if not edit.fields:
        return NOTHING_CHOSEN
    values = {FIELD_NAMES[name]: field_words(name, getattr(edit, name), domains) for name in edit.fields}
    stay = _stay(to_come)
    if not changing:
        have = "" if to_come == entries else "; it has it already" if entries == 1 else "; they have it already"
        return f"Nothing would change{have}.{stay}"
    which = count(changing, "entry")
    if len(values) == 1:
        ((name, value),) = values.items()
        said = f"Sets the {name} of {which} to {value}"
    else:
        said = f"Sets {listed([f'the {name} to {value}' for name, value in values.items()])} in {which}"
    same = entries - changing - (to_come if edit.fields == ("status",) else 0)
    return f"{said}{_already(same)}.{stay}"


def field_words(name: str, value: Any, domains: Mapping[int, str]) -> str:
    """What a field of entries is set to, or was: "chapter meeting", "AAPC and AHIMA", "“Raleigh chapter”".

    Args:
        name: of a field of `BulkEdit`.
        value: its value; of organizations their codes.
        domains: id -> name of the HIIM domains.
    """
    match name:
        case "type":
            return type_name(value)
        case "domain":
            return "not classified" if value is None else echo(domains.get(value, str(value)))
        case "provided_by":
            return provider_name(value)
        case "organizations" | "approved_for":
            return listed([tidy(each)[:20] for each in value]) if value else "none"
        case "status":
            return "planned" if value == "planned" else "attended"
        case _:
            return f"“{echo(value)}”" if value else "nothing"


def _already(have: int) -> str:
    if have <= 0:
        return ""
    return f"; {have} {'has' if have == 1 else 'have'} it already"


def _stay(to_come: int) -> str:
    if not to_come:
        return ""
    if to_come == 1:
        return " The day of 1 is still to come, so it stays planned."
    return f" The days of {to_come} are still to come, so they stay planned."
