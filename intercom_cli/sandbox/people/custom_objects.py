"""Instances of custom objects: records of the customer's own kinds, tied to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intercom_cli.sandbox import document_lists, documents, fields, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import invalid, missing, not_found
from intercom_cli.sandbox.values import Unfit
from intercom_cli.sandbox.visit import Route, Visit

KIND = "custom_object"
SIZE, MOST = 20, 150
NO_INSTANCE = "Custom object instance not found"
CONTACT, CONVERSATION = "contact_id", "conversation_id"
TEXT, NUMBER = values.optional_text, values.number

# The attributes of each kind; two of them tie an instance to a contact or a conversation.
TYPES: Mapping[str, Mapping[str, values.Check]] = {
    "Order": {"order_number": TEXT, "total_amount": NUMBER, CONTACT: TEXT, CONVERSATION: TEXT},
    "Contract": {"title": TEXT, "seats": values.integer, CONTACT: TEXT, CONVERSATION: TEXT},
}
CHECKS: dict[str, values.Check] = {
    "external_id": values.text,
    "external_created_at": values.optional_moment,
    "external_updated_at": values.optional_moment,
}
BLANK: dict[str, Any] = {
    "custom_attributes": {},
    "external_created_at": None,
    "external_updated_at": None,
}


def list_instances(visit: Visit) -> Answer:
    """List instances of a type, the latest first, or show the one with an ID of one's own."""
    kind = type_of(visit)
    external = visit.call.parameter("external_id")
    if external:
        return reply(shape(instance(visit, kind, "external_id", external)))
    sql, given = "1", []
    for name in (CONTACT, CONVERSATION):
        wanted = visit.call.parameter(f"references_{name}")
        if wanted:
            sql += f" AND json_extract(body, '$.custom_attributes.{name}') = ?"
            given.append(wanted)
    query = Query(KIND, kind, sql, given, ascending=False)
    return document_lists.by_page(visit, query, shape, size=SIZE, most=MOST)


def write(visit: Visit) -> Answer:
    """Make an instance, or change the one that has its ``external_id``.

    The description does not say that an ``external_id`` is needed; nothing could be found
    again without, so here it is.
    """
    kind, sent = type_of(visit), visit.body()
    if "external_id" not in sent:
        raise missing("external_id not specified")
    given = values.check(sent, CHECKS)
    attributes = custom(visit, kind, sent.get("custom_attributes"))
    before = first(visit, kind, "external_id", given["external_id"])
    if before is None:
        blank = {**BLANK, "type": kind, **given, "custom_attributes": attributes}
        made = {**blank, "created_at": visit.now, "updated_at": visit.now}
        return reply(shape(documents.add(visit.store, KIND, made, parent=kind)))
    merged = {**before["custom_attributes"], **attributes}
    after = {**before, **given, "custom_attributes": merged, "updated_at": visit.now}
    return reply(shape(documents.save(visit.store, KIND, after)))


def custom(visit: Visit, kind: str, sent: Any) -> dict[str, Any]:
    """The attributes of a body, each of which the type must have; null takes one away."""
    if sent is None:
        return {}
    checks = {name: nullable(check) for name, check in TYPES[kind].items()}
    try:
        unknown = fields.mapping(sent).keys() - checks.keys()
    except Unfit as error:
        raise invalid(f"custom_attributes {error}", "custom_attributes") from error
    if unknown:
        name = min(unknown)
        raise invalid(f"Custom attribute '{name}' does not exist", "custom_attributes")
    given = values.check(sent, checks)
    if given.get(CONTACT) is not None:
        contact_rows.live(visit.store, given[CONTACT])
    if given.get(CONVERSATION) is not None:
        documents.found(visit, "conversation", given[CONVERSATION])
    return given


def nullable(check: values.Check) -> values.Check:
    """A check that lets null pass."""
    return lambda value: None if value is None else check(value)


def retrieve(visit: Visit) -> Answer:
    """Show one instance, by its id or its ``external_id``."""
    kind, identifier = type_below(visit), visit.ids["custom_object_instance_id"]
    found = first(visit, kind, "id", identifier)
    return reply(shape(found or instance(visit, kind, "external_id", identifier)))


def delete(visit: Visit) -> Answer:
    """Delete one instance by its id."""
    kind = type_below(visit)
    return removed(visit, instance(visit, kind, "id", visit.ids["custom_object_instance_id"]))


def delete_external(visit: Visit) -> Answer:
    """Delete one instance by its ``external_id``."""
    kind, external = type_below(visit), visit.call.parameter("external_id")
    if not external:
        raise missing("external_id not specified")
    return removed(visit, instance(visit, kind, "external_id", external))


def removed(visit: Visit, record: Record) -> Answer:
    """Delete an instance."""
    documents.remove(visit.store, KIND, record["id"])
    return reply({"id": record["id"], "object": record["type"], "deleted": True})


def type_of(visit: Visit) -> str:
    """The type a path names."""
    kind = visit.ids["custom_object_type_identifier"]
    if kind not in TYPES:
        raise not_found(f"Custom object type `{kind}` not found")
    return kind


def type_below(visit: Visit) -> str:
    """The type a path names, where one that is not there is refused in fewer words."""
    kind = visit.ids["custom_object_type_identifier"]
    if kind not in TYPES:
        raise not_found("Object not found")
    return kind


def first(visit: Visit, kind: str, name: str, value: str) -> Record | None:
    """The instance of a type with an id, or an ``external_id``."""
    sql = f"json_extract(body, '$.{name}') = ?"
    found = documents.every(visit.store, Query(KIND, kind, sql, (value,)), limit=1)
    return found[0] if found else None


def instance(visit: Visit, kind: str, name: str, value: str) -> Record:
    """The same; refused when it is not there."""
    found = first(visit, kind, name, value)
    if found is None:
        raise not_found(NO_INSTANCE)
    return found


def shape(record: Record) -> dict[str, Any]:
    """An instance as JSON, with the attributes it has."""
    attributes = record["custom_attributes"].items()
    kept = {name: value for name, value in attributes if value is not None}
    return {**record, "custom_attributes": kept}


BELOW = "/custom_object_instances/{custom_object_type_identifier}"
routes = (
    Route("GET", BELOW, list_instances, reads=True),
    Route("POST", BELOW, write),
    Route("DELETE", BELOW, delete_external),
    Route("GET", f"{BELOW}/{{custom_object_instance_id}}", retrieve, reads=True),
    Route("DELETE", f"{BELOW}/{{custom_object_instance_id}}", delete),
)
