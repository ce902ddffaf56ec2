"""Decode bodies that were compressed on their way."""

from __future__ import annotations

import zlib

IDENTITY = "identity"
CODINGS = ("gzip", "x-gzip")
GZIP = 16 + zlib.MAX_WBITS


class Undecodable(Exception):
    """A body that is not of the coding its header names; the message says why."""


class TooLarge(Exception):
    """A body that becomes too large."""


def decode(body: bytes, coding: str, limit: int) -> bytes:
    """The content of a body with a ``Content-Encoding``; unchanged where it has none.

    Raises Undecodable for a body that is corrupt or incomplete, and TooLarge for content of more
    bytes than ``limit``.
    """
    if coding not in CODINGS:
        return body
    stream = zlib.decompressobj(GZIP)
    try:
        content = stream.decompress(body, limit + 1)
    except zlib.error as error:
        raise Undecodable("it is not gzip") from error
    if len(content) > limit:
        raise TooLarge
    if not stream.eof or stream.unused_data:
        raise Undecodable("its gzip is incomplete" if not stream.eof else "its gzip has a tail")
    return content


def is_known(coding: str) -> bool:
    """Whether bodies of a coding can be read."""
    return coding in {"", IDENTITY, *CODINGS}
