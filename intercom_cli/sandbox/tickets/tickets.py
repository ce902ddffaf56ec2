"""Tickets: read, change, give another type, delete."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations.conversation_thread import FIN
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.tickets import ticket_rows, ticket_states, ticket_values
from intercom_cli.sandbox.tickets.ticket_creation import invalid_state, usable_type
from intercom_cli.sandbox.tickets.ticket_people import (
    assigned,
    author_of_admin,
    no_assignee,
    optional_id,
    require_company,
)
from intercom_cli.sandbox.tickets.ticket_rows import KIND, append, enter, found, shape
from intercom_cli.sandbox.tickets.ticket_types import attributes
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

CHECKS: dict[str, values.Check] = {
    "ticket_state_id": values.identifier,
    "company_id": optional_id,
    "open": boolean,
    "is_shared": boolean,
    "snoozed_until": values.moment,
    "admin_id": values.identifier,
    "assignee_id": values.identifier,
    "skip_notifications": boolean,
}


def retrieve(visit: Visit) -> Answer:
    """Show a ticket with its parts."""
    return reply(shape(visit, found(visit)))


def update(visit: Visit) -> Answer:
    """Change what is sent: each change is told by a part."""
    ticket, sent = found(visit), visit.body()
    wanted = values.check(sent, CHECKS)
    require_company(visit.store, wanted.get("company_id"))
    if wanted.get("snoozed_until", visit.now + 1) <= visit.now:
        raise invalid("snoozed_until lies in the past", "snoozed_until")
    if wanted.get("open") is False and "snoozed_until" in wanted:
        raise invalid("A ticket cannot be closed and snoozed at once", "snoozed_until")
    author = actor(visit, wanted)
    if "ticket_attributes" in sent:
        change_attributes(visit, ticket, sent["ticket_attributes"])
    if "ticket_state_id" in wanted:
        change_state(visit, ticket, wanted["ticket_state_id"])
    if "assignee_id" in wanted:
        assign(visit, ticket, wanted["assignee_id"], author)
    open_or_close(visit, ticket, wanted, author)
    for name in ("company_id", "is_shared"):
        ticket[name] = wanted.get(name, ticket[name])
    ticket["updated_at"] = visit.now
    return reply(shape(visit, documents.save(visit.store, KIND, ticket)))


def actor(visit: Visit, wanted: Record) -> Record:
    """Who makes the change: the admin who is named, or the token's."""
    author = author_of_admin(visit.store, wanted.get("admin_id", ME))
    if author is None:
        raise no_assignee()
    return author


def change_attributes(visit: Visit, ticket: Record, sent: Any) -> None:
    """Write attributes, with a part for each that is another now."""
    known = attributes(visit.store, ticket["ticket_type_id"])
    given = ticket_values.read(known, sent)
    for attribute in known:
        key = ticket_values.key_of(attribute)
        if key in given and given[key] != ticket["attributes"].get(key):
            told = {"updated_attribute_data": ticket_values.change(attribute, given[key])}
            kind = "ticket_attribute_updated_by_admin"
            append(visit.store, ticket, kind, FIN, visit.now, **told)
    ticket["attributes"] = {**ticket["attributes"], **given}


def change_state(visit: Visit, ticket: Record, state_id: str) -> None:
    """Bring a ticket into another state of its type."""
    state = ticket_states.one_of_type(visit.store, state_id, ticket["ticket_type_id"])
    if state is None:
        raise invalid_state()
    if state["id"] != ticket["ticket_state_id"]:
        enter(visit.store, ticket, state, visit.now)


def assign(visit: Visit, ticket: Record, identifier: str, author: Record) -> None:
    """Give a ticket to an admin or a team, or with 0 to nobody."""
    given = assigned(visit.store, identifier)
    to = None
    if identifier != "0":
        kind = "admin" if "admin_assignee_id" in given else "team"
        to = {"type": kind, "id": identifier}
    ticket |= given
    told = {} if to is None else {"assigned_to": to}
    append(visit.store, ticket, "assignment", author, visit.now, **told)


def open_or_close(visit: Visit, ticket: Record, wanted: Record, author: Record) -> None:
    """Open, close or put off a ticket; one that is closed is not put off any more."""
    if wanted.get("open", ticket["open"]) != ticket["open"]:
        ticket["open"] = wanted["open"]
        kind = "open" if ticket["open"] else "close"
        append(visit.store, ticket, kind, author, visit.now)
    if not ticket["open"]:
        ticket["snoozed_until"] = None
    if "snoozed_until" in wanted:
        ticket |= {"snoozed_until": wanted["snoozed_until"], "open": True}
        append(visit.store, ticket, "snoozed", FIN, visit.now)


def change_type(visit: Visit) -> Answer:
    """Give a ticket another type of the same category; what fits of its attributes stays.

    What the new type wants to know must be there then, as in a new ticket.
    """
    ticket = found(visit, None, "Resource Not Found", "not_found")
    sent = visit.body()
    owner, state = new_type(visit, ticket, sent)
    known = attributes(visit.store, owner["id"])
    given = ticket_values.read(known, sent.get("ticket_attributes", {}))
    before = attributes(visit.store, ticket["ticket_type_id"])
    kept = ticket_values.transferred(before, known, ticket["attributes"])
    ticket |= {"ticket_type_id": owner["id"], "attributes": {**kept, **given}}
    ticket_values.require(known, ticket["attributes"])
    if state["id"] != ticket["ticket_state_id"]:
        enter(visit.store, ticket, state, visit.now)
    ticket["updated_at"] = visit.now
    return reply(shape(visit, documents.save(visit.store, KIND, ticket)))


def new_type(visit: Visit, ticket: Record, sent: Record) -> tuple[Record, Record]:
    """The type and the state that a ticket is to have: another one, and one of its own."""
    for name in ("ticket_type_id", "ticket_state_id"):
        if name not in sent:
            message = f"{name} is a required parameter"
            raise Refusal(400, Fault("parameter_not_found", message))
    checks = {"ticket_type_id": values.identifier, "ticket_state_id": values.identifier}
    wanted = values.check(sent, checks)
    owner = usable_type(visit, wanted["ticket_type_id"])
    if owner["id"] == ticket["ticket_type_id"]:
        raise invalid("Cannot change to the same ticket type")
    if owner["category"] != ticket["category"]:
        raise invalid("The new ticket type must be in the same category")
    state = ticket_states.one_of_type(visit.store, wanted["ticket_state_id"], owner["id"])
    if state is None:
        raise invalid("Ticket custom state doesn't belong to the new ticket type")
    return owner, state


def delete(visit: Visit) -> Answer:
    """Delete a ticket with all its parts and links, for good."""
    ticket = found(visit)
    for link in ticket["linked"]:
        other = documents.get(visit.store, link["type"], link["id"])
        if other is not None:
            other["linked"] = [one for one in other["linked"] if one["id"] != ticket["id"]]
            documents.save(visit.store, link["type"], other)
    for part in documents.every(visit.store, Query(ticket_rows.PART, parent=ticket["id"])):
        documents.remove(visit.store, ticket_rows.PART, part["id"])
    documents.remove(visit.store, KIND, ticket["id"])
    return reply({"id": ticket["id"], "object": KIND, "deleted": True})


routes = (
    Route("GET", "/tickets/{ticket_id}", retrieve, reads=True),
    Route("PUT", "/tickets/{ticket_id}", update),
    Route("DELETE", "/tickets/{ticket_id}", delete),
    Route("POST", "/tickets/{ticket_id}/change_type", change_type, V2_16),
)
