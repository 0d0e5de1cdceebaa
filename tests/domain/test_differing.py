"""What differs between two mappings: the very same objects do not."""

from ceulog.domain.differing import changed, gone


def test_what_is_new_or_made_anew_has_changed() -> None:
    kept, made, made_anew = [1], [2], [2]
    assert changed({"a": kept, "b": made}, {"a": kept, "b": made_anew, "c": kept}) == {"b": made_anew, "c": kept}
    assert changed({"a": kept}, {"a": kept}) == {}
    assert changed({}, {}) == {}


def test_what_is_there_no_more_is_gone() -> None:
    assert set(gone({"a": 1, "b": 2}, {"b": 2, "c": 3})) == {"a"}
    assert not gone({"a": 1}, {"a": 2})
