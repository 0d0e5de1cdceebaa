"""The holder's own bodies: the files of the logbook's `rules` folder, beside the rules that are shipped.

A file that cannot be used stops everything, with its line and the reason: a body that silently went missing
would be a bar that silently went missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from ceulog.domain.checking import Fault, Place
from ceulog.domain.editions import Edition, Organization, Rulebook
from ceulog.domain.records import Unfit, from_plain
from ceulog.domain.requirements import Requirement
from ceulog.domain.rule_checks import clash_faults, rule_faults
from ceulog.rulebook.errors import BadRules
from ceulog.rulebook.folder import ADVICE, read_bytes
from ceulog.rulebook.own import OwnFile, Unreadable, decoded, parsed

MOST_NAMED = 5
"""Faults that one sentence names."""


def with_own(shipped: Rulebook, files: Sequence[Path]) -> Rulebook:
    """The shipped rules and those of the holder's files.

    Raises:
        BadRules: a file cannot be read, is not TOML, says what cannot be, or names what is known already.
    """
    organizations = dict(shipped.organizations)
    names: dict[str, str] = {}
    domains = [each.id for each in shipped.domains]
    for file in files:
        known = Rulebook(organizations)
        try:
            own = parsed(decoded(read_bytes(file)))
            organization, faults = _organization(own, known, names, domains)
        except Unreadable as fault:
            raise BadRules(str(file), str(fault), ADVICE) from None
        except RecursionError:
            raise BadRules(str(file), "line 1: it is nested too deeply", ADVICE) from None
        if organization is None or faults:
            raise BadRules(str(file), _listed(own, faults), ADVICE)
        organizations[organization.code] = organization
        names[organization.code] = file.name
    return Rulebook(organizations, shipped.domains)


def _organization(
    own: OwnFile, known: Rulebook, names: Mapping[str, str], domains: Sequence[int]
) -> tuple[Organization | None, list[Fault]]:
    """The organization of a file, and what is wrong with it; places are those of the file."""
    if faults := own.shape_faults():
        return None, [_worded(place, reason) for place, reason in faults]
    plain = own.organization()
    try:
        organization = from_plain(Organization, plain)
    except Unfit as unfit:
        return None, list(_Wording(own).of_all(plain)) or [_fallback(own.in_file(_place_of(unfit)))]
    found = [*rule_faults(organization, domains), *clash_faults(organization, known, names)]
    return organization, [_worded(own.in_file(place), reason) for place, reason in found]


def _worded(place: Place, reason: str) -> Fault:
    """The reason with the name of its place before it."""
    from ceulog.wording.labels import label_of  # noqa: PLC0415 - only when something is wrong

    return place, f"{label_of(place)}: {reason}"


def _listed(own: OwnFile, faults: Sequence[Fault]) -> str:
    """The faults in the order of their lines, the first few of them."""
    lines = sorted({(own.line_of(place), reason) for place, reason in faults})
    said = "; ".join(f"line {line}: {reason}" for line, reason in lines[:MOST_NAMED])
    more = len(lines) - MOST_NAMED
    return f"{said}; and {more} more" if more > 0 else said


_KINDS = {each._field_defaults["kind"]: each for each in get_args(Requirement)}


class _Wording:
    """Finds the words for what the plain reader refuses, piece by piece.

    Pydantic tries every kind of requirement at every level: given a whole file it would drown the one fault
    in those of all the kinds that a requirement is not.
    """

    def __init__(self, own: OwnFile) -> None:
        self._own = own

    def of_all(self, plain: Mapping[str, Any]) -> Iterator[Fault]:
        """Every fault of a plain organization; places are those of the file."""
        editions = plain["edition"]
        if not isinstance(editions, list):
            yield from self._piece(Organization, plain, ())
            return
        yield from self._piece(Organization, {**plain, "edition": ()}, ())
        for number, edition in enumerate(editions):
            yield from self._edition(edition, ("edition", number))

    def _edition(self, edition: Any, place: Place) -> Iterator[Fault]:
        rules = edition.get("requirement") if isinstance(edition, Mapping) else None
        if not isinstance(rules, list):
            yield from self._piece(Edition, edition, place)
            return
        yield from self._piece(Edition, {**edition, "requirement": ()}, place)
        for number, rule in enumerate(rules):
            yield from self._requirement(rule, (*place, "requirement", number))

    def _requirement(self, rule: Any, place: Place) -> Iterator[Fault]:
        kind = rule.get("kind") if isinstance(rule, Mapping) else None
        if not isinstance(kind, str) or kind not in _KINDS:
            yield self._no_kind(rule, place)
            return
        parts = rule.get("of")
        if not isinstance(parts, list):
            yield from self._piece(_KINDS[kind], rule, place)
            return
        yield from self._piece(_KINDS[kind], {**rule, "of": ()}, place)
        for number, part in enumerate(parts):
            yield from self._requirement(part, (*place, "of", number))

    def _no_kind(self, rule: Any, place: Place) -> Fault:
        from ceulog.wording.labels import label_of  # noqa: PLC0415 - only when something is wrong
        from ceulog.wording.sentences import phrase  # noqa: PLC0415

        place = self._own.in_file(place)
        if not isinstance(rule, Mapping):
            return place, _inside(phrase(label_of(place), "named_tuple_type", {}), place)
        place = (*place, "kind")
        if "kind" not in rule:
            return place, _inside(phrase(label_of(place), "missing", {}), place)
        choices = {"expected": ", ".join(f"'{each}'" for each in _KINDS)}
        return place, _inside(phrase("kind of requirement", "literal_error", choices, rule["kind"]), place)

    def _piece(self, record_class: type[Any], plain: Any, place: Place) -> Iterator[Fault]:
        try:
            from_plain(record_class, plain)
        except Unfit as unfit:
            from ceulog.logbook.gate import faults_in  # noqa: PLC0415 - pydantic is dear to import

            found = faults_in(record_class, plain, lambda inner: self._own.in_file((*place, *inner)))
            for where, sentence in found:
                yield where, _inside(sentence, where)
            if not found:
                yield _fallback(self._own.in_file((*place, *_place_of(unfit))))


def _inside(sentence: str, place: Place) -> str:
    """A sentence as a part of another."""
    from ceulog.wording.labels import label_of, subject  # noqa: PLC0415 - only when something is wrong

    said, label = sentence.rstrip("."), label_of(place)
    if said.startswith("Nobody "):
        return f"{label_of(place[:-1])}: n{said[1:]}"
    if said.startswith(beginning := subject(label)):
        return f"{'the ' if beginning.startswith('The ') else ''}{label}{said[len(beginning) :]}"
    return said


def _place_of(unfit: Unfit) -> Place:
    return tuple(int(part) if part.isdecimal() else part for part in unfit.path.split(".") if part)


def _fallback(place: Place) -> Fault:
    """For what pydantic would let pass: it makes numbers of text, and records of lists."""
    return _worded(place, "it is not written as such a value is")
