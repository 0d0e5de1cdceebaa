"""Changes in sentences: what was done, and how to take it back."""

from rich.cells import cell_len, set_cell_size

from ceulog.domain.text import capitalized, tidy
from ceulog.tui.keys import key_of

_LONGEST_LABEL = 72
"""Cells of the name of a change in a sentence."""


def change_words(label: str) -> str:
    """The name of a change at a length that fits a sentence, its closing quote kept."""
    label = tidy(label)
    if cell_len(label) <= _LONGEST_LABEL:
        return label
    return set_cell_size(label, _LONGEST_LABEL - 2).rstrip() + ("…”" if label.endswith("”") else "…")


def did(label: str) -> str:
    """A change carried out: "Added “Chapter meeting”. u takes it back."."""
    return f"{capitalized(change_words(label))}. {key_of('undo')} takes it back."
