"""Where an export goes: the usual names, and what becomes of what was typed."""

import datetime as dt
from pathlib import Path

from ceulog.logbook.exporting import INSTEAD
from ceulog.tui.forms.export_forms import FORMS, Form

SHARED = "shared"
"""In the name of a file without names and numbers."""


def usual_name(form: Form, day: dt.date, *, shared: bool = False) -> str:
    """The name that is offered: `ceulog-packet-2026-11-23.zip`."""
    word = SHARED if shared else form.word
    return f"ceulog-{f'{word}-' if word else ''}{day}{form.ending}"


def following(typed: str, form: Form, day: dt.date, *, shared: bool = False) -> str:
    """What was typed, for another form: the folder stays, and so does a name of one's own."""
    offered = {usual_name(each, day, shared=hidden) for each in FORMS for hidden in (False, True)}
    name = next((each for each in offered if typed.endswith(each)), "")
    return typed.removesuffix(name) + usual_name(form, day, shared=shared) if name else typed


def target_of(typed: str, form: Form, day: dt.date, *, shared: bool = False) -> Path | None:
    """The file that is meant, in the folder where one is named; None when there can be no such file."""
    if not typed.strip():
        return None
    try:
        target = Path(typed.strip()).expanduser().absolute()
        target = target / usual_name(form, day, shared=shared) if target.is_dir() else target
        target = target if target.suffix else target.with_name(target.name + form.ending)
        target.exists()  # refuses a name that is too long, or has a character that no name may have
    except (OSError, RuntimeError, ValueError):
        return None
    return target


def ending_fault(target: Path, form: Form) -> str:
    """Why a form cannot be written under a name; empty when it can. A CSV may be called anything else too."""
    ending = target.suffix.casefold()
    others = {each.ending for each in FORMS} | {f".{each}" for each in INSTEAD}
    if ending == form.ending or (form.ending == ".csv" and ending not in others):
        return ""
    return f"This form is written to a file that ends in {form.ending}; {target.name} ends in {target.suffix}."
