"""Attributes of ticket types: the questions a ticket answers."""

from __future__ import annotations

import uuid
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import boolean, string
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, not_found
from intercom_cli.sandbox.tickets.ticket_types import (
    ATTRIBUTE,
    add_attribute,
    attribute_shape,
    attributes,
    named,
)
from intercom_cli.sandbox.visit import Route, Visit

DATA_TYPES = ("string", "list", "integer", "decimal", "boolean", "datetime", "files")
NEEDED = ("name", "description", "data_type")
# What may be said of one type of attribute only, and of which.
ONLY = {"multiline": "string", "list_items": "list", "allow_multiple_values": "files"}


def data_type(value: Any) -> str:
    """One of the types an attribute can have."""
    if value not in DATA_TYPES:
        raise values.Unfit(f"must be one of {', '.join(DATA_TYPES)}")
    return str(value)


def items(value: Any) -> list[str]:
    """The choices of a list, which come as one text with commas between them."""
    found = [item.strip() for item in values.text(value).split(",")]
    if not all(found) or len(set(found)) < len(found):
        raise values.Unfit("must be different items with commas between them")
    return found


CHECKS: dict[str, values.Check] = {
    "name": values.text,
    "description": string,
    "required_to_create": boolean,
    "required_to_create_for_contacts": boolean,
    "visible_on_create": boolean,
    "visible_to_contacts": boolean,
    "multiline": boolean,
    "list_items": items,
    "allow_multiple_values": boolean,
}


def create(visit: Visit) -> Answer:
    """Add an attribute to a ticket type; a list needs its items."""
    owner, sent = named(visit), visit.body()
    for name in NEEDED:
        if name not in sent:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    wanted = values.check(sent, {**CHECKS, "data_type": data_type})
    if wanted["data_type"] == "list" and "list_items" not in wanted:
        raise Refusal(400, Fault("parameter_not_found", "list_items not specified", "list_items"))
    forbid_twin(visit, owner["id"], wanted["name"])
    options = input_options(wanted, wanted["data_type"], None)
    kept = {name: value for name, value in wanted.items() if name not in ONLY}
    added = add_attribute(visit.store, owner["id"], {**kept, "input_options": options}, visit.now)
    return reply(attribute_shape(visit.store, added))


def update(visit: Visit) -> Answer:
    """Change what is sent of an attribute; its data type stays.

    The default attributes keep their names, which tickets are written with, and cannot be
    archived.
    """
    owner = named(visit)
    before = documents.found(visit, ATTRIBUTE, visit.ids["attribute_id"])
    if str(before["ticket_type_id"]) != owner["id"]:
        raise not_found()
    wanted = values.check(visit.body(), {**CHECKS, "archived": boolean})
    if before["default"] and (wanted.get("archived") or "name" in wanted):
        raise invalid("Default attributes can be neither renamed nor archived")
    if wanted.get("name", before["name"]) != before["name"]:
        forbid_twin(visit, owner["id"], wanted["name"])
    options = input_options(wanted, before["data_type"], before["input_options"])
    kept = {name: value for name, value in wanted.items() if name not in ONLY}
    after = {**before, **kept, "input_options": options, "updated_at": visit.now}
    return reply(attribute_shape(visit.store, documents.save(visit.store, ATTRIBUTE, after)))


def forbid_twin(visit: Visit, type_id: str, name: str) -> None:
    """Refuse a second attribute of the same name."""
    if any(one["name"] == name for one in attributes(visit.store, type_id, archived=True)):
        raise invalid(f"An attribute named {name} already exists", "name")


def input_options(wanted: Record, kind: str, before: Record | None) -> Record | None:
    """What an attribute's input looks like, from the members that only its type may have.

    Members of another type are refused: the platform does not say what it makes of them.
    """
    for name, needed in ONLY.items():
        if name in wanted and kind != needed:
            raise invalid(f"{name} is only for attributes of type {needed}", name)
    if kind == "string":
        return {"multiline": False, **(before or {}), **only(wanted, "multiline")}
    if kind == "files":
        default = {"allow_multiple_values": False}
        return {**default, **(before or {}), **only(wanted, "allow_multiple_values")}
    if kind == "list":
        return listed(wanted["list_items"], before) if "list_items" in wanted else before
    return None


def only(wanted: Record, name: str) -> Record:
    """One member of a record, if it is there."""
    return {name: wanted[name]} if name in wanted else {}


def listed(labels: list[str], before: Record | None) -> Record:
    """The options of a list; those that were there before keep their ids."""
    known = {one["label"]: one["id"] for one in (before or {}).get("list_options", ())}
    return {
        "list_options": [
            {"label": label, "id": known.get(label) or str(uuid.uuid5(uuid.NAMESPACE_OID, label))}
            for label in labels
        ]
    }


routes = (
    Route("POST", "/ticket_types/{ticket_type_id}/attributes", create),
    Route("PUT", "/ticket_types/{ticket_type_id}/attributes/{attribute_id}", update),
)
