"""Names in a sentence."""

import pytest

from ceulog.domain.text import listed


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (iter(("a", "b, c", "d")), "a, b, c and d")]
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_another_word_before_the_last() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"
