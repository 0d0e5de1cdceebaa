"""New ids: random UUIDs (version 4), written without the dear import of `uuid`."""

import os


def random_id() -> str:
    """A new random UUID in its usual form."""
    raw = bytearray(os.urandom(16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    text = raw.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
