"""A line to Intercom that plays a script, and a clock that only moves when somebody sleeps."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpx2 as httpx

from intercom_cli.api.client import Client
from intercom_cli.api.clock import Clock

START = 1_700_000_000.0
TOKEN = "dG9rOnNlY3JldC1vZi10ZXN0cw=="


Step = Callable[[httpx.Request], httpx.Response]


class Script(httpx.BaseTransport):
    """Answers requests in the order written; refuses more, and knows whether all were used.

    Where it ``replays``, a request that comes again after the end is answered as it was before: a
    list that did not change meanwhile.
    """

    def __init__(self, *, replays: bool = False) -> None:
        self.steps: list[Step] = []
        self.requests: list[httpx.Request] = []
        self.replays = replays
        self.played: dict[tuple[str, str, bytes], Step] = {}

    def answer(
        self,
        status: int = 200,
        body: Any = None,
        headers: dict[str, str] | None = None,
        *,
        text: str | bytes | None = None,
    ) -> Script:
        content, kind = text or b"", "text/html"
        if body is not None:
            content, kind = json.dumps(body, separators=(",", ":")), "application/json"
        headers = {"Content-Type": kind, **(headers or {})} if content else headers
        self.steps.append(lambda _: httpx.Response(status, headers=headers, content=content))
        return self

    def fail(self, error: Exception) -> Script:
        def step(_: httpx.Request) -> httpx.Response:
            raise error

        self.steps.append(step)
        return self

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        asked = (request.method, str(request.url), request.content)
        if not self.steps and self.replays and asked in self.played:
            return self.played[asked](request)
        assert self.steps, f"unexpected request: {request.method} {request.url}"
        step = self.played[asked] = self.steps.pop(0)
        return step(request)

    @property
    def sent(self) -> list[str]:
        return [f"{r.method} {r.url.raw_path.decode()}" for r in self.requests]

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(r.content) for r in self.requests if r.content]


class Hours:
    """Time that passes only in sleep; threads that sleep together wake together."""

    def __init__(self, start: float = START, chance: float = 0.0) -> None:
        self.time = start
        self.slept = 0.0
        self.lock = threading.Lock()
        self.clock = Clock(now=lambda: self.time, sleep=self.sleep, chance=lambda: chance)

    def sleep(self, seconds: float) -> None:
        until = self.time + seconds
        with self.lock:
            self.slept += max(0.0, until - self.time)
            self.time = max(self.time, until)


class Line:
    """A client on a script, and what it said to the person."""

    def __init__(self, script: httpx.BaseTransport, hours: Hours, **options: Any) -> None:
        self.notices: list[str] = []
        self.trace: list[str] = []
        given: dict[str, Any] = {
            "base_url": "https://api.intercom.io",
            "token": lambda: TOKEN,
            "version": "2.16",
            "transport": script,
            "notice": self.notices.append,
            "trace": self.trace.append,
            "clock": hours.clock,
            "environ": {},
        }
        self.client = Client(**given | options)


def contact(number: int) -> dict[str, Any]:
    made = int(START) - number
    return {
        "type": "contact",
        "id": f"{number:024x}",
        "name": f"Person {number}",
        "created_at": made,
    }


def listing(numbers: Iterable[int], *, key: str = "data", **around: Any) -> dict[str, Any]:
    return {"type": "list", key: [contact(number) for number in numbers], **around}


def numbers_of(rows: Iterable[bytes]) -> list[int]:
    return [int(json.loads(row)["id"], 16) for row in rows]
