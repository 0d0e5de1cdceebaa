"""The catalog of credentials that can be picked, and finding in it."""

from collections.abc import Iterable

from ceulog.domain.editions import CredentialKind, Organization, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.wording.catalog import catalog_status, catalog_text


class Offer(NamedTuple):
    """A credential of the catalog."""

    organization: Organization
    kind: CredentialKind

    @property
    def facts(self) -> tuple[str, ...]:
        """Its class, and what is out of the ordinary: it is awarded no longer, its name is not sure."""
        status = "" if self.kind.status == "awarded" else catalog_status(self.kind)
        name = "" if self.kind.name_confirmed else "name not confirmed"
        return tuple(tidy(part) for part in (self.kind.group, status, name) if part)

    def fits(self, wanted: str) -> bool:
        """Say whether every word that is looked for occurs in it."""
        text = catalog_text(self.organization, self.kind)
        return all(word in text for word in wanted.casefold().split())


def catalog(rulebook: Rulebook, state: LogState) -> list[Offer]:
    """Every credential that is not held yet, as the rules list them."""
    return [
        Offer(organization, kind)
        for organization in rulebook.organizations.values()
        for kind in organization.credential
        if state.credential(kind.code) is None
    ]


def found(offers: Iterable[Offer], wanted: str) -> list[Offer]:
    """The offers that fit what is looked for; a code that is written out comes first."""
    key = wanted.strip().casefold()
    fitting = [each for each in offers if each.fits(wanted)]
    return sorted(fitting, key=lambda each: (each.kind.code.casefold() != key, not _begins(each, key)))


def _begins(offer: Offer, key: str) -> bool:
    return offer.kind.code.casefold().startswith(key)
