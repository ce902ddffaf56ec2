"""Conversations: answers and notes, and what teammates do with a conversation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import conversation_shapes, conversation_thread
from intercom_cli.sandbox.conversations.conversation_bodies import (
    admin_named,
    attachments,
    body_required,
    contact_named,
    met,
    moment_of,
    one_of,
    required,
    team_exists,
)
from intercom_cli.sandbox.conversations.conversation_thread import KIND, by, contact_author, settle
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import boolean, string
from intercom_cli.sandbox.refusals import invalid, missing, not_found
from intercom_cli.sandbox.rich_text import html, paragraphs
from intercom_cli.sandbox.visit import Route, Visit

LAST = "last"


def add_reply(visit: Visit) -> Answer:
    """Answer as a contact or as an admin, or write a note."""
    sent = visit.body()
    if one_of(sent, "type", ("admin", "user")) == "user":
        record = contact_reply(visit, sent)
    else:
        record = admin_reply(visit, sent)
    documents.save(visit.store, KIND, record)
    return reply(conversation_shapes.whole(visit, record))


def contact_reply(visit: Visit, sent: Record) -> Record:
    """Answer as a contact, who must take part in the conversation, and cannot write notes."""
    kind = one_of(sent, "message_type", ("comment", "quick_reply"))
    contact = contact_named(visit, sent)
    record = wanted(visit, contact["id"])
    if contact["id"] not in record["contact_ids"]:
        raise not_found("User Not Found")
    text, files = text_of(sent), attachments(sent)
    chosen = options_of(sent)
    if kind == "quick_reply" and not chosen:
        raise missing("reply_options not specified")
    if text is None and chosen:
        text = chosen[0]["text"]
    if text is None and not files:
        raise body_required()
    more: Record = {"body": text and paragraphs(text), "attachments": files}
    if chosen:
        more["metadata"] = {"quick_reply_uuid": chosen[0]["uuid"]}
    author, moment = contact_author(contact), moment_of(visit, sent)
    conversation_thread.contact_says(visit.store, record, author, moment, **more)
    met(visit, contact, "last_replied_at", moment)
    return record


def admin_reply(visit: Visit, sent: Record) -> Record:
    """Answer as an admin, or write a note that contacts do not see."""
    kind = one_of(sent, "message_type", ("comment", "note", "quick_reply"))
    author = admin_named(visit, sent)
    values.check(sent, {"skip_notifications": boolean})
    record = wanted(visit, None)
    text, files, options = text_of(sent), attachments(sent), options_of(sent)
    if kind == "quick_reply" and not options:
        raise missing("reply_options not specified")
    if kind != "quick_reply" and text is None:
        raise body_required()
    more: Record = {"body": text and html(text), "attachments": files}
    if options:
        more["metadata"] = {"quick_reply_options": options}
    moment = moment_of(visit, sent)
    if kind == "note":
        conversation_thread.append(visit.store, record, kind, author, moment, **more)
    else:
        conversation_thread.admin_says(visit.store, record, author, moment, kind, **more)
    return record


def wanted(visit: Visit, contact: str | None) -> Record:
    """The conversation of the path; the word ``last`` is the contact's, or anybody's, latest."""
    identifier = visit.ids["conversation_id"]
    if identifier != LAST:
        return conversation_shapes.at(visit, identifier)
    query = Query(KIND, order=by("updated_at"), ascending=False)
    if contact is not None:
        inside = "EXISTS (SELECT 1 FROM json_each(body, '$.contact_ids') WHERE value = ?)"
        query = Query(KIND, sql=inside, values=(contact,), order=query.order, ascending=False)
    latest = documents.every(visit.store, query, limit=1)
    if not latest:
        raise not_found()
    return settle(latest[0], visit.now)


def text_of(sent: Record) -> str | None:
    """The text that was sent; text without a word is none."""
    text = values.check(sent, {"body": string}).get("body")
    return text if text and text.strip() else None


def options_of(sent: Record) -> list[dict[str, str]]:
    """The quick replies in a body: each with a text and a UUID."""
    given = sent.get("reply_options", [])
    if not isinstance(given, list) or not all(is_option(one) for one in given):
        raise invalid("reply_options must have a text and a uuid each", "reply_options")
    return [{"text": one["text"], "uuid": one["uuid"]} for one in given]


def is_option(given: Any) -> bool:
    """Whether this is a quick reply."""
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(text, str) or not text.strip():
        return False
    try:
        return str(UUID(str(given.get("uuid")))) == str(given["uuid"]).lower()
    except ValueError:
        return False


def manage(visit: Visit) -> Answer:
    """Close, put off, open or assign a conversation."""
    record = conversation_shapes.at(visit, visit.ids["conversation_id"])
    sent = visit.body()
    act = ACTIONS[one_of(sent, "message_type", tuple(ACTIONS))]
    act(visit, record, sent)
    documents.save(visit.store, KIND, record)
    return reply(conversation_shapes.whole(visit, record))


def close(visit: Visit, record: Record, sent: Record) -> None:
    """Close, with a last word if there is one."""
    one_of(sent, "type", ("admin",))
    author, text = admin_named(visit, sent), text_of(sent)
    body = text and html(text)
    conversation_thread.close(visit.store, record, author, visit.now, body=body)


def snooze(visit: Visit, record: Record, sent: Record) -> None:
    """Put off until a time to come."""
    author = admin_named(visit, sent)
    required(sent, "snoozed_until")
    until = values.check(sent, {"snoozed_until": values.moment})["snoozed_until"]
    if until <= visit.now:
        raise invalid("snoozed_until must be in the future", "snoozed_until")
    conversation_thread.snooze(visit.store, record, author, visit.now, until)


def reopen(visit: Visit, record: Record, sent: Record) -> None:
    """Open again."""
    author = admin_named(visit, sent)
    conversation_thread.reopen(visit.store, record, author, visit.now)


def assign(visit: Visit, record: Record, sent: Record) -> None:
    """Give to an admin, a team, or nobody."""
    kind = one_of(sent, "type", ("admin", "team"))
    author, text = admin_named(visit, sent), text_of(sent)
    required(sent, "assignee_id")
    to = values.check(sent, {"assignee_id": values.identifier})["assignee_id"]
    if to != "0":
        if kind == "admin":
            admin_named(visit, sent, "assignee_id")
        elif not team_exists(visit.store, to):
            raise not_found("Team not found", "team_not_found")
    assignee = {"type": kind, "id": to}
    body = text and html(text)
    conversation_thread.assign(visit.store, record, author, visit.now, assignee, body=body)


ACTIONS: dict[str, Callable[[Visit, Record, Record], None]] = {
    "close": close,
    "snoozed": snooze,
    "open": reopen,
    "assignment": assign,
}

routes = (
    Route("POST", "/conversations/{conversation_id}/reply", add_reply),
    Route("POST", "/conversations/{conversation_id}/parts", manage),
)
