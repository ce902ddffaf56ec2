"""Read one HTTP request of the sign-in listener: a request line and a Host, nothing more."""

from __future__ import annotations

import socket
from typing import NamedTuple

LARGEST = 16384  # bytes of a request's head
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Asked(NamedTuple):
    """What a browser asked for; ``hosts`` holds every Host header that came."""

    method: str
    path: str
    query: str
    hosts: tuple[str, ...]


def read(connection: socket.socket) -> Asked | None:
    """Read a request's head; None when the peer sends none, or something else than HTTP."""
    head = b""
    while b"\r\n\r\n" not in head:
        if len(head) > LARGEST:
            return None
        piece = connection.recv(4096)
        if not piece:
            return None
        head += piece
    return parse(head.partition(b"\r\n\r\n")[0])


def parse(head: bytes) -> Asked | None:
    """Take a request's head apart; None when it is not HTTP/1."""
    line, *fields = head.decode("latin-1").split("\r\n")
    words = line.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1.") or not words[1].startswith("/"):  # noqa: PLR2004
        return None
    path, _, query = words[1].partition("?")
    hosts = [
        value.strip().lower()
        for name, _, value in (field.partition(":") for field in fields)
        if name.lower() == "host"
    ]
    return Asked(words[0], path, query, tuple(hosts))


def is_local(asked: Asked, port: int) -> bool:
    """Whether the request names this machine: no page elsewhere may reach it by another name."""
    allowed = {f"{host}:{port}" for host in LOOPBACK}
    if port in {80, 443}:
        allowed.update(LOOPBACK)
    return len(asked.hosts) == 1 and asked.hosts[0] in allowed
