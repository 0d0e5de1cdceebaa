"""How an explanation says what to do about what it found: by a command, or by a key."""

from typing import NamedTuple


class Ways(NamedTuple):
    """Sentences with `{organization}` and `{credential}` in them."""

    own_number: str
    """How to set the number that the holder's tracker shows."""
    news_seen: str
    """How to put away what changed in the rules."""
    attended: str
    """How to say of a planned entry that it was attended."""


BY_COMMAND = Ways(
    own_number='`ceulog credential set {credential} --required N --reason "my tracker says N: pro-rated"`',
    news_seen="`ceulog organization set {organization} --news-seen` puts this away.",
    attended="`ceulog edit ID --attended` confirms each that you attended.",
)
BY_KEY = Ways(
    own_number="press n",
    news_seen="Press e and tick “I have read this” to put this away.",
    attended="e on an entry and no tick at “Planned” confirms that you attended it.",
)
