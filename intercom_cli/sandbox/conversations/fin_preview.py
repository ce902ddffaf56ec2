"""Fin's operations of the Preview version: one question, procedures, a human in the loop.

What Fin says is not here either. A question is answered and over; a procedure runs on by the same
clock as any conversation with Fin; and a step that waits for a teammate takes one answer.
"""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_thread
from intercom_cli.sandbox.conversations.conversation_bodies import required
from intercom_cli.sandbox.conversations.conversation_thread import PART, contact_author
from intercom_cli.sandbox.conversations.fin import (
    AUTHORS,
    KIND,
    MOST,
    SILENCE,
    check_files,
    conversation_id,
    object_in,
    thinking,
)
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, not_found
from intercom_cli.sandbox.rich_text import paragraphs
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import PREVIEW
from intercom_cli.sandbox.visit import Route, Visit

PROCEDURE, STEP = "fin_procedure", "procedure_step"
LONGEST = 10_000
DEFAULT = "Requesting human support"
DAY = 86_400
STATIC = (
    ("reply", "Go on with a conversation that Fin is in.", "/fin/reply"),
    ("ask", "Ask Fin one question that stands by itself.", "/fin/ask"),
)
PROCEDURES = (
    ("12345", "Refund a payment", "Checks the payment, and gives it back."),
    ("12346", "Move a lamp", "Finds the lamp, and changes its position."),
)
ASKED = ("approved",)


def seed(store: Store, today: int) -> None:
    """Make a talk that goes on all day, one that is over, procedures, and a step that waits."""
    for identifier, heard in (("talk-open", today + DAY), ("talk-done", today - SILENCE)):
        record = {"id": identifier, "heard_at": heard, "stamp": "", "rating": None, "remark": None}
        documents.add(store, KIND, record)
    for identifier, name, description in PROCEDURES:
        record = {"id": identifier, "name": name, "description": description}
        documents.add(store, PROCEDURE, record)
    waiting = {"id": "step-1", "attributes": list(ASKED), "done": False}
    documents.add(store, STEP, waiting, parent="12")


def ask(visit: Visit) -> Answer:
    """Take one question in a new conversation, which is over with the answer."""
    sent = visit.body()
    identifier = unused(visit, sent)
    said(sent)
    user = asking(sent)
    check_files(sent.get("attachments", []))
    about = object_in(sent, "conversation_metadata")
    begin(visit, identifier, visit.now - SILENCE)
    return thinking(visit, identifier, user, object_in(about, "attributes"))


def capabilities(visit: Visit) -> Answer:
    """Tell what Fin can do for a user."""
    asking(visit.body())
    procedures = documents.every(visit.store, Query(PROCEDURE))
    found: list[dict[str, Any]] = [
        {"type": "procedure", **one, "endpoint": f"/fin/procedures/{one['id']}/run"}
        for one in procedures
    ]
    found += [{"type": kind, "description": text, "endpoint": at} for kind, text, at in STATIC]
    return reply(
        {"version": "Preview", "capabilities": [{**one, "method": "POST"} for one in found]}
    )


def run(visit: Visit) -> Answer:
    """Run a procedure in a new conversation."""
    procedure = documents.get(visit.store, PROCEDURE, visit.ids["procedure_id"])
    if procedure is None:
        raise invalid("procedure_id is not known", "procedure_id")
    sent = visit.body()
    identifier = unused(visit, sent)
    user = asking(sent)
    if sent.get("message") is not None:
        said(sent)
    values.check(object_in(sent, "settings"), {"email": values.truth})
    about = object_in(sent, "conversation_metadata")
    if set(about) - {"attributes"}:
        raise invalid("only attributes are accepted", "conversation_metadata")
    begin(visit, identifier, visit.now)
    answer = thinking(visit, identifier, user, object_in(about, "attributes"))
    return reply({**json.loads(answer.body), "procedure_id": procedure["id"]})


def escalate(visit: Visit) -> Answer:
    """Hand over a conversation, or make one for a user."""
    sent = visit.body()
    for name in ("message", "context"):
        text = values.check(sent, {name: values.optional_text}).get(name)
        if text and len(text) > LONGEST:
            raise invalid(f"{name} is too long", name)
    if (sent.get("conversation_id") is None) is (sent.get("user") is None):
        raise invalid("Provide either conversation_id or user")
    if sent.get("user") is not None:
        made = talk(visit, asking(sent), sent)
        return reply({"intercom_conversation_id": made, "status": "escalated"})
    identifier = conversation_id(sent)
    record = documents.get(visit.store, KIND, identifier)
    if record is None:
        raise invalid("conversation_id is not known", "conversation_id")
    documents.save(visit.store, KIND, {**record, "heard_at": visit.now - SILENCE})
    return reply({"conversation_id": identifier, "status": "escalated"})


def talk(visit: Visit, user: Record, sent: Record) -> str:
    """Make a conversation of a user's first words, with the context as a note."""
    sql = "SELECT * FROM contacts WHERE (external_id = ? OR id = ?) AND state = 'live'"
    row: Any = visit.store.row(sql, (user["id"], user["id"]))
    if row is None:
        given = {"role": "user", "external_id": user["id"], "name": user.get("name")}
        number = contact_rows.add(visit, given)
        row = visit.store.row("SELECT * FROM contacts WHERE seq = ?", (number,))
    source: Record = {
        "type": "conversation",
        "id": documents.next_id(visit.store, "message"),
        "delivered_as": "customer_initiated",
        "subject": "",
        "body": paragraphs(sent.get("message") or DEFAULT),
        "author": contact_author(row),
        "attachments": [],
        "url": None,
        "redacted": False,
    }
    made = conversation_thread.start(visit.store, source, [row["id"]], visit.now)
    if sent.get("context"):
        body = paragraphs(sent["context"])
        author = conversation_thread.FIN
        conversation_thread.append(visit.store, made, "note", author, visit.now, body=body)
        documents.save(visit.store, conversation_thread.KIND, made)
    return str(made["id"])


def collect(visit: Visit) -> Answer:
    """Take what a teammate answers to a step, once."""
    sent = visit.body()
    required(sent, "step_id", "attribute_values")
    record = documents.get(visit.store, STEP, str(sent["step_id"]))
    below = documents.every(visit.store, Query(STEP, parent=visit.ids["conversation_id"]))
    if record is None or record["id"] not in [one["id"] for one in below]:
        raise not_found()
    if record["done"]:
        message = "This HITL request has already been fulfilled"
        raise Refusal(409, Fault("conflict", message))
    given = sent["attribute_values"]
    if not isinstance(given, list) or not all(is_answer(one) for one in given):
        raise invalid("attribute_values must have an identifier and a value each")
    if {str(one["identifier"]) for one in given} != set(record["attributes"]):
        raise invalid(f"attribute_values must be of: {', '.join(record['attributes'])}")
    documents.save(visit.store, STEP, {**record, "done": True})
    return reply({})


def is_answer(given: Any) -> bool:
    """Whether this is a value with what it is for."""
    return isinstance(given, dict) and bool(given.get("identifier")) and "value" in given


def mark(visit: Visit) -> Answer:
    """Mark a part as seen, or tell how far it got; any secret is taken, but not none."""
    sent = visit.body()
    if sent.get("experimental") is not True or not sent.get("secret"):
        raise Refusal(403, Fault("forbidden", "Forbidden request"))
    below = documents.every(visit.store, Query(PART, parent=visit.ids["conversation_id"]))
    part = next((one for one in below if one["id"] == visit.ids["id"]), None)
    if part is None:
        raise not_found("Conversation part not found")
    if sent.get("seen"):
        required(sent, "admin_id")
        part["seen_state"] = {"admin_seen": True}
    else:
        required(sent, "send_state")
        part["external_reply_send_state"] = str(sent["send_state"])
    part["updated_at"] = visit.now
    documents.save(visit.store, PART, part)
    return reply({"type": PART, **part})


def unused(visit: Visit, sent: Record) -> str:
    """The id of a conversation that Fin is not in yet."""
    identifier = conversation_id(sent)
    if documents.get(visit.store, KIND, identifier) is not None:
        raise invalid("conversation exists already; use /fin/reply", "conversation_id")
    return identifier


def begin(visit: Visit, identifier: str, heard: int) -> None:
    """Keep a new conversation with Fin."""
    record = {"id": identifier, "heard_at": heard, "stamp": "", "rating": None, "remark": None}
    documents.add(visit.store, KIND, record)


def said(sent: Record) -> None:
    """Refuse a message without its author or words; here it need not say when."""
    message = object_in(sent, "message")
    for name in ("author", "body"):
        if not isinstance(message.get(name), str) or not message[name]:
            raise invalid(f"{name} is required", name)
    if message["author"] not in AUTHORS:
        raise invalid(f"author must be one of: {', '.join(AUTHORS)}", "author")


def asking(sent: Record) -> Record:
    """The user it is for."""
    user = object_in(sent, "user")
    if not isinstance(user.get("id"), str) or not user["id"]:
        raise invalid("user must have an id", "user")
    values.check(user, {"name": values.optional_text, "email": values.email})
    if len(object_in(user, "attributes")) > MOST:
        raise invalid(f"user can have {MOST} attributes at most", "attributes")
    return user


routes = (
    Route("POST", "/fin/ask", ask, PREVIEW),
    Route("POST", "/fin/capabilities", capabilities, PREVIEW),
    Route("POST", "/fin/procedures/{procedure_id}/run", run, PREVIEW),
    Route("POST", "/fin/escalate", escalate, PREVIEW),
    Route("POST", "/procedures/{conversation_id}/collect_agent_input", collect, PREVIEW),
    Route("PUT", "/conversations/{conversation_id}/conversation_parts/{id}", mark, PREVIEW),
)
