"""Sockets with an end: however slowly a server drips, an exchange is over after its deadline."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore2

from intercom_cli.api.hosts import is_loopback


class Deadline(threading.local):
    """When the exchange of this thread must be over; each thread has one exchange at a time."""

    at: float | None = None

    @contextmanager
    def until(self, at: float | None) -> Iterator[None]:
        """Bound what the block does on the network, in monotonic seconds; None for no bound."""
        before, self.at = self.at, at
        try:
            yield
        finally:
            self.at = before

    def left(self, timeout: float | None, late: type[Exception]) -> float | None:
        """The time one step may take: its own timeout, or what is left of the whole if less."""
        if self.at is None:
            return timeout
        rest = self.at - time.monotonic()
        if rest <= 0:
            raise late("the whole exchange took too long")
        return rest if timeout is None else min(timeout, rest)


class BoundStream(httpcore2.NetworkStream):
    """A connection whose every step also ends at the deadline of the thread that uses it."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self.inner = inner
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Receive what has come."""
        return self.inner.read(max_bytes, self.deadline.left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self.inner.write(buffer, self.deadline.left(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        """Let go of the connection."""
        self.inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Shake hands."""
        left = self.deadline.left(timeout, httpcore2.ConnectTimeout)
        inner = self.inner.start_tls(ssl_context, server_hostname, left)
        return BoundStream(inner, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows about itself."""
        return self.inner.get_extra_info(info)


class BoundBackend(httpcore2.NetworkBackend):
    """Opens connections that keep to a deadline."""

    def __init__(self, deadline: Deadline) -> None:
        self.inner = httpcore2.SyncBackend()
        self.deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect; a name under localhost is this machine, whatever a name server says."""
        if is_loopback(host) and host.endswith(".localhost"):
            host = "localhost"
        left = self.deadline.left(timeout, httpcore2.ConnectTimeout)
        stream = self.inner.connect_tcp(host, port, left, local_address, socket_options)
        return BoundStream(stream, self.deadline)
