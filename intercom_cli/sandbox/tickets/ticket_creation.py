"""New tickets: made at once, in the background, or from a conversation."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import boolean
from intercom_cli.sandbox.office import jobs
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.tickets import ticket_links, ticket_rows, ticket_states
from intercom_cli.sandbox.tickets.ticket_numbers import next_number
from intercom_cli.sandbox.tickets.ticket_people import (
    first_assignment,
    one_contact,
    optional_id,
    require_company,
)
from intercom_cli.sandbox.tickets.ticket_types import KIND, attributes
from intercom_cli.sandbox.tickets.ticket_values import read, require
from intercom_cli.sandbox.visit import Route, Visit

LASTS = 3  # seconds that a job takes
CHECKS: dict[str, values.Check] = {
    "ticket_type_id": values.identifier,
    "company_id": optional_id,
    "conversation_to_link_id": optional_id,
    "created_at": values.moment,
    "skip_notifications": boolean,
}


def create(visit: Visit) -> Answer:
    """Make a ticket."""
    return reply(ticket_rows.shape(visit, made(visit, visit.now)))


def enqueue(visit: Visit) -> Answer:
    """Make a ticket in the background: the job tells when it is there."""
    done = visit.now + LASTS
    ticket = made(visit, done, appears_at=done)
    job = {"id": next_number(visit.store, "job"), "done_at": done, "resource_id": ticket["id"]}
    documents.add(visit.store, "job", {**job, "resource_type": "ticket"})
    return reply(jobs.shape({**job, "resource_type": "ticket"}, "pending"))


def made(visit: Visit, moment: int, **more: Any) -> Record:
    """Check a body and keep the ticket it asks for."""
    sent = visit.body()
    for name in ("ticket_type_id", "contacts"):
        if name not in sent:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    wanted = values.check(sent, CHECKS)
    owner = usable_type(visit, wanted["ticket_type_id"])
    known = attributes(visit.store, owner["id"])
    held = read(known, sent.get("ticket_attributes", {}))
    require(known, held)
    require_company(visit.store, wanted.get("company_id"))
    if wanted.get("created_at", 0) > visit.now:
        raise invalid("created_at lies in the future", "created_at")
    more |= {"attributes": held, "company_id": wanted.get("company_id")}
    if "assignment" in sent:
        more |= first_assignment(visit.store, sent["assignment"])
    more["contacts"] = [one_contact(visit, sent["contacts"])["id"]]
    moment = wanted.get("created_at", moment)
    ticket = ticket_rows.add(visit.store, {"ticket_type": owner, "more": more}, moment)
    if wanted.get("conversation_to_link_id") is not None:
        ticket_links.link_new(visit, ticket, wanted["conversation_to_link_id"])
    return ticket


def usable_type(visit: Visit, identifier: str) -> Record:
    """A ticket type that new tickets may have: 404 when there is none, 400 when it is archived."""
    owner = documents.found(visit, KIND, identifier)
    if owner["archived"]:
        raise invalid("Ticket type is archived", "ticket_type_id")
    return owner


def convert(visit: Visit) -> Answer:
    """Make a customer ticket of a conversation, which keeps its id and its words.

    A conversation becomes a ticket only once; what the platform does the second time it does
    not say, so it is refused here.
    """
    record = documents.found(visit, "conversation", visit.ids["conversation_id"])
    sent = visit.body()
    if "ticket_type_id" not in sent:
        raise Refusal(400, Fault("parameter_not_found", "ticket_type_id not specified"))
    checks = {"ticket_type_id": values.identifier, "ticket_state_id": values.identifier}
    wanted = values.check(sent, checks)
    owner = usable_type(visit, wanted["ticket_type_id"])
    if owner["category"] != "Customer":
        raise invalid("Ticket type is not a customer ticket type")
    if documents.get(visit.store, ticket_rows.KIND, record["id"]) is not None:
        raise invalid("Conversation is a ticket already")
    return reply(ticket_rows.shape(visit, converted(visit, record, owner, wanted, sent)))


def converted(visit: Visit, record: Record, owner: Record, wanted: Record, sent: Record) -> Record:
    """Keep a conversation as a ticket; its comments and notes come first among the parts."""
    state_id = wanted.get("ticket_state_id")
    state = (
        None if state_id is None else ticket_states.one_of_type(visit.store, state_id, owner["id"])
    )
    if state_id is not None and state is None:
        raise invalid_state()
    known = attributes(visit.store, owner["id"])
    held = read(known, sent.get("attributes", {}), "attributes")
    require(known, held)
    more = {
        "attributes": held,
        "contacts": record["contact_ids"],
        "company_id": record["company_id"],
        "admin_assignee_id": record["admin_assignee_id"],
        "team_assignee_id": record["team_assignee_id"],
        "linked": record["linked"],
        "open": record["open"],
        "created_at": record["created_at"],
    }
    asked = {"id": record["id"], "ticket_type": owner, "state": state, "more": more}
    ticket = ticket_rows.add(visit.store, asked, visit.now)
    said = documents.every(visit.store, documents.Query("conversation_part", parent=record["id"]))
    for part in [record["source"] | {"created_at": record["created_at"]}, *said]:
        if part.get("part_type", "comment") in ("comment", "note") and part["body"]:
            take_over(visit, ticket, part)
    return documents.save(visit.store, ticket_rows.KIND, ticket | {"updated_at": visit.now})


def take_over(visit: Visit, ticket: Record, part: Record) -> None:
    """Keep what was said in a conversation as a part of its ticket."""
    author = {name: value for name, value in part["author"].items() if value is not None}
    author["type"] = author["type"] if author["type"] in ("admin", "bot", "team") else "user"
    kind, files = part.get("part_type", "comment"), part["attachments"]
    more = {"body": part["body"], "attachments": files}
    ticket_rows.append(visit.store, ticket, kind, author, part["created_at"], **more)


def invalid_state() -> Refusal:
    """Refuse a state that the ticket type does not have."""
    message = "Ticket state id is not valid or is not associated with the ticket type"
    return Refusal(400, Fault("ticket_state_id_invalid", message))


routes = (
    Route("POST", "/tickets", create),
    Route("POST", "/tickets/enqueue", enqueue),
    Route("POST", "/conversations/{conversation_id}/convert", convert),
)
