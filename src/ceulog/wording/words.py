"""What the codes of the logbook are called when a person reads them, and back again."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ceulog.domain.activities import ACTIVITY_TYPES, ActivityType
from ceulog.wording.echo import echo
from ceulog.wording.numbers import plain

if TYPE_CHECKING:
    from ceulog.domain.progress import OrganizationProgress

TYPE_NAMES: dict[str, str] = {
    "webinar": "webinar",
    "seminar": "seminar",
    "workshop": "workshop",
    "conference": "conference",
    "chapter-meeting": "chapter meeting",
    "course": "course",
    "on-demand": "on demand",
    "quiz": "quiz",
    "teaching": "teaching",
    "publication": "publication",
    "cms-training": "CMS training",
    "other": "other",
}

PROVIDER_NAMES: dict[str, str] = {
    "ahima": "AHIMA",
    "csa": "component state association",
    "cla": "component local association",
    "external": "external",
}

STATE_NAMES: dict[str, str] = {
    "not-started": "not started",
    "on-pace": "on pace",
    "behind": "behind",
    "complete": "complete",
    "overdue": "overdue",
    "ready-to-close": "ready to close",
}

REASONS: dict[str, str] = {
    "in-trash": "in the trash",
    "other-organization": "credited to another organization",
    "planned": "planned, not attended yet",
    "before-award": "before your award",
    "outside-cycle": "outside this cycle",
    "next-cycle": "counts in the next cycle",
    "duplicate": "same index number as an entry that counts already",
    "core-only": "counts for core credentials only",
    "over-cap": "over the most that may count of this kind",
}
"""Why an entry does not count, to stand after a colon; details can follow ("… on May 14, 2019")."""

_ALIASES: dict[str, str] = {
    "webinar": "webcast, web seminar, audio seminar, audio conference, teleconference, teleseminar,"
    " virtual, virtual meeting, live webinar, online webinar",
    "seminar": "lecture, talk",
    "workshop": "lab, hands on workshop",
    "conference": "conf, convention, symposium, summit, regional conference, national conference,"
    " annual conference, healthcon",
    "chapter-meeting": "chapter, meeting, local chapter, local chapter meeting",
    "course": "class, classes, online course, college course, boot camp, bootcamp",
    "on-demand": "self study, self paced, recorded, recording, recorded webinar, on demand webinar, replay, video",
    "quiz": "quizzes, magazine quiz, test yourself, test",
    "teaching": "teach, taught, presenting, presentation, presenter, speaking, speaker, instructor",
    "publication": "publishing, published, article, author, writing, book",
    "cms-training": "cms, cms web training, cms course, mln, mln training, mln course, mln web training",
    "other": "misc, miscellaneous, something else",
}

_LONGEST_NAME = 60
"""Characters; anything that goes on is no name of a type."""

_BETWEEN_WORDS = r"[\s_-]+"


class BadWord(ValueError):  # noqa: N818 - its name says what the text is
    """Text that names none of the choices; its str is the sentence to show."""


def _key(text: str) -> str:
    """The form in which names are compared: lower case, hyphens and blanks alike."""
    return re.sub(_BETWEEN_WORDS, " ", text.strip().lower())


def _type_index() -> dict[str, ActivityType]:
    index: dict[str, ActivityType] = {}
    for code in ACTIVITY_TYPES:
        for name in (code, *_ALIASES[code].split(",")):
            key = _key(name)
            index[key] = index[key.replace(" ", "")] = code
    return index


_TYPES = _type_index()


def find_type(text: str) -> ActivityType | None:
    """The type that a name or alias means, in the singular or plural; None when it means none."""
    key = _key(text)
    if len(key) > _LONGEST_NAME:
        return None
    return _TYPES.get(key) or _TYPES.get(key.removesuffix("s"))


def parse_type(text: str) -> ActivityType:
    """The type that somebody meant, by its code, its name or an alias ("self-study", "cms").

    Raises:
        BadWord: it means none; the sentence lists the choices.
    """
    found = find_type(text)
    if found is None:
        said = f"{echo(text)} is no type" if text.strip() else "The type is empty"
        raise BadWord(f"{said}; choose one of: {', '.join(ACTIVITY_TYPES)}.")
    return found


def _named(names: dict[str, str], code: str) -> str:
    # a file from a newer program may hold a code that this one has no name for
    return names.get(code) or code.replace("-", " ")


def type_name(code: str) -> str:
    """A type of activity: "chapter-meeting" is a "chapter meeting"."""
    return _named(TYPE_NAMES, code)


def provider_name(code: str | None) -> str:
    """Who provided it, in AHIMA's words; "not marked" when nobody said."""
    return "not marked" if code is None else _named(PROVIDER_NAMES, code)


def state_words(state: str, behind: Decimal | None = None) -> str:
    """A state of progress: "on pace", "ready to close", "behind by 3".

    Args:
        state: its code, as in `status --json`.
        behind: CEUs behind the even pace; said only of `behind`, and only when more than 0.
    """
    if state == "behind" and behind is not None and behind > 0:
        return f"behind by {plain(behind)}"
    return _named(STATE_NAMES, state)


def standing_words(progress: "OrganizationProgress") -> str:
    """Where an organization's cycle stands: "on pace", "behind by 3", or "CPMA behind by 3" where one of several
    credentials is behind by itself.
    """  # noqa: D205 - one sentence
    words = state_words(progress.state, progress.behind)
    worst = progress.worst
    named = progress.state == "behind" and worst and worst.code and len(progress.credentials) > 1
    return f"{worst.code} {words}" if named and worst else words


def reason_words(reason: str) -> str:
    """Why an entry does not count, as a fragment: "before your award"."""
    return _named(REASONS, reason)
