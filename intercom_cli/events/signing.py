"""Sign bodies as Intercom does, and tell whether it did."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence

HUB = "x-hub-signature"  # of notifications of a topic
BODY = "x-body-signature"  # of Canvas Kit, uninstallation and health checks
PREFIX = "sha1="
BODY_PREFIX = "sha256="


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


def verify(bodies: Sequence[bytes], headers: Mapping[str, str], secret: str) -> None:
    """Raise Unverified unless every signature that came, and at least one, is right.

    ``bodies`` are the bytes as they came, and as they were before they were compressed: a proxy
    may compress what was signed before. A digest is read in either case and with or without the
    name of its algorithm. The names of headers are lower case. Comparing takes as long for a
    wrong signature as for a right one.
    """
    expected = {HUB: hub_signature, BODY: body_signature}
    found = [name for name in expected if name in headers]
    if not found:
        raise Unverified("it is not signed")
    for name in found:
        given = normal(headers[name], PREFIX if name == HUB else BODY_PREFIX)
        rights = {expected[name](body, secret).removeprefix(PREFIX) for body in bodies}
        if sum(hmac.compare_digest(given, right.encode()) for right in rights) == 0:
            raise Unverified("its signature is wrong")


def normal(given: str, prefix: str) -> bytes:
    """A signature as its lower-case digest."""
    return given.strip().lower().removeprefix(prefix).encode("utf-8", "replace")
