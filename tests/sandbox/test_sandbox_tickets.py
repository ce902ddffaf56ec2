"""Tickets: what changes them, what is told of it, and what is refused."""

from __future__ import annotations

import base64

import pytest

ADMIN = "991267460"
DAY = 86_400


@pytest.fixture
def kinds(world):
    return {kind["category"]: kind for kind in reversed(world.get("/ticket_types")["data"])}


@pytest.fixture
def asks(world):
    return world.post("/contacts", {"email": "asks@new.test", "external_id": "asks"})


@pytest.fixture
def make(world, asks):
    def made(kind, **more):
        body = {"ticket_type_id": kind["id"], "contacts": [{"id": asks["id"]}], **more}
        return world.post("/tickets", body)

    return made


def find(world, query=None, **more):
    query = query or {"field": "created_at", "operator": ">", "value": 0}
    return world.post("/tickets/search", {"query": query, **more})


def one(field, operator, value):
    return {"field": field, "operator": operator, "value": value}


def ids(page):
    return [ticket["id"] for ticket in page["tickets"]]


def kinds_of_parts(ticket):
    return [part["part_type"] for part in ticket["ticket_parts"]["ticket_parts"]]


def state(kind, category):
    return next(s["id"] for s in kind["ticket_states"]["data"] if s["category"] == category)


def test_the_seed_has_tickets_of_every_type_and_state(world):
    page = find(world, pagination={"per_page": 150})
    assert page["total_count"] == len(page["tickets"]) == 25
    assert {ticket["category"] for ticket in page["tickets"]} == {
        "Customer",
        "Back-office",
        "Tracker",
    }
    states = {ticket["ticket_state"]["category"] for ticket in page["tickets"]}
    assert states == {"submitted", "in_progress", "waiting_on_customer", "resolved"}
    assert any(not ticket["open"] for ticket in page["tickets"])
    assert any("snoozed_until" in ticket for ticket in page["tickets"])
    assert any(ticket["linked_objects"]["data"] for ticket in page["tickets"])


def test_pages_of_a_search_hold_every_ticket_once(world):
    found, paging = [], {"per_page": 7}
    while paging is not None:
        page = find(world, pagination=paging)
        found += ids(page)
        following = page["pages"].get("next")
        paging = following and {"per_page": 7, "starting_after": following["starting_after"]}
    assert len(found) == len(set(found)) == 25


def test_a_search_has_its_own_limits(world):
    def refused(**body):
        return world.refusal("POST", "/tickets/search", body)[:2]

    good = one("open", "=", True)
    assert refused() == (400, "parameter_not_found")
    assert refused(query=one("nope", "=", 1)) == (400, "invalid_field")
    assert refused(query=one("ticket_attribute.1", "=", 1)) == (400, "invalid_field")
    assert refused(query=one("created_at", "~", 1)) == (400, "parameter_invalid")
    assert refused(query=good, pagination={"per_page": 151}) == (400, "parameter_invalid")
    assert refused(query=good, pagination=[]) == (400, "parameter_invalid")
    assert refused(query=good, pagination={"starting_after": 1}) == (400, "parameter_invalid")
    assert refused(query=good, sort={"order": "up"}) == (400, "invalid_sort_order")
    assert refused(query=good, sort={"field": "contact_ids"}) == (400, "invalid_field")
    assert refused(query=good, sort=[]) == (400, "parameter_invalid")


def test_tickets_are_found_by_what_they_are(world, kinds, make, asks):
    urgency = next(
        one
        for one in kinds["Customer"]["ticket_type_attributes"]["data"]
        if one["name"] == "Urgency"
    )
    assigned = {"admin_assignee_id": ADMIN}
    given = {"_default_title_": "Lamp is out", "Urgency": "Critical"}
    made = make(kinds["Customer"], ticket_attributes=given, assignment=assigned)["id"]
    mine = one("contact_ids", "=", asks["id"])
    for query in (
        mine,
        one("title", "~", "Lamp is"),
        one("id", "IN", [made, "404"]),
        {"operator": "AND", "value": [mine, one("category", "=", "request")]},
        {"operator": "AND", "value": [mine, one("state", "=", "submitted")]},
        {"operator": "AND", "value": [mine, one("admin_assignee_id", "=", ADMIN)]},
        {"operator": "AND", "value": [mine, one("ticket_type_id", "=", kinds["Customer"]["id"])]},
        {
            "operator": "AND",
            "value": [mine, one(f"ticket_attribute.{urgency['id']}", "=", "Critical")],
        },
    ):
        assert ids(find(world, query)) == [made], query
    nothing = {"operator": "AND", "value": [mine, one("category", "=", "tracker")]}
    assert ids(find(world, nothing)) == []


def test_found_tickets_come_in_the_order_asked_for(world):
    sort = {"field": "created_at", "order": "ascending"}
    times = [ticket["created_at"] for ticket in find(world, sort=sort)["tickets"]]
    assert times == sorted(times)
    assert len(times) == 20


def test_a_ticket_needs_a_type_and_one_contact(world, kinds, asks):
    kind = kinds["Customer"]["id"]

    def refused(**body):
        return world.refusal("POST", "/tickets", body)[:2]

    contact = {"id": asks["id"]}
    assert refused(contacts=[contact]) == (400, "parameter_not_found")
    assert refused(ticket_type_id=kind) == (400, "parameter_not_found")
    assert refused(ticket_type_id="1", contacts=[contact]) == (404, "not_found")
    for contacts in ([], [contact, contact], ["x"], [{}], [{**contact, "email": "x@new.test"}]):
        assert refused(ticket_type_id=kind, contacts=contacts)[0] == 400
    assert refused(ticket_type_id=kind, contacts=[{"id": "nobody"}]) == (404, "not_found")
    good = {"ticket_type_id": kind, "contacts": [contact]}
    for more in (
        {"ticket_attributes": {"Nope": 1}},
        {"ticket_attributes": {"Seats affected": "many"}},
        {"ticket_attributes": {"Urgency": "Panic"}},
        {"ticket_attributes": {"First seen": 1_700_000_000_000}},
        {"ticket_attributes": []},
        {"company_id": "nope"},
        {"created_at": 4_000_000_000},
        {"assignment": []},
        {"skip_notifications": "yes"},
    ):
        assert refused(**good, **more) == (400, "parameter_invalid"), more
    nobody = {"assignment": {"admin_assignee_id": "123"}}
    assert refused(**good, **nobody) == (404, "assignee_not_found")


def test_an_address_nobody_has_becomes_a_contact(world, kinds):
    body = {"ticket_type_id": kinds["Customer"]["id"], "contacts": [{"email": "fresh@new.test"}]}
    person = world.post("/tickets", body)["contacts"]["contacts"][0]["id"]
    assert world.get(f"/contacts/{person}")["email"] == "fresh@new.test"


def test_values_of_every_type_are_kept(world, kinds, make):
    data = base64.b64encode(b"abc").decode()
    given = {
        "_default_title_": "All",
        "_default_description_": None,
        "Urgency": "High",
        "Seats affected": 3,
        "Refund": 2.5,
        "Reproducible": True,
        "First seen": 1_700_000_000,
        "Screenshots": [{"name": "a.png", "content_type": "image/png", "data": data}],
    }
    made = make(kinds["Customer"], ticket_attributes=given)
    shown = world.get(f"/tickets/{made['id']}")["ticket_attributes"]
    picture = shown.pop("Screenshots")[0]
    assert shown == {name: value for name, value in given.items() if name != "Screenshots"}
    assert (picture["name"], picture["filesize"]) == ("a.png", 3)


def test_a_renamed_attribute_keeps_its_value(world, kinds, make):
    kind = kinds["Customer"]
    made = make(kind, ticket_attributes={"Refund": 2.5})["id"]
    refund = next(one for one in kind["ticket_type_attributes"]["data"] if one["name"] == "Refund")
    home = f"/ticket_types/{kind['id']}/attributes/{refund['id']}"
    world.put(home, {"name": "Money back"})
    assert world.get(f"/tickets/{made}")["ticket_attributes"]["Money back"] == 2.5
    world.put(home, {"archived": True})
    assert "Money back" not in world.get(f"/tickets/{made}")["ticket_attributes"]


def test_every_change_is_told_by_a_part(world, kinds, make):
    kind = kinds["Back-office"]
    made = make(kind)["id"]
    progress = state(kind, "in_progress")
    change = {
        "ticket_attributes": {"Component": "Billing"},
        "ticket_state_id": progress,
        "assignee_id": ADMIN,
        "open": False,
    }
    ticket = world.put(f"/tickets/{made}", change)
    assert kinds_of_parts(ticket)[1:] == [
        "ticket_attribute_updated_by_admin",
        "ticket_state_updated_by_admin",
        "assignment",
        "close",
    ]
    assert ticket["ticket_state"]["id"] == progress
    assert ticket["previous_ticket_state_id"] == state(kind, "submitted")
    assert (ticket["admin_assignee_id"], ticket["open"]) == (int(ADMIN), False)
    again = world.put(f"/tickets/{made}", change)
    assert kinds_of_parts(again)[-1] == "assignment"
    nobody = world.put(f"/tickets/{made}", {"assignee_id": "0"})
    assert nobody["admin_assignee_id"] == 0


def test_a_snoozed_ticket_comes_back_by_the_clock(world, kinds, make):
    made = make(kinds["Customer"])["id"]
    until = int(world.clock.now) + DAY
    assert world.put(f"/tickets/{made}", {"snoozed_until": until})["snoozed_until"] == until
    past = {"snoozed_until": int(world.clock.now)}
    assert world.refusal("PUT", f"/tickets/{made}", past)[0] == 400
    both = {"snoozed_until": until, "open": False}
    assert world.refusal("PUT", f"/tickets/{made}", both)[0] == 400
    world.clock.now += DAY
    assert "snoozed_until" not in world.get(f"/tickets/{made}")


def test_closing_a_ticket_ends_its_snooze(world, kinds, make):
    made = make(kinds["Customer"])["id"]
    world.put(f"/tickets/{made}", {"snoozed_until": int(world.clock.now) + DAY})
    assert "snoozed_until" not in world.put(f"/tickets/{made}", {"open": False})


def test_a_job_is_pending_until_its_ticket_is_there(world, kinds, asks):
    body = {"ticket_type_id": kinds["Customer"]["id"], "contacts": [{"id": asks["id"]}]}
    job = world.post("/tickets/enqueue", body)
    mine = one("contact_ids", "=", asks["id"])
    assert (job["status"], job["resource_id"]) == ("pending", None)
    assert world.get(f"/jobs/status/{job['id']}") == job
    assert ids(find(world, mine)) == []
    world.clock.now += 5
    done = world.get(f"/jobs/status/{job['id']}")
    assert done["status"] == "success"
    assert world.get(f"/tickets/{done['resource_id']}")["id"] == done["resource_id"]
    assert ids(find(world, mine)) == [done["resource_id"]]


def test_a_changed_type_takes_over_what_fits(world, kinds, make):
    other = world.post("/ticket_types", {"name": "Second", "category": "Customer"})
    number = {"name": "Seats affected", "description": "x", "data_type": "integer"}
    world.post(f"/ticket_types/{other['id']}/attributes", number)
    given = {"_default_title_": "Kept", "Seats affected": 4, "Refund": 1.5}
    made = make(kinds["Customer"], ticket_attributes=given)["id"]
    wanted = {"ticket_type_id": other["id"], "ticket_state_id": state(other, "submitted")}
    changed = world.post(f"/tickets/{made}/change_type", wanted)
    assert changed["ticket_type"]["id"] == other["id"]
    assert changed["ticket_attributes"]["_default_title_"] == "Kept"
    assert changed["ticket_attributes"]["Seats affected"] == 4
    assert "Refund" not in changed["ticket_attributes"]
    elsewhere = {**wanted, "ticket_type_id": kinds["Tracker"]["id"]}
    assert world.refusal("POST", f"/tickets/{made}/change_type", elsewhere)[0] == 400


def test_a_deleted_ticket_leaves_no_links(world, kinds, make):
    tracker, customer = make(kinds["Tracker"])["id"], make(kinds["Customer"])["id"]
    world.post(f"/tickets/{tracker}/linked_conversations", {"conversation_id": customer})
    assert world.get(f"/tickets/{customer}")["linked_objects"]["total_count"] == 1
    world.delete(f"/tickets/{tracker}")
    assert world.get(f"/tickets/{customer}")["linked_objects"]["total_count"] == 0
    assert world.refusal("GET", f"/tickets/{tracker}")[:2] == (404, "ticket_not_found")


def test_before_2_16_assignees_are_text(world, kinds, make):
    made = make(kinds["Customer"])["id"]
    old = world.get(f"/tickets/{made}", intercom_version="2.15")
    assert (old["admin_assignee_id"], old["team_assignee_id"]) == ("0", "0")
    assert "previous_ticket_state_id" not in old


def test_what_a_type_wants_to_know_must_be_told_whenever_a_ticket_gets_it(world, kinds, make):
    other = world.post("/ticket_types", {"name": "Second", "category": "Customer"})
    must = {"name": "Reason", "description": "x", "data_type": "string"}
    world.post(f"/ticket_types/{other['id']}/attributes", {**must, "required_to_create": True})
    missing = (400, "parameter_invalid", "Missing required ticket attributes")
    made = make(kinds["Customer"])
    body = {"ticket_type_id": other["id"], "ticket_state_id": state(other, "submitted")}
    assert world.refusal("POST", f"/tickets/{made['id']}/change_type", body) == missing
    contacts = made["contacts"]["contacts"]
    assert world.refusal("POST", "/tickets", {**body, "contacts": [{"id": contacts[0]["id"]}]}) == (
        missing
    )
    talk = world.get("/conversations")["conversations"][0]["id"]
    assert world.refusal("POST", f"/conversations/{talk}/convert", body) == missing
    world.post(f"/conversations/{talk}/convert", {**body, "attributes": {"Reason": "Yes"}})


def test_the_seeded_job_that_succeeded_made_a_ticket(world):
    assert world.get(f"/tickets/{world.get('/jobs/status/1')['resource_id']}")["ticket_id"] == "1"
