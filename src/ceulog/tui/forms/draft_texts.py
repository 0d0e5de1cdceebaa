"""A form's draft as plain values for a file, and back; what comes back is somebody's file and not trusted."""

from collections.abc import Mapping
from typing import Any

from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS
from ceulog.domain.editions import Rulebook
from ceulog.domain.text import printable
from ceulog.tui.forms.draft import FormDraft

SEVERAL_LINES = ("notes",)


def texts_of(draft: FormDraft) -> dict[str, Any]:
    """The draft as JSON knows it, without what is empty."""
    plain = {name: _plain(value) for name, value in draft._asdict().items()}
    return {name: value for name, value in plain.items() if value != _plain(FormDraft._field_defaults[name])}


def draft_from(texts: Mapping[str, Any], rulebook: Rulebook) -> FormDraft:
    """The draft of plain values; a field that is unknown, or not as it should be, is as if it were not there."""
    defaults = FormDraft._field_defaults
    fields = {name: _value(texts[name], default, name) for name, default in defaults.items() if name in texts}
    draft = FormDraft(**{name: value for name, value in fields.items() if value is not None})
    domains = ("", *(str(each.id) for each in rulebook.domains))
    return draft._replace(
        type=draft.type if draft.type in ACTIVITY_TYPES else defaults["type"],
        provided_by=draft.provided_by if draft.provided_by in PROVIDERS else "",
        domain=draft.domain if draft.domain in domains else "",
        edited=draft.edited & frozenset(FormDraft._fields),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value


def _value(plain: Any, default: Any, name: str) -> Any:
    """A field's value, None when it is of the wrong kind; the default says which is the right one."""
    if isinstance(default, bool):
        return plain if isinstance(plain, bool) else None
    if isinstance(default, str):
        return _text(plain, name) if isinstance(plain, str) else None
    if isinstance(default, Mapping):
        pairs = plain.items() if isinstance(plain, dict) else ()
        return {_text(code): _text(text) for code, text in pairs if isinstance(text, str)}
    texts = [_text(each) for each in plain if isinstance(each, str)] if isinstance(plain, list) else []
    return type(default)(texts)


def _text(text: str, name: str = "") -> str:
    text = printable(text)
    return text if name in SEVERAL_LINES else text.replace("\n", " ")
