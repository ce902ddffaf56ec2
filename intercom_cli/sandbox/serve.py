"""Serve the sandbox on a port of this machine."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from intercom_cli.errors import Misuse, StorageFailed, Unreachable
from intercom_cli.sandbox.asgi import App

LAST_MOMENTS = 2
BACKLOG = 1024


@dataclass(frozen=True, slots=True)
class Place:
    """Where to serve: an address, and a certificate with its key for https."""

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None


class Server(uvicorn.Server):
    """A server that says when it takes connections, not when it means to."""

    ready: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self.ready()


def serve(app: App, place: Place, *, ready: Callable[[str], None]) -> None:
    """Serve until a signal ends it; ``ready`` is told the address as soon as it answers.

    The signal is handed on once connections are closed, so Ctrl-C still raises
    KeyboardInterrupt. Raises Unreachable for a busy port, Misuse for an address or a
    certificate that cannot be used.
    """
    config = configured(app, place)
    listener = listen(place.host, place.port)
    server = Server(config)
    server.ready = lambda: ready(address(listener, secure=place.certificate is not None))
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()


def configured(app: App, place: Place) -> uvicorn.Config:
    """How the server behaves: silent, and soon gone when it is asked to go."""
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        lifespan="off",
        ws="none",
        http="h11",
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
