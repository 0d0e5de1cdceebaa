"""The holder's templates: `templates.toml` of the logbook folder, read with care and written with its comments.

It is a hand-written file as much as ours: what is wrong in it is said with its line, the rest is used, and
nothing of what somebody wrote is lost when a template is added or removed.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from ceulog.domain.bounds import within_bounds
from ceulog.domain.checking import Place
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import Unfit, from_plain, plain_decimal
from ceulog.domain.refusals import Refusal
from ceulog.domain.templates import DAY_FORMS, Template, find_template, parse_day
from ceulog.domain.text import tidy
from ceulog.rulebook.lines import line_of, lines_of
from ceulog.rulebook.own import Unreadable, decoded, parsed
from ceulog.storage import notebooks

FILE_NAME = "templates.toml"
MOST = 200
HEAD = f"""\
# Templates of ceulog: what comes again and again, to be logged with two keys. You may edit this file.
# Each [[template]] has a name and a title; everything else may be left out:
#   sponsor, type ("chapter-meeting", "webinar", …), ceus, minutes, location, presenter,
#   organizations (["AAPC"]; every one that you hold when left out), credits ({{ AHIMA = 1 }}: where it differs),
#   approved_for (["CPC"]), domain (the id of a HIIM domain), provided_by ("ahima", "csa", "cla", "external"),
#   day ("{DAY_FORMS.split(" or ", maxsplit=1)[0]}"), for planning the next one.
"""


class Templates(NamedTuple):
    """What the file holds."""

    found: tuple[Template, ...] = ()
    """In the file's order."""
    faults: tuple[str, ...] = ()
    """What is wrong in it, a sentence each."""


class Removed(NamedTuple):
    """A template that was removed, and the file's text before and after."""

    template: Template
    before: str
    after: str


def templates_of(folder: Path) -> Templates:
    """The templates of a logbook folder, and what is wrong with the others."""
    try:
        text, plain = _parsed(notebooks.read(folder, FILE_NAME))
    except OSError as fault:
        return Templates(faults=(f"{FILE_NAME} cannot be read: {fault.strerror or 'the system refuses'}.",))
    except Unreadable as fault:
        return Templates(faults=(f"{FILE_NAME}, {fault}.",))
    listed = plain.get("template", [])
    if not isinstance(listed, list):
        return Templates(faults=(f"{FILE_NAME}: each template must stand under [[template]].",))
    lines = lines_of(text)
    found: list[Template] = []
    faults: list[str] = []
    for number, each in enumerate(listed):
        template, wrong = _template(each, ("template", number), found)
        if number >= MOST:
            wrong = [(("template", number), f"{MOST} templates are the most; this one and what follows is left out")]
        faults += [f"{FILE_NAME}, line {line_of(lines, place)}: {reason}." for place, reason in wrong]
        if number >= MOST:
            break
        if template and not wrong:
            found.append(template)
    return Templates(tuple(found), tuple(faults))


def add_template(folder: Path, template: Template) -> Template:
    """Add a template at the file's end; gives it as it stands there.

    Raises:
        Refusal: it has no name or title, is out of bounds, its name is taken, or the file must be put right first.
        StorageError: somebody else is writing, or the disk refused; the file is as it was.
    """
    added = _tidied(template)
    _check(added)

    def change(text: str, listed: list[Template]) -> str:
        if find_template(listed, added.name):
            raise Refusal(f"There is a template called “{added.name}” already. Give it another name.", field="name")
        if len(listed) >= MOST:
            raise Refusal(f"There are {MOST} templates already, which is the most.", field="name")
        listed.append(added)
        return f"{text.rstrip()}\n\n{_written(added)}".lstrip()

    notebooks.rewrite(folder, FILE_NAME, lambda data: _changed(data, change))
    return added


def remove_template(folder: Path, name: str) -> Removed:
    """Remove a template; gives what `put_back` needs.

    Raises:
        Refusal: there is none of that name, or the file must be put right first.
        StorageError: somebody else is writing, or the disk refused; the file is as it was.
    """
    import tomlkit  # noqa: PLC0415 - for this alone

    gone: list[Removed] = []

    def change(text: str, listed: list[Template]) -> str:
        template = find_template(listed, name)
        if template is None:
            raise Refusal(f"There is no template called “{tidy(name)}” any more.", field="name")
        document: Any = tomlkit.parse(text)
        names = [str(each.get("name", "")).strip().casefold() for each in document["template"]]
        del document["template"][names.index(template.name.strip().casefold())]
        if not document["template"]:
            del document["template"]
        listed.remove(template)
        written: str = document.as_string()
        gone.append(Removed(template, text, written))
        return written

    notebooks.rewrite(folder, FILE_NAME, lambda data: _changed(data, change))
    return gone[0]


def put_back(folder: Path, removed: Removed) -> None:
    """Take the removal of a template back: the file is as it was before, unless somebody has changed it since.

    Raises:
        Refusal: its name is taken meanwhile, or the file must be put right first.
        StorageError: somebody else is writing, or the disk refused; the file is as it was.
    """
    untouched = False

    def change(data: bytes) -> bytes:
        nonlocal untouched
        untouched = data == removed.after.encode("utf-8")
        return removed.before.encode("utf-8") if untouched else data

    notebooks.rewrite(folder, FILE_NAME, change)
    if not untouched:
        add_template(folder, removed.template)


def _parsed(data: bytes) -> tuple[str, Mapping[str, Any]]:
    text = decoded(data)
    return text, parsed(text).raw


def _template(plain: Any, place: Place, before: Iterable[Template]) -> tuple[Template | None, list[tuple[Place, str]]]:
    """A template of plain values, and what is wrong with it: places in the file, reasons without a full stop."""
    try:
        template = from_plain(Template, plain)
    except Unfit as unfit:
        return None, _worded(plain, place) or [(place, f"{unfit.path or 'it'} is not written as it should be")]
    tidied = _tidied(template)
    if not within_bounds(tidied):
        return None, _worded(plain, place) or [(place, "something in it is out of bounds")]
    wrong: list[tuple[Place, str]] = []
    if tidied.day and parse_day(tidied.day) is None:
        wrong.append(((*place, "day"), f"the day is written as {DAY_FORMS}"))
    if find_template(before, tidied.name):
        wrong.append(((*place, "name"), f"the name “{tidied.name}” stands twice; the first of them is used"))
    return tidied, wrong


def _worded(plain: Any, place: Place) -> list[tuple[Place, str]]:
    from ceulog.logbook.gate import faults_in  # noqa: PLC0415 - pydantic is dear to import

    found = faults_in(Template, plain, lambda inner: (*place, *inner))
    return [(where, sentence.rstrip(".")) for where, sentence in found]


def _tidied(template: Template) -> Template:
    texts: dict[str, Any] = {name: tidy(value) for name, value in template._asdict().items() if isinstance(value, str)}
    return template._replace(**texts)


def _check(template: Template) -> None:
    if not template.name:
        raise Refusal("Give the template a name.", field="name")
    if template.day and parse_day(template.day) is None:
        raise Refusal(f"The day is written as {DAY_FORMS}.", field="day")
    if not within_bounds(template):
        from ceulog.logbook.gate import phrase_faults  # noqa: PLC0415 - pydantic is dear to import

        phrase_faults(template)


def _changed(data: bytes, change: Callable[[str, list[Template]], str]) -> bytes:
    """The bytes of the file, changed; what comes out must hold what the change has made of the list."""
    try:
        text, plain = _parsed(data)
    except Unreadable as fault:
        raise _by_hand(str(fault)) from None
    listed = plain.get("template", [])
    if not isinstance(listed, list):
        raise _by_hand("each template must stand under [[template]]")
    expected = _readable(listed)
    try:
        written = change(text if text.strip() else HEAD, expected)
        now = _readable(_parsed(written.encode("utf-8"))[1].get("template", []))
    except (Unreadable, ValueError, LookupError, TypeError, AttributeError):  # what the library makes of odd files
        raise _by_hand("its templates are written in an unusual way") from None
    if now != expected:
        raise _by_hand("its templates are written in an unusual way")
    return written.encode("utf-8")


def _readable(listed: Sequence[Any]) -> list[Template]:
    found: list[Template] = []
    for number, each in enumerate(listed):
        template, wrong = _template(each, ("template", number), found)
        if template and not wrong:
            found.append(template)
    return found


def _by_hand(reason: str) -> Refusal:
    return Refusal(f"{FILE_NAME} has to be put right by hand first: {reason}. Nothing was changed.", field="name")


def _written(template: Template) -> str:
    """A template as it stands in the file: its fields in our order, without those that are empty."""
    defaults = Template._field_defaults
    fields = ((name, value) for name, value in template._asdict().items() if value != defaults.get(name))
    return "\n".join(("[[template]]", *(f"{name} = {_toml(value)}" for name, value in fields), ""))


def _toml(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")  # their escapes are the same
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_toml(code)} = {_toml(ceus)}' for code, ceus in value.items())} }}"
    return plain_decimal(value) if isinstance(value, Decimal) else str(value)


__all__ = ["FILE_NAME", "HEAD", "Removed", "Templates", "add_template", "put_back", "remove_template", "templates_of"]
