"""Call the address of a webhook: one request, one answer, five seconds at most."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

LIMIT = 5.0


class Outcome(NamedTuple):
    """What came of a call: a status, or why there is none."""

    status: int | None
    why: str = ""
    retry_after: str | None = None

    @property
    def taken(self) -> bool:
        """Whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004 - as HTTP has it

    def __str__(self) -> str:
        """The outcome in a word or two."""
        return self.why if self.status is None else str(self.status)


def usable(url: str) -> bool:
    """Whether something can be sent to an address at all."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    plain = all("!" <= character <= "~" for character in url)
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname)


def call(
    method: str, url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Outcome:
    """Call an address; whatever goes wrong is told as the outcome. Redirects are not followed."""
    parts = urlsplit(url)
    line = line_to(parts)
    # A limit of the socket begins anew with each byte; this one holds for all of it.
    late = threading.Event()
    clock = threading.Timer(LIMIT, hang_up, (line, late))
    clock.daemon = True
    clock.start()
    try:
        line.request(method, target(parts), body, dict(headers or {}))
        answer = line.getresponse()
        return Outcome(answer.status, retry_after=answer.headers.get("Retry-After"))
    except (OSError, http.client.HTTPException) as error:
        slow = late.is_set() or isinstance(error, TimeoutError)
        return Outcome(None, "no answer in 5 seconds" if slow else reason(error))
    finally:
        clock.cancel()
        line.close()


def line_to(parts: SplitResult) -> http.client.HTTPConnection:
    """A connection to a host, not opened yet."""
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, parts.port, timeout=LIMIT, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=LIMIT)


def target(parts: SplitResult) -> str:
    """The path and query of an address."""
    return f"{parts.path or '/'}{'?' * bool(parts.query)}{parts.query}"


def hang_up(line: http.client.HTTPConnection, late: threading.Event) -> None:
    """End a call that takes too long, from outside."""
    late.set()
    if line.sock is not None:
        with suppress(OSError):
            line.sock.shutdown(socket.SHUT_RDWR)


def reason(error: Exception) -> str:
    """Why there was no answer."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or "no answer"
