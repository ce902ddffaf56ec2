"""The sandbox inside this process, for an HTTP client: no server, no socket."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import httpx2 as httpx

from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.core import Sandbox
from intercom_cli.sandbox.options import Options
from intercom_cli.sandbox.store import unusable


class SandboxTransport(httpx.BaseTransport):
    """A transport that hands each request to the workspace in a database file.

    The workspace opens with the first request, so that a client that sends none costs nothing.
    """

    def __init__(self, database: Path | str, *, options: Options | None = None) -> None:
        self.database = database
        self.options = options
        self._sandbox: Sandbox | None = None
        self._opening = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request as the server would."""
        try:
            answer = self.sandbox().handle(call_of(request))
        except sqlite3.Error as error:  # a full disk, or a file that was taken away
            raise unusable(self.database, error) from error
        time.sleep(answer.delay)
        return response_of(answer, request)

    def sandbox(self) -> Sandbox:
        """The workspace, opened once."""
        with self._opening:
            if self._sandbox is None:
                self._sandbox = Sandbox(self.database, options=self.options)
            return self._sandbox

    def close(self) -> None:
        """Let go of the workspace."""
        if self._sandbox is not None:
            self._sandbox.close()
            self._sandbox = None


def call_of(request: httpx.Request) -> Call:
    """The request as the workspace takes it."""
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Call(request.method, path, query, headers, request.read(), request.url.scheme)


def response_of(answer: Answer, request: httpx.Request) -> httpx.Response:
    """The answer as the client takes it; a broken connection becomes the error it would be."""
    if answer.ending == "closed":
        message = "Server disconnected without sending a response."
        raise httpx.RemoteProtocolError(message, request=request)
    if answer.ending == "cut":
        message = "peer closed connection without sending complete message body"
        raise httpx.RemoteProtocolError(message, request=request)
    return httpx.Response(
        answer.status, headers=dict(answer.headers), content=answer.body, request=request
    )
