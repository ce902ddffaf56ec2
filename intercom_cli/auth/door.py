"""Where the browser comes back to: the redirect URL taken apart, and what each request gets."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from intercom_cli.auth.callback import read_query
from intercom_cli.auth.certificate import Certificate
from intercom_cli.auth.page import FORGED, STILL_WORKING, Page
from intercom_cli.auth.waiting import Waiting
from intercom_cli.auth.wire import Asked
from intercom_cli.errors import IntercomError, Misuse

PATIENCE = 15.0  # seconds a page waits for the end of the sign-in
PORTS = {"http": 80, "https": 443}


class Redirect(NamedTuple):
    """A redirect URL: the address itself, and what of it matters for listening."""

    address: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_here(self) -> bool:
        """Whether it leads to this machine, so that we can listen on it."""
        return self.host in {"localhost", "127.0.0.1", "::1"}

    @property
    def start(self) -> str:
        """The address of the listener's own first page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}/"


def redirect_of(address: str) -> Redirect:
    """Take a redirect URL apart. Raises Misuse when it is none."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise _no_redirect(address) from error
    if parts.scheme not in PORTS or not parts.hostname or parts.query or parts.fragment:
        raise _no_redirect(address)
    if port == 0:  # it stands for any port, and Intercom compares the whole address
        raise _no_redirect(address)
    return Redirect(
        address=address,
        scheme=parts.scheme,
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        path=parts.path or "/",
    )


def responder(waiting: Waiting, redirect: Redirect, authorize: str) -> Callable[[Asked], Page]:
    """What the listener answers: the callback, a first page that leads to Intercom, else 404."""

    def respond(asked: Asked) -> Page:
        if asked.method != "GET":
            return Page(405)
        if asked.path == redirect.path and (asked.query or redirect.path != "/"):
            return _callback(waiting, asked.query)
        if asked.path == "/":
            return Page(302, "Signing in to Intercom", location=authorize)
        return Page(404)

    return respond


def _callback(waiting: Waiting, query: str) -> Page:
    """Take the answer, then tell how it really ended, in which the exchange has its part."""
    if waiting.offer(read_query(query)) == "forged":
        return FORGED
    result = waiting.result(PATIENCE)
    if result is None:
        return STILL_WORKING
    return Page(200 if result.ok else 400, result.title, result.text)


def tls_of(
    redirect: Redirect, find: Callable[[], Certificate]
) -> tuple[Callable[[], ssl.SSLContext], bool]:
    """Give the TLS context, and whether browsers will warn.

    For an https redirect it is made now, so that what is wrong with it is told now; for an http
    one only if a browser insists on TLS.
    """
    if redirect.scheme == "https":
        certificate = find()
        context = certificate.context()
        return (lambda: context), certificate.warns

    def late() -> ssl.SSLContext:
        with suppress(IntercomError, OSError):
            return find().context()
        raise ssl.SSLError("there is no certificate")

    return late, False


def _no_redirect(address: str) -> Misuse:
    return Misuse(
        f"{address!r} cannot be a redirect URL.",
        hint="It looks like https://localhost:8484/callback, as registered in the Developer Hub.",
    )
