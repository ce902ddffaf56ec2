"""Lists of documents, in the ways Intercom cuts its lists into pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.paging import Cursor, read_cursor
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.visit import Visit

Shape = Callable[[Record], dict[str, Any]]
MOST = 150
API = "https://api.intercom.io"
INVALID_CURSOR = (
    "Invalid starting_after param."
    " Please try again using a starting_after value from a paginated response"
)


def whole(
    visit: Visit, query: Query, shape: Shape, *, rows: str = "data", type: str = "list"
) -> Answer:
    """Everything in one answer."""
    shown = [shape(record) for record in documents.every(visit.store, query)]
    return reply({"type": type, rows: shown})


def by_page(
    visit: Visit,
    query: Query,
    shape: Shape,
    *,
    size: int,
    most: int = MOST,
    rows: str = "data",
    type: str = "list",
) -> Answer:
    """One page by its number; ``pages.next`` is the address of the following one, or null."""
    shown, total, numbers = page_asked(visit, query, shape, size=size, most=most)
    number, size = numbers["page"], numbers["per_page"]
    more = number < numbers["total_pages"]
    following = address(visit, page=number + 1, per_page=size) if more else None
    pages = {"type": "pages", **numbers, "next": following}
    return reply({"type": type, rows: shown, "total_count": total, "pages": pages})


def by_flat_page(
    visit: Visit, query: Query, shape: Shape, *, size: int, most: int, type: str = "list"
) -> Answer:
    """One page by its number, with the numbers beside the rows."""
    shown, total, numbers = page_asked(visit, query, shape, size=size, most=most)
    return reply({"type": type, "data": shown, "total_count": total, **numbers})


def page_asked(
    visit: Visit, query: Query, shape: Shape, *, size: int, most: int
) -> tuple[list[dict[str, Any]], int, dict[str, int]]:
    """The rows of the page that is asked for, how many there are in all, and its numbers."""
    number, size = visit.number("page", 1), visit.number("per_page", size, most=most)
    total = documents.count(visit.store, query)
    found = documents.every(visit.store, query, limit=size, offset=(number - 1) * size)
    numbers = {"page": number, "per_page": size, "total_pages": -(-total // size)}
    return [shape(record) for record in found], total, numbers


def by_cursor(
    visit: Visit,
    query: Query,
    shape: Shape,
    *,
    size: int,
    most: int = MOST,
    rows: str = "data",
    type: str = "list",
) -> Answer:
    """One page from the query's cursor on."""
    return from_cursor(
        visit,
        query,
        shape,
        size=visit.number("per_page", size, most=most),
        starting_after=visit.call.parameter("starting_after"),
        rows=rows,
        type=type,
    )


def from_cursor(
    visit: Visit,
    query: Query,
    shape: Shape,
    *,
    size: int,
    starting_after: str | None,
    rows: str = "data",
    type: str = "list",
) -> Answer:
    """One page from a cursor on; it stays right while records come and go before it."""
    cursor = read_cursor(starting_after)
    found, following = cut(visit, query, cursor, size=size)
    total, page = documents.count(visit.store, query), 1 if cursor is None else cursor.page
    pages: dict[str, Any] = {"type": "pages", "page": page, "per_page": size}
    pages["total_pages"] = -(-total // size)
    if following is not None:
        pages["next"] = {"page": page + 1, "starting_after": following.encode()}
    shown = [shape(record) for record in found]
    return reply({"type": type, rows: shown, "total_count": total, "pages": pages})


def by_bare_cursor(visit: Visit, query: Query, shape: Shape, *, size: int, most: int) -> Answer:
    """One page from the query's cursor on, with no word about how many there are."""
    size = visit.number("per_page", size, most=most)
    cursor = read_cursor(visit.call.parameter("starting_after"), INVALID_CURSOR)
    found, following = cut(visit, query, cursor, size=size)
    next_page = None if following is None else {"starting_after": following.encode()}
    pages = {"type": "pages", "per_page": size, "next": next_page}
    return reply({"type": "list", "data": [shape(record) for record in found], "pages": pages})


def cut(
    visit: Visit, query: Query, cursor: Cursor | None, *, size: int
) -> tuple[list[Record], Cursor | None]:
    """The records of a page, and the cursor of the following one when there is one."""
    chosen = query if cursor is None else after(query, cursor)
    order = chosen.order
    way = "ASC" if chosen.ascending else "DESC"
    condition, values = chosen.where
    found = visit.store.rows(
        f"SELECT seq, {order} AS value, body FROM documents WHERE {condition}"  # noqa: S608 - compiled
        f" ORDER BY {order} {way}, seq {way} LIMIT ?",
        (*values, size + 1),
    )
    following = None
    if len(found) > size:
        last, page = found[size - 1], 1 if cursor is None else cursor.page
        following = Cursor(last["value"], str(last["seq"]), page + 1)
    return [documents.decoded(row["body"]) for row in found[:size]], following


def after(query: Query, cursor: Cursor) -> Query:
    """The rest of a query behind a cursor. Raises Refusal 400 for one of another list."""
    if not cursor.id.isdecimal():
        raise Refusal(400, Fault("client_error", INVALID_CURSOR, "starting_after"))
    beyond = ">" if query.ascending else "<"
    sql = f"({query.sql}) AND ({query.order}, seq) {beyond} (?, ?)"
    return replace(query, sql=sql, values=(*query.values, cursor.value, int(cursor.id)))


def address(visit: Visit, **changed: str | int) -> str:
    """The address of this list with some parameters changed, as ``pages.next`` holds it."""
    kept = [(name, value) for name, value in visit.call.parameters if name not in changed]
    return f"{base(visit)}{visit.call.path}?{urlencode([*kept, *changed.items()])}"


def base(visit: Visit) -> str:
    """Where this workspace is reached, as the caller sees it."""
    host = visit.call.headers.get("host")
    return f"{visit.call.scheme}://{host}" if host else API
