"""The words of certificates, as `words.toml` has them, made into patterns."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from ceulog.domain.named import NamedTuple

OTHER = "others"


class Words(NamedTuple):
    """What `words.toml` says."""

    labels: re.Pattern[str]
    """A label and what parts it from its value; its group 1 is the label."""
    fields: Mapping[str, tuple[str, int]]
    """Label -> its field, and its place among the labels of that field: the smallest has the say."""
    title_after: re.Pattern[str]
    no_titles: frozenset[str]
    amount: re.Pattern[str]
    """A number of CEUs with its unit; its group 1 is the number."""


@cache
def words() -> Words:
    """The shipped words."""
    data = tomllib.loads(files("ceulog.exchange.proofs").joinpath("words.toml").read_text("utf-8"))
    named = {name: (field, place) for field, names in data["labels"].items() for place, name in enumerate(names)}
    between = f"(?:{_any(data['ceus']['between'])})"
    return Words(
        # an open end: "Index # AB12", "index number AB12"; a label that is all of a line has its value in the next
        re.compile(
            rf"(?<![\w/])({_any(named)})(?:\s*[:：]\s*|(?<=#)\s*|(?<=\bno\.)\s*|(?<=\bnumber)\s+|(?<=\bcode)\s+|\s*$)",
            re.IGNORECASE,
        ),
        named,
        re.compile(rf"\b(?:{_any(data['title']['after'])})\b[\s:,]*", re.IGNORECASE),
        frozenset(data["title"]["not"]),
        re.compile(
            rf"(?<![\w.,/-])([0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?)\s*(?:\([\w .]{{1,20}}\)\s*)?(?:{between}\s+){{0,3}}"
            rf"(?:{_any(data['ceus']['unit'])})(?!\w)",
            re.IGNORECASE,
        ),
    )


def _any(names: Iterable[str]) -> str:
    """An alternative for each name, the longest first, so that none is cut short by its beginning."""
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in sorted(names, key=len, reverse=True))
