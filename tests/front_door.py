"""Run the whole program inside the test: words in; code, stdout, stderr and requests out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2 as httpx

from intercom_cli.app import main
from intercom_cli.sandbox.core import Options
from intercom_cli.sandbox.transport import SandboxTransport
from intercom_cli.streams import Streams

TOKEN = "dG9rOnNhbmRib3g="


@dataclass
class Ran:
    """What one run of the program did."""

    code: int
    bytes: bytes
    err: str
    requests: list[httpx.Request] = field(default_factory=list)

    @property
    def out(self) -> str:
        return self.bytes.decode("utf-8")

    @property
    def rows(self) -> list[Any]:
        """Stdout as NDJSON; only a line feed ends a line, for JSON may hold other separators."""
        return [json.loads(line) for line in self.bytes.split(b"\n") if line]

    @property
    def json(self) -> Any:
        """Stdout as one JSON document."""
        return json.loads(self.bytes)

    @property
    def error(self) -> dict[str, Any]:
        """The one error on stderr, told as JSON."""
        lines = [line for line in self.err.splitlines() if line.startswith('{"error"')]
        assert len(lines) == 1, self.err
        found: dict[str, Any] = json.loads(lines[0])["error"]
        return found

    def ok(self) -> Ran:
        assert self.code == 0, f"exit {self.code}\n{self.out[:2000]}\n{self.err}"
        return self

    def sent(self) -> list[str]:
        """Each request as its method and target."""
        return [f"{r.method} {r.url.raw_path.decode()}" for r in self.requests]

    def bodies(self) -> list[Any]:
        """Each request's JSON body, None where it had none."""
        return [json.loads(r.content) if r.content else None for r in self.requests]


class Recorder(httpx.BaseTransport):
    """Passes requests on and remembers them."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return self.inner.handle_request(request)


Reply = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


PAGED = (b'"pages"', b'"has_more"', b'"total_pages"')


class Scripted(httpx.BaseTransport):
    """Gives prepared answers in order; a request beyond them fails the test.

    Only a page of a list that is asked for again after the end is as it was, for a walk over several
    pages looks at the first one again.
    """

    def __init__(self, replies: Iterable[Reply]) -> None:
        self.replies = list(replies)
        self.pages: dict[tuple[str, str, bytes], httpx.Response] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = (request.method, str(request.url), request.content)
        if not self.replies and asked in self.pages:
            return self.pages[asked]
        assert self.replies, f"unexpected request: {request.method} {request.url}"
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, httpx.Response):
            if reply.is_closed and any(mark in reply.content for mark in PAGED):
                self.pages[asked] = reply
            return reply
        return reply(request)


class Unreachable(httpx.BaseTransport):
    """Fails the test when anything is sent."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"nothing may be sent, but {request.method} {request.url} was")


@dataclass
class FrontDoor:
    """The program with a configuration of its own and, unless told otherwise, a sandbox."""

    config: Path
    inner: httpx.BaseTransport
    environ: dict[str, str] = field(default_factory=dict)

    def __call__(
        self,
        *words: str,
        stdin: str = "",
        terminal: bool = False,
        transport: httpx.BaseTransport | None = None,
        **environ: str,
    ) -> Ran:
        recorder = Recorder(transport or self.inner)
        out, err = io.BytesIO(), io.StringIO()
        streams = Streams(
            stdin=io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"),
            out=out,  # type: ignore[arg-type]
            err=err,
            in_is_terminal=terminal,
            out_is_terminal=terminal,
            err_is_terminal=terminal,
        )
        given = {"INTERCOM_CONFIG_DIR": str(self.config), **self.environ, **environ}
        code = main(list(words), streams=streams, environ=given, transport=recorder)
        return Ran(code, out.getvalue(), err.getvalue(), recorder.requests)

    def scripted(self, *replies: Reply, words: list[str], **environ: str) -> Ran:
        """Run against prepared answers, all of which must be asked for."""
        script = Scripted(replies)
        ran = self(*words, transport=script, **environ)
        assert not script.replies, f"{len(script.replies)} answers were never asked for"
        return ran


def answer(body: Any = None, status: int = 200, **headers: str) -> httpx.Response:
    """A JSON answer; header names have underscores for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is None:
        return httpx.Response(status, headers=named)
    return httpx.Response(status, headers=named, json=body)


def refusal(status: int, code: str = "any", message: str = "No.", **headers: str) -> httpx.Response:
    """An error in Intercom's own shape."""
    body = {
        "type": "error.list",
        "request_id": "b68959ea-6328-4f70-83cb-e7913dba1542",
        "errors": [{"code": code, "message": message}],
    }
    return answer(body, status, **headers)


def sandbox(path: Path | str = ":memory:", **options: Any) -> SandboxTransport:
    """A sandbox in this process."""
    return SandboxTransport(path, options=Options(**options))


def connected(config: Path, name: str = "sandbox", **more: str) -> None:
    """Write down a connected sandbox workspace, as ``connect --sandbox`` does."""
    config.mkdir(parents=True, exist_ok=True)
    lines = [f'workspace = "{name}"', f"[workspaces.{name}]", 'kind = "sandbox"']
    lines += ['timezone = "America/New_York"', *(f'{k} = "{v}"' for k, v in more.items())]
    (config / "config.toml").write_text("\n".join(lines) + "\n")
