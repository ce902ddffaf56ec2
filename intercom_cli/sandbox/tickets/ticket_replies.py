"""Replies to tickets: by admins, in public or as notes, and by the contact."""

from __future__ import annotations

import mimetypes
import uuid
from typing import Any

from intercom_cli.sandbox import documents, rich_text, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_thread
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import boolean, string
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, not_found
from intercom_cli.sandbox.tickets import ticket_rows
from intercom_cli.sandbox.tickets.ticket_people import (
    author_of_admin,
    author_of_contact,
)
from intercom_cli.sandbox.tickets.ticket_values import upload
from intercom_cli.sandbox.visit import Route, Visit

KINDS = {"admin": ("comment", "note", "quick_reply"), "user": ("comment",)}
NAMES = ("intercom_user_id", "user_id", "email")
ATTACHED = 10


def address(value: Any) -> str:
    """An address on the web."""
    if not isinstance(value, str) or not value.startswith(("http://", "https://")):
        raise values.Unfit("must hold addresses that begin with http")
    return value


def addresses(value: Any) -> list[Record]:
    """Files by their addresses."""
    return [linked(address(one)) for one in limited(value)]


def files(value: Any) -> list[Record]:
    """Files with their content."""
    return [upload(one) for one in limited(value)]


def limited(value: Any) -> list[Any]:
    """A list of ten things at most."""
    if not isinstance(value, list):
        raise values.Unfit("must be a list")
    if len(value) > ATTACHED:
        raise values.Unfit(f"can hold {ATTACHED} at most")
    return value


def options(value: Any) -> list[Record]:
    """The answers a contact may choose from: each a text and a UUID."""
    if not isinstance(value, list) or not value:
        raise values.Unfit("must be a list of options")
    for one in value:
        if not isinstance(one, dict) or not values.text(one.get("text")):
            raise values.Unfit("must hold text and uuid")
        try:
            uuid.UUID(one.get("uuid"))
        except (AttributeError, TypeError, ValueError):
            raise values.Unfit("must hold text and uuid") from None
    return value


CHECKS: dict[str, values.Check] = {
    "body": string,
    "created_at": values.moment,
    "attachment_urls": addresses,
    "attachment_files": files,
    "reply_options": options,
    "skip_notifications": boolean,
    "cross_post": boolean,
    "admin_id": values.identifier,
    **dict.fromkeys(NAMES, values.text),
}


def answer(visit: Visit) -> Answer:
    """Add a reply to a ticket; the answer is the part it became."""
    ticket = ticket_rows.found(visit, None, "Resource Not Found", "not_found")
    sent = visit.body()
    by, kind = sent.get("type"), sent.get("message_type")
    if not isinstance(by, str) or by not in KINDS:
        raise invalid("type must be admin or user", "type")
    if kind not in KINDS[by]:
        raise invalid(f"message_type must be one of {', '.join(KINDS[by])}", "message_type")
    wanted = values.check(sent, CHECKS)
    if wanted.get("created_at", 0) > visit.now:
        raise invalid("created_at lies in the future", "created_at")
    author = by_admin(visit, wanted) if by == "admin" else by_contact(visit, ticket, wanted)
    require_content(kind, wanted)
    if wanted.get("cross_post") and (kind != "note" or ticket["category"] != "Back-office"):
        raise invalid("Only notes on back-office tickets can be cross-posted", "cross_post")
    part = write(visit, ticket, kind, author, wanted)
    return reply(part)


def by_admin(visit: Visit, wanted: Record) -> Record:
    """The admin who replies. Raises Refusal 404 for one who is not there."""
    if "admin_id" not in wanted:
        raise Refusal(400, Fault("parameter_not_found", "admin_id not specified", "admin_id"))
    author = author_of_admin(visit.store, wanted["admin_id"])
    if author is None:
        raise not_found()
    return author


def by_contact(visit: Visit, ticket: Record, wanted: Record) -> Record:
    """The contact who replies, and must be the one of the ticket.

    Whether others may reply is not described; here they may not. Back-office tickets are not
    for contacts at all.
    """
    names = [name for name in NAMES if name in wanted]
    if len(names) != 1:
        listed = ", ".join(NAMES)
        raise Refusal(400, Fault("parameter_not_found", f"One of {listed} must be specified"))
    if ticket["category"] == "Back-office":
        message = "User replies are not allowed on Backoffice tickets"
        raise Refusal(400, Fault("parameter_mismatch", message))
    row = contact_rows.named(visit.store, names[0], wanted[names[0]])
    if row is None or row["id"] not in ticket["contacts"]:
        raise not_found()
    return author_of_contact(row)


def require_content(kind: str, wanted: Record) -> None:
    """Refuse a reply that says nothing."""
    needed = "reply_options" if kind == "quick_reply" else "body"
    if not wanted.get(needed):
        raise Refusal(400, Fault("parameter_not_found", f"{needed} not specified", needed))


def write(visit: Visit, ticket: Record, kind: str, author: Record, wanted: Record) -> Record:
    """Keep a reply. A contact's opens a closed ticket, as it does with conversations."""
    moment = wanted.get("created_at", visit.now)
    attached = wanted.get("attachment_files") or wanted.get("attachment_urls") or []
    more: Record = {"attachments": attached}
    if wanted.get("body"):
        more["body"] = rich_text.html(wanted["body"])
    part = ticket_rows.append(visit.store, ticket, kind, author, moment, **more)
    if author["type"] == "user":
        ticket |= {"open": True, "snoozed_until": None}
    ticket["updated_at"] = visit.now
    documents.save(visit.store, ticket_rows.KIND, ticket)
    if wanted.get("cross_post"):
        cross_post(visit, ticket, author, moment, more)
    return part


def cross_post(visit: Visit, ticket: Record, author: Record, moment: int, more: Record) -> None:
    """Write a note into the conversations that a ticket is linked to."""
    for link in ticket["linked"]:
        record = documents.get(visit.store, conversation_thread.KIND, link["id"])
        if link["type"] == conversation_thread.KIND and record is not None:
            conversation_thread.append(visit.store, record, "note", author, moment, **more)
            documents.save(visit.store, conversation_thread.KIND, record)


def linked(where: str) -> Record:
    """A file that lies elsewhere, as an attachment."""
    name = where.rpartition("/")[2].partition("?")[0] or "file"
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return {"type": "upload", "name": name, "url": where, "content_type": kind, "filesize": 0}


routes = (Route("POST", "/tickets/{ticket_id}/reply", answer),)
