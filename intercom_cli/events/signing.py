"""Sign bodies as Intercom does, and tell whether it did."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

HUB = "x-hub-signature"  # of notifications of a topic
BODY = "x-body-signature"  # of Canvas Kit, uninstallation and health checks
PREFIX = "sha1="


class Unverified(Exception):
    """A body that was not signed with the secret; the sentence says what was wrong."""


def hub_signature(body: bytes, secret: str) -> str:
    """``X-Hub-Signature`` of a body: HMAC with SHA-1, which is Intercom's choice."""
    return PREFIX + hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()


def body_signature(body: bytes, secret: str) -> str:
    """``X-Body-Signature`` of a body: HMAC with SHA-256."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def headers_for(body: bytes, secret: str) -> dict[str, str]:
    """The headers of a signed notification."""
    return {"Content-Type": "application/json", "X-Hub-Signature": hub_signature(body, secret)}


def verify(body: bytes, headers: Mapping[str, str], secret: str) -> None:
    """Raise Unverified unless every signature that came, and at least one, is right.

    The names of headers are lower case. Comparing takes as long for a wrong one as for a right one.
    """
    expected = {HUB: hub_signature, BODY: body_signature}
    found = [name for name in expected if name in headers]
    if not found:
        raise Unverified("it is not signed")
    for name in found:
        given = headers[name].strip().encode("utf-8", "replace")
        if not hmac.compare_digest(given, expected[name](body, secret).encode()):
            raise Unverified("its signature is wrong")
