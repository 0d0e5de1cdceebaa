"""Stopping work off the screen's thread that nobody waits for any more."""


class Abandoned(Exception):  # noqa: N818 - nothing went wrong
    """Raised where such work reports how far it is: its screen was left, or something else was asked for."""
