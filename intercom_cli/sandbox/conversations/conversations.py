"""Conversations: listed, begun by contacts, read, changed, deleted."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_shapes, conversation_thread
from intercom_cli.sandbox.conversations.conversation_bodies import (
    attachments,
    body_required,
    met,
    moment_of,
    one_of,
    required,
)
from intercom_cli.sandbox.conversations.conversation_thread import KIND, PART, by, contact_author
from intercom_cli.sandbox.conversations.conversation_values import changed_attributes
from intercom_cli.sandbox.document_lists import by_cursor, by_page
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, string
from intercom_cli.sandbox.people import company_rows
from intercom_cli.sandbox.people.contact_rows import live
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.rich_text import paragraphs
from intercom_cli.sandbox.versions import V2_15, V2_16
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 20
MOST = 150
DELETED = "deleted_conversation"
DELETED_MOST = 60
MESSAGE = "message"
SIDE = "side_conversation"
SIDE_PART = "side_conversation_part"
CHECKS: dict[str, values.Check] = {"read": boolean, "title": string}


def list_conversations(visit: Visit) -> Answer:
    """List conversations without their parts, the latest changed first."""
    return by_cursor(
        visit,
        Query(KIND, order=by("updated_at"), ascending=False),
        partial(conversation_shapes.item, visit),
        size=SIZE,
        most=MOST,
        rows="conversations",
        type="conversation.list",
    )


def create(visit: Visit) -> Answer:
    """Begin a conversation as a contact; the answer is the message. Its text is not HTML."""
    sent = visit.body()
    sender = sent.get("from")
    if not isinstance(sender, dict):
        raise missing("from not specified")
    one_of(sender, "type", ("lead", "user", "contact"))
    required(sender, "id")
    contact = live(visit.store, values.check(sender, {"id": values.identifier})["id"])
    text = sent.get("body")
    if not isinstance(text, str) or not text.strip():
        raise body_required()
    moment, files = moment_of(visit, sent), attachments(sent)
    given = values.check(sent, {"subject": values.text, "brand_id": values.identifier})
    source = {
        "type": "conversation",
        "id": documents.next_id(visit.store, MESSAGE),
        "delivered_as": "customer_initiated",
        "subject": given.get("subject", ""),
        "body": paragraphs(text),
        "author": contact_author(contact),
        "attachments": files,
        "url": None,
        "redacted": False,
    }
    made = conversation_thread.start(visit.store, source, [contact["id"]], moment)
    met(visit, contact, "last_replied_at", moment)
    message = {"type": "user_message", "id": source["id"], "created_at": moment, "body": text}
    return reply({**message, "message_type": "inapp", "conversation_id": made["id"]})


def retrieve(visit: Visit) -> Answer:
    """Show one conversation with its parts."""
    record = conversation_shapes.at(visit, visit.ids["conversation_id"])
    return reply(conversation_shapes.whole(visit, record))


def update(visit: Visit) -> Answer:
    """Change the title, the attributes or the company, or mark it as read."""
    record = conversation_shapes.at(visit, visit.ids["conversation_id"])
    sent = visit.body()
    changes = values.check(sent, CHECKS)
    attributes = changed_attributes(visit, sent.get("custom_attributes", {}))
    record |= changes
    if "company_id" in sent and visit.version >= V2_15:
        record["company_id"] = company_of(visit, sent["company_id"])
    for name, value in attributes.items():
        set_attribute(visit, record, name, value)
    record["updated_at"] = visit.now
    documents.save(visit.store, KIND, record)
    return reply(conversation_shapes.whole(visit, record))


def company_of(visit: Visit, given: Any) -> str | None:
    """The company a body names; null takes it away."""
    if given is None:
        return None
    identifier = values.check({"company_id": given}, {"company_id": values.identifier})
    return str(company_rows.live(visit.store, identifier["company_id"])["id"])


def set_attribute(visit: Visit, record: Record, name: str, value: Any) -> None:
    """Set an attribute, or take it away with null."""
    conversation_thread.attribute_part(visit.store, record, name, value, visit.now)
    if value is None:
        record["custom_attributes"].pop(name, None)
    else:
        record["custom_attributes"][name] = value


def delete(visit: Visit) -> Answer:
    """Delete a conversation for good; its id stays in the list of those that were."""
    record = conversation_shapes.at(visit, visit.ids["conversation_id"])
    retain = (visit.call.parameter("retain_metrics") or "true").lower()
    if retain not in ("true", "false"):
        raise invalid("retain_metrics must be true or false", "retain_metrics")
    forget(visit, record["id"])
    gone = {"id": record["id"], "metrics_retained": retain == "true", "deleted_at": visit.now}
    documents.add(visit.store, DELETED, gone)
    return reply({"id": record["id"], "object": "conversation", "deleted": True})


def forget(visit: Visit, identifier: str) -> None:
    """Take a conversation away with everything in it."""
    for side in documents.every(visit.store, Query(SIDE, parent=identifier)):
        drop_below(visit, SIDE_PART, side["id"])
    for kind in (PART, SIDE, "handling_event"):
        drop_below(visit, kind, identifier)
    documents.remove(visit.store, KIND, identifier)


def drop_below(visit: Visit, kind: str, parent: str) -> None:
    """Take the records below another away."""
    visit.store.run("DELETE FROM documents WHERE kind = ? AND parent = ?", (kind, parent))


def list_deleted(visit: Visit) -> Answer:
    """List the ids of deleted conversations, the latest first unless asked otherwise."""
    order = visit.call.parameter("order") or "desc"
    if order not in ("asc", "desc"):
        raise invalid("order must be asc or desc", "order")
    return by_page(
        visit,
        Query(DELETED, order=by("deleted_at"), ascending=order == "asc"),
        lambda gone: {"type": "conversation", **gone},
        size=SIZE,
        most=DELETED_MOST,
        rows="conversations",
        type="conversations.list",
    )


routes = (
    Route("GET", "/conversations", list_conversations, reads=True),
    Route("POST", "/conversations", create),
    Route("GET", "/conversations/deleted", list_deleted, V2_16, reads=True),
    Route("GET", "/conversations/{conversation_id}", retrieve, reads=True),
    Route("PUT", "/conversations/{conversation_id}", update),
    Route("DELETE", "/conversations/{conversation_id}", delete),
)
