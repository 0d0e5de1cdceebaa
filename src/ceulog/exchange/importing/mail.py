"""A saved e-mail -> what a person reads of it: its plain text, whatever it was packed in for the way."""

import re

from ceulog.domain.refusals import Refusal
from ceulog.exchange.importing.decoding import decoded

_HEAD = 64 * 1024
"""Bytes at the beginning in which the head of a message ends."""
_IS_PACKED = re.compile(rb"^(?:mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
NO_TEXT = "it is an e-mail without plain text. Open it, copy its text and paste that; nothing was imported."


def mail_text(data: bytes) -> str | None:
    """The plain text of an e-mail as programs save it (MIME); None for anything else.

    Raises:
        Refusal: it is one and has no plain text.
    """
    if not _IS_PACKED.search(_BLANK_LINE.split(data[:_HEAD].lstrip(), maxsplit=1)[0]):
        return None
    from email import message_from_bytes  # noqa: PLC0415 - for this alone

    try:
        parts = [each for each in message_from_bytes(data).walk() if each.get_content_type() == "text/plain"]
    except RecursionError:
        parts = []
    # what is attached is another file
    text = next((each for each in parts if each.get_content_disposition() != "attachment"), None)
    payload = text.get_payload(decode=True) if text else None
    if text is None or not isinstance(payload, bytes) or not payload.strip():
        raise Refusal(NO_TEXT)
    try:
        return payload.decode(text.get_content_charset("utf-8"))
    except (LookupError, UnicodeError):  # a name of no encoding, or the wrong one
        return decoded(payload)
