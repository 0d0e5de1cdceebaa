"""A body of the holder's own as a file, and what the program makes of such files."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ceulog.domain.editions import Rulebook
from ceulog.logbook.own_rules import with_own
from ceulog.rulebook.errors import BadRules
from tests.builders import shipped

BODY = """\
schema = 1
[organization]
code = "BODY"
name = "Body"

[[credential]]
code = "A"
name = "Alpha"
aliases = ["AA"]

[[credential]]
code = "B"
name = "Beta"
group = "special"

[[edition]]
id = "body-1"
starts = 2020-01-01
source = "a test"

[edition.pool]
kind = "each"
figures = { A = 10, B = 12 }
"""
AFTER = len(BODY.splitlines())
"""Lines before what a test adds."""

LATER = '\n[[edition]]\nid = "body-2"\nbased_on = "body-1"\nsource = "later"\nstarts = 2022-01-01\n'


def rules(*texts: str | bytes) -> Rulebook:
    """The shipped rules and those of these files."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{chr(ord('a') + number)}.toml" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return with_own(shipped(), files)


def refusal(*texts: str | bytes) -> str:
    """What is said against the last of these files."""
    with pytest.raises(BadRules) as caught:
        rules(*texts)
    said = re.fullmatch(
        r"The rules in (?:.*[/\\])?([a-z]\.toml) cannot be used: (line [0-9]+: .+)\. "
        r"Correct the file or move it out of the folder; nothing else was changed\.",
        str(caught.value),
    )
    assert said, str(caught.value)
    assert said[1] == f"{chr(ord('a') + len(texts) - 1)}.toml"
    return said[2]
