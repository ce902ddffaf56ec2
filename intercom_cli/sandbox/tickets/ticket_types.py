"""Ticket types: what kinds of tickets there are, each with its attributes and states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, string
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.tickets import ticket_states
from intercom_cli.sandbox.tickets.ticket_numbers import next_number
from intercom_cli.sandbox.visit import Route, Visit

KIND = "ticket_type"
ATTRIBUTE = "ticket_type_attribute"
CATEGORIES = ("Customer", "Back-office", "Tracker")
ICON = "\U0001f39f\ufe0f"
DEFAULTS = (("_default_title_", False), ("_default_description_", True))


def category(value: Any) -> str:
    """One of the three categories."""
    if value not in CATEGORIES:
        raise values.Unfit(f"must be one of {', '.join(CATEGORIES)}")
    return str(value)


CHECKS: dict[str, values.Check] = {
    "name": values.text,
    "description": string,
    "category": category,
    "icon": values.text,
    "is_internal": boolean,
}


def list_types(visit: Visit) -> Answer:
    """List all ticket types in one answer, archived ones too."""
    found = documents.every(visit.store, Query(KIND))
    return reply({"type": "list", "data": [whole(visit.store, one) for one in found]})


def retrieve(visit: Visit) -> Answer:
    """Show one ticket type."""
    return reply(whole(visit.store, named(visit)))


def create(visit: Visit) -> Answer:
    """Make a ticket type; it starts with a title, a description and the common states."""
    sent = visit.body()
    if "name" not in sent:
        raise missing("name not specified")
    return reply(whole(visit.store, add(visit.store, values.check(sent, CHECKS), visit.now)))


def update(visit: Visit) -> Answer:
    """Change what is sent of a ticket type.

    A category stays once there are tickets: theirs could not follow. The platform does not say
    what it does then, so it is refused here.
    """
    before = named(visit)
    changes = values.check(visit.body(), {**CHECKS, "archived": boolean})
    if changes.get("category", before["category"]) != before["category"]:
        sql, used = "json_extract(body, '$.ticket_type_id') = ?", (before["id"],)
        if documents.count(visit.store, Query("ticket", sql=sql, values=used)):
            raise invalid("The category of a ticket type with tickets cannot change", "category")
    after = {**before, **changes, "updated_at": visit.now}
    return reply(whole(visit.store, documents.save(visit.store, KIND, after)))


def named(visit: Visit) -> Record:
    """The ticket type a path names."""
    return documents.found(visit, KIND, visit.ids["ticket_type_id"])


def add(store: Store, wanted: Mapping[str, Any], now: int) -> Record:
    """Keep a new ticket type with its two default attributes."""
    record = {
        "id": next_number(store, KIND),
        "name": wanted["name"],
        "description": wanted.get("description", ""),
        "icon": wanted.get("icon", ICON),
        "archived": False,
        "created_at": now,
        "updated_at": now,
        "is_internal": wanted.get("is_internal", False),
        "category": wanted.get("category", "Customer"),
    }
    documents.add(store, KIND, record)
    for order, (name, multiline) in enumerate(DEFAULTS):
        options = {"multiline": multiline}
        more = {"input_options": options, "order": order, "default": True}
        add_attribute(store, record["id"], {"name": name, "data_type": "string", **more}, now)
    return record


def add_attribute(store: Store, type_id: str, wanted: Mapping[str, Any], now: int) -> Record:
    """Keep a new attribute of a ticket type."""
    record = {
        "id": next_number(store, ATTRIBUTE),
        "description": "",
        "input_options": None,
        "order": len(attributes(store, type_id, archived=True)),
        "required_to_create": False,
        "required_to_create_for_contacts": False,
        "visible_on_create": True,
        "visible_to_contacts": True,
        "default": False,
        "archived": False,
        **wanted,
        "ticket_type_id": int(type_id),
        "created_at": now,
        "updated_at": now,
    }
    return documents.add(store, ATTRIBUTE, record, parent=type_id)


def attributes(store: Store, type_id: str, *, archived: bool = False) -> list[Record]:
    """The attributes of a ticket type in their order; archived ones only when asked for."""
    sql = "1" if archived else "NOT json_extract(body, '$.archived')"
    order = "json_extract(body, '$.order')"
    return documents.every(store, Query(ATTRIBUTE, parent=type_id, sql=sql, order=order))


def attribute_shape(store: Store, record: Record) -> dict[str, Any]:
    """An attribute as JSON; one without options of its input does not mention them."""
    shown = {"type": ATTRIBUTE, "workspace_id": store.app_id, **record}
    if shown["input_options"] is None:
        del shown["input_options"]
    return shown


def shape(store: Store, record: Record) -> dict[str, Any]:
    """A ticket type as it stands inside tickets, without its states."""
    found = [attribute_shape(store, one) for one in attributes(store, record["id"], archived=True)]
    listed = {"type": "list", "data": found}
    return {"type": KIND, "workspace_id": store.app_id, **record, "ticket_type_attributes": listed}


def whole(store: Store, record: Record) -> dict[str, Any]:
    """A ticket type with its attributes and states."""
    states = [ticket_states.shape(one) for one in ticket_states.of_type(store, record["id"])]
    return {**shape(store, record), "ticket_states": {"type": "list", "data": states}}


routes = (
    Route("GET", "/ticket_types", list_types, reads=True),
    Route("POST", "/ticket_types", create),
    Route("GET", "/ticket_types/{ticket_type_id}", retrieve, reads=True),
    Route("PUT", "/ticket_types/{ticket_type_id}", update),
)
