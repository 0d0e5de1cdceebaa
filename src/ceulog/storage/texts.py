"""The texts that documents have in the file they were read from: what stays as it is need not be worded again."""

import re
from typing import Final

from ceulog.storage.layout import ACTIVITIES, Contents
from ceulog.storage.stored import Stored, to_json

_BETWEEN: Final = re.compile(rb'\},"[-0-9]+":\{')
"""From one document to the next. Never inside of a text, where a quotation mark has a backslash before it."""


def find_texts(data: bytes, contents: Contents) -> None:
    """Give the activities their texts, where it is certain which they are.

    Args:
        data: the bytes of a file.
        contents: what they hold.
    """
    names, table = list(contents.tables), contents.tables.get(ACTIVITIES, {})
    if not table or not contents.sealed or contents.older or names[-1] == ACTIVITIES:
        return
    following = names[names.index(ACTIVITIES) + 1]
    begins, ends = (f"{to_json(name)}:{{".encode("ascii") for name in (ACTIVITIES, following))
    ends = b"}}," + ends
    if data.count(begins) != 1 or data.count(ends) != 1:
        return  # a document has fields that are called like tables
    first, *others = _BETWEEN.split(data[data.index(begins) + len(begins) : data.index(ends) + 1])
    if len(others) + 1 != len(table):
        return  # what looks like a border but lies inside of a document makes them more than there are
    texts = [first[first.find(b"{") :], *(b"{" + each for each in others)]
    for document, text in zip(table.values(), (*(each + b"}" for each in texts[:-1]), texts[-1]), strict=True):
        if isinstance(document, Stored):
            document.learn(text)
