"""Messages: what admins send to contacts first."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_thread, receipts, whatsapp
from intercom_cli.sandbox.conversations.conversation_bodies import (
    body_required,
    met,
    moment_of,
    one_of,
    required,
)
from intercom_cli.sandbox.conversations.conversation_thread import admin_author
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import boolean, string
from intercom_cli.sandbox.office.admins import shape
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.people.note_rows import AUTHOR
from intercom_cli.sandbox.refusals import Fault, Refusal, missing, no_contact, not_found
from intercom_cli.sandbox.rich_text import html
from intercom_cli.sandbox.versions import PREVIEW
from intercom_cli.sandbox.visit import Route, Visit

MESSAGE = "message"
KINDS = ("in_app", "email", "whatsapp")
MORE_KINDS = (*KINDS, "sms")
# What the description's examples call ``in_app``, and what clients made from it send.
INAPP = "inapp"
TEMPLATES = ("plain", "personal")
CHECKS: dict[str, values.Check] = {
    "subject": string,
    "create_conversation_without_contact_reply": boolean,
}
# How the answer and the conversation call each kind.
ANSWERED = {"in_app": "inapp", "email": "email", "whatsapp": "whatsapp", "sms": "sms"}
SOURCES = {"in_app": "conversation", "email": "email", "whatsapp": "whatsapp", "sms": "sms"}
RECEIPTS = {**SOURCES, "in_app": "chat"}


def create(visit: Visit) -> Answer:
    """Send a message as an admin; the answer is the message.

    There is no conversation before the contact answers, unless one is asked for. The sender must
    be named, and a recipient's role must be right: the strict reading of both.
    """
    sent = visit.body()
    kind = kind_of(visit, sent)
    owner = sender_of(visit, sent)
    if kind == "whatsapp":
        contacts = [whatsapp.recipient(visit, sent)]
        text = whatsapp.text_of(sent)
    else:
        text = content(sent, kind)
        contacts = recipients(visit, sent)
    given = values.check(sent, CHECKS)
    moment = moment_of(visit, sent)
    message: Record = {
        "type": "admin_message",
        "id": documents.next_id(visit.store, MESSAGE),
        "created_at": moment,
        "body": text,
        "message_type": ANSWERED[kind],
        "owner": {name: shape(owner)[name] for name in AUTHOR},
    }
    if given.get("subject"):
        message["subject"] = given["subject"]
    if kind == "whatsapp" or given.get("create_conversation_without_contact_reply"):
        message["conversation_id"] = conversation(visit, message, owner, contacts, kind)
    documents.add(visit.store, MESSAGE, message)
    for contact in contacts:
        met(visit, contact, "last_contacted_at", moment)
        title = message.get("subject", "")
        receipts.add(visit.store, contact, RECEIPTS[kind], message["id"], title, moment)
    if kind == "whatsapp":
        whatsapp.keep(visit, message, contacts[0], sent["template"])
    return reply(message)


def kind_of(visit: Visit, sent: Record) -> str:
    """What is sent: a message inside the product goes by two names."""
    if sent.get("message_type") == INAPP:
        return "in_app"
    return one_of(sent, "message_type", KINDS if visit.version < PREVIEW else MORE_KINDS)


def sender_of(visit: Visit, sent: Record) -> Any:
    """The admin who sends, as a row."""
    sender = sent.get("from")
    if not isinstance(sender, dict):
        raise missing("from not specified")
    one_of(sender, "type", ("admin",))
    required(sender, "id")
    identifier = values.check(sender, {"id": values.identifier})["id"]
    row = visit.store.row("SELECT * FROM admins WHERE id = ?", (identifier,))
    if row is None:
        raise not_found("Admin not found", "admin_not_found")
    return row


def content(sent: Record, kind: str) -> str:
    """The text; an e-mail needs a subject and a style besides."""
    if kind == "email" and not sent.get("subject"):
        raise Refusal(422, Fault("parameter_not_found", "No subject supplied for email message"))
    text = sent.get("body")
    if not isinstance(text, str) or not text.strip():
        raise body_required()
    if kind == "email":
        one_of(sent, "template", TEMPLATES)
    return text


def recipients(visit: Visit, sent: Record) -> list[Any]:
    """The contacts a message goes to, each once; copies go to contacts as well."""
    found: dict[str, Any] = {}
    for name in ("to", "cc", "bcc"):
        given = sent.get(name, [])
        listed = given if isinstance(given, list) else [given]
        if name == "to" and not listed:
            raise missing("to not specified")
        for one in listed:
            row = recipient(visit, one, name)
            found.setdefault(row["id"], row)
    return list(found.values())


def recipient(visit: Visit, given: Any, name: str) -> Any:
    """One contact of a list of recipients."""
    if not isinstance(given, dict):
        raise missing(f"{name} not specified")
    role = one_of(given, "type", contact_rows.ROLES)
    required(given, "id")
    row = contact_rows.live(visit.store, values.check(given, {"id": values.identifier})["id"])
    if row["role"] != role:
        raise no_contact()
    return row


def conversation(visit: Visit, message: Record, owner: Any, contacts: list[Any], kind: str) -> str:
    """Open a conversation with the message as its first."""
    source = {
        "type": SOURCES[kind],
        "id": message["id"],
        "delivered_as": "admin_initiated",
        "subject": message.get("subject", ""),
        "body": html(message["body"]),
        "author": admin_author(owner),
        "attachments": [],
        "url": None,
        "redacted": False,
    }
    ids = [row["id"] for row in contacts]
    made = conversation_thread.start(visit.store, source, ids, message["created_at"])
    return str(made["id"])


routes = (Route("POST", "/messages", create),)
