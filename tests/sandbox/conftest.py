"""A workspace of one's own for each test, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest

from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.core import Sandbox
from intercom_cli.sandbox.options import DEFAULT_TOKEN, Options

NEW_YORK = ZoneInfo("America/New_York")
NOON = int(datetime(2026, 11, 20, 12, tzinfo=NEW_YORK).timestamp())


class Clock:
    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class World:
    """A sandbox that is asked in short words."""

    def __init__(self, options: Options, clock: Clock, database: Any = ":memory:") -> None:
        self.clock = clock
        self.sandbox = Sandbox(database, options=options, clock=clock)

    def ask(self, method: str, target: str, body: Any = None, **headers: str) -> Answer:
        given = {"authorization": f"Bearer {DEFAULT_TOKEN}", **headers}
        return self.sandbox.handle(Call.of(method, target, body=body, **given))

    def get(self, target: str, **headers: str) -> Any:
        return good(self.ask("GET", target, **headers))

    def post(self, target: str, body: Any = None, **headers: str) -> Any:
        return good(self.ask("POST", target, body, **headers))

    def put(self, target: str, body: Any, **headers: str) -> Any:
        return good(self.ask("PUT", target, body, **headers))

    def delete(self, target: str, **headers: str) -> Any:
        return good(self.ask("DELETE", target, **headers))

    def refusal(
        self, method: str, target: str, body: Any = None, **headers: str
    ) -> tuple[int, str, str]:
        """Status, first code and first message of an answer that says no."""
        answer = self.ask(method, target, body, **headers)
        first = answer.json()["errors"][0]
        return answer.status, first["code"], first["message"]

    def search(self, query: Any, *, version: str = "2.16", **more: Any) -> Any:
        body = {"query": query, "pagination": {"per_page": 150}, **more}
        return self.post("/contacts/search", body, intercom_version=version)

    def all_contacts(self, size: int = 150) -> list[dict[str, Any]]:
        found, cursor = [], ""
        while True:
            page = self.get(f"/contacts?per_page={size}&starting_after={quote(cursor, safe='')}")
            found += page["data"]
            if page["pages"].get("next") is None:
                return found
            cursor = page["pages"]["next"]["starting_after"]


def good(answer: Answer) -> Any:
    assert answer.status == 200, answer.body
    return answer.json() if answer.body else None


@pytest.fixture
def make_world() -> Iterator[Callable[..., World]]:
    made: list[World] = []

    def make(clock: Clock | None = None, database: Any = ":memory:", **options: Any) -> World:
        made.append(World(Options(**{"rate_limit": 10**6, **options}), clock or Clock(), database))
        return made[-1]

    yield make
    for world in made:
        world.sandbox.close()


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    return make_world()
