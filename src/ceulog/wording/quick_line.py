"""One typed line, read into what the form shall be filled with.

    AAPC webinar E/M documentation update 1.5 yesterday #ABC01234567Z

The title is what nothing else claims. Words with a key are taken wherever they stand:

    by:ZHealth   by:"North Carolina HIMA"   the sponsor         at:Raleigh       the place
    for:AAPC,AHIMA                          who it counts for   on:11/20/2026    the date
    type:quiz    ceus:2    min:90           as they say         #ABC0123         the index number
    ok:CPMA,CFPC                            approved for        AAPC=1.5         one organization's CEUs
    !planned                                still to come       "Top 10"         protected, all title

All else is taken first at the two ends of the line. At its end, going backwards: a date, CEUs (`1.5`, `1.5 CEUs`), a
length (`90min`, `1h`), a type, an index number that is shaped like AAPC's, and behind any of these a known sponsor and
credentials in capitals. At its beginning: a known sponsor, a type, a date, a length, and CEUs that say so or have a
fraction. A weekday alone ("fri") is a date only at the end, or at the beginning before something that is recognised.

Where words that nobody knows stand at the end ("… 1.5 yesterday Raleigh"), what cannot well be anything else is taken
from the midst, with what directly adjoins it: a date, a length, an amount that says so, a fraction up to 10. The other
words stay in the title, in their order, where the coder sees them; see `quick_midst`.

A lone whole number is CEUs only if it is the last one of the line, all behind it is recognised, it is more than 0, at
most 40, and no word such as "part", "top", "level", "May" or "and" stands right before it; or, in the midst, if a date
or a length stands right behind it. So "ICD-10 update 2027", "Diabetes type 2" and "Top 10 denials" have none. In doubt
a number stays in the title: a missing number is asked for, a wrong one is believed.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from ceulog.domain.activities import ActivityType
from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.wording.quick_ends import Ends
from ceulog.wording.quick_forms import LONGEST, is_unclear_day
from ceulog.wording.quick_keys import Setting, take_keyed
from ceulog.wording.quick_midst import take_midst
from ceulog.wording.quick_parts import Word, words_of
from ceulog.wording.vocabulary import LABELS, SPONSORS

MOST_LETTERS = 2000
"""Four times the longest title; what is pasted beyond it is no line that anybody typed, and is not searched."""


class QuickLine(NamedTuple):
    """What one line says; what it does not say is None or empty, and asked for by the form."""

    title: str = ""
    sponsor: str = ""
    type: ActivityType | None = None
    ceus: Decimal | None = None
    minutes: int | None = None
    date: dt.date | None = None
    index_number: str = ""
    organizations: tuple[str, ...] = ()
    """Empty: not said, so every organization held."""
    location: str = ""
    planned: bool = False
    """Said to be, or of a date to come."""
    approved_for: tuple[str, ...] = ()
    """Codes of credentials; one that nobody knows stays as typed."""
    unclear_date: str = ""
    """A date as it was typed, when it leaves a doubt and no other one is said: to be put right, not believed."""
    credits: Mapping[str, Decimal] = {}
    """Organization -> CEUs of its own."""


def read_quick_line(
    line: str, today: dt.date, *, organizations: Collection[str] = (), credentials: Collection[str] = (),
    sponsors: Iterable[str] = (),
) -> QuickLine:  # fmt: skip
    """Read one typed line; any text is a line, if need be all of it a title.

    Args:
        line: what was typed.
        today: the day that `yesterday` and `11/20` are reckoned from.
        organizations: codes of the holder's organizations, which are known sponsors too.
        credentials: codes of all credentials that are known, to be found behind the rest.
        sponsors: those of the holder's own log, which are known too when nobody takes them for a title's words.
    """
    if len(line) > MOST_LETTERS:
        return QuickLine(title=tidy(line))
    held = {code.lower(): code for code in organizations}
    own = {tidy(name).lower(): tidy(name) for name in sponsors if _is_a_name(tidy(name))}
    names = own | {name.lower(): name for name in SPONSORS} | held
    codes = {code.lower(): code for code in credentials}
    setting = Setting(today, names, held, codes)
    said, words = take_keyed(list(words_of(tidy(line))), setting)
    ends = Ends(words, said, setting)
    ends.take_sponsor()
    ends.take_end()
    ends.take_beginning()
    take_midst(ends)
    ends.give_back_type()
    ends.guess_type()
    date: dt.date | None = said.get("date")
    if date is not None and date > today:
        said["planned"] = True
    if date is None:
        said["unclear_date"] = _take_unclear_date(ends.words)
    return QuickLine(title=_title(ends.words), **said)


def _take_unclear_date(words: list[Word]) -> str:
    """Take the last word that is a date which leaves a doubt out of what is left; empty when there is none."""
    for place in reversed(range(len(words))):
        if not words[place].quoted and is_unclear_day(words[place].bare):
            return words.pop(place).bare
    return ""


def _is_a_name(text: str) -> bool:
    """Whether a sponsor is told from a title's words: it has several words, or is written as no common word is."""
    several = 1 < len(text.split()) <= LONGEST
    return (several or not (text.istitle() or text.islower())) and text.lower() not in LABELS


def _title(words: list[Word]) -> str:
    """What is left, without the comma that set it off from what was taken."""
    if words and not words[-1].quoted:
        words = [*words[:-1], Word(words[-1].bare)]
    return " ".join(word.text for word in words).strip()
