"""Tags on tickets. A ticket does not show its tags; they are told when they come and go."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.people import tag_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, not_found
from intercom_cli.sandbox.tickets import ticket_rows
from intercom_cli.sandbox.tickets.ticket_people import author_of_admin
from intercom_cli.sandbox.visit import Route, Visit


def attach(visit: Visit) -> Answer:
    """Put a tag on a ticket; a second time changes nothing."""
    ticket, sent = ticket_rows.found(visit), visit.body()
    wanted = asked(sent, "id", "admin_id")
    tag, admin = tag_rows.named(visit.store, wanted["id"]), require_admin(visit, wanted["admin_id"])
    put = on(ticket, tag)
    if put is None:
        put = {"id": str(tag["id"]), "applied_at": visit.now, "admin": admin}
        ticket["tags"] = [*ticket["tags"], put]
        save(visit, ticket)
    return reply(shape(tag, put))


def detach(visit: Visit) -> Answer:
    """Take a tag off a ticket."""
    ticket = ticket_rows.found(visit)
    require_admin(visit, asked(visit.body(), "admin_id")["admin_id"])
    tag = tag_rows.named(visit.store, visit.ids["tag_id"])
    put = on(ticket, tag)
    if put is None:
        raise tag_rows.no_tag()
    ticket["tags"] = [one for one in ticket["tags"] if one is not put]
    save(visit, ticket)
    return reply(shape(tag, put))


def asked(sent: Record, *names: str) -> Record:
    """The ids of a body, all of which are needed."""
    for name in names:
        if name not in sent:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    return values.check(sent, dict.fromkeys(names, values.identifier))


def require_admin(visit: Visit, identifier: str) -> str:
    """The admin who tags, who must be one of the workspace."""
    if author_of_admin(visit.store, identifier) is None:
        raise not_found("Admin not found", "admin_not_found")
    return identifier


def on(ticket: Record, tag: Any) -> Record | None:
    """A tag as it is on a ticket, or None."""
    return next((one for one in ticket["tags"] if one["id"] == str(tag["id"])), None)


def save(visit: Visit, ticket: Record) -> None:
    """Keep a ticket whose tags changed."""
    ticket["updated_at"] = visit.now
    documents.save(visit.store, ticket_rows.KIND, ticket)


def shape(tag: Any, put: Record) -> dict[str, Any]:
    """A tag on a ticket as JSON: since when, and by whom."""
    by = {"type": "admin", "id": put["admin"]}
    return {**tag_rows.shape(tag), "applied_at": put["applied_at"], "applied_by": by}


routes = (
    Route("POST", "/tickets/{ticket_id}/tags", attach),
    Route("DELETE", "/tickets/{ticket_id}/tags/{tag_id}", detach),
)
