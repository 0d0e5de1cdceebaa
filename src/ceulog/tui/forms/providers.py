"""Who provided an activity follows from its sponsor, until somebody chooses it."""

from ceulog.tui.forms.draft import FormDraft
from ceulog.wording.providers import provider_of


def follow_sponsor(draft: FormDraft, before: FormDraft) -> FormDraft:
    """The draft whose provider follows from a sponsor that was changed, unless somebody chose it."""
    if draft.sponsor == before.sponsor or "provided_by" in draft.edited:
        return draft
    return draft._replace(provided_by=provider_of(draft.sponsor))
