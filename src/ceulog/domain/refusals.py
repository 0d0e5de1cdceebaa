"""What the logbook understands but will not do."""

from ceulog.domain.text import tidy


class Refusal(Exception):  # noqa: N818 - it is not an error of the program
    """Understood, but refused; the sentence says why and how to go on."""

    exit_code = 1

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field
        """The field of the form that it speaks of; empty when of none."""


def unknown_credential(code: str, field: str) -> Refusal:
    """What is said of a credential that nobody awards; the field is that in which it was named."""
    return Refusal(
        f"No organization awards a credential called {tidy(code)[:40]}; `ceulog credential catalog` lists them.",
        field=field,
    )
