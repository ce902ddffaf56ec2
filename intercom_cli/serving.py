"""Serve an app on a port of this machine, and outlive whoever calls it."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from intercom_cli.errors import Misuse, StorageFailed, Unreachable

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LAST_MOMENTS = 2
BACKLOG = 1024
HEAD_SECONDS = 10.0  # to send the head of a request
UNFINISHED = 512  # connections without a whole head; the eldest makes way for the next


class Place(NamedTuple):
    """Where to serve: an address, and a certificate with its key for https."""

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None


class Server(uvicorn.Server):
    """A server that says when it takes connections, not when it means to."""

    ready: Callable[[], None]
    ending: threading.Event

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self.ready()

    async def on_tick(self, counter: int) -> bool:
        """Whether it is time to end."""
        return await super().on_tick(counter) or self.ending.is_set()


class Patient(H11Protocol):
    """A connection that has some seconds to say what it wants, and may say nonsense."""

    waiting: dict[Patient, asyncio.TimerHandle]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the head of a request."""
        super().connection_made(transport)
        self.wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self.wait_no_more()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; a head that is not whole yet does not get more time."""
        try:
            super().data_received(data)
        except Exception:  # noqa: BLE001 - nonsense in the middle of a body, after the answer
            self.transport.abort()
        if self.cycle is not None and not self.cycle.response_complete:
            self.wait_no_more()
        elif not self.transport.is_closing():
            self.wait()

    def wait(self) -> None:
        """Give it some seconds from now, unless it has them already."""
        if self in self.waiting:
            return
        if len(self.waiting) >= UNFINISHED:
            next(iter(self.waiting)).give_up()
        self.waiting[self] = self.loop.call_later(HEAD_SECONDS, self.give_up)

    def wait_no_more(self) -> None:
        """It has said what it wants, or left."""
        if timer := self.waiting.pop(self, None):
            timer.cancel()

    def give_up(self) -> None:
        """Close what says nothing."""
        self.wait_no_more()
        self.transport.abort()


def serve(
    app: App,
    place: Place,
    *,
    ready: Callable[[str], None],
    ending: threading.Event | None = None,
) -> None:
    """Serve until a signal or ``ending`` ends it; ``ready`` is told the address when it answers.

    The signal is handed on once connections are closed, so Ctrl-C still raises
    KeyboardInterrupt. Raises Unreachable for a busy port, Misuse for an address or a
    certificate that cannot be used.
    """
    config = configured(app, place)
    listener = listen(place.host, place.port)
    server = Server(config)
    server.ending = ending or threading.Event()
    server.ready = lambda: ready(address(listener, secure=place.certificate is not None))
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()


def configured(app: App, place: Place) -> uvicorn.Config:
    """How the server behaves: silent, and soon gone when it is asked to go."""
    protocol = type("Connection", (Patient,), {"waiting": {}})
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        lifespan="off",
        ws="none",
        http=protocol,
        server_header=False,
        timeout_graceful_shutdown=LAST_MOMENTS,
        ssl_certfile=place.certificate,
        ssl_keyfile=place.key,
    )
    try:
        config.load()
    except (ssl.SSLError, OSError) as error:
        raise StorageFailed(
            f"The certificate cannot be used: {error.strerror or error}.",
            hint="Give a PEM certificate with --cert and its key with --key",
        ) from error
    return config


def listen(host: str, port: int) -> socket.socket:
    """Take a port; 0 takes any that is free."""
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
    except (OSError, OverflowError) as error:
        raise Misuse(
            f"{host} is not an address of this machine.", hint="--host 127.0.0.1"
        ) from error
    try:
        # On Windows this option would let two servers share the port.
        if hasattr(socket, "SO_REUSEPORT"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise refused(host, port, error) from error
    return listener


def refused(host: str, port: int, error: OSError) -> Misuse | Unreachable:
    """Say why a port cannot be had."""
    if error.errno == errno.EADDRINUSE:
        message = f"Port {port} of {host} is in use by another program."
        return Unreachable(message, hint="Take any free port with: --port 0")
    if error.errno == errno.EACCES:
        message = f"Port {port} of {host} is not allowed to this user."
        return Misuse(message, hint="Take any free port with: --port 0")
    return Misuse(f"{host} is not an address of this machine.", hint="--host 127.0.0.1")


def address(listener: socket.socket, *, secure: bool) -> str:
    """The address to call, with the port that was taken."""
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"{'https' if secure else 'http'}://{shown}:{port}"
