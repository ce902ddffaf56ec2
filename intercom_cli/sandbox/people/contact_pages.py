"""Pages of contacts: any condition, any order, as fast at the end as at the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.paging import NOTHING, Cursor, list_answer, read_cursor
from intercom_cli.sandbox.people.contact_bodies import bodies
from intercom_cli.sandbox.visit import Visit

MOST = 150


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of an SQL statement that chooses contacts, with its values."""

    sql: str = "1"
    values: Sequence[Any] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What contacts are ordered by: an SQL expression that is never null, and the direction."""

    expression: str = "activity"
    ascending: bool = False


def contact_page(
    visit: Visit,
    condition: Condition,
    *,
    order: Order,
    size: int,
    starting_after: str | None,
) -> Answer:
    """One page, from the cursor on.

    Lists come by last activity, newest first, as the platform documents; so they shift while
    contacts are active, and a record can be seen twice or missed.
    """
    cursor = read_cursor(starting_after)
    found = numbers(visit, condition, order=order, size=size + 1, cursor=cursor)
    shown, more = found[:size], len(found) > size
    page = 1 if cursor is None else cursor.page
    following: Any = NOTHING
    if more:
        last = Cursor(shown[-1]["value"], shown[-1]["id"], page + 1)
        following = {"page": page + 1, "starting_after": last.encode()}
    rendered = bodies(
        visit.store,
        [row["seq"] for row in shown],
        visit.version,
        history=visit.flag("include_merge_history"),
    )
    total = visit.store.count(
        f"SELECT count(*) FROM contacts WHERE state = 'live' AND ({condition.sql})",  # noqa: S608 - compiled
        condition.values,
    )
    return list_answer(rendered, total=total, page=page, size=size, following=following)


def numbers(
    visit: Visit, condition: Condition, *, order: Order, size: int, cursor: Cursor | None
) -> list[Any]:
    """Number, id and sort value of the contacts on a page."""
    direction, beyond = ("ASC", ">") if order.ascending else ("DESC", "<")
    after, start = "", ()  # type: tuple[str, tuple[Any, ...]]
    if cursor is not None:
        after = f"AND ({order.expression}, id) {beyond} (?, ?)"
        start = (cursor.value, cursor.id)
    return visit.store.rows(
        f"SELECT seq, id, {order.expression} AS value FROM contacts"  # noqa: S608 - compiled
        f" WHERE state = 'live' AND ({condition.sql}) {after}"
        f" ORDER BY {order.expression} {direction}, id {direction} LIMIT ?",
        (*condition.values, *start, size),
    )
