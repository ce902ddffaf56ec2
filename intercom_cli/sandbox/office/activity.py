"""The log of what admins did: written by what they do, read by time and type."""

from __future__ import annotations

import uuid
from typing import Any

from intercom_cli.sandbox import document_lists, documents, fields, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.office.activity_types import LISTED, TYPES
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.values import Unfit
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit, whole
from intercom_cli.sandbox.workspace import ME

KIND = "activity_log"
SIZE = 20
MOST = 250
CREATED = "json_extract(body, '$.created_at')"
TYPE = "json_extract(body, '$.activity_type')"
CALLER = "127.0.0.1"


def note(visit: Visit, kind: str, what: str, **metadata: Any) -> None:
    """Write down what the token's admin just did."""
    (row,) = visit.store.rows("SELECT id, name, email FROM admins WHERE id = ?", (ME,))
    entry = record(kind, row, f"{row['name']} {what}.", visit.now, metadata)
    documents.add(visit.store, KIND, {"id": str(uuid.uuid4()), **entry})


def record(kind: str, admin: Any, told: str, moment: int, metadata: dict[str, Any]) -> Record:
    """An entry of the log, still without an id."""
    performer = {"type": "admin", "id": admin["id"], "email": admin["email"], "ip": CALLER}
    return {
        "performed_by": performer,
        "metadata": metadata,
        "created_at": moment,
        "activity_type": kind,
        "activity_description": told,
    }


def list_logs(visit: Visit) -> Answer:
    """List what was done between two times, the latest first, by page.

    The description names no page; public clients follow ``pages.next``, an address.
    """
    after = moment(visit, "created_at_after")
    if after is None:
        raise missing("created_at_after not specified")
    chosen = between(after, moment(visit, "created_at_before"))
    page, size = visit.number("page", 1), visit.number("per_page", SIZE, most=MOST)
    return page_of(visit, chosen, page=page, size=size)


def moment(visit: Visit, name: str) -> int | None:
    """A Unix time of the query, if there is one."""
    given = visit.call.parameter(name)
    if not given:
        return None
    try:
        return values.moment(int(given))
    except ValueError as error:
        raise invalid(f"{name} must be a Unix timestamp", name) from error


def type_of(value: Any) -> str:
    """A type of entry; the platform may be more patient with those it does not know."""
    if not isinstance(value, str) or value not in TYPES:
        raise Unfit(f"must hold known event types: {value} is none")
    return value


CHECKS: dict[str, values.Check] = {
    "created_at_after": values.moment,
    "created_at_before": values.moment,
    "event_types": fields.many(type_of),
}


def search(visit: Visit) -> Answer:
    """List what was done between two times, of some types only; the page stands in the body."""
    sent = visit.body()
    if "created_at_after" not in sent:
        raise missing("created_at_after not specified")
    given = values.check(sent, CHECKS)
    chosen = between(given["created_at_after"], given.get("created_at_before"))
    kinds = given.get("event_types")
    if kinds:
        marks = ", ".join("?" * len(kinds))
        sql, also = f"({chosen.sql}) AND {TYPE} IN ({marks})", (*chosen.values, *kinds)
        chosen = Query(KIND, sql=sql, values=also, order=CREATED, ascending=False)
    page = whole(sent.get("page", 1), "page")
    size = whole(sent.get("per_page", SIZE), "per_page", most=MOST)
    return page_of(visit, chosen, page=page, size=size)


def between(after: int, before: int | None) -> Query:
    """The entries from one time to another, both included."""
    sql, given = f"{CREATED} >= ?", [after]
    if before is not None:
        sql, given = f"{sql} AND {CREATED} <= ?", [after, before]
    return Query(KIND, sql=sql, values=given, order=CREATED, ascending=False)


def page_of(visit: Visit, query: Query, *, page: int, size: int) -> Answer:
    """A page of the log; it says how many pages there are, and not how many entries."""
    total = documents.count(visit.store, query)
    found = documents.every(visit.store, query, limit=size, offset=(page - 1) * size)
    more = page * size < total
    pages = {
        "type": "pages",
        "next": document_lists.address(visit, page=page + 1, per_page=size) if more else None,
        "page": page,
        "per_page": size,
        "total_pages": -(-total // size),
    }
    return reply({"type": "activity_log.list", "pages": pages, "activity_logs": found})


def list_types(visit: Visit) -> Answer:  # noqa: ARG001 - every handler is given the visit
    """List the types an entry may have."""
    return reply({"type": "activity_log_event_type.list", "event_types": list(LISTED)})


routes = (
    Route("GET", "/admins/activity_logs", list_logs, reads=True),
    Route("POST", "/admins/activity_logs/search", search, V2_16, reads=True),
    Route("GET", "/admins/activity_log_event_types", list_types, V2_16, reads=True),
)
