"""What a document may hold, and when two are alike."""

from collections import OrderedDict
from decimal import Decimal
from typing import Any

import pytest
from tinydb.table import Document

from ceulog.storage.values import (
    MAX_DEPTH,
    are_document_ids,
    document_key,
    identical,
    is_document_id,
    number_after,
    plain_copy,
)


def nested(depth: int) -> dict[str, Any]:
    value: Any = []
    for _ in range(depth - 2):
        value = [value]
    return {"a": value}


def test_a_copy_shares_nothing() -> None:
    original: dict[str, Any] = {"list": [1, {"deep": [2]}], "text": "t", "no": None, "yes": True, "half": 0.5}
    copied = plain_copy(original)
    assert copied == original
    copied["list"][1]["deep"].append(3)
    assert original["list"][1]["deep"] == [2]


def test_what_is_like_a_dict_or_list_becomes_one() -> None:
    copied = plain_copy(Document({"pair": (1, (2,)), "map": OrderedDict(a=1)}, 7))
    assert copied == {"pair": [1, [2]], "map": {"a": 1}}
    assert [type(value) for value in (copied, copied["pair"], copied["map"])] == [dict, list, dict]


@pytest.mark.parametrize("value", [Decimal(1), object(), b"bytes", {1, 2}, {1: "number as name"}, [{None: 1}]])
def test_other_types_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        plain_copy({"a": value})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [{"b": float("-inf")}]])
def test_numbers_that_are_none_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="not a number"):
        plain_copy({"a": value})


def test_nesting_ends_somewhere() -> None:
    assert plain_copy(nested(MAX_DEPTH)) == nested(MAX_DEPTH)
    for bottomless in (nested(MAX_DEPTH + 1), nested(900)):
        with pytest.raises(ValueError, match="nested too deeply"):
            plain_copy(bottomless)
    loop: dict[str, Any] = {}
    loop["self"] = loop
    with pytest.raises(ValueError, match="nested too deeply"):
        plain_copy(loop)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": [2]}, {"b": [2], "a": 1}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": 1.0}, False),
        ([1, 2], [1], False),
        ([{"a": None}], [{"a": None}], True),
        ([{"a": None}], [{"b": None}], False),
        ("1", 1, False),
    ],
)
def test_identical_is_stricter_than_equal(one: object, other: object, *, same: bool) -> None:
    assert identical(one, other) is same


@pytest.mark.parametrize("key", ["", "00", "007", "-0", "-", "--1", "+1", "1.0", " 1", "abc", "٣", "-٣", "1" * 51])
def test_document_ids_are_written_one_way_only(key: str) -> None:
    assert not is_document_id(key)
    assert not are_document_ids(["1", key, "22"])


def test_many_document_ids_at_once() -> None:
    assert are_document_ids([])
    assert are_document_ids(["1", "22", "1" * 18])
    assert not are_document_ids(["1", "-2"])  # it is one, though an unusual one


def test_document_keys() -> None:
    numbers = [1, 10**18 - 1, 0, -1, 10**18, 2**128, 10**49, 1 - 10**49]
    assert [document_key(each) for each in numbers] == list(map(str, numbers))
    with pytest.raises(ValueError, match="number of a document"):
        document_key(10**50)


def test_our_numbers_come_after_the_ordinary_ones() -> None:
    assert [number_after(each) for each in ([], [3, 7], [0, -5], [2**128, 2], [10**18 - 1, 4])] == [1, 8, 1, 3, 5]
