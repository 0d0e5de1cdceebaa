"""Lines about what is held: a cycle's dates and edition, a credential's award and overrides."""

from rich.cells import cell_len
from textual.content import Content

from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Membership
from ceulog.domain.editions import Organization
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.text import tidy
from ceulog.tui.field_dates import list_text
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import wrapped
from ceulog.wording.dates import prose_date
from ceulog.wording.echo import echo
from ceulog.wording.explain_ahead import dollars
from ceulog.wording.numbers import plain
from ceulog.wording.words import standing_words

CODE_END, DETAILS_START = 11, 30
"""Cells before what is told of a credential: below its award, and beside it."""
ROOMY = 66
"""Cells from which it stands beside it."""


class Shown(NamedTuple):
    """One line of the list."""

    content: Content
    organization: Organization
    credential: HeldCredential | None = None
    """None: the line is the organization's own."""


def organization_lines(
    organization: Organization, membership: Membership, progress: OrganizationProgress | None, width: int
) -> Shown:
    """An organization: its cycle, its edition, what is set for it; in lines of so many cells."""
    cycle = membership.current
    edition = organization.edition_for(cycle)
    state = standing_words(progress) if progress else ""
    details = [f"rules {edition.id}{' (your choice)' if cycle.edition == edition.id else ''}"]
    if progress and progress.news:
        details.insert(0, "its rules changed: Enter says how")
    if cycle.required:
        details.append(f"your number {plain(cycle.required.ceus)}: {echo(cycle.required.reason)}")
    if cycle.extension:
        details.append(f"extended to {prose_date(cycle.extension)}")
    if cycle.share is not None:
        asks = "asks" if cycle.share else "does not ask"
        details += [f"{asks} for {each.percent} % {tidy(each.label)}" for each in edition.shares if each.switchable]
    if membership.member_id:
        details.append(f"member {echo(membership.member_id, 20)}")
    if membership.dues_date:
        amount = f" ({dollars(membership.dues_amount)})" if membership.dues_amount is not None else ""
        details.append(f"dues {prose_date(membership.dues_date)}{amount}")
    days = f"{prose_date(cycle.start)} to {prose_date(cycle.end)}"
    room = width - cell_len(organization.code) - 2
    choices = (f"{organization.cycle_word} {days}  {state}", f"{organization.cycle_word} {days}", days)
    first = next((each for each in choices if cell_len(each) <= room), days)
    later = details if state and first.endswith(state) else [state, *details]
    content = Content.assemble(
        (tidy(organization.code), "bold"),
        f"  {first}\n",
        (_hanging(" · ".join(each for each in later if each), width, 2), MUTED),
    )
    return Shown(content, organization)


def _hanging(text: str, width: int, indent: int) -> str:
    """A text on lines of so many cells, each so far in."""
    return "\n".join(" " * indent + line for line in wrapped(tidy(text), max(width - indent, 10)))


def credential_lines(
    held: HeldCredential, organization: Organization, membership: Membership,
    progress: OrganizationProgress | None, width: int,
) -> Shown:  # fmt: skip
    """A held credential: since when, its number, what is set for it; in lines of so many cells."""
    kind = organization.kind_of(held.code)
    details = [kind.name if kind else ""]
    if kind and not kind.name_confirmed:
        details.append("name not confirmed")
    if held.number:
        details.append(f"no. {echo(held.number, 20)}")
    if minimum := membership.current.minimums.get(held.code):
        details.append(f"your minimum {plain(minimum.ceus)}: {echo(minimum.reason)}")
    if held.self_assessment == "optional":
        details.append("self-assessment optional")
    active = progress is None or any(each.code == held.code for each in progress.credentials)
    if not active:
        details.append("needs no CEUs of its own now")
    start = f"since {list_text(held.earned)}  "
    told = _hanging(" · ".join(details), width, DETAILS_START if width >= ROOMY else CODE_END)
    told = told.lstrip() if width >= ROOMY else f"\n{told}"
    content = Content.assemble((f"  {tidy(held.code) + ' ':9}", "$accent"), start, (told, MUTED))
    return Shown(content, organization, held)
