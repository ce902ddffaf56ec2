"""Conversations: merged, redacted, and what teammates do beside them."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_shapes
from intercom_cli.sandbox.conversations.conversation_bodies import one_of, required
from intercom_cli.sandbox.conversations.conversation_thread import (
    CONTACTS,
    KIND,
    OPERATOR,
    PART,
    append,
    close,
    settle,
)
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, not_found
from intercom_cli.sandbox.versions import V2_15, V2_16
from intercom_cli.sandbox.visit import Route, Visit

DELETED = "<p><i>This message was deleted</i></p>"
SIDE = "side_conversation"
SIDE_PART = "side_conversation_part"
SIDE_SIZE = 25
SIDE_MOST = 50
HANDLING = "handling_event"


def redact(visit: Visit) -> Answer:
    """Take the text and the files of a part, or of the first message, away for good."""
    sent = visit.body()
    kind = one_of(sent, "type", (PART, "source"))
    name = f"{kind}_id"
    required(sent, "conversation_id", name)
    checks = dict.fromkeys(("conversation_id", name), values.identifier)
    ids = values.check(sent, checks)
    record = documents.get(visit.store, KIND, ids["conversation_id"])
    if record is None:
        raise nothing_to_redact()
    settle(record, visit.now)
    if kind == PART:
        redact_part(visit, record, ids[name])
    else:
        redact_source(record, ids[name])
    documents.save(visit.store, KIND, record)
    return reply(conversation_shapes.whole(visit, record))


def redact_part(visit: Visit, record: Record, identifier: str) -> None:
    """Redact a part, which must say something."""
    sql = "SELECT 1 FROM documents WHERE kind = ? AND id = ? AND parent = ?"
    part = documents.get(visit.store, PART, identifier)
    if part is None or visit.store.row(sql, (PART, identifier, record["id"])) is None:
        raise nothing_to_redact()
    if part["body"] is None:
        raise not_redactable()
    part |= {"body": DELETED, "attachments": [], "redacted": True, "updated_at": visit.now}
    documents.save(visit.store, PART, part)
    record["updated_at"] = visit.now


def redact_source(record: Record, identifier: str) -> None:
    """Redact the first message, which must be a contact's."""
    source = record["source"]
    if source["id"] != identifier:
        raise nothing_to_redact()
    if source["author"]["type"] not in CONTACTS:
        raise not_redactable()
    source |= {"subject": "", "body": DELETED, "attachments": [], "redacted": True}
    record["words"] = {"body": [], "subject": []}


def nothing_to_redact() -> Refusal:
    """Refuse what is not there."""
    message = "Conversation part or message not found"
    return not_found(message, "conversation_part_or_message_not_found")


def not_redactable() -> Refusal:
    """Refuse to redact; the description names the code and leaves the status open."""
    message = "Conversation part or message is not redactable"
    return Refusal(400, Fault("conversation_part_not_redactable", message))


def merge(visit: Visit) -> Answer:
    """Merge a conversation into another one, which lives on and is the answer.

    The one of the path is closed, both are linked, and its contacts take part in the other.
    """
    into = visit.body().get("merge_into_conversation_id")
    if isinstance(into, bool) or not isinstance(into, int):
        message = "merge_into_conversation_id must be a valid integer conversation ID"
        raise invalid(message)
    secondary = mergeable(visit, visit.ids["id"], "Secondary")
    if secondary["id"] == str(into):
        raise no_merge("Cannot merge a conversation into itself")
    primary = mergeable(visit, str(into), "Primary")
    if secondary.get("merged_into") is not None:
        raise no_merge("Secondary conversation has already been merged")
    if primary.get("merged_into") is not None:
        raise no_merge("Primary conversation has already been merged")
    join(visit, primary, secondary)
    return reply(conversation_shapes.whole(visit, primary))


def mergeable(visit: Visit, identifier: str, role: str) -> Record:
    """One of the two; the description knows no 404 here, and so it is 422."""
    record = documents.get(visit.store, KIND, identifier)
    if record is None:
        raise no_merge(f"{role} conversation not found")
    return settle(record, visit.now)


def no_merge(message: str) -> Refusal:
    """Refuse a merge."""
    return Refusal(422, Fault("merge_failed", message))


def join(visit: Visit, primary: Record, secondary: Record) -> None:
    """Make one conversation of two."""
    store, now = visit.store, visit.now
    if secondary["state"] != "closed":
        close(store, secondary, OPERATOR, now)
    append(store, secondary, "merged_secondary_conversation", OPERATOR, now)
    append(store, primary, "merged_primary_conversation", OPERATOR, now)
    secondary["merged_into"] = primary["id"]
    primary["linked"].append(link(secondary))
    secondary["linked"].append(link(primary))
    new = [one for one in secondary["contact_ids"] if one not in primary["contact_ids"]]
    primary["contact_ids"] += new
    for record in (primary, secondary):
        documents.save(store, KIND, record)


def link(record: Record) -> dict[str, Any]:
    """A conversation as another one links to it."""
    return {"type": "conversation", "id": record["id"], "category": None}


def list_handling_events(visit: Visit) -> Answer:
    """List when teammates paused and went on, the earliest first."""
    record = conversation_shapes.at(visit, visit.ids["id"])
    events = documents.every(visit.store, Query(HANDLING, parent=record["id"]))
    shown = [{name: one[name] for name in one if name != "id"} for one in events]
    return reply({"handling_events": shown})


def list_side_conversations(visit: Visit) -> Answer:
    """List what teammates talked about beside a conversation, by page."""
    record = conversation_shapes.at(visit, visit.ids["id"])
    number, size = visit.number("page", 1), visit.number("per_page", SIDE_SIZE, most=SIDE_MOST)
    query = Query(SIDE, parent=record["id"])
    total = documents.count(visit.store, query)
    found = documents.every(visit.store, query, limit=size, offset=(number - 1) * size)
    pages = {"type": "pages", "page": number, "per_page": size, "total_pages": -(-total // size)}
    shown = [side(visit, one) for one in found]
    head = {"type": "side_conversation.list", "side_conversations": shown}
    return reply({**head, "total_count": total, "pages": pages})


def side(visit: Visit, record: Record) -> dict[str, Any]:
    """A side conversation with its parts."""
    parts = documents.every(visit.store, Query(SIDE_PART, parent=record["id"]))
    shown = [{"type": PART, **one} for one in parts]
    identifier = record["id"]
    return {
        "side_conversation_id": identifier,
        "conversation_parts": shown,
        "total_count": len(parts),
    }


routes = (
    Route("POST", "/conversations/redact", redact),
    Route("POST", "/conversations/{id}/merge", merge, V2_16),
    Route("GET", "/conversations/{id}/handling_events", list_handling_events, V2_15, reads=True),
    Route(
        "GET", "/conversations/{id}/side_conversations", list_side_conversations, V2_16, reads=True
    ),
)
