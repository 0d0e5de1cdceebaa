"""What the dashboard says of a view, before anybody knows where it stands.

Pure: the screen and the first picture of it are made from the same words.
"""

from ceulog.domain.advice import needs
from ceulog.tui.notices import notices, past_plans
from ceulog.tui.view import View, uncounted
from ceulog.tui.widgets.ahead_lines import Outlook
from ceulog.tui.widgets.log_rows import Facts
from ceulog.wording import phrases
from ceulog.wording.dates import DATE_STYLES, DateStyle


def heading_words(view: View, *, demo: bool) -> str:
    """Whose log it is, and what is going on."""
    parts = ["CEU logbook", phrases.whose_log(view.state.holder.name)]
    if demo:
        parts.append(phrases.DEMO)
    if view.saving:
        parts.append(phrases.SAVING)
    return " · ".join(parts)


def outlook_of(view: View) -> Outlook:
    """What is next, and what is to be known."""
    words = {each.code: each.organization.cycle_word for each in view.progress}
    missing = [each for each in needs(view.progress) if each.kind != "dues"]  # dues have a notice
    known = notices(
        view.progress, view.lost, past=past_plans(view.state, view.on), copies=view.copies, unread=view.unread
    )
    nothing = phrases.NOTHING_MISSING if view.progress else ""
    return Outlook(phrases.next_words(missing, words), known, nothing, view.trouble)


def facts_of(view: View, date_style: str) -> Facts:
    """What the rows of the log need to know, with dates in a style of the settings."""
    style: DateStyle = next((each for each in DATE_STYLES if each == date_style), "text")
    return Facts(view.on, uncounted(view.progress), len(view.progress), style)
