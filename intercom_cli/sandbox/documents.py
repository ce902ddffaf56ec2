"""Records kept whole, as JSON: what is asked for by id and in lists, and seldom by its parts.

Each has a kind ("article"), an id that is unique within its kind, and for some a parent, the id of
the record it belongs to. Members of a record are reached in SQL with ``json_extract(body, …)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Visit

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """Which records of a kind: below a parent, meeting a condition, in an order.

    ``order`` is an SQL expression that is never null; ties are broken by the order of arrival.
    """

    kind: str
    parent: str | None = None
    sql: str = "1"
    values: Sequence[Any] = ()
    order: str = "seq"
    ascending: bool = True

    @property
    def where(self) -> tuple[str, tuple[Any, ...]]:
        """The condition as SQL, and its values."""
        below = "" if self.parent is None else " AND parent = ?"
        parent = () if self.parent is None else (self.parent,)
        return f"kind = ?{below} AND ({self.sql})", (self.kind, *parent, *self.values)


def add(store: Store, kind: str, record: Record, *, parent: str | None = None) -> Record:
    """Keep a new record. One without an id gets the next number of its kind, as text."""
    if "id" not in record:
        record = {"id": next_id(store, kind), **record}
    row = {"kind": kind, "id": str(record["id"]), "parent": parent, "body": encoded(record)}
    store.insert("documents", row)
    return record


def next_id(store: Store, kind: str) -> str:
    """The next free number of a kind; numbers are never given twice."""
    sql = "INSERT INTO counters VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET last = last + 1"
    store.run(sql, (kind,))
    return str(store.value("SELECT last FROM counters WHERE kind = ?", (kind,)))


def get(store: Store, kind: str, identifier: str) -> Record | None:
    """A record by its id."""
    found = store.value(
        "SELECT body FROM documents WHERE kind = ? AND id = ?", (kind, str(identifier))
    )
    return None if found is None else decoded(found)


def found(
    visit: Visit,
    kind: str,
    identifier: str,
    message: str = "Resource Not Found",
    code: str = "not_found",
) -> Record:
    """A record by its id. Raises Refusal 404 when there is none."""
    record = get(visit.store, kind, identifier)
    if record is None:
        raise not_found(message, code)
    return record


def save(store: Store, kind: str, record: Record) -> Record:
    """Keep a record as it is now."""
    sql = "UPDATE documents SET body = ? WHERE kind = ? AND id = ?"
    store.run(sql, (encoded(record), kind, str(record["id"])))
    return record


def remove(store: Store, kind: str, identifier: str) -> None:
    """Forget a record; what hangs on it is not touched."""
    store.run("DELETE FROM documents WHERE kind = ? AND id = ?", (kind, str(identifier)))


def every(store: Store, query: Query, *, limit: int = -1, offset: int = 0) -> list[Record]:
    """The records a query chooses; a negative limit means all."""
    condition, values = query.where
    way = "ASC" if query.ascending else "DESC"
    rows = store.rows(
        f"SELECT body FROM documents WHERE {condition}"  # noqa: S608 - compiled
        f" ORDER BY {query.order} {way}, seq {way} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [decoded(row[0]) for row in rows]


def count(store: Store, query: Query) -> int:
    """How many records a query chooses."""
    condition, values = query.where
    return store.count(f"SELECT count(*) FROM documents WHERE {condition}", values)  # noqa: S608 - compiled


def encoded(record: Record) -> str:
    """A record as it is kept."""
    return msgspec.json.encode(record).decode()


def decoded(body: str) -> Record:
    """A record as it was kept."""
    record: Record = msgspec.json.decode(body)
    return record
