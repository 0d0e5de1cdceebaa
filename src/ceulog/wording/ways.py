"""How an explanation says what to do about what it found: by a command, or by a key."""

from collections.abc import Callable

from ceulog.domain.named import NamedTuple


class Ways(NamedTuple):
    """Sentences with `{organization}` and `{credential}` in them."""

    own_number: str
    """How to set the number that the holder's tracker shows."""
    news_seen: str
    """How to put away what changed in the rules."""
    attended: str
    """How to say of a planned entry that it was attended."""
    mark: str
    """How to say of an entry which domain it belongs to and who provided it."""
    correct: str
    """How to put an entry right whose date or index number has a slip in it."""
    tick: str
    """How to tick an open box of a credential."""
    close: str
    """How to close a cycle that is over."""


BY_COMMAND = Ways(
    own_number='`ceulog credential set {credential} --required N --reason "my tracker says N: pro-rated"`',
    news_seen="`ceulog organization set {organization} --news-seen` puts this away.",
    attended="`ceulog edit ID --attended` confirms each that you attended.",
    mark="`ceulog edit ID --domain NAME --provided-by WHO` marks an entry.",
    correct="If a date or an index number is wrong, `ceulog edit ID` puts it right.",
    tick="`ceulog tick {credential}` ticks the box once it is done.",
    close="`ceulog organization renew {organization}` closes the cycle and opens the next.",
)


def ways_by_key(key_of: Callable[[str], str]) -> Ways:
    """Those of the screen, which name the keys that an action of the dashboard has."""
    # a key may be a brace
    names = ("edit", "credentials", "tick")
    edit, credentials, tick = (key_of(each).replace("{", "{{").replace("}", "}}") for each in names)
    return Ways(
        own_number="press n",
        news_seen="Press e and tick “I have read this” to put this away.",
        attended=f"In the log, {edit} on an entry and no tick at “Planned” confirms that you attended it.",
        mark=f"Enter lists them here; in the log, {edit} on an entry marks it.",
        correct=f"If a date or an index number is wrong, {edit} on the entry in the log puts it right.",
        tick=f"On the first screen, {tick} ticks the box once it is done.",
        close=f"On the first screen, {credentials} and then r closes the cycle and opens the next.",
    )
