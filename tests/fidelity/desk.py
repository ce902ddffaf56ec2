"""A sandbox in the hand: a clock that stands still, and calls that say what they expect."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.core import Sandbox
from intercom_cli.sandbox.options import DEFAULT_TOKEN, Options

# Tuesday 2026-03-10 12:00:05 in New York, the workspace's zone: two days after its clocks changed.
NOON = 1_773_158_405
DAY = 86_400


class Desk:
    """One workspace, and the time it thinks it is."""

    def __init__(self, *, now: float = NOON, version: str = "2.16", **options: Any) -> None:
        self.now = now
        self.version = version
        options.setdefault("contacts", 0)
        options.setdefault("rate_limit", 100_000)
        self.sandbox = Sandbox(options=Options(**options), clock=lambda: self.now)

    def call(
        self, method: str, target: str, body: Any = None, *, version: str | None = None, **more: str
    ) -> Call:
        headers = {"authorization": f"Bearer {DEFAULT_TOKEN}", "accept": "application/json"}
        headers |= {"intercom_version": version or self.version, **more}
        if body is not None:
            headers["content_type"] = "application/json"
        return Call.of(method, target, body=body, **headers)

    def handle(self, call: Call) -> Answer:
        return self.sandbox.handle(call)

    def ask(self, method: str, target: str, body: Any = None, **more: Any) -> Answer:
        return self.handle(self.call(method, target, body, **more))

    def ok(self, method: str, target: str, body: Any = None, **more: Any) -> Any:
        """The JSON of an answer that must be 200."""
        answer = self.ask(method, target, body, **more)
        assert answer.status == 200, (method, target, body, answer.status, answer.body[:600])
        return answer.json() if answer.body else None

    def refused(
        self, status: int, method: str, target: str, body: Any = None, **more: Any
    ) -> dict[str, Any]:
        """The first error of an answer that must have this status."""
        answer = self.ask(method, target, body, **more)
        assert answer.status == status, (method, target, body, answer.status, answer.body[:600])
        shown = answer.json()
        assert shown["type"] == "error.list"
        assert shown["request_id"]
        first: dict[str, Any] = shown["errors"][0]
        return first

    # What tests need all the time.

    def contact(self, **fields: Any) -> dict[str, Any]:
        made: dict[str, Any] = self.ok("POST", "/contacts", {"role": "user", **fields})
        return made

    def company(self, own_id: str, *people: dict[str, Any], **fields: Any) -> dict[str, Any]:
        body = {"company_id": own_id, "name": f"Company {own_id}", **fields}
        made: dict[str, Any] = self.ok("POST", "/companies", body)
        for person in people:
            self.ok("POST", f"/contacts/{person['id']}/companies", {"id": made["id"]})
        return made

    def search(self, query: Any, **more: Any) -> Any:
        version = more.pop("version", None)
        return self.ok("POST", "/contacts/search", {"query": query, **more}, version=version)

    def found(self, field: str, operator: str, value: Any, **more: Any) -> set[str]:
        """The names of the contacts a filter finds."""
        query = {"field": field, "operator": operator, "value": value}
        more.setdefault("pagination", {"per_page": 150})
        return {row["name"] for row in self.search(query, **more)["data"]}

    def no_search(self, query: Any, **more: Any) -> dict[str, Any]:
        """The error of a search that must be refused."""
        return self.refused(400, "POST", "/contacts/search", {"query": query}, **more)


def one(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {"field": field, "operator": operator, "value": value}


def cursor(page: Any) -> str | None:
    """Where the next page of a list starts."""
    following = page["pages"].get("next") or {}
    return following.get("starting_after")


def after(page: Any) -> str:
    """The same, ready for a query string."""
    return quote(cursor(page) or "", safe="")
