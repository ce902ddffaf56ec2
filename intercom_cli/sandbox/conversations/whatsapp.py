"""WhatsApp messages: to whom they go, and how far they got."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations.conversation_bodies import required
from intercom_cli.sandbox.conversations.conversation_thread import by
from intercom_cli.sandbox.document_lists import cut
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import many, record, string
from intercom_cli.sandbox.paging import read_cursor
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, not_found
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

KIND = "whatsapp_message"
SIZE = 50
MOST = 100
# After how many seconds a message arrives.
ON_ITS_WAY = 20
PHONE = range(7, 16)  # digits
PARAMETER = record({"type": values.text, "text": string}, required=("type",))
COMPONENTS = many(record({"type": values.text, "parameters": many(PARAMETER)}, required=("type",)))


class PlainError(Refusal):
    """A refusal in the shape these operations have: one message, and no list."""

    def answer(self, request_id: str) -> Answer:
        """The refusal as an answer that names its request."""
        body = {"type": "error", "request_id": request_id, "message": self.faults[0].message}
        return reply(body, status=self.status, headers=self.headers)


def recipient(visit: Visit, sent: Record) -> Any:
    """The contact with a phone number, or else a new lead; or the contact that is named by id."""
    to = sent.get("to")
    if not isinstance(to, dict):
        raise missing("to not specified")
    if to.get("id") is not None:
        known = contact_rows.live(visit.store, values.check(to, {"id": values.identifier})["id"])
        if known["phone"] is None:
            raise invalid("The contact has no phone number", "to")
        return known
    required(to, "phone")
    phone = values.check(to, {"phone": values.identifier})["phone"].lstrip("+")
    if not phone.isascii() or not phone.isdecimal() or len(phone) not in PHONE:
        raise invalid("phone must be a number with its country's code", "phone")
    name = values.check(to, {"name": string}).get("name")
    sql = "SELECT * FROM contacts WHERE ltrim(phone, '+') = ? AND state = 'live' ORDER BY seq"
    row = visit.store.row(sql, (phone,))
    if row is None:
        made = contact_rows.add(visit, {"role": "lead", "phone": f"+{phone}", "name": name})
        row = visit.store.row("SELECT * FROM contacts WHERE seq = ?", (made,))
    return row


def text_of(sent: Record) -> str:
    """What a template says, with what was put into it."""
    required(sent, "template", "components")
    values.check(sent, {"template": values.text, "locale": values.text})
    parts = values.check(sent, {"components": COMPONENTS})["components"]
    texts = [one.get("text", "") for part in parts for one in part.get("parameters", [])]
    return " ".join([str(sent["template"]), *texts])


def keep(visit: Visit, message: Record, contact: Any, template: str) -> None:
    """Remember a message that was sent, to tell how far it got."""
    kept = {
        "id": f"wamid_{message['id']}",
        "conversation_id": message["conversation_id"],
        "user_id": contact["id"],
        "created_at": message["created_at"],
        "template_name": template,
        "type": "one_off",
        "error": None,
        "read_at": None,
    }
    documents.add(visit.store, KIND, kept)


def status(message: Record, now: int) -> tuple[str, int]:
    """How far a message got, and since when."""
    sent, read = message["created_at"], message["read_at"]
    arrived = sent + ON_ITS_WAY
    if now < arrived:
        return "sent", sent
    if message["error"] is not None:
        return "failed", arrived
    return ("read", read) if read is not None and read <= now else ("delivered", arrived)


def one(visit: Visit) -> Answer:
    """Tell how far one message got."""
    identifier = visit.call.parameter("message_id")
    if not identifier:
        raise PlainError(400, Fault("parameter_not_found", "message_id is required"))
    message = documents.get(visit.store, KIND, identifier)
    if message is None:
        raise not_found("Whatsapp message not found", "whatsapp_message_not_found")
    state, since = status(message, visit.now)
    shown = {
        "conversation_id": message["conversation_id"],
        "status": state,
        "type": message["type"],
        "created_at": message["created_at"],
        "updated_at": since,
        "template_name": message["template_name"],
        "message_id": message["id"],
    }
    return reply({**shown, "error": message["error"]} if state == "failed" else shown)


def of_ruleset(visit: Visit) -> Answer:
    """Tell how far each message of a set got, the latest first; an unknown set has none."""
    ruleset = visit.call.parameter("ruleset_id")
    if not ruleset:
        raise PlainError(400, Fault("parameter_not_found", "ruleset_id is required"))
    if not ruleset.isascii() or not ruleset.isdecimal():
        raise PlainError(400, Fault("parameter_invalid", "ruleset_id must be a number"))
    size = visit.number("per_page", SIZE, most=MOST)
    query = Query(KIND, parent=ruleset, order=by("created_at"), ascending=False)
    cursor = read_cursor(visit.call.parameter("starting_after"))
    found, following = cut(visit, query, cursor, size=size)
    total = documents.count(visit.store, query)
    pages: dict[str, Any] = {"type": "pages", "per_page": size, "total_pages": -(-total // size)}
    pages["next"] = None if following is None else {"starting_after": following.encode()}
    events = [event(message, visit.now) for message in found]
    head = {"type": "list", "ruleset_id": ruleset, "pages": pages}
    return reply({**head, "total_count": total, "events": events})


def event(message: Record, now: int) -> dict[str, Any]:
    """A message of a set as JSON."""
    state, since = status(message, now)
    return {
        "id": f"event_{message['id']}",
        "conversation_id": message["conversation_id"],
        "user_id": message["user_id"],
        "status": state,
        "type": message["type"],
        "created_at": message["created_at"],
        "updated_at": since,
        "whatsapp_message_id": message["id"],
        "template_name": message["template_name"],
    }


routes = (
    Route("GET", "/messages/whatsapp/status", one, V2_16, reads=True),
    Route("GET", "/messages/status", of_ruleset, V2_16, reads=True),
)
