"""Receive notifications: as an ASGI app that refuses what is not signed, too large or nonsense."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from intercom_cli.events import encoding, signing
from intercom_cli.events.notification import Malformed, Notification, read
from intercom_cli.events.seen import Seen
from intercom_cli.events.topics import Chosen
from intercom_cli.serving import Receive, Scope, Send

MOST = 5 << 20  # bytes of one body; Intercom's are far smaller
MOST_AT_ONCE = 64 << 20  # bytes of all bodies that are being received
BODY_SECONDS = 10.0
LINGER_SECONDS = 2.0  # to let a sender read that its body is too large, before it is cut off
LINGER_BYTES = 16 << 20
NONCE = "x-intercom-cli"
METHODS = "HEAD, POST"


class Refusal(Exception):
    """A request that is not taken: its status, and why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Gone(Exception):
    """Whoever sent the request left before its end."""


class Counts:
    """What came so far."""

    def __init__(self) -> None:
        self.taken = self.again = self.unasked = self.refused = 0


class Rules(NamedTuple):
    """What is taken: under which path, signed with which secret, of which topics.

    Without a secret nothing is verified. ``nonce`` tells this server from any other.
    """

    path: str
    secret: str | None
    topics: Chosen
    nonce: str


class Receiver:
    """Takes notifications and gives them away; answers at once, whatever is done with them."""

    def __init__(
        self,
        rules: Rules,
        *,
        has_room: Callable[[int], bool],
        give: Callable[[Notification], None],
        tell: Callable[[str], None],
    ) -> None:
        """Use ``give`` for each that is new; ``tell`` says in a line what was refused."""
        self.rules = rules
        self.has_room = has_room
        self.give = give
        self.tell = tell
        self.seen = Seen()
        self.counts = Counts()
        self.arriving = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            status, why = await self.answered(scope, receive)
        except Refusal as refusal:
            status, why = refusal.status, refusal.why
            if scope["method"] == "POST":
                self.counts.refused += 1
                self.tell(f"refused with {status}: {why}")
        except Gone:
            return
        await self.respond(scope, receive, send, status, why)

    async def answered(self, scope: Scope, receive: Receive) -> tuple[int, str]:
        """The status for a request, and a word. Raises Refusal."""
        if scope["path"] != self.rules.path:
            raise Refusal(404, f"nothing is at {scope['path']}")
        if scope["method"] == "HEAD":
            return 200, ""
        if scope["method"] != "POST":
            raise Refusal(405, f"{scope['method']} is not taken")
        headers = {name.decode("latin-1"): v.decode("latin-1") for name, v in scope["headers"]}
        if self.rules.secret is None and "origin" in headers:
            # Any page in the person's browser could send this, and nothing else would stop it.
            raise Refusal(403, "a web page sent it")
        return self.take(await self.body_of(headers, receive), headers)

    async def body_of(self, headers: dict[str, str], receive: Receive) -> bytes:
        """The whole body. Raises Refusal for one that is too long, or too slow."""
        told = headers.get("content-length", "0")
        if told.isdigit() and int(told) > MOST:
            raise Refusal(413, f"a body of {int(told):,} bytes is too large")
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(BODY_SECONDS):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise Gone
                    part = message.get("body", b"")
                    parts.append(part)
                    size += len(part)
                    self.arriving += len(part)
                    if size > MOST:
                        raise Refusal(413, f"a body of more than {MOST:,} bytes is too large")
                    if self.arriving > MOST_AT_ONCE:
                        raise Refusal(503, "too much arrives at once")
                    if not message.get("more_body"):
                        return b"".join(parts)
        except TimeoutError as error:
            raise Refusal(408, "a body did not come to its end in time") from error
        finally:
            self.arriving -= size

    def take(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Verify a body and give it away, unless it came before. Raises Refusal."""
        content = content_of(body, headers)
        if self.rules.secret is not None:
            try:
                signing.verify((body, content), headers, self.rules.secret)
            except signing.Unverified as error:
                raise Refusal(401, f"{error}; {len(body):,} bytes") from error
        try:
            notification = read(content, time.time())
        except Malformed as error:
            if self.rules.secret is not None and signing.BODY in headers:
                self.tell(f"a signed request that is no notification: {len(body):,} bytes")
                return 200, "ok"
            raise Refusal(400, f"a body that is no notification: {error}") from error
        if notification.id in self.seen:
            self.counts.again += 1
            return 200, "again"
        if notification.topic not in self.rules.topics:
            self.counts.unasked += 1
            return 200, "not asked for"
        self.hand_over(notification)
        return 200, "ok"

    def hand_over(self, notification: Notification) -> None:
        """Give a new one away. Raises Refusal while that is not possible: it will come again."""
        if not self.has_room(len(notification.body)):
            raise Refusal(503, "too many wait to be delivered")
        try:
            self.give(notification)
        except OSError as error:
            raise Refusal(500, f"it cannot be recorded: {error.strerror or error}") from error
        self.seen.add(notification.id)
        self.counts.taken += 1

    async def respond(
        self, scope: Scope, receive: Receive, send: Send, status: int, why: str
    ) -> None:
        """Answer; who still sends a body may read the answer before the connection closes."""
        content = b"" if scope["method"] == "HEAD" else why.encode() + b"\n"
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(content)).encode()),
        ]
        if scope["path"] == self.rules.path:
            headers.append((NONCE.encode(), self.rules.nonce.encode()))
        more = {
            405: (b"allow", METHODS.encode()),
            415: (b"accept-encoding", encoding.CODINGS[0].encode()),
            503: (b"retry-after", b"60"),
            413: (b"connection", b"close"),
            408: (b"connection", b"close"),
        }
        headers += [more[status]] if status in more else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        if status == 413:  # noqa: PLR2004 - the body is too large
            await send({"type": "http.response.body", "body": content, "more_body": True})
            await linger(receive)
            content = b""
        await send({"type": "http.response.body", "body": content})


def content_of(body: bytes, headers: dict[str, str]) -> bytes:
    """A body as it was before it was compressed. Raises Refusal where it cannot be read."""
    coding = headers.get("content-encoding", "").strip().lower()
    if not encoding.is_known(coding):
        raise Refusal(415, f"Content-Encoding {coding!r} is not supported")
    try:
        return encoding.decode(body, coding, MOST)
    except encoding.TooLarge as error:
        raise Refusal(413, f"a body of more than {MOST:,} bytes is too large") from error
    except encoding.Undecodable as error:
        raise Refusal(400, f"a body that is no notification: {error}") from error


async def linger(receive: Receive) -> None:
    """Let the rest of a body pass by for a moment."""
    size = 0
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGER_SECONDS):
            while size < LINGER_BYTES:
                message = await receive()
                size += len(message.get("body", b""))
                if message["type"] == "http.disconnect" or not message.get("more_body"):
                    return
