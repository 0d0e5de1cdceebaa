"""Credentials as objects: those that can be held, and those that are."""

from typing import Any

from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Override
from ceulog.domain.editions import CredentialKind, Organization
from ceulog.domain.records import plain_decimal
from ceulog.domain.state import LogState


def kind_object(organization: Organization, kind: CredentialKind) -> dict[str, Any]:
    """A credential of the catalog, for `credential catalog --json`."""
    return {
        "code": kind.code,
        "name": kind.name,
        "organization": organization.code,
        "group": kind.group,
        "status": kind.status,
        "aliases": list(kind.aliases),
        "replaces": list(kind.replaces),
        "name_confirmed": kind.name_confirmed,
        "note": kind.note,
        "source": kind.source,
    }


def held_object(held: HeldCredential, state: LogState, organization: Organization | None) -> dict[str, Any]:
    """A held credential, for `credential list --json`; without a name where no rules are known for its body."""
    kind = organization and organization.kind_of(held.code)
    found: dict[str, Any] = {
        "code": held.code,
        "name": kind.name if kind else "",
        "organization": held.organization,
        "earned": held.earned.isoformat(),
        "number": held.number,
        "self_assessment": held.self_assessment,
    }
    if membership := state.membership(held.organization):
        cycle = membership.current
        found["cycle"] = {"start": cycle.start.isoformat(), "end": cycle.end.isoformat()}
        found["required"] = _override(cycle.required)
        found["minimum"] = _override(cycle.minimums.get(held.code))
    return found


def _override(override: Override | None) -> dict[str, str] | None:
    return override and {"ceus": plain_decimal(override.ceus), "reason": override.reason}
