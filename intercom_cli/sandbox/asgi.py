"""The sandbox as an ASGI app, for any server and any client."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.core import Sandbox
from intercom_cli.serving import App, Receive, Scope, Send

Log = Callable[[str], None]


def make_app(sandbox: Sandbox, *, latency: float = 0.0, log: Log | None = None) -> App:
    """Make the app; ``latency`` in seconds is added to each answer, all of them at once.

    ``log`` takes one line a request.
    """

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        started = time.perf_counter()
        call = await call_of(scope, receive)
        answer = await asyncio.to_thread(sandbox.handle, call)
        await asyncio.sleep(latency + answer.delay)
        await respond(answer, receive, send)
        if log is not None:
            log(line(call, answer, time.perf_counter() - started))

    return app


async def call_of(scope: Scope, receive: Receive) -> Call:
    """The request as the workspace takes it, with its whole body."""
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            break
    path = scope.get("raw_path") or scope["path"].encode()
    headers = {name.decode("latin-1"): text.decode("latin-1") for name, text in scope["headers"]}
    query = scope["query_string"].decode("latin-1")
    return Call(
        scope["method"],
        path.decode("latin-1"),
        query,
        headers,
        b"".join(parts),
        scope.get("scheme", "http"),
    )


async def respond(answer: Answer, receive: Receive, send: Send) -> None:
    """Send the answer, or as much of it as its ending allows."""
    if answer.ending == "closed":
        close(receive)
        return
    length = ("content-length", str(len(answer.body)))
    headers = [(name.encode(), text.encode()) for name, text in (*answer.headers.items(), length)]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    cut = answer.ending == "cut"
    body = answer.body[: len(answer.body) // 2] if cut else answer.body
    await send({"type": "http.response.body", "body": body, "more_body": cut})
    if cut:
        close(receive)


def close(receive: Receive) -> None:
    """Close the connection under a request; ASGI has no word for it, so uvicorn is asked.

    Raises ConnectionError under other servers, which close the connection as well.
    """
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionError("The fault rule closes this connection")
    transport.close()


def line(call: Call, answer: Answer, seconds: float) -> str:
    """A request on one line."""
    target = f"{call.path}?{call.query}" if call.query else call.path
    status = answer.status if answer.ending == "whole" else answer.ending
    return f"{call.method} {target} {status} {seconds * 1000:.0f} ms"
