"""Whatever is sent about tickets, calls, visitors and events: an answer, and never a 500."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk
from hypothesis import given, settings
from hypothesis import strategies as st
from test_random_input import LIGHT, bodies, filters, groups, values

from intercom_cli.sandbox.tickets.ticket_search import FIELDS

DESK = Desk(contacts=30)
FEWER = settings(LIGHT, max_examples=30)

PERSON = DESK.contact(email="random@acme.test", external_id="random")["id"]
KINDS = {one["category"]: one["id"] for one in DESK.ok("GET", "/ticket_types")["data"]}
KIND = KINDS["Customer"]
TICKET = DESK.ok("POST", "/tickets", {"ticket_type_id": KIND, "contacts": [{"id": PERSON}]})["id"]
TRACKER = DESK.ok(
    "POST", "/tickets", {"ticket_type_id": KINDS["Tracker"], "contacts": [{"id": PERSON}]}
)["id"]
TALK = DESK.ok("GET", "/conversations")["conversations"][-1]["id"]


def some(known: dict[str, Any], *names: str) -> st.SearchStrategy[Any]:
    """A body that is right but for some of its members."""
    return bodies(*names, *known).map(lambda body: known | body) | bodies(*names, *known)


ATTRIBUTES = bodies("_default_title_", "Urgency", "Seats affected", "Refund", "Screenshots")
CHANGE = bodies(
    "ticket_state_id", "company_id", "open", "is_shared", "snoozed_until", "admin_id", "assignee_id"
)
REPLY = {"message_type": "note", "type": "admin", "admin_id": "991267459", "body": "x"}
MOMENT = int(DESK.now)
POSTS = {
    "/tickets": some(
        {"ticket_type_id": KIND, "contacts": [{"id": PERSON}]},
        "ticket_attributes",
        "company_id",
        "created_at",
        "assignment",
        "conversation_to_link_id",
    ),
    "/tickets/enqueue": some({"ticket_type_id": KIND, "contacts": [{"id": PERSON}]}, "created_at"),
    f"/tickets/{TICKET}/reply": some(
        REPLY, "attachment_urls", "attachment_files", "reply_options", "email", "created_at"
    ),
    f"/tickets/{TICKET}/tags": some({"id": "1", "admin_id": "991267459"}),
    f"/tickets/{TRACKER}/linked_conversations": some({"conversation_id": TALK}),
    f"/tickets/{TICKET}/change_type": some(
        {"ticket_type_id": KIND, "ticket_state_id": "8101"}, "ticket_attributes"
    ),
    f"/conversations/{TALK}/convert": some({"ticket_type_id": KIND}, "attributes"),
    "/ticket_types": some({"name": "Random"}, "category", "icon", "is_internal", "description"),
    f"/ticket_types/{KIND}/attributes": some(
        {"name": "Random", "description": "x", "data_type": "list"}, "list_items", "multiline"
    ),
    "/calls/search": some({"conversation_ids": [TALK]}),
    "/fin_voice/register": some({"phone_number": "+12125550100", "call_id": "1"}, "source", "data"),
    "/visitors/convert": some(
        {"type": "user", "user": {"user_id": "r"}, "visitor": {"user_id": "r"}}
    ),
    "/events": some(
        {"event_name": "x", "created_at": MOMENT, "user_id": "random"}, "metadata", "email"
    ),
    "/events/summaries": some({"user_id": "random", "event_summaries": {}}),
}


def check(method: str, target: str, body: Any = None) -> None:
    answer = DESK.ask(method, target, body)
    assert answer.status < 500, (target, body, answer.body)
    if answer.status >= 400:
        shown = answer.json()
        assert shown["type"] == "error.list"
        assert all(error["code"] and error["message"] for error in shown["errors"])


@pytest.mark.parametrize("target", list(POSTS))
def test_no_body_breaks_a_post(target: str) -> None:
    @FEWER
    @given(POSTS[target] | values)
    def posted(body: Any) -> None:
        check("POST", target, body)

    posted()


@FEWER
@given(CHANGE, ATTRIBUTES, bodies("name", "archived", "category", "user_id", "custom_attributes"))
def test_no_body_breaks_a_change(change: Any, attributes: Any, other: Any) -> None:
    check("PUT", f"/tickets/{TICKET}", change)
    check("PUT", f"/tickets/{TICKET}", {"ticket_attributes": attributes})
    check("PUT", f"/ticket_types/{KIND}", {**other, "archived": False})
    check("PUT", "/visitors", other)
    check("PUT", "/visitors", {**other, "user_id": "harbor-visitor-1"})


fields = st.sampled_from([*FIELDS, "ticket_attribute.4003", "nonsense"])
known = st.fixed_dictionaries(
    {"field": fields, "operator": st.sampled_from(["=", "!=", "IN", "NIN", ">", "~", "$"])},
    optional={"value": values | st.lists(values, max_size=3)},
)


@FEWER
@given(
    known | filters | groups,
    bodies("per_page", "starting_after"),
    bodies("field", "order") | st.fixed_dictionaries({"field": fields}),
)
def test_no_search_breaks(query: Any, paging: Any, sort: Any) -> None:
    check("POST", "/tickets/search", {"query": query})
    check("POST", "/tickets/search", {"query": query, "pagination": paging, "sort": sort})


@FEWER
@given(st.text(max_size=20))
def test_no_query_and_no_path_breaks_a_read(word: str) -> None:
    quoted = word.encode("utf-8", "replace").decode("latin-1")
    for query in (f"before={quoted}", f"since={quoted}", f"per_page={quoted}", quoted):
        check("GET", f"/events?type=user&user_id=random&{query}")
    check("GET", f"/calls?page={quoted}&per_page={quoted}")
    check("GET", f"/visitors?user_id={quoted}")
    for place in ("tickets", "calls", "ticket_types", "fin_voice/collect", "fin_voice/external_id"):
        check("GET", f"/{place}/{word}".replace("?", "%3F").replace("/..", "/x"))


def test_what_random_bodies_left_behind_can_still_be_read() -> None:
    query = {"field": "created_at", "operator": ">", "value": 0}
    body = {"query": query, "pagination": {"per_page": 150}}
    for ticket in DESK.ok("POST", "/tickets/search", body)["tickets"]:
        DESK.ok("GET", f"/tickets/{ticket['id']}")
    for place in ("ticket_types", "ticket_states", "events?type=user&user_id=random"):
        DESK.ok("GET", f"/{place}")
