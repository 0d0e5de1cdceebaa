"""Text in a CSV that a spreadsheet must not run as a formula.

The rule: a text is guarded with one apostrophe in front when, after any blanks and apostrophes, it goes
on with one of = + - @, their full-width forms, a tab or a carriage return. A text that begins with such
apostrophes of its own gets one more, so that taking one off always gives the text back, and a text that
needs no guard ('tis, for one) is never touched.
"""

import re

_RUNS = re.compile("['\\s\u200b-\u200d\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20\\t\\r]")


def guard(text: str) -> str:
    """The text as it stands in a cell."""
    # with a letter or a digit begins nothing that runs, and nearly everything else
    return f"'{text}" if not text[:1].isalnum() and _RUNS.match(text) else text


def unguard(text: str) -> str:
    """The text that a cell stands for: `unguard(guard(text))` is the text, whatever it is.

    A formula for nothing but a text, as `="00123"`, which keeps a spreadsheet from making a number of it, is that text.
    """
    if text.startswith("'") and _RUNS.match(text, 1):
        return text[1:]
    is_literal = text.startswith('="') and text.endswith('"') and len(text) > len('=""')
    return text[2:-1].replace('""', '"') if is_literal else text
