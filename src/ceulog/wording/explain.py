"""Why a number is what it is: the answer first, what counts and what does not, then the rules behind it.

`explain` gives it in parts; the screen lays them out, and `as_lines` is what the command line prints.
"""

from collections.abc import Iterable

from ceulog.domain.bars import Bar
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.domain.references import Reference, named_in
from ceulog.domain.suggesting import Suggestion
from ceulog.wording.dates import long_date
from ceulog.wording.echo import echo
from ceulog.wording.explain_ahead import date_lines, news_lines
from ceulog.wording.explain_answer import answer
from ceulog.wording.explain_counted import caps, counts, counts_elsewhere, planned, to_mark
from ceulog.wording.explain_excluded import does_not
from ceulog.wording.explain_next import reference_lines, suggestion_sentence
from ceulog.wording.explain_pace import pace_lines
from ceulog.wording.explain_parts import Listed, Section
from ceulog.wording.explain_rule import bar_lines, edition_sentences, own_sentences, pool_sentences
from ceulog.wording.numbers import plain
from ceulog.wording.ways import BY_COMMAND, Ways

LABEL_WIDTH = 12
"""Cells of the column of labels."""
LONGEST_TITLE = 60


class Explanation(NamedTuple):
    """Why a credential, or an organization, stands where it does."""

    heading: str
    sections: tuple[Section, ...]
    """The answer, then the details."""


def explain(
    progress: OrganizationProgress, code: str | None,
    *, suggestion: Suggestion | None = None, references: Iterable[Reference] = (), ways: Ways = BY_COMMAND,
) -> Explanation:  # fmt: skip
    """The explanation of one held credential's number; of the organization's whole for None.

    Args:
        progress: the organization's.
        code: the held credential, or None.
        suggestion: the next activity that would fill most gaps, if it is to be named.
        references: the pages that tags in sources may stand for; those that are named are listed.
        ways: how to do something about it.

    Raises:
        KeyError: no such credential is kept there.
    """
    credential = _credential(progress, code)
    subject = credential or progress
    heading = f"Why {plain(subject.earned)} / {plain(subject.needed)} for {code or progress.code}?"
    rule = [*pool_sentences(progress, ways), *(own_sentences(progress, credential) if credential else ())]
    answers = (
        answer(progress, credential, ways),
        Section("New", tuple(news_lines(progress, ways))),
        Section("Rule", tuple(rule)),
        counts(progress, credential),
        counts_elsewhere(progress, credential),
        does_not(progress, ways),
        planned(progress, subject, ways),
        to_mark(progress, ways),
        Section("Pace", tuple(pace_lines(progress, code))),
        Section("Best next", (suggestion_sentence(suggestion),) if suggestion else ()),
    )
    details = _details(progress, credential, references)
    return Explanation(heading, tuple(each for each in (*answers, *details) if each.lines))


def _details(
    progress: OrganizationProgress, credential: CredentialProgress | None, references: Iterable[Reference]
) -> tuple[Section, ...]:
    """Which rules these are, what each requirement asks for, the dates, and who says so."""
    sourced = (
        Section("Edition", tuple(edition_sentences(progress)), detail=True),
        Section("Asked for", tuple(_asked_for(progress, credential)), detail=True),
        Section("Dates", tuple(date_lines(progress)), detail=True),
    )
    named = named_in([line for each in sourced for line in each.lines], references)
    pages = Section("Pages", tuple(reference_lines(named)), detail=True)
    return (*sourced, caps(progress), pages)


def as_lines(explanation: Explanation, *, entries: bool = False) -> list[str]:
    """The explanation as plain text, not wrapped; with every list written out on request."""
    found = [explanation.heading]
    for section in explanation.sections:
        label = section.label
        for line in (*section.lines, *([section.way] if section.way else ())):
            found.append(f"{label:{LABEL_WIDTH}}{line}")
            label = ""
        if entries:
            found += [" " * LABEL_WIDTH + entry_line(each) for each in section.entries]
    return found


def entry_line(entry: Listed) -> str:
    """One entry of a list: day, CEUs, title, and what is to be said of it."""
    note = f": {entry.note}" if entry.note else ""
    return f"{long_date(entry.date)}  {plain(entry.ceus):>5}  {echo(entry.title, LONGEST_TITLE)}{note}"


def _credential(progress: OrganizationProgress, code: str | None) -> CredentialProgress | None:
    if code is None:
        return None
    found = next((each for each in progress.credentials if each.code == code), None)
    if found is None:
        raise KeyError(code)
    return found


def _asked_for(progress: OrganizationProgress, credential: CredentialProgress | None) -> list[str]:
    if credential:
        bars: Iterable[Bar] = (*credential.bars, *progress.bars)
    else:
        bars = (Bar("ceus", "total", progress.needed, progress.earned), *progress.bars)
    return [line for bar in bars for line in bar_lines(bar, progress)]
