"""Intercom's lists while other programs write: after each page records come, change and go.

It knows which records were there all along. Lists are cut by places, as numbered pages are, or by
the value they are sorted by, as cursors are; orders are those of the platform: the latest activity
first, unless another order is asked for and kept.
"""

from __future__ import annotations

import json
import random
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

import httpx2 as httpx

START = 1_700_000_000
Row = dict[str, Any]


class Churn(NamedTuple):
    """What happens after each page: so many updates, deletes and inserts.

    ``until`` is the page after which nothing happens any more. ``unread`` has it hit, where it can,
    records that were not sent yet: the worst for who reads.
    """

    updates: int = 0
    deletes: int = 0
    inserts: int = 0
    until: int = 10**9
    unread: bool = False


class Server(httpx.BaseTransport):
    """One noun's lists on a moving store."""

    def __init__(
        self,
        count: int,
        churn: Churn,
        *,
        seed: int = 1,
        key: str = "data",
        type_: str = "contact",
        order: str = "updated_at",
        rising: bool = False,
        obeys: bool = True,
        scrolls: str = "open",
        by_place: bool = False,
        style: str = "",
        most: int = 150,
    ) -> None:
        self.random = random.Random(seed)
        self.churn = churn
        self.key, self.type = key, type_
        self.order, self.rising = order, rising
        self.obeys, self.scrolls, self.by_place, self.most = obeys, scrolls, by_place, most
        self.style = style
        self.now = START + count
        self.rows: dict[str, Row] = {}
        self.made = 0
        for number in range(count):
            self.insert(START + number)
        self.there = set(self.rows)
        self.touched: list[str] = []
        self.sent: set[str] = set()
        self.pages = 0
        self.scrolled: list[str] = []

    def insert(self, moment: int) -> None:
        self.made += 1
        id = f"{self.made:06d}"
        times = dict.fromkeys(("created_at", "updated_at", "last_request_at"), moment)
        self.rows[id] = {"type": self.type, "id": id, "name": f"n{id}", **times}

    def happen(self) -> None:
        """Let other programs write."""
        if self.pages > self.churn.until:
            return
        for _ in range(self.churn.updates):
            self.now += 1
            row = self.rows[self.some()]
            row["updated_at"] = row["last_request_at"] = self.now
        for _ in range(self.churn.deletes):
            gone = self.some()
            del self.rows[gone]
            self.there.discard(gone)
        for _ in range(self.churn.inserts):
            self.now += 1
            self.insert(self.now)

    def some(self) -> str:
        if self.churn.unread:
            for _ in range(30):
                id = self.random.choice(list(self.rows))
                if id not in self.sent:
                    return id
        return self.random.choice(list(self.rows))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        query = dict(parse_qsl(request.url.query.decode()))
        path = request.url.path
        self.url = f"https://api.intercom.io{path}"
        if path == "/me":
            return httpx.Response(
                200, json={"type": "admin", "id": "1", "app": {"timezone": "UTC"}}
            )
        if path.endswith("/scroll"):
            return self.scroll(query)
        body = json.loads(request.content) if request.content else {}
        paging = body.get("pagination") or {}
        size = int(query.get("per_page") or paging.get("per_page") or body.get("per_page") or 10)
        sort = body.get("sort") or {}
        field = sort.get("field", self.order) if self.obeys else self.order
        rising = sort.get("order", "") == "ascending" if sort and self.obeys else self.rising
        rows = sorted(
            self.rows.values(), key=lambda row: (row[field], row["id"]), reverse=not rising
        )
        if (page := query.get("page") or body.get("page")) or self.numbered(path):
            return self.by_number(rows, int(page or 1), min(size, self.most))
        cursor = query.get("starting_after") or paging.get("starting_after") or query.get("cursor")
        return self.by_cursor(rows, cursor, min(size, self.most), field, rising=rising)

    def numbered(self, path: str) -> bool:
        if self.style:
            return self.style in {"page", "flat"}
        return path.split("/")[1] not in {"contacts", "conversations", "tickets", "macros"}

    def by_number(self, rows: list[Row], page: int, size: int) -> httpx.Response:
        found = rows[(page - 1) * size : page * size]
        last = -(-len(rows) // size)
        pages = {"type": "pages", "page": page, "per_page": size, "total_pages": last}
        around = pages if self.style == "flat" else {}
        return self.reply(found, len(rows), None if around else pages, **around)

    def by_cursor(
        self, rows: list[Row], cursor: str | None, size: int, field: str, *, rising: bool
    ) -> httpx.Response:
        total = len(rows)
        place = 0
        if cursor and self.by_place:
            place = int(cursor)
            rows = rows[place:]
        elif cursor:
            after = tuple(json.loads(cursor))
            beyond = [row for row in rows if ((row[field], row["id"]) > after) is rising]
            rows = [row for row in beyond if (row[field], row["id"]) != after]
        found, rest = rows[:size], rows[size:]
        pages: dict[str, Any] = {"type": "pages", "per_page": size, "next": None}
        if self.style == "has_more":
            mark = json.dumps([found[-1][field], found[-1]["id"]]) if rest else None
            return self.reply(found, total, None, has_more=bool(rest), next_cursor=mark)
        if rest:
            mark = (
                str(place + size)
                if self.by_place
                else json.dumps([found[-1][field], found[-1]["id"]])
            )
            pages["next"] = {"page": 2, "starting_after": mark}
            if self.style == "url":
                pages["next"] = f"{self.url}?{urlencode({'starting_after': mark})}"
        return self.reply(found, total, pages)

    def scroll(self, query: dict[str, str]) -> httpx.Response:
        refused = {"taken": (400, "scroll_exists"), "gone": (404, "not_found")}.get(self.scrolls)
        if refused:
            errors = [{"code": refused[1], "message": "No."}]
            return httpx.Response(refused[0], json={"type": "error.list", "errors": errors})
        if "scroll_param" not in query:
            self.scrolled = list(self.rows)
        taken, self.scrolled = self.scrolled[:100], self.scrolled[100:]
        found = [self.rows[id] for id in taken if id in self.rows]
        reply = self.reply(found, None, None)
        body = json.loads(reply.content)
        return httpx.Response(200, json={**body, "scroll_param": "p"})

    def reply(self, rows: list[Row], total: int | None, pages: Any, **more: Any) -> httpx.Response:
        told = [dict(row) for row in rows]
        self.sent |= {row["id"] for row in told}
        self.pages += 1
        self.happen()
        body: Any = told
        for name in reversed(self.key.split(".")):
            body = {name: body}
        around = {"type": "list", "total_count": total, "pages": pages, **more}
        return httpx.Response(200, json={**around, **body})
