"""Data events: what contacts did, one by one and counted."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.document_lists import address
from intercom_cli.sandbox.documents import Query
from intercom_cli.sandbox.people import contact_rows, event_rows
from intercom_cli.sandbox.people.event_metadata import metadata
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, no_contact
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 50
MOST = 150
DAYS = 90 * 86_400
NAMES = ("id", "user_id", "email")
ASKED = ("intercom_user_id", "user_id", "email")
AT = "json_extract(body, '$.at')"


def submit(visit: Visit) -> Answer:
    """Take an event in; the answer has no body. One that is known already changes nothing."""
    sent = visit.body()
    for name in ("event_name", "created_at"):
        if name not in sent:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    if not any(name in sent for name in NAMES):
        raise missing("id, user_id or email not specified")
    checks = {"event_name": values.text, "created_at": values.moment, "metadata": metadata}
    wanted = values.check(sent, {**checks, **dict.fromkeys(NAMES, values.text)})
    name = next(name for name in NAMES if name in wanted)
    contact = contact_rows.named(visit.store, name, wanted[name])
    if contact is None:
        raise no_contact()
    kept = wanted.get("metadata", {})
    event_rows.add(visit.store, contact["id"], wanted["event_name"], wanted["created_at"], kept)
    return Answer(202)


def list_events(visit: Visit) -> Answer:
    """The events of a contact in the last ninety days, the latest first; or how many of each."""
    contact = asked(visit)
    if visit.flag("summary"):
        query = Query(event_rows.SUMMARY, parent=contact["id"])
        found = [event_rows.counted(one) for one in documents.every(visit.store, query)]
        return reply({"type": "event.summary", "events": found, **person(contact)})
    return page(visit, contact)


def asked(visit: Visit) -> Any:
    """The contact whose events are asked for: of the type user, by exactly one name."""
    if visit.call.parameter("type") != "user":
        raise invalid("type must be user", "type")
    names = [name for name in ASKED if visit.call.parameter(name)]
    if len(names) != 1:
        raise missing("One of intercom_user_id, user_id, email must be specified")
    contact = contact_rows.named(visit.store, names[0], visit.call.parameter(names[0]) or "")
    if contact is None:
        raise no_contact()
    return contact


def page(visit: Visit, contact: Any) -> Answer:
    """One page; the address of the next one is in it when there is more."""
    size = visit.number("per_page", SIZE, most=MOST)
    limits = [("> ?", (visit.now - DAYS) * 1000)]
    for name, beyond in (("before", "< ?"), ("since", "> ?")):
        if visit.call.parameter(name) is not None:
            limits.append((beyond, millis(visit, name)))
    sql = " AND ".join(f"{AT} {beyond}" for beyond, _ in limits)
    query = Query(
        event_rows.KIND,
        parent=contact["id"],
        sql=sql,
        values=[value for _, value in limits],
        order=AT,
        ascending=False,
    )
    found = documents.every(visit.store, query, limit=size + 1)
    shown = [event_rows.shape(one) | named(contact) for one in found[:size]]
    pages = {}
    if len(found) > size:
        pages["next"] = address(visit, before=found[size - 1]["at"], per_page=size)
    return reply({"type": "event.list", "events": shown, "pages": pages})


def millis(visit: Visit, name: str) -> int:
    """A time of the query, in milliseconds."""
    given = visit.call.parameter(name) or ""
    if not given.isascii() or not given.isdecimal() or len(given) > len("1700000000000"):
        raise invalid(f"{name} must be a time in milliseconds", name)
    return int(given)


def person(contact: Any) -> dict[str, str]:
    """Whose events are counted; what is not known is empty text."""
    return {
        "email": contact["email"] or "",
        "intercom_user_id": contact["id"],
        "user_id": contact["external_id"] or "",
    }


def named(contact: Any) -> dict[str, str]:
    """Whose event it is; what is not known is left out."""
    found = {"user_id": contact["external_id"], "email": contact["email"]}
    return {name: value for name, value in found.items() if value}


def summarize(visit: Visit) -> Answer:
    """Set how often something happened, first and last; the answer has no body."""
    sent = visit.body()
    if "user_id" not in sent:
        raise missing("user_id not specified")
    given = sent.get("event_summaries")
    if not isinstance(given, dict):
        raise invalid("event_summaries must be an object", "event_summaries")
    checks = {"event_name": values.text, "count": values.small_integer}
    checks |= dict.fromkeys(("first", "last"), values.moment)
    wanted = values.check(given, checks)
    for name in checks:
        if name not in wanted:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    if wanted["count"] < 0 or wanted["first"] > wanted["last"]:
        raise invalid("count, first and last do not fit each other", "event_summaries")
    user = values.check(sent, {"user_id": values.text})["user_id"]
    contact = contact_rows.named(visit.store, "user_id", user)
    if contact is None:
        raise no_contact()
    event_rows.overwrite(visit.store, contact["id"], wanted)
    return Answer(200)


routes = (
    Route("POST", "/events", submit),
    Route("GET", "/events", list_events, reads=True),
    Route("POST", "/events/summaries", summarize),
)
