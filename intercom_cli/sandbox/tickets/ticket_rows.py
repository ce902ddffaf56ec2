"""Tickets as records and as JSON, and the parts that tell what happened to them.

A ticket is a document of the kind ``ticket``; its parts are documents below it. One that is
still being made in the background has ``appears_at``, and is not there before that time.
"""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.conversations.conversation_thread import FIN
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.tickets import ticket_states, ticket_types, ticket_values
from intercom_cli.sandbox.tickets.ticket_numbers import next_number
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Visit

KIND = "ticket"
PART = "ticket_part"
THERE = "ifnull(json_extract(body, '$.appears_at'), 0) <= ?"
# Parts made through the API name the app that made them.
PACKAGE = "harbor-lights-api"
BLANK: Record = {
    "admin_assignee_id": 0,
    "team_assignee_id": 0,
    "company_id": None,
    "previous_ticket_state_id": None,
    "snoozed_until": None,
    "open": True,
    "linked": [],
    "tags": [],
    "teammate_ids": [],
}


def found(
    visit: Visit,
    identifier: str | None = None,
    message: str = "Ticket not found",
    code: str = "ticket_not_found",
) -> Record:
    """A ticket by its id, or by the path's. Raises Refusal 404."""
    wanted = visit.ids["ticket_id"] if identifier is None else identifier
    record = documents.get(visit.store, KIND, wanted)
    if record is None or record.get("appears_at", 0) > visit.now:
        raise not_found(message, code)
    return settle(record, visit.now)


def settle(record: Record, now: int) -> Record:
    """A ticket as it is by the clock: once its time is over, one put off is back."""
    until = record["snoozed_until"]
    if until is not None and until <= now:
        record["snoozed_until"] = None
    return record


def add(store: Store, wanted: Record, moment: int) -> Record:
    """Keep a new ticket, with the part that tells of its first state."""
    owner = wanted["ticket_type"]
    state = wanted.get("state") or ticket_states.of_type(store, owner["id"])[0]
    number = documents.next_id(store, "ticket_number")
    record = {
        "id": wanted.get("id") or next_number(store, KIND),
        "ticket_id": number,
        "ticket_type_id": owner["id"],
        "category": owner["category"],
        "ticket_state_id": state["id"],
        "state": state["category"],
        "created_at": moment,
        "updated_at": moment,
        "is_shared": owner["category"] == "Customer",
        **BLANK,
        **wanted["more"],
    }
    documents.add(store, KIND, record)
    category = state["category"]
    told = {"ticket_state": category, "previous_ticket_state": category}
    append(store, record, "ticket_state_updated_by_admin", FIN, moment, **told)
    return documents.save(store, KIND, record)


def append(
    store: Store, ticket: Record, kind: str, author: Record, moment: int, **more: Any
) -> Record:
    """Add a part to a ticket; the changed ticket is saved by the caller."""
    part = {
        "type": PART,
        "id": next_number(store, PART),
        "part_type": kind,
        **more,
        "created_at": moment,
        "updated_at": moment,
        "author": author,
        "attachments": more.get("attachments", []),
        "redacted": False,
        "app_package_code": PACKAGE,
    }
    documents.add(store, PART, part, parent=ticket["id"])
    ticket["updated_at"] = max(ticket["updated_at"], moment)
    if author["type"] == "admin" and author["id"] not in ticket["teammate_ids"]:
        ticket["teammate_ids"] = [*ticket["teammate_ids"], author["id"]]
    return part


def enter(store: Store, ticket: Record, state: Record, moment: int) -> None:
    """Put a ticket into a state, and tell of it; through the API that is Fin's doing."""
    told = {"ticket_state": state["category"], "previous_ticket_state": ticket["state"]}
    append(store, ticket, "ticket_state_updated_by_admin", FIN, moment, **told)
    ticket["previous_ticket_state_id"] = ticket["ticket_state_id"]
    ticket["ticket_state_id"], ticket["state"] = state["id"], state["category"]


def parts(store: Store, ticket_id: str) -> list[Record]:
    """The parts of a ticket in the order in which they came."""
    return documents.every(
        store, Query(PART, parent=ticket_id, order="json_extract(body, '$.created_at')")
    )


def shape(visit: Visit, record: Record) -> dict[str, Any]:
    """A ticket as JSON, with its type, its contacts and all its parts.

    Before 2.16 assignees are text, and the state before this one is not told.
    """
    store = visit.store
    settle(record, visit.now)
    owner = documents.get(store, ticket_types.KIND, record["ticket_type_id"]) or {}
    known = ticket_types.attributes(store, owner["id"])
    state = documents.get(store, ticket_states.KIND, record["ticket_state_id"]) or {}
    told = parts(store, record["id"])
    shown = {
        "type": KIND,
        "id": record["id"],
        "ticket_id": record["ticket_id"],
        "ticket_attributes": ticket_values.shape(known, record["attributes"]),
        "ticket_state": ticket_states.shape(state),
        "ticket_type": ticket_types.shape(store, owner),
        "contacts": {"type": "contact.list", "contacts": contacts(store, record["contacts"])},
        "ticket_parts": {"type": f"{PART}.list", "ticket_parts": told, "total_count": len(told)},
        "linked_objects": linked(record),
        **{name: record[name] for name in SHOWN},
    }
    if record["snoozed_until"] is not None:
        shown["snoozed_until"] = record["snoozed_until"]
    if visit.version < V2_16:
        del shown["previous_ticket_state_id"]
        shown |= {name: str(shown[name]) for name in ASSIGNEES}
    return shown


ASSIGNEES = ("admin_assignee_id", "team_assignee_id")


SHOWN = (
    *ASSIGNEES,
    "created_at",
    "updated_at",
    "open",
    "category",
    "is_shared",
    "previous_ticket_state_id",
)


def linked(record: Record) -> dict[str, Any]:
    """What a ticket is linked to."""
    found = record["linked"]
    return {"type": "list", "data": found, "total_count": len(found), "has_more": False}


def contacts(store: Store, ids: list[str]) -> list[dict[str, Any]]:
    """Contacts as a ticket names them, with the ids they have elsewhere."""
    marks = ", ".join("?" * len(ids))
    rows = store.rows(f"SELECT id, external_id FROM contacts WHERE id IN ({marks})", ids)  # noqa: S608 - marks
    known = {row["id"]: row["external_id"] for row in rows}
    return [{"type": "contact", "id": one, "external_id": known.get(one)} for one in ids]
