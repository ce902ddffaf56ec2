"""A small receiver of webhooks: it keeps what comes, and answers as it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PLENTY = 30.0


class Receiver:
    """What came in, in its order: bodies, headers and how often HEAD was asked."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.heads = 0
        self.status: Callable[[dict[str, Any]], int] = lambda _: 200
        self.extra: dict[str, str] = {}
        self.url = ""

    @property
    def seen(self) -> list[Any]:
        """What came in, decoded."""
        return [json.loads(body) for body in list(self.bodies)]

    @property
    def topics(self) -> list[str]:
        """The topics of what came in, without the sign of life."""
        return [one["topic"] for one in self.seen if one["topic"] != "ping"]

    def wait(self, enough: Callable[[], Any]) -> None:
        """Wait until something came in; fails when it never does."""
        end = time.monotonic() + PLENTY
        while not enough():
            assert time.monotonic() < end, self.topics
            time.sleep(0.01)

    def wait_for(self, *topics: str) -> None:
        """Wait for exactly these topics, in this order."""
        self.wait(lambda: len(self.topics) >= len(topics))
        assert self.topics == list(topics), self.topics

    def item(self, topic: str) -> Any:
        """What the last notification of a topic is about."""
        self.wait(lambda: topic in self.topics)
        return [one for one in self.seen if one["topic"] == topic][-1]["data"]["item"]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver on a free port of this machine."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            receiver.heads += 1
            self.send_response(200)
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = receiver.status(json.loads(body))
            receiver.headers.append({name.lower(): text for name, text in self.headers.items()})
            receiver.bodies.append(body)
            self.send_response(status)
            for name, text in receiver.extra.items():
                self.send_header(name, text)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    receiver.url = f"http://127.0.0.1:{server.server_address[1]}/hooks?a=b"
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join(PLENTY)
