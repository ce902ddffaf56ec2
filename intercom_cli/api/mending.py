"""Mend text that no reader of JSON takes, so that one spoilt name does not spoil a whole page."""

from __future__ import annotations

import re

BOM = b"\xef\xbb\xbf"
REPLACEMENT = rb"\ufffd"
# An escaped pair of surrogates, half of one, or any other escape, which is passed over.
ESCAPE = rb"""\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}
    |(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})
    |\\."""


def mended(body: bytes) -> bytes:
    """JSON with half surrogate pairs and bytes that are not UTF-8 replaced by U+FFFD.

    Text that was cut in the middle of a character has them. A byte order mark before it goes;
    everything else stays as it came.
    """
    body = body.removeprefix(BOM)
    if b"\\ud" in body or b"\\uD" in body:
        body = re.sub(ESCAPE, whole, body, flags=re.VERBOSE | re.DOTALL)
    if body.isascii():
        return body
    try:
        body.decode()
    except UnicodeDecodeError:
        return body.decode("utf-8", "replace").encode()
    return body


def whole(escape: re.Match[bytes]) -> bytes:
    """The escape itself, or the replacement of half a pair."""
    return REPLACEMENT if escape["half"] else escape[0]
