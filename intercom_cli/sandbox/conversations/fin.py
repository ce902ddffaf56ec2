"""Fin, the agent that answers by itself: a conversation is begun, goes on, and is rated.

Fin itself is not here. A conversation moves on by the clock: Fin thinks, replies, waits for the
user; and when the user is silent it is complete, and a rating is asked for, which can be given
for a day. What Fin would say is told by webhooks and events, which a sandbox does not send.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations.conversation_values import living
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.fields import string
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.visit import Route, Visit

KIND = "fin_conversation"
AUTHORS = ("user", "agent", "fin")
RATINGS = ("terrible", "bad", "ok", "good", "amazing")
MOST = 10
SILENCE = 300
WINDOW = 86_400
ADDRESSES = ("http://", "https://")
FILE = ("name", "content_type", "data")
EVENTS = "https://realtime.sandbox.example/event-stream"


class Complaint(Refusal):
    """A refusal in the shape of the rating's operation: what is wrong, by name."""

    def answer(self, request_id: str) -> Answer:
        """The refusal as an answer; it does not name its request in the body."""
        errors = {fault.field: fault.message for fault in self.faults}
        return reply({"errors": errors}, status=self.status, headers={"x-request-id": request_id})


def start(visit: Visit) -> Answer:
    """Begin a conversation, or begin it anew; what Fin is told is checked."""
    sent = visit.body()
    identifier = conversation_id(sent)
    stamp, user = heard(sent)
    about = object_in(sent, "conversation_metadata")
    history = about.get("history", [])
    if not isinstance(history, list) or len(history) > MOST:
        raise invalid(f"history must be a list of {MOST} messages at most", "history")
    for message in history:
        check_message(message)
    record = {"id": identifier, "heard_at": visit.now, "stamp": stamp, "rating": None}
    known = documents.get(visit.store, KIND, identifier) is not None
    keep = documents.save if known else documents.add
    keep(visit.store, KIND, {**record, "remark": None})
    return thinking(visit, identifier, user, object_in(about, "attributes"))


def go_on(visit: Visit) -> Answer:
    """Tell Fin what the user answered; one that is complete must be begun anew.

    The same message a second time changes nothing.
    """
    sent = visit.body()
    identifier = conversation_id(sent)
    stamp, user = heard(sent)
    record = documents.get(visit.store, KIND, identifier)
    if record is None:
        raise invalid("conversation_id is not known", "conversation_id")
    if record["heard_at"] + SILENCE <= visit.now:
        raise invalid("conversation is complete", "conversation_id")
    if stamp != record["stamp"]:
        record |= {"heard_at": visit.now, "stamp": stamp}
        documents.save(visit.store, KIND, record)
    return thinking(visit, identifier, user, {})


def thinking(visit: Visit, identifier: str, user: Record, about: Record) -> Answer:
    """Fin's first answer, with a word on each attribute that there is not."""
    now = datetime.fromtimestamp(visit.now, UTC).isoformat(timespec="milliseconds")
    channel = f"fin_agent_api:{visit.store.app_id}:{identifier}"
    shown = {
        "conversation_id": identifier,
        "user_id": user["id"],
        "status": "thinking",
        "created_at_ms": now.replace("+00:00", "Z"),
        "sse_subscription_url": f"{EVENTS}?channels={channel}",
    }
    rows = visit.store.rows("SELECT name FROM attributes WHERE model = 'contact' AND NOT archived")
    contact = strangers("User", object_in(user, "attributes"), {row["name"] for row in rows})
    known = {one["name"] for one in living(visit)}
    conversation = strangers("Conversation", about, known)
    errors = {"user": contact, "conversation": conversation}
    told = {name: {"attributes": found} for name, found in errors.items() if found}
    return reply({**shown, "errors": told} if told else shown)


def strangers(subject: str, given: Mapping[str, Any], known: set[str]) -> dict[str, str]:
    """What is wrong with attributes that nobody made."""
    unknown = [name for name in given if name not in known]
    return {name: f"{subject} attribute '{name}' does not exist" for name in unknown}


def conversation_id(sent: Record) -> str:
    """The conversation's id, which is the caller's own."""
    given = sent.get("conversation_id")
    if given in (None, ""):
        raise invalid("conversation_id is required")
    if not isinstance(given, str):
        raise invalid("conversation_id must be a string", "conversation_id")
    return given


def heard(sent: Record) -> tuple[str, Record]:
    """When the user spoke, and who it is."""
    stamp = check_message(sent.get("message"))
    user = sent.get("user")
    if not isinstance(user, dict) or not isinstance(user.get("id"), str) or not user["id"]:
        raise invalid("user is required" if user is None else "user must have an id", "user")
    values.check(user, {"name": string, "email": values.email})
    if len(object_in(user, "attributes")) > MOST:
        raise invalid(f"user can have {MOST} attributes at most", "attributes")
    check_files(sent.get("attachments", []))
    return stamp, user


def check_message(message: Any) -> str:
    """A message: who, what, when. The time tells messages apart."""
    if not isinstance(message, dict):
        raise invalid("message is required", "message")
    for name in ("author", "body", "timestamp"):
        if not isinstance(message.get(name), str) or not message[name]:
            raise invalid(f"{name} is required", name)
    if message["author"] not in AUTHORS:
        raise invalid(f"author must be one of: {', '.join(AUTHORS)}", "author")
    try:
        datetime.fromisoformat(message["timestamp"])
    except ValueError as error:
        raise invalid("timestamp must be a date and time", "timestamp") from error
    return str(message["timestamp"])


def check_files(files: Any) -> None:
    """The files that come along: at most ten, each with an address or with its bytes."""
    if not isinstance(files, list) or len(files) > MOST:
        raise invalid(f"attachments must be a list of {MOST} at most", "attachments")
    for one in files:
        kind = one.get("type") if isinstance(one, dict) else None
        needed = {"url": ("url",), "file": FILE}.get(str(kind))
        if needed is None:
            raise invalid("type must be one of: url, file", "attachments")
        for name in needed:
            if not isinstance(one.get(name), str) or not one[name]:
                raise invalid(f"{name} is required", "attachments")
        if kind == "url" and not one["url"].startswith(ADDRESSES):
            raise invalid("url must be an address", "attachments")


def object_in(sent: Mapping[str, Any], name: str) -> dict[str, Any]:
    """An object inside another one; empty when it is not there."""
    given = sent.get(name, {})
    if not isinstance(given, dict):
        raise invalid(f"{name} must be an object", name)
    return given


def rate(visit: Visit) -> Answer:
    """Rate a conversation. Once there is a remark the rating stays as it is."""
    sent = visit.body()
    given = sent.get("conversation_id")
    record = documents.get(visit.store, KIND, given) if isinstance(given, str) else None
    if record is None:
        message = "Conversation not found for the given external_conversation_id"
        raise complaint("external_conversation_id", message)
    rating, remark = sent.get("rating"), sent.get("remark")
    if rating not in RATINGS:
        raise complaint("rating", "Rating isn't an option")
    if remark is not None and not isinstance(remark, str):
        raise complaint("remark", "Remark must be a string")
    asked_at = record["heard_at"] + SILENCE
    if visit.now < asked_at:
        raise complaint("base", "No rating survey found for this conversation")
    if rating != record["rating"] or remark:
        allow_change(record, asked_at, visit.now)
        documents.save(visit.store, KIND, {**record, "rating": rating, "remark": remark or None})
    return reply({"conversation_id": record["id"], "rating": rating, "status": "rated"})


def allow_change(record: Record, asked_at: int, now: int) -> None:
    """Refuse to change a rating that is locked or too old."""
    if record["remark"] is not None:
        message = "This rating can no longer be changed because a remark has already been submitted"
        raise complaint("base", message)
    if now > asked_at + WINDOW:
        raise complaint("base", "The rating window for this conversation has closed")


def complaint(name: str, message: str) -> Complaint:
    """Refuse a rating: 422."""
    return Complaint(422, Fault("data_invalid", message, name))


routes = (
    Route("POST", "/fin/start", start),
    Route("POST", "/fin/reply", go_on),
    Route("POST", "/fin/csat", rate),
)
