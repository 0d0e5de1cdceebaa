"""Who provided an activity in AHIMA's words, as far as its sponsor's name says so."""

import re

_STATES = (
    "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "DC", "Delaware", "Florida",
    "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine",
    "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada",
    "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma",
    "Oregon", "Pennsylvania", "Puerto Rico", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas",
    "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming",
)  # fmt: skip

_ASSOCIATION = "health information management association"
_AHIMA = frozenset({"ahima", f"american {_ASSOCIATION}"})
_LETTERS = re.compile(r"[a-z]{1,3}hima", re.ASCII)
_STATE_NAMES = frozenset(f"{state.lower()} {name}" for state in _STATES for name in ("hima", _ASSOCIATION))


def provider_of(sponsor: str) -> str:
    """The code of who provided it: "ahima", or "csa" for a component state association; empty when in doubt.

    A state association is known by a state's name or letters before HIMA ("North Carolina HIMA", "NCHIMA"). A city's
    name says nothing: it may be a local component association or anybody's chapter.
    """
    name = " ".join(sponsor.lower().split())
    if name in _AHIMA:
        return "ahima"
    return "csa" if name in _STATE_NAMES or _LETTERS.fullmatch(name) else ""
