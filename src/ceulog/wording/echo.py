"""What somebody typed, said back to them inside a sentence."""

from ceulog.domain.text import tidy

LONGEST = 40
"""Characters of an echo: enough to recognise one's own words, too few to flood a sentence."""


def echo(typed: object, longest: int = LONGEST) -> str:
    """The typed value as one tidy line, cut to so many characters, the last an ellipsis when cut."""
    # cut twice: tidying a pasted novel is work that nobody reads
    text = tidy(str(typed)[: longest * 10])
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
