"""Whether a terminal shows more letters than those of ASCII."""

import codecs
from collections.abc import Mapping

COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself writes into LC_CTYPE where the locale is C, so that it says nothing about the terminal."""


def is_utf8(encoding: str | None) -> bool:
    """Say whether an encoding is UTF-8, whatever it is called."""
    try:
        return codecs.lookup(encoding or "ascii").name == "utf-8"
    except LookupError:
        return False


def draws_unicode(environ: Mapping[str, str], encoding: str | None) -> bool:
    """Whether a terminal shows more than ASCII.

    Args:
        environ: the environment; the locale that somebody set in it decides before Python's own opinion.
        encoding: the encoding of what is written to the terminal.
    """
    term = environ.get("TERM", "")
    if not is_utf8(encoding) or term == "linux" or term.startswith("vt"):
        return False
    kind, general = environ.get("LC_CTYPE", ""), environ.get("LANG", "")
    said = environ.get("LC_ALL") or ("" if kind in COERCED and general else kind) or general
    name, point, codeset = said.partition("@")[0].partition(".")
    return is_utf8(codeset) if point else name not in ("C", "POSIX")
