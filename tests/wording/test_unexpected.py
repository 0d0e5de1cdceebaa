"""A fault of the program is told without a word of what the log holds."""

from ceulog.domain.filtering import found
from ceulog.wording.unexpected import unexpected_words
from tests.builders import TODAY


def test_it_names_the_kind_and_the_place_and_nothing_that_was_typed() -> None:
    try:
        found(["Dana Sample 01234567"], "secret", TODAY)  # type: ignore[list-item]  # what goes wrong
    except AttributeError as fault:
        said = unexpected_words(fault)
    assert "AttributeError at ceulog.domain." in said.splitlines()[-1]
    assert not {"Dana", "01234567", "secret"} & set(said.split())
    assert "'" not in said


def test_of_many_places_the_innermost_few() -> None:
    def deeper(levels: int) -> None:
        if not levels:
            raise ValueError("Dana Sample")
        deeper(levels - 1)

    try:
        deeper(50)
    except ValueError as fault:
        said = unexpected_words(fault)
    assert said.splitlines()[-1].endswith(f"ValueError at {__name__}:{deeper.__code__.co_firstlineno + 2}")
    assert "Dana" not in said
