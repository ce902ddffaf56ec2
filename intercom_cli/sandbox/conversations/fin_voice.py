"""Fin Voice: calls of other telephone systems, matched to calls in this workspace.

A registered call is matched to the latest call with the same number, when there is one. Until
it is matched it cannot be read.
"""

from __future__ import annotations

import re
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.conversations import calls
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import Fault, Refusal, not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_15
from intercom_cli.sandbox.visit import Route, Visit

KIND = "fin_voice"
SOURCES = ("five9", "zoom_phone", "aws_connect")
E164 = re.compile(r"\+[1-9]\d{6,14}")
WORKSPACE = 12_345
SUMMARY = 256


def phone(value: Any) -> str:
    """A phone number in the E.164 form."""
    if not isinstance(value, str) or not E164.fullmatch(value):
        raise values.Unfit("must be a phone number in E.164 format")
    return value


def source(value: Any) -> str:
    """One of the telephone systems that are known."""
    if value not in SOURCES:
        raise values.Unfit(f"must be one of {', '.join(SOURCES)}")
    return str(value)


def extra(value: Any) -> Record | None:
    """An object of whatever else is known, or null."""
    if value is not None and not isinstance(value, dict):
        raise values.Unfit("must be an object")
    return value


CHECKS: dict[str, values.Check] = {
    "phone_number": phone,
    "call_id": values.text,
    "source": source,
    "data": extra,
}


def register(visit: Visit) -> Answer:
    """Register a call; the same call twice is a conflict."""
    sent = visit.body()
    for name in ("phone_number", "call_id"):
        if name not in sent:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    wanted = values.check(sent, CHECKS)
    if by(visit.store, "call_id", wanted["call_id"]):
        raise Refusal(409, Fault("conflict", "This call is registered already", "call_id"))
    record = {"source": "aws_connect", "data": None, **wanted, "created_at": visit.now}
    return reply(shape(visit.store, add(visit.store, record)))


def add(store: Store, record: Record) -> Record:
    """Keep a registration, matched if there is a call to match."""
    sql, order = "json_extract(body, '$.phone') = ?", "json_extract(body, '$.created_at')"
    query = Query(calls.KIND, sql=sql, values=(record["phone_number"],), order=order)
    found = documents.every(store, query)
    matched = found[-1]["id"] if found else None
    return documents.add(store, KIND, {**record, "intercom_call_id": matched})


def by(store: Store, name: str, value: str) -> list[Record]:
    """The registrations with a value, in the order in which they came."""
    sql = f"json_extract(body, '$.{name}') = ?"
    return documents.every(store, Query(KIND, sql=sql, values=(value,)))


def by_id(visit: Visit) -> Answer:
    """Show a registered call by its own id."""
    record = documents.get(visit.store, KIND, visit.ids["id"])
    return latest(visit, [] if record is None else [record])


def by_external_id(visit: Visit) -> Answer:
    """Show a registered call by the id that its telephone system gave it."""
    return latest(visit, by(visit.store, "call_id", visit.ids["external_id"]))


def by_phone_number(visit: Visit) -> Answer:
    """Show the latest registered call of a number."""
    return latest(visit, by(visit.store, "phone_number", visit.ids["phone_number"]))


def latest(visit: Visit, found: list[Record]) -> Answer:
    """The latest that was matched. Raises Refusal 404 when none was."""
    matched = [one for one in found if one["intercom_call_id"] is not None]
    if not matched:
        raise not_found("Call not found")
    return reply(shape(visit.store, matched[-1]))


def by_conversation(visit: Visit) -> Answer:
    """All matched calls of a conversation, as a bare list; none is no fault."""
    records = documents.every(visit.store, Query(KIND))
    shown = [shape(visit.store, one) for one in records]
    wanted = visit.ids["conversation_id"]
    return reply([one for one in shown if one["intercom_conversation_id"] == wanted])


def shape(store: Store, record: Record) -> dict[str, Any]:
    """A registered call as JSON, with what the matched call knows."""
    matched = record["intercom_call_id"]
    found = None if matched is None else documents.get(store, calls.KIND, matched)
    said = [] if found is None else found["transcript"]
    return {
        "id": int(record["id"]),
        "app_id": WORKSPACE,
        "user_phone_number": record["phone_number"],
        "status": "registered" if found is None else found["state"],
        "intercom_call_id": matched,
        "external_call_id": record["call_id"],
        "intercom_conversation_id": None if found is None else found["conversation_id"],
        "call_transcript": said,
        "call_summary": " ".join(line["text"] for line in said)[:SUMMARY],
        "intent": [],
    }


routes = (
    Route("POST", "/fin_voice/register", register, V2_15),
    Route("GET", "/fin_voice/collect/{id}", by_id, V2_15, reads=True),
    Route("GET", "/fin_voice/external_id/{external_id}", by_external_id, V2_15, reads=True),
    Route("GET", "/fin_voice/phone_number/{phone_number}", by_phone_number, V2_15, reads=True),
    Route("GET", "/fin_voice/conversation/{conversation_id}", by_conversation, V2_15, reads=True),
)
