"""The catalog of credentials, in words."""

from ceulog.domain.editions import CredentialKind, Organization

_STATUS = {"awarded": "awarded", "maintained": "no longer awarded, still kept up", "unknown": "status not known"}


def catalog_status(kind: CredentialKind) -> str:
    """Whether it is still awarded, as far as anybody knows."""
    return _STATUS[kind.status]


def catalog_text(organization: Organization, kind: CredentialKind) -> str:
    """The text in which words are looked for, case-folded: code, old codes, name, class, whose it is."""
    parts = (kind.code, *kind.aliases, kind.name, kind.group, organization.code, organization.name)
    return " ".join(parts).casefold()
