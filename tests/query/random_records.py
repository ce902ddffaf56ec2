"""Random companies and tickets, and a server that lists them as Intercom does, without a search."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random
from typing import Any

import httpx2 as httpx

Row = dict[str, Any]
ZONES = ("Asia/Kolkata", "Australia/Lord_Howe", "America/New_York", "Europe/Dublin")
NAMES = (
    "Acme",
    "acme corp",
    "Straße",
    "Zoe\u0301",
    "Zo\u00e9",
    "null",
    "0",
    " ",
    "7",
    "true",
    'say "hi"',
    "a, (b) or c",
    "it's",
    "50% \\ off",
    "山田太郎",
)
# Names of attributes that need quotes in a path, with their types.
ATTRIBUTES = {
    "plan": "string",
    "Plan.Name": "string",
    "Est. time": "string",
    "a b": "string",
    "x[0]": "string",
    "say,so": "string",
    "it's": "string",
    "seats": "integer",
    "m.r.r": "float",
    "is trial": "boolean",
    "Renewal on": "date",
    "tiers": "options",
}
TICKET_ATTRIBUTES = {
    "Root cause": "string",
    "Est. time": "string",
    "Severity": "list",
    "Photos": "files",
    "First seen": "datetime",
    "Cost": "decimal",
    "Retries": "integer",
    "Public?": "boolean",
}
# Days on which clocks change in one of the zones, and the one that only leap years have.
DAYS = ("2026-03-08", "2025-11-02", "2026-04-05", "2025-10-05", "2026-03-29", "2024-02-29")


def borders() -> list[int]:
    """Seconds around midnights of those days, in zones from east to west."""
    found = []
    for day in DAYS:
        midnight = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
        for hours in (-11, -10.5, -5.5, -1, 0, 4, 5):
            found += [midnight + int(hours * 3600) + beside for beside in (-1, 0, 1)]
    return found


BORDERS = borders()


def a_time(random: Random) -> Any:
    """A time as answers have it: seconds, ISO text, or one of the ways to have none."""
    second = random.choice([*BORDERS, random.randint(1_700_000_000, 1_790_000_000)])
    return random.choice([second] * 8 + [iso(second), None, 0, ""])


def iso(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).isoformat()


def an_attribute(random: Random, kind: str) -> Any:
    """A value of an attribute of a type."""
    match kind:
        case "string" | "options":
            return random.choice([*NAMES, "", None])
        case "list":
            return random.choice([*NAMES[:4], "", None, []])
        case "files":
            return random.choice([None, "", [], [{"name": "a.png"}], [{"name": "b"}, {}]])
        case "integer":
            return random.choice([0, 1, 5, 50, -3, None, 12345678901234567890])
        case "float" | "decimal":
            return random.choice([0, 1.5, -2.25, 50, None])
        case "boolean":
            return random.choice([True, False, None])
        case _:
            return a_time(random)


def attributes(random: Random, kinds: dict[str, str]) -> Row:
    """Some attributes of a record; the others are absent."""
    return {
        name: an_attribute(random, kind) for name, kind in kinds.items() if random.random() < 0.85
    }


def tags(random: Random) -> Any:
    """The tags of a company."""
    names = {"1": "VIP", "2": "Do not call", "3": "vip lounge"}
    chosen = random.sample(sorted(names), random.choice([0, 0, 1, 2, 3]))
    inside = [{"type": "tag", "id": one, "name": names[one]} for one in chosen]
    return random.choice([{"type": "tag.list", "tags": inside}] * 5 + [None])


def company(random: Random, number: int) -> Row:
    """A company."""
    plan = {"type": "plan", "id": str(number % 3), "name": random.choice(["pro", "Team", "", None])}
    record = {
        "type": "company",
        "id": f"{number:024x}",
        "company_id": random.choice([f"own-{number}", f"{number:03}", str(number)]),
        "name": random.choice([*NAMES, "", None]),
        "plan": random.choice([plan, plan, plan, {}, None]),
        "size": random.choice([0, 5, 50, 500, None]),
        "monthly_spend": random.choice([0, 1, 1200, None]),
        "user_count": 1,
        "website": random.choice(["https://acme.test", "", None]),
        "industry": random.choice([*NAMES[:5], "", None]),
        "created_at": random.choice(BORDERS),
        "last_request_at": a_time(random),
        "tags": tags(random),
        "custom_attributes": attributes(random, ATTRIBUTES),
    }
    if random.random() < 0.2:
        del record["industry"]
    return record


def ticket(random: Random, number: int) -> Row:
    """A ticket."""
    return {
        "type": "ticket",
        "id": str(number + 1),
        "ticket_id": random.choice([str(number + 1), "", None]),
        "ticket_attributes": attributes(random, TICKET_ATTRIBUTES),
        "ticket_state": random.choice(
            [{"id": "1", "category": "in_progress", "internal_label": "In progress"}, None, {}]
        ),
        "is_shared": random.choice([True, False, None]),
        "previous_ticket_state_id": random.choice(["1", "0", 0, "", None, 7]),
        "created_at": random.choice(BORDERS),
        "open": True,
    }


def listed(name: str, label: str, kind: str) -> Row:
    return {"name": name, "label": label, "data_type": kind, "custom": True, "archived": False}


class Lists(httpx.BaseTransport):
    """Answers lists of companies and tickets, and what tells the types of their attributes."""

    def __init__(self, companies: list[Row], tickets: list[Row]) -> None:
        self.companies = companies
        self.tickets = tickets

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        path, query = request.url.path, dict(request.url.params)
        if path == "/companies/list":
            return page("data", self.companies)
        if path == "/companies":
            return self.by_parameter(query)
        if path == "/tickets/search":
            asked = json.loads(request.content)["query"]
            assert asked == {"field": "created_at", "operator": ">", "value": 0}, asked
            return page("tickets", self.tickets)
        if path == "/data_attributes":
            return page(
                "data", [listed(name, f"{name} (label)", k) for name, k in ATTRIBUTES.items()]
            )
        if path == "/ticket_types":
            every = [listed(name, name, kind) for name, kind in TICKET_ATTRIBUTES.items()]
            return page("data", [{"id": "1", "ticket_type_attributes": {"data": every}}])
        if path == "/tags":
            names = (("1", "VIP"), ("2", "Do not call"), ("3", "vip lounge"))
            return page("data", [{"type": "tag", "id": id, "name": name} for id, name in names])
        raise AssertionError(f"unexpected request: {request.method} {request.url}")

    def by_parameter(self, query: dict[str, str]) -> httpx.Response:
        """Companies by their name, their own id, or a tag: as they are spelt."""
        [(name, value)] = [(k, v) for k, v in query.items() if k not in {"page", "per_page"}]
        if name == "tag_id":
            found = [
                one
                for one in self.companies
                if any(tag["id"] == value for tag in (one["tags"] or {}).get("tags", ()))
            ]
        else:
            found = [one for one in self.companies if one[name] == value]
        if not found and name != "tag_id":
            errors = [{"code": "company_not_found", "message": "Company Not Found"}]
            return httpx.Response(404, json={"type": "error.list", "errors": errors})
        return page("data", found)


def page(key: str, rows: list[Row]) -> httpx.Response:
    pages = {"type": "pages", "page": 1, "per_page": 150, "total_pages": 1, "next": None}
    body = {"type": "list", key: rows, "total_count": len(rows), "pages": pages}
    return httpx.Response(200, json=body)
