"""Tickets, calls, visitors and events: a walk through every operation, and what differs."""

from __future__ import annotations

from typing import Any

from described import Deviation
from walk import Walk

from intercom_cli.sandbox import documents

NOBODY = "0123456789abcdef01234567"
ADMIN = "991267460"
TEAM = "1"
UUID = "0df48b85-9a93-4c66-a167-753eff0baaec"
GIVEN = {"_default_title_": "example", "_default_description_": "there is a problem"}


def walk() -> Walk:
    """Go through all of it."""
    way = Walk(contacts=60)
    kinds = ticket_types(way)
    tickets(way, kinds)
    replies(way, kinds)
    tags(way, kinds)
    links(way, kinds)
    conversions(way, kinds)
    calls(way)
    fin_voice(way)
    switch(way)
    visitors(way)
    events(way)
    refusals(way)
    return way


def ticket_types(way: Walk) -> dict[str, Any]:
    """The ticket types by category, with what the walk adds to them."""
    way.get("/ticket_states")
    seeded = way.get("/ticket_types")["data"]
    kinds = {kind["category"]: kind for kind in seeded}
    wanted = {"name": "Customer issue", "description": "x", "icon": "🎟️", "category": "Back-office"}
    made = way.post("/ticket_types", {**wanted, "is_internal": True})
    way.post("/ticket_types", {"name": "Bare"})
    way.get(f"/ticket_types/{made['id']}")
    kinds["other"] = way.put(f"/ticket_types/{made['id']}", {"name": "Issue", "archived": False})
    home = f"/ticket_types/{kinds['Back-office']['id']}/attributes"
    for kind, more in (
        ("string", {"multiline": True, "required_to_create": False}),
        ("list", {"list_items": "Low, High"}),
        ("files", {"allow_multiple_values": True}),
        ("integer", {}),
        ("decimal", {"visible_to_contacts": False}),
        ("boolean", {"visible_on_create": False}),
        ("datetime", {"required_to_create_for_contacts": False}),
    ):
        body = {"name": f"Walk {kind}", "description": "x", "data_type": kind, **more}
        attribute = way.post(home, body)["id"]
    way.put(f"{home}/{attribute}", {"description": "New", "archived": False})
    must = {"name": "Severity", "description": "x", "data_type": "string"}
    other = f"/ticket_types/{made['id']}/attributes"
    way.post(other, {**must, "required_to_create": True})
    return kinds


def person(way: Walk, number: int = 0) -> str:
    """A seeded contact's id."""
    found: str = way.ok("GET", "/contacts?per_page=20")["data"][number]["id"]
    return found


def new_ticket(way: Walk, kind: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A ticket of a type."""
    contacts = more.pop("contacts", None) or [{"id": person(way)}]
    body = {"ticket_type_id": kind["id"], "contacts": contacts, **more}
    made: dict[str, Any] = way.post("/tickets", body)
    return made


def tickets(way: Walk, kinds: dict[str, Any]) -> None:
    kind, other = kinds["Back-office"], kinds["other"]
    company = way.ok("POST", "/companies/list?per_page=1")["data"][0]["id"]
    full = {"company_id": company, "created_at": int(way.now) - 60, "skip_notifications": True}
    full["assignment"] = {"admin_assignee_id": ADMIN, "team_assignee_id": TEAM}
    new_ticket(way, kind, ticket_attributes=GIVEN, **full)
    made = new_ticket(way, kind, ticket_attributes={"_default_title_": "only"})["id"]
    way.get(f"/tickets/{made}")
    photo = {"name": "photo.png", "content_type": "image/png", "data": "aGFyYm9y"}
    states = [state["id"] for state in kind["ticket_states"]["data"]]
    change = {
        "ticket_attributes": {**GIVEN, "Walk list": "High", "Walk files": [photo]},
        "ticket_state_id": states[1],
        "company_id": company,
        "open": True,
        "is_shared": True,
        "snoozed_until": int(way.now) + 86_400,
        "admin_id": int(ADMIN),
        "assignee_id": ADMIN,
        "skip_notifications": True,
    }
    way.put(f"/tickets/{made}", change)
    way.put(f"/tickets/{made}", {"open": False, "assignee_id": "0"})
    way.put(f"/tickets/{made}", {"assignee_id": "123"}, 404)
    way.put(f"/tickets/{made}", {"admin_id": 123}, 404)
    way.put(f"/tickets/{made}", {"ticket_state_id": "0"}, 400)
    changing(way, made, kind, other)
    way.delete(f"/tickets/{made}")
    way.delete(f"/tickets/{made}", 404)
    job = {"ticket_type_id": kind["id"], "contacts": [{"email": "new@acme.test"}]}
    way.post("/tickets/enqueue", job)
    way.post("/tickets/enqueue", {**job, "ticket_type_id": other["id"]}, 400)
    query = {"field": "created_at", "operator": ">", "value": "1306054154"}
    both = {"query": {"operator": "AND", "value": [query]}, "pagination": {"per_page": 5}}
    page = way.post("/tickets/search", both)
    following = page["pages"]["next"]["starting_after"]
    way.post("/tickets/search", {**both, "pagination": {"starting_after": following}})


def changing(way: Walk, made: str, kind: dict[str, Any], other: dict[str, Any]) -> None:
    """Give a ticket another type, after every way in which that can fail."""
    home = f"/tickets/{made}/change_type"
    custom = kind["ticket_states"]["data"][-1]["id"]
    common = kind["ticket_states"]["data"][0]["id"]
    wanted = {"ticket_type_id": other["id"], "ticket_state_id": common}
    way.post(home, {"ticket_state_id": common}, 400)
    way.post(home, {"ticket_type_id": other["id"]}, 400)
    way.post(home, {**wanted, "ticket_type_id": kind["id"]}, 400)
    way.post(home, {**wanted, "ticket_state_id": custom}, 400)
    way.post(home, {**wanted, "ticket_attributes": {"Priority": "x"}}, 400)
    way.post(home, {**wanted, "ticket_attributes": {"Severity": "high"}})
    way.post(f"/tickets/{NOBODY}/change_type", wanted, 404)


def replies(way: Walk, kinds: dict[str, Any]) -> None:
    email = way.contact(email="asks@acme.test", external_id="asks")
    asks = [{"external_id": "asks"}]
    made = new_ticket(way, kinds["Customer"], contacts=asks)["id"]
    home = f"/tickets/{made}/reply"
    said = {"message_type": "comment", "type": "user", "body": "Thanks again :)"}
    files = ["https://files.example/a.png"]
    way.post(home, {**said, "intercom_user_id": email["id"], "attachment_urls": files})
    way.post(home, {**said, "user_id": "asks"})
    way.post(home, {**said, "email": "asks@acme.test", "created_at": int(way.now) - 5})
    way.post(home, {**said, "intercom_user_id": NOBODY}, 404)
    admin = {"type": "admin", "admin_id": ADMIN}
    way.post(home, {**admin, "message_type": "note", "body": "<h2>List</h2><ul><li>Milk</li></ul>"})
    choice = [{"text": "Yes", "uuid": UUID}]
    way.post(home, {**admin, "message_type": "quick_reply", "reply_options": choice})
    way.post(home, {**admin, "message_type": "comment", "body": "x", "skip_notifications": True})
    office = new_ticket(way, kinds["Back-office"], contacts=asks)["id"]
    way.post(f"/tickets/{office}/reply", {**said, "user_id": "asks"}, 400)
    crossed = {**admin, "message_type": "note", "body": "x", "cross_post": True}
    way.post(f"/tickets/{office}/reply", crossed)
    way.post(f"/tickets/{NOBODY}/reply", {**said, "user_id": "asks"}, 404)


def tags(way: Walk, kinds: dict[str, Any]) -> None:
    made = new_ticket(way, kinds["Customer"])["id"]
    way.post(f"/tickets/{made}/tags", {"id": "1", "admin_id": ADMIN})
    way.post(f"/tickets/{NOBODY}/tags", {"id": "1", "admin_id": ADMIN}, 404)
    way.delete(f"/tickets/{made}/tags/1", body={"admin_id": ADMIN})
    way.delete(f"/tickets/{made}/tags/1", 404, body={"admin_id": ADMIN})
    way.delete(f"/tickets/{NOBODY}/tags/1", 404, body={"admin_id": ADMIN})


def talk(way: Walk, number: int) -> str:
    """A seeded conversation's id."""
    page = way.ok("GET", "/conversations?per_page=150")["conversations"]
    found: str = [one["id"] for one in page if not one["linked_objects"]["data"]][number]
    return found


def links(way: Walk, kinds: dict[str, Any]) -> None:
    one, two = (new_ticket(way, kinds["Tracker"])["id"] for _ in range(2))
    customer = new_ticket(way, kinds["Customer"])["id"]
    free = talk(way, 0)
    home = f"/tickets/{one}/linked_conversations"
    way.post(home, {"conversation_id": free})
    way.post(home, {"conversation_id": customer})
    way.get(f"/tickets/{one}")
    way.post(f"/tickets/{two}/linked_conversations", {"conversation_id": free}, 400)
    way.post(home, {}, 400)
    way.post(f"/tickets/{customer}/linked_conversations", {"conversation_id": free}, 400)
    way.post(home, {"conversation_id": "404"}, 404)
    way.post(f"/tickets/{NOBODY}/linked_conversations", {"conversation_id": free}, 404)
    way.delete(f"{home}/{customer}")
    way.delete(f"{home}/{free}")
    way.delete(f"{home}/{free}", 404)
    way.delete(f"/tickets/{customer}/linked_conversations/{free}", 400)
    way.delete(f"/tickets/{NOBODY}/linked_conversations/{free}", 404)
    full(way, one, free)


def full(way: Walk, tracker: str, free: str) -> None:
    """A tracker with as many links as it can have, which are written down at once."""
    store = way.sandbox.store
    ticket = documents.get(store, "ticket", tracker)
    assert ticket is not None
    link = {"type": "conversation", "category": None}
    ticket["linked"] = [{**link, "id": f"full-{number}"} for number in range(2500)]
    documents.save(store, "ticket", ticket)
    way.post(f"/tickets/{tracker}/linked_conversations", {"conversation_id": free}, 400)


def conversions(way: Walk, kinds: dict[str, Any]) -> None:
    home = f"/conversations/{talk(way, 1)}/convert"
    state = kinds["Customer"]["ticket_states"]["data"][0]["id"]
    way.post(home, {"ticket_type_id": kinds["Back-office"]["id"]}, 400)
    wanted = {"ticket_type_id": kinds["Customer"]["id"], "ticket_state_id": state}
    way.post(home, {**wanted, "attributes": GIVEN})


def calls(way: Walk) -> None:
    found = way.get("/calls?page=1&per_page=10")["data"]
    conversation = found[0]["conversation_id"]
    heard = next(call["id"] for call in found if call["recording_url"])
    silent = next(call["id"] for call in found if not call["transcription_url"])
    way.get(f"/calls/{heard}")
    way.get("/calls/404", 404)
    way.step(302, "GET", f"/calls/{heard}/recording")
    way.get(f"/calls/{silent}/recording", 404)
    way.step(200, "GET", f"/calls/{heard}/transcript")
    way.get(f"/calls/{silent}/transcript", 404)
    way.post("/calls/search", {"conversation_ids": [conversation]})
    way.post("/calls/search", {"conversation_ids": []}, 400)


def fin_voice(way: Walk) -> None:
    body = {"phone_number": "+12125550100", "call_id": "walk-1", "source": "five9", "data": {}}
    made = way.post("/fin_voice/register", body)
    way.post("/fin_voice/register", body, 409)
    way.post("/fin_voice/register", {"call_id": "walk-2"}, 400)
    way.post("/fin_voice/register", {"phone_number": "+12125550199", "call_id": "walk-3"})
    way.get(f"/fin_voice/collect/{made['id']}")
    way.get("/fin_voice/collect/404", 404)
    way.get("/fin_voice/external_id/walk-1")
    way.get("/fin_voice/external_id/walk-3", 404)
    way.get("/fin_voice/phone_number/+12125550199", 404)
    way.get(f"/fin_voice/conversation/{made['intercom_conversation_id']}")


def switch(way: Walk) -> None:
    phone = {"phone": "+353832345678"}
    way.post("/phone_call_redirects", {**phone, "custom_attributes": {"plan": "team"}})
    way.post("/phone_call_redirects", {"phone": "12"}, 400)
    way.post("/phone_call_redirects", {**phone, "custom_attributes": {"nope": "x"}}, 422)


def visitors(way: Walk) -> None:
    way.get("/visitors?user_id=harbor-visitor-1")
    way.get("/visitors?user_id=nobody", 404)
    named = {"user_id": "harbor-visitor-1", "name": "Gareth", "custom_attributes": {"plan": "pro"}}
    way.put("/visitors", named)
    way.put("/visitors", {"user_id": "fail", "name": "x"}, 404)
    user = {"user_id": "walk-visitor", "email": "foo@bar.example"}
    way.post(
        "/visitors/convert",
        {"type": "user", "user": user, "visitor": {"user_id": "harbor-visitor-1"}},
    )


def events(way: Walk) -> None:
    way.contact(email="does@acme.test", external_id="does")
    event = {"event_name": "walked", "user_id": "does"}
    for number in range(3):
        way.post("/events", {**event, "created_at": int(way.now) - number}, 202)
    rich = {
        "a": 3.67,
        "article": {"url": "https://a.example", "value": "x"},
        "due_date": 1392036272,
    }
    way.post("/events", {**event, "created_at": int(way.now) - 9, "metadata": rich}, 202)
    way.get("/events?type=user&user_id=does&per_page=2")
    way.get("/events?type=user&email=does@acme.test&summary=true")
    summary = {"event_name": "walked", "count": 9, "first": 1, "last": int(way.now)}
    way.post("/events/summaries", {"user_id": "does", "event_summaries": summary})


def refusals(way: Walk) -> None:
    """Every operation that describes it, once without a good token."""
    for operation in [one for one in list(way.reached) if one not in UNTOLD]:
        method, path = operation.split(" ")
        target = "/".join(NOBODY if part.startswith("{") else part for part in path.split("/"))
        way.step(401, method, target, authorization="Bearer bm9ib2R5")


# A bad token is 401 everywhere; these do not say so.
UNTOLD = frozenset(
    {
        "GET /calls/{call_id}/transcript",
        "GET /fin_voice/collect/{id}",
        "GET /fin_voice/external_id/{external_id}",
        "POST /conversations/{conversation_id}/convert",
        "POST /fin_voice/register",
        "POST /tickets/search",
    }
)


TYPED = (
    r"GET /ticket_(types|states)|(GET|PUT|POST) /ticket_types.*|(GET|PUT|POST) /tickets.*"
    r"|POST /conversations/.*/convert"
)
LINKED = r"(POST|DELETE) /tickets/\{ticket_id\}/linked_conversations.*"


def deviations() -> list[Deviation]:
    return [
        Deviation(
            TYPED,
            "200",
            r"(.*\.)?(is_internal|ticket_type_attributes\.data)",
            "Examples of every ticket type: is_internal, and attributes under data; "
            "its schema has neither.",
        ),
        Deviation(
            r"POST /tickets/search",
            "200",
            r"pages\.next\.page",
            'Documentation of cursor pagination: "next":{"page":2,"starting_after":"WzE3…"}.',
        ),
        Deviation(
            r"POST /tickets/\{ticket_id\}/reply",
            "200",
            "app_package_code",
            "Example of replyTicket has it, as parts do; the schema of the reply does not.",
        ),
        Deviation(
            LINKED,
            "200",
            r"ticket|topics|ai_agent|custom_attributes\.(is_outage|refund_amount)",
            "Examples of conversations have ticket and topics; ai_agent is nullable beside a "
            "reference; attributes of conversations can be true or false, as their types say.",
        ),
        Deviation(
            r"GET /events",
            "request",
            "",
            "The text of lisDataEvents: user_id, email and intercom_user_id are plain parameters.",
        ),
        Deviation(
            r"GET /events",
            "200",
            r"type|pages|events\.\*\..*",
            "The schema is that of the summary; data_event_list, which nothing else uses, "
            "describes the list.",
        ),
        Deviation(
            r"POST /events",
            "request",
            r"metadata\..*",
            "The text of createDataEvent: numbers, times, links and amounts are allowed.",
        ),
        Deviation(
            r"POST /phone_call_redirects",
            "200",
            "url",
            "Example of createPhoneSwitch: the address of the link is what it answers.",
        ),
        Deviation(
            r"(GET|PUT) /visitors",
            "200",
            "email|last_request_at",
            "Examples of visitors: email is empty text, and last_request_at is spelt right.",
        ),
        Deviation(
            r"POST /visitors/convert",
            "200",
            r"(companies|notes|tags|social_profiles)\.type|location\.co\w+_code"
            r"|opted_(in|out)_subscription_types|utm_\w+|referrer|enabled_push_messaging",
            "Example of convertVisitor has them; the schema of contacts does not.",
        ),
    ]


NOT_SHOWN: dict[str, dict[str, str]] = {
    "POST /tickets/{ticket_id}/change_type": {
        "ticket_state_": "labels beside a state that is a word: the shape of older versions",
    },
}
NOT_TOLD = {
    "api_plan_restricted": "this workspace has a plan that includes all of this",
}
NOT_REACHED = {
    "DELETE /tickets/{ticket_id}": {"403": "this workspace has a plan that includes all of this"},
}
