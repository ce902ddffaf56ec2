"""Links between tickets and conversations: what one problem is reported as."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, rich_text
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_shapes
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, not_found
from intercom_cli.sandbox.tickets import ticket_rows
from intercom_cli.sandbox.tickets.ticket_people import author_of_contact
from intercom_cli.sandbox.values import check, identifier
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

MOST = 2500
CONVERSATION = "conversation"


def link(visit: Visit) -> Answer:
    """Link a conversation, or a customer ticket, to a tracker ticket."""
    ticket = tracker(visit, "linking")
    sent = visit.body()
    if "conversation_id" not in sent:
        raise missing("conversation_id not specified")
    wanted = check(sent, {"conversation_id": identifier})["conversation_id"]
    kind, record = linkable(visit, wanted)
    if any(one["category"] == "Tracker" for one in record["linked"]):
        message = "A conversation can only have one tracker ticket"
        raise Refusal(400, Fault("already_linked_to_tracker", message))
    join(visit, ticket, kind, record)
    return reply(shape(visit, kind, record))


def unlink(visit: Visit) -> Answer:
    """Take a link away."""
    ticket = tracker(visit, "unlinking")
    wanted = visit.ids["id"]
    if all(one["id"] != wanted for one in ticket["linked"]):
        raise not_found("Conversation is not linked to this ticket", "conversation_not_found")
    kind, record = linkable(visit, wanted)
    ticket["linked"] = [one for one in ticket["linked"] if one["id"] != wanted]
    record["linked"] = [one for one in record["linked"] if one["id"] != ticket["id"]]
    keep(visit, kind, record)
    keep(visit, ticket_rows.KIND, ticket)
    return reply(shape(visit, kind, record))


def tracker(visit: Visit, action: str) -> Record:
    """The tracker ticket a path names; other tickets cannot be linked this way."""
    ticket = ticket_rows.found(visit)
    if ticket["category"] != "Tracker":
        message = f"Only tracker tickets support {action} conversations"
        raise Refusal(400, Fault("invalid_ticket_type", message))
    return ticket


def linkable(visit: Visit, wanted: str) -> tuple[str, Record]:
    """A conversation, or a customer ticket that never was one."""
    record = documents.get(visit.store, CONVERSATION, wanted)
    if record is not None:
        return CONVERSATION, record
    ticket = documents.get(visit.store, ticket_rows.KIND, wanted)
    if ticket is None or ticket["category"] != "Customer":
        raise not_found("Conversation not found", "conversation_not_found")
    return ticket_rows.KIND, ticket_rows.found(visit, wanted)


def link_new(visit: Visit, ticket: Record, wanted: str) -> None:
    """Link a new ticket to the conversation or customer ticket that it was made for.

    Customer tickets are reported by people and are linked to others, never the other way round.
    """
    if ticket["category"] == "Customer":
        raise invalid("Customer tickets cannot be linked", "conversation_to_link_id")
    kind, record = linkable(visit, wanted)
    if ticket["category"] == "Tracker" and any(
        one["category"] == "Tracker" for one in record["linked"]
    ):
        message = "A conversation can only have one tracker ticket"
        raise Refusal(400, Fault("already_linked_to_tracker", message))
    join(visit, ticket, kind, record)


def join(visit: Visit, ticket: Record, kind: str, record: Record) -> None:
    """Write a link down on both sides."""
    if len(ticket["linked"]) >= MOST:
        message = "Ticket has reached the maximum number of conversations that can be linked"
        raise Refusal(400, Fault("linked_conversation_limit_exceeded", message))
    category = record["category"] if kind == ticket_rows.KIND else None
    other = {"type": kind, "id": record["id"], "category": category}
    here = {"type": ticket_rows.KIND, "id": ticket["id"], "category": ticket["category"]}
    ticket["linked"] = [*ticket["linked"], other]
    record["linked"] = [*record["linked"], here]
    keep(visit, kind, record)
    keep(visit, ticket_rows.KIND, ticket)


def keep(visit: Visit, kind: str, record: Record) -> None:
    """Save one side of a link, which counts as an update of it."""
    record["updated_at"] = max(record["updated_at"], visit.now)
    documents.save(visit.store, kind, record)


def shape(visit: Visit, kind: str, record: Record) -> dict[str, Any]:
    """What was linked, as a conversation, which a customer ticket is as well."""
    if kind == CONVERSATION:
        return conversation_shapes.item(visit, record)
    said = record["attributes"].get("_default_description_") or ""
    row = contact_rows.named(visit.store, "id", record["contacts"][0])
    source = {
        "type": CONVERSATION,
        "id": record["id"],
        "delivered_as": "customer_initiated",
        "subject": record["attributes"].get("_default_title_") or "",
        "body": rich_text.paragraphs(said),
        "author": None if row is None else author_of_contact(row),
        "attachments": [],
        "redacted": False,
    }
    people = ticket_rows.contacts(visit.store, record["contacts"])
    return {
        "type": CONVERSATION,
        "id": record["id"],
        "created_at": record["created_at"],
        "updated_at": record["updated_at"],
        "source": source,
        "contacts": {"type": "contact.list", "contacts": people},
        "open": record["open"],
        "state": "open" if record["open"] else "closed",
        "linked_objects": ticket_rows.linked(record),
    }


routes = (
    Route("POST", "/tickets/{ticket_id}/linked_conversations", link, V2_16),
    Route("DELETE", "/tickets/{ticket_id}/linked_conversations/{id}", unlink, V2_16),
)
