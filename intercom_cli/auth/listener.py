"""Listen on this machine for the browser's return: one port that speaks both TLS and plain HTTP."""

from __future__ import annotations

import errno
import selectors
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from intercom_cli.auth import wire
from intercom_cli.auth.page import Page

LIMIT = 10.0  # seconds for a connection to say what it wants, TLS handshake included
FAREWELL = 3.0  # seconds for the last page to leave
MOST = 64  # connections at once; browsers open a few spare ones
TLS_HANDSHAKE = 0x16  # the first byte of every TLS connection
ABSENT = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT}


class PortTaken(Exception):
    """The port cannot be used: another program has it, or the system keeps it."""


class Listener:
    """A loopback server that lives for one sign-in.

    ``respond`` answers a request, in its connection's own thread, so one that waits or idles
    holds up nobody. ``tls`` makes the TLS context when it is first needed. ``alerted`` is
    called when a browser refuses the certificate: a hint, for browsers also do it on spare
    connections.
    """

    def __init__(
        self,
        *,
        host: str,
        port: int,
        respond: Callable[[wire.Asked], Page],
        tls: Callable[[], ssl.SSLContext],
        alerted: Callable[[], None],
    ) -> None:
        self.port = port
        self.respond = respond
        self.tls = tls
        self.alerted = alerted
        self._sockets = _bind(host, port)
        self._room = threading.BoundedSemaphore(MOST)
        self._busy: set[threading.Thread] = set()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._accept, daemon=True, name="sign-in")
        self._thread.start()

    def close(self) -> None:
        """Stop listening, once the pages that were being sent have left."""
        self._closing.set()
        self._thread.join(FAREWELL)
        for listening in self._sockets:
            listening.close()
        for thread in list(self._busy):
            thread.join(FAREWELL)

    def _accept(self) -> None:
        with selectors.DefaultSelector() as selector:
            for listening in self._sockets:
                selector.register(listening, selectors.EVENT_READ)
            while not self._closing.is_set():
                for key, _ in selector.select(timeout=0.1):
                    self._take(key.fileobj)  # type: ignore[arg-type]

    def _take(self, listening: socket.socket) -> None:
        with suppress(OSError):  # the peer may be gone again
            connection, _ = listening.accept()
            if not self._room.acquire(blocking=False):
                connection.close()
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            connection.settimeout(LIMIT)
            with connection, suppress(OSError):
                self._talk(connection)
        finally:
            self._busy.discard(threading.current_thread())
            self._room.release()

    def _talk(self, connection: socket.socket) -> None:
        """Answer one request, in TLS when the first byte says so."""
        first = connection.recv(1, socket.MSG_PEEK)
        if not first:
            return
        if first[0] != TLS_HANDSHAKE:
            self._answer(connection)
            return
        try:
            with self.tls().wrap_socket(connection, server_side=True) as secure:
                self._answer(secure)
        except ssl.SSLError as error:
            if "ALERT" in str(error).upper():
                self.alerted()

    def _answer(self, connection: socket.socket) -> None:
        asked = wire.read(connection)
        if asked is None:
            page = Page(400)
        elif not wire.is_local(asked, self.port):
            page = Page(403, text="This address is only for the sign-in on this machine.")
        else:
            self._busy.add(threading.current_thread())
            page = self.respond(asked)
        connection.sendall(page.encode())
        # Closing at once could cut off a page that the peer has not read yet.
        with suppress(OSError):
            connection.shutdown(socket.SHUT_WR)


def _bind(host: str, port: int) -> list[socket.socket]:
    """Listen for ``localhost`` on both loopback addresses, else on the one named.

    Raises PortTaken. The sockets stay bound from here on, so no other program can come between.
    """
    wanted = ["127.0.0.1", "::1"] if host == "localhost" else [host]
    sockets: list[socket.socket] = []
    try:
        for address in wanted:
            try:
                sockets.append(_listening(address, port))
            except OSError as error:
                if error.errno not in ABSENT or len(wanted) == 1:
                    raise
        if not sockets:
            raise PortTaken("this machine has no loopback address")
    except OSError as error:
        for bound in sockets:
            bound.close()
        raise PortTaken(_why(error)) from error
    return sockets


def _listening(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Elsewhere it only lets a port be used again soon; on Windows it would share the port.
        option = "SO_EXCLUSIVEADDRUSE" if sys.platform == "win32" else "SO_REUSEADDR"
        listening.setsockopt(socket.SOL_SOCKET, getattr(socket, option), 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind((address, port))
        listening.listen()
    except BaseException:
        listening.close()
        raise
    return listening


def _why(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "another program uses it"
    return (error.strerror or str(error)).lower()
