"""What can be wrong with rules."""


class BadRules(Exception):  # noqa: N818 - it names what is wrong, not the program
    """A file of rules cannot be used; says which, why, and what helps."""

    exit_code = 3

    def __init__(self, name: str, reason: str, advice: str = "") -> None:
        super().__init__(f"The rules in {name} cannot be used: {reason}.{f' {advice}' if advice else ''}")
