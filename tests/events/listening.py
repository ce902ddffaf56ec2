"""What tests of webhooks share: listen as a process, a sender, and a target that may fail."""

from __future__ import annotations

import hashlib
import hmac
import json
import shlex
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from real_process import INTERCOM, PLENTY, environment

SECRET = "a-client-secret"


def notification(number: int = 1, topic: str = "contact.user.created", **item: Any) -> bytes:
    """A notification as Intercom would write it."""
    document = {
        "type": "notification_event",
        "app_id": "a86dr8yl",
        "id": f"notif_{number}",
        "self": None,
        "created_at": 1662000000,
        "topic": topic,
        "delivery_attempts": 1,
        "first_sent_at": 1662000000,
        "data": {
            "type": "notification_event_data",
            "item": {"type": "contact", "id": f"c{number}", **item},
        },
    }
    return json.dumps(document).encode()


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    digest = hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()
    return {"X-Hub-Signature": f"sha1={digest}", "Content-Type": "application/json"}


@dataclass
class Target:
    """Where things are forwarded to; ``status`` decides what it answers."""

    status: Callable[[bytes], int] = lambda _: 200
    got: list[tuple[bytes, dict[str, str]]] = field(default_factory=list)
    url: str = ""

    @property
    def bodies(self) -> list[bytes]:
        return [body for body, _ in self.got]


@contextmanager
def target(status: Callable[[bytes], int] = lambda _: 200) -> Iterator[Target]:
    found = Target(status)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            code = found.status(body)
            if code < 300:
                found.got.append((body, {k.lower(): v for k, v in self.headers.items()}))
            self.send_response(code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.url = f"http://127.0.0.1:{server.server_address[1]}/hooks"
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Listener:
    """listen in a process of its own."""

    child: subprocess.Popen[bytes]
    url: str
    said: list[str]
    rows: list[bytes]
    readers: list[threading.Thread]

    def send(
        self,
        body: bytes,
        headers: dict[str, str] | None = None,
        method: str = "POST",
        path: str | None = None,
    ) -> int:
        """Send a body, signed unless told otherwise, and give the status."""
        import http.client

        parts = urlsplit(self.url)
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PLENTY)
        try:
            given = signed(body) if headers is None else headers
            line.request(method, path or parts.path, body if method == "POST" else None, given)
            answer = line.getresponse()
            answer.read()
            return answer.status
        finally:
            line.close()

    def connect(self) -> socket.socket:
        parts = urlsplit(self.url)
        return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=PLENTY)

    def end(self, sign: int = signal.SIGINT) -> tuple[int, str, list[bytes]]:
        """Ask it to end; gives the code, all it said, and the lines of data."""
        if self.child.poll() is None:
            self.child.send_signal(sign)
        code = self.child.wait(PLENTY)
        for reader in self.readers:
            reader.join(PLENTY)
        return code, "\n".join(self.said), self.rows

    def heard(self, text: str) -> bool:
        """Wait until it says something."""
        return wait_for(lambda: any(text in line for line in self.said))


def wait_for(done: Callable[[], object]) -> bool:
    """Wait until something is so; a test that waits for what never comes fails."""
    waiting = threading.Event()
    for _ in range(PLENTY * 50):
        if done():
            return True
        waiting.wait(0.02)
    return bool(done())


@contextmanager
def listening(
    config: Path, *words: str, secret: str | None = SECRET, pipe: str = "", **environ: str
) -> Iterator[Listener]:
    """Start listen on a free port and wait until it is ready; ``pipe`` reads its data first."""
    known = {"INTERCOM_CLIENT_SECRET": secret} if secret else {}
    line = [str(INTERCOM), "listen", "--port", "0", *words]
    child = subprocess.Popen(
        ["bash", "-o", "pipefail", "-c", f"{shlex.join(line)} | {pipe}"] if pipe else line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(config, **known, **environ),
    )
    said: list[str] = []
    rows: list[bytes] = []

    def read(stream: Any, keep: Callable[[bytes], None]) -> None:
        with stream:
            for line in stream:
                keep(line.rstrip(b"\n"))

    readers = [
        threading.Thread(target=read, args=(child.stdout, rows.append)),
        threading.Thread(target=read, args=(child.stderr, lambda x: said.append(x.decode()))),
    ]
    for reader in readers:
        reader.start()
    try:
        assert wait_for(lambda: child.poll() is not None or ready(said)), said
        yield Listener(child, ready(said), said, rows, readers)
    finally:
        if child.poll() is None:
            child.kill()
        child.wait(PLENTY)
        for reader in readers:
            reader.join(PLENTY)


def ready(said: list[str]) -> str:
    """The address it said it is ready at."""
    for line in list(said):
        if line.startswith('{"ready"'):
            return str(json.loads(line)["ready"]["url"])
        if "Ready at " in line:
            return line.split("Ready at ")[1].strip()
    return ""
