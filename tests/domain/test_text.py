"""Names in a sentence, and text that looks like other text."""

import pytest

from ceulog.domain.text import index_key, listed, tidy


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (iter(("a", "b, c", "d")), "a, b, c and d")]
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_another_word_before_the_last() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_what_cannot_be_seen_is_no_title() -> None:
    assert tidy("\u200b Denials\u200b") == "Denials"
    assert tidy("\u200b") == ""


@pytest.mark.parametrize("copied", ["\u200bcms06140727A", "CMS 0614\u00ad0727 A", "CMS06140727A\u2060"])
def test_an_index_number_that_was_copied_from_a_page_is_the_same(copied: str) -> None:
    assert index_key(copied) == index_key("CMS06140727A")
