"""Pages by number for help content: told by their numbers alone, without a link to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.document_lists import MOST, Shape, page_asked
from intercom_cli.sandbox.documents import Query
from intercom_cli.sandbox.visit import Visit


def numbered(visit: Visit, query: Query, shape: Shape, *, size: int, most: int = MOST) -> Answer:
    """One page of a query. Another follows while ``page`` is below ``total_pages``."""
    shown, total, numbers = page_asked(visit, query, shape, size=size, most=most)
    pages = {"type": "pages", **numbers}
    return reply({"type": "list", "data": shown, "total_count": total, "pages": pages})


def cut(visit: Visit, rows: Sequence[Any], *, size: int) -> tuple[Sequence[Any], dict[str, Any]]:
    """One page of rows that are in hand, and what tells of it."""
    number, size = visit.number("page", 1), visit.number("per_page", size, most=MOST)
    start = (number - 1) * size
    return rows[start : start + size], page_object(number, size, len(rows))


def page_object(number: int, size: int, total: int) -> dict[str, Any]:
    """What tells of a page."""
    pages = -(-total // size)
    return {"type": "pages", "page": number, "per_page": size, "total_pages": pages}
