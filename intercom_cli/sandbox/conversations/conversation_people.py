"""Conversations: the contacts who take part, and the tags."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_shapes
from intercom_cli.sandbox.conversations.conversation_bodies import (
    NAMES,
    admin_named,
    author_of,
    contact_named,
    required,
)
from intercom_cli.sandbox.conversations.conversation_thread import KIND, append, settle
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.people import contact_rows, tag_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, missing, not_found
from intercom_cli.sandbox.visit import Route, Visit


def attach_contact(visit: Visit) -> Answer:
    """Let another contact take part; the answer lists all who do.

    On behalf of an admin, or of a contact who takes part already. For an address that nobody has
    a lead is made.
    """
    record = conversation_shapes.at(visit, visit.ids["conversation_id"])
    sent = visit.body()
    customer = sent.get("customer")
    if not isinstance(customer, dict):
        raise missing("customer not specified")
    author = inviting(visit, record, sent, customer)
    contact = known_or_new(visit, customer)
    if contact["id"] not in record["contact_ids"]:
        record["contact_ids"].append(contact["id"])
        append(visit.store, record, "participant_added", author, visit.now)
        documents.save(visit.store, KIND, record)
    return participants(visit, record)


def inviting(visit: Visit, record: Record, sent: Record, customer: Record) -> Record:
    """Who adds a participant."""
    behalf = customer.get("customer")
    if sent.get("admin_id") is not None or not isinstance(behalf, dict):
        return admin_named(visit, sent)
    contact = contact_named(visit, behalf)
    if contact["id"] not in record["contact_ids"]:
        raise not_found("User Not Found")
    return author_of(visit, contact["id"])


def known_or_new(visit: Visit, customer: Record) -> Any:
    """The contact to add, made when only an address is known."""
    address = customer.get("email")
    others = [name for name in NAMES if customer.get(name) and name != "email"]
    if address and not others and contact_rows.named(visit.store, "email", address) is None:
        checked = values.check(customer, {"email": values.email})["email"]
        domain = checked.rpartition("@")[2].lower()
        lead = {"role": "lead", "email": checked, "email_domain": domain}
        contact_rows.add(visit, lead)
    return contact_named(visit, customer)


def detach_contact(visit: Visit) -> Answer:
    """Let a contact no longer take part, unless it is the last one."""
    record = conversation_shapes.at(visit, visit.ids["conversation_id"])
    author = admin_named(visit, visit.body())
    gone = visit.ids["contact_id"]
    if gone not in record["contact_ids"]:
        raise not_found("User Not Found")
    if len(record["contact_ids"]) == 1:
        message = "Removing the last customer is not allowed"
        raise Refusal(422, Fault("parameter_invalid", message))
    record["contact_ids"].remove(gone)
    append(visit.store, record, "participant_removed", author, visit.now)
    documents.save(visit.store, KIND, record)
    return participants(visit, record)


def participants(visit: Visit, record: Record) -> Answer:
    """The contacts of a conversation, in the short shape that these two operations answer."""
    marks = ", ".join("?" * len(record["contact_ids"]))
    rows = visit.store.rows(
        f"SELECT id, role FROM contacts WHERE id IN ({marks}) ORDER BY seq",  # noqa: S608 - marks
        record["contact_ids"],
    )
    return reply({"customers": [{"type": row["role"], "id": row["id"]} for row in rows]})


def tagged(visit: Visit) -> Record:
    """The conversation whose tags change, else 404 in the words of these operations."""
    record = documents.found(visit, KIND, visit.ids["conversation_id"], "Conversation not found")
    return settle(record, visit.now)


def attach_tag(visit: Visit) -> Answer:
    """Tag a conversation; a second time changes nothing."""
    record, sent = tagged(visit), visit.body()
    required(sent, "id")
    tag = tag_rows.named(visit.store, values.check(sent, {"id": values.identifier})["id"])
    by = {"type": "admin", "id": admin_named(visit, sent)["id"]}
    applied = on(record, str(tag["id"]))
    if applied is None:
        applied = {"id": str(tag["id"]), "applied_at": visit.now, "applied_by": by}
        record["tags"].append(applied)
        record["updated_at"] = visit.now
        documents.save(visit.store, KIND, record)
    return reply({**tag_rows.shape(tag), **applied})


def detach_tag(visit: Visit) -> Answer:
    """Take a tag off a conversation; one that is not on it is not found."""
    record = tagged(visit)
    tag = tag_rows.named(visit.store, visit.ids["tag_id"])
    admin_named(visit, visit.body())
    applied = on(record, str(tag["id"]))
    if applied is None:
        raise tag_rows.no_tag()
    record["tags"].remove(applied)
    record["updated_at"] = visit.now
    documents.save(visit.store, KIND, record)
    return reply({**tag_rows.shape(tag), **applied})


def on(record: Record, tag: str) -> Record | None:
    """A tag as it is on a conversation, or None."""
    return next((one for one in record["tags"] if one["id"] == tag), None)


routes = (
    Route("POST", "/conversations/{conversation_id}/customers", attach_contact),
    Route("DELETE", "/conversations/{conversation_id}/customers/{contact_id}", detach_contact),
    Route("POST", "/conversations/{conversation_id}/tags", attach_tag),
    Route("DELETE", "/conversations/{conversation_id}/tags/{tag_id}", detach_tag),
)
