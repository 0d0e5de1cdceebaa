"""What entries do not say though an organization asks for it: their HIIM domain, and who provided them."""

from ceulog.domain.activities import Activity
from ceulog.domain.progress import OrganizationProgress


def is_unclassified(activity: Activity, progress: OrganizationProgress) -> bool:
    """Whether it has no HIIM domain, so that it is taken for one inside of them."""
    return progress.organization.asks_domain and activity.domain is None


def is_unmarked(activity: Activity, progress: OrganizationProgress) -> bool:
    """Whether it does not say who provided it, on which a share depends that binds: it is taken for external."""
    if not progress.organization.asks_domain or activity.provided_by is not None:
        return False
    asking = {each.label for each in progress.edition.shares if each.where.field == "provided_by"}
    return any(bar.label in asking for bar in progress.bars)
