"""A real server on the loopback that misbehaves as told, one behaviour for each request."""

from __future__ import annotations

import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable

Behaviour = Callable[[socket.socket, "Faults"], None]


class Faults:
    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.behaviours: list[Behaviour] = []
        self.requests: list[bytes] = []
        self.connections = 0
        self.stopped = threading.Event()
        self.tls = tls
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.threads = [threading.Thread(target=self.accept)]
        self.threads[0].start()

    @property
    def url(self) -> str:
        scheme = "https" if self.tls else "http"
        return f"{scheme}://localhost:{self.port}"

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def then(self, *behaviours: Behaviour) -> Faults:
        self.behaviours += behaviours
        return self

    def accept(self) -> None:
        while True:
            connection, _ = self.listener.accept()
            if self.stopped.is_set():
                connection.close()
                return
            self.connections += 1
            connection.settimeout(5)
            thread = threading.Thread(target=self.serve, args=(connection,))
            self.threads.append(thread)
            thread.start()

    def serve(self, connection: socket.socket) -> None:
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            while request := read_request(connection):
                self.requests.append(request)
                assert self.behaviours, f"unexpected request: {request[:60]!r}"
                self.behaviours.pop(0)(connection, self)
        except OSError:
            return  # the client went away, or the behaviour closed the connection
        finally:
            connection.close()

    def stop(self) -> None:
        self.stopped.set()
        socket.create_connection(("127.0.0.1", self.port)).close()
        for thread in self.threads:
            thread.join(5)
        self.listener.close()


def read_request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return b""
        data += piece
    found = re.search(rb"content-length: (\d+)", data, re.IGNORECASE)
    size = data.index(b"\r\n\r\n") + 4 + (int(found.group(1)) if found else 0)
    while len(data) < size:
        data += connection.recv(65536)
    return data


def say(data: bytes, *, close: bool = False) -> Behaviour:
    def behave(connection: socket.socket, _: Faults) -> None:
        connection.sendall(data)
        if close:
            connection.close()

    return behave


def answer(status: str, body: bytes = b"", *headers: str) -> Behaviour:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if body:
        lines.append("Content-Type: application/json")
    return say("\r\n".join([*lines, "", ""]).encode() + body)


def reset(connection: socket.socket, _: Faults) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def hang(connection: socket.socket, faults: Faults) -> None:
    faults.stopped.wait(10)
    connection.close()


def drip(head: bytes) -> Behaviour:
    def behave(connection: socket.socket, faults: Faults) -> None:
        connection.sendall(head)
        while not faults.stopped.wait(0.05):
            connection.sendall(b" ")

    return behave


def stall(data: bytes) -> Behaviour:
    def behave(connection: socket.socket, faults: Faults) -> None:
        connection.sendall(data)
        hang(connection, faults)

    return behave
