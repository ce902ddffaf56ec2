"""Replies to tickets, tags, links with conversations, and the types tickets have."""

from __future__ import annotations

import pytest

ADMIN = "991267460"
UUID = "0df48b85-9a93-4c66-a167-753eff0baaec"


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
        return world.post("/tickets", body)["id"]

    return made


def free_talks(world):
    page = world.get("/conversations?per_page=150")["conversations"]
    return [one["id"] for one in page if not one["linked_objects"]["data"]]


def test_a_contacts_reply_opens_a_closed_ticket(world, kinds, make):
    made = make(kinds["Customer"])
    world.put(f"/tickets/{made}", {"open": False})
    said = {"type": "user", "message_type": "comment", "user_id": "asks", "body": "Again"}
    part = world.post(f"/tickets/{made}/reply", said)
    ticket = world.get(f"/tickets/{made}")
    assert (ticket["open"], part["body"]) == (True, "<p>Again</p>")
    assert ticket["ticket_parts"]["ticket_parts"][-1]["id"] == part["id"]


def test_an_admins_reply_leaves_a_closed_ticket_closed(world, kinds, make):
    made = make(kinds["Customer"])
    world.put(f"/tickets/{made}", {"open": False})
    said = {"type": "admin", "message_type": "comment", "admin_id": ADMIN, "body": "Bye"}
    assert world.post(f"/tickets/{made}/reply", said)["author"]["id"] == ADMIN
    assert world.get(f"/tickets/{made}")["open"] is False


def test_replies_that_say_nothing_are_refused(world, kinds, make):
    home = f"/tickets/{make(kinds['Customer'])}/reply"
    admin = {"type": "admin", "admin_id": ADMIN}
    user = {"type": "user", "message_type": "comment", "body": "x"}
    for status, body in (
        (400, {}),
        (400, {**admin, "message_type": "shout", "body": "x"}),
        (400, {**admin, "message_type": "comment"}),
        (400, {**admin, "message_type": "quick_reply"}),
        (400, {**admin, "message_type": "quick_reply", "reply_options": [{"text": "Yes"}]}),
        (400, {**admin, "message_type": "comment", "body": "x", "cross_post": True}),
        (400, {**admin, "message_type": "note", "body": "x", "cross_post": True}),
        (400, {**admin, "message_type": "note", "body": "x", "created_at": 4_000_000_000}),
        (400, {**admin, "message_type": "note", "body": "x", "attachment_urls": ["ftp://x"]}),
        (400, {**admin, "message_type": "note", "body": "x", "attachment_urls": "x"}),
        (400, {**admin, "message_type": "note", "body": "x", "attachment_urls": ["http://x"] * 11}),
        (400, {"type": "admin", "message_type": "note", "body": "x"}),
        (404, {"type": "admin", "message_type": "note", "body": "x", "admin_id": "1"}),
        (400, user),
        (400, {**user, "user_id": "asks", "email": "asks@new.test"}),
        (400, {**user, "user_id": "asks", "message_type": "note"}),
        (404, {**user, "email": "nobody@new.test"}),
    ):
        assert world.refusal("POST", home, body)[0] == status, body


def test_only_the_contact_of_a_ticket_replies_to_it(world, kinds, make):
    world.post("/contacts", {"external_id": "other"})
    said = {"type": "user", "message_type": "comment", "user_id": "other", "body": "x"}
    home = f"/tickets/{make(kinds['Customer'])}/reply"
    assert world.refusal("POST", home, said)[:2] == (404, "not_found")


def test_a_note_is_cross_posted_into_linked_conversations(world, kinds, make):
    talk = free_talks(world)[0]
    made = make(kinds["Back-office"], conversation_to_link_id=talk)
    note = {"type": "admin", "message_type": "note", "admin_id": ADMIN, "body": "For all"}
    world.post(f"/tickets/{made}/reply", {**note, "cross_post": True})
    last = world.get(f"/conversations/{talk}")["conversation_parts"]["conversation_parts"][-1]
    assert (last["part_type"], last["body"]) == ("note", "<p>For all</p>")


def test_tags_on_tickets_come_and_go(world, kinds, make):
    home = f"/tickets/{make(kinds['Customer'])}/tags"
    put = world.post(home, {"id": "1", "admin_id": ADMIN})
    assert put["applied_by"] == {"type": "admin", "id": ADMIN}
    assert world.post(home, {"id": 1, "admin_id": ADMIN}) == put
    for status, body in (
        (400, {"id": "1"}),
        (400, {"admin_id": ADMIN}),
        (404, {"id": "999", "admin_id": ADMIN}),
        (404, {"id": "1", "admin_id": "1"}),
    ):
        assert world.refusal("POST", home, body)[0] == status
    assert world.refusal("DELETE", f"{home}/1", {})[0] == 400
    assert world.ask("DELETE", f"{home}/1", {"admin_id": ADMIN}).status == 200
    answer = world.refusal("DELETE", f"{home}/1", {"admin_id": ADMIN})
    assert answer[:2] == (404, "tag_not_found")


def test_a_link_is_seen_from_both_sides_and_taken_away(world, kinds, make):
    talk, tracker = free_talks(world)[0], make(kinds["Tracker"])
    linked = world.post(f"/tickets/{tracker}/linked_conversations", {"conversation_id": talk})
    here = {"type": "ticket", "id": tracker, "category": "Tracker"}
    assert linked["linked_objects"]["data"] == [here]
    assert world.get(f"/conversations/{talk}")["linked_objects"]["data"] == [here]
    there = {"type": "conversation", "id": talk, "category": None}
    assert world.get(f"/tickets/{tracker}")["linked_objects"]["data"] == [there]
    world.delete(f"/tickets/{tracker}/linked_conversations/{talk}")
    assert world.get(f"/conversations/{talk}")["linked_objects"]["total_count"] == 0


def test_a_new_ticket_can_be_linked_unless_it_is_a_customers(world, kinds, asks, make):
    talk = free_talks(world)[0]
    make(kinds["Tracker"], conversation_to_link_id=talk)
    body = {"contacts": [{"id": asks["id"]}], "conversation_to_link_id": talk}
    for category, code in (
        ("Customer", "parameter_invalid"),
        ("Tracker", "already_linked_to_tracker"),
    ):
        wanted = {**body, "ticket_type_id": kinds[category]["id"]}
        assert world.refusal("POST", "/tickets", wanted)[:2] == (400, code)


def test_a_conversation_becomes_a_ticket_once_and_keeps_its_words(world, kinds):
    talk = free_talks(world)[0]
    before = world.get(f"/conversations/{talk}")
    wanted = {"ticket_type_id": kinds["Customer"]["id"]}
    made = world.post(f"/conversations/{talk}/convert", wanted)
    assert (made["id"], made["created_at"]) == (talk, before["created_at"])
    assert made["ticket_parts"]["ticket_parts"][0]["body"] == before["source"]["body"]
    assert world.get(f"/tickets/{talk}") == made
    assert world.refusal("POST", f"/conversations/{talk}/convert", wanted)[0] == 400
    assert world.refusal("POST", "/conversations/404/convert", wanted)[0] == 404
    assert world.refusal("POST", f"/conversations/{talk}/convert", {})[0] == 400


def test_a_conversion_wants_a_state_of_its_type(world, kinds):
    wanted = {"ticket_type_id": kinds["Customer"]["id"], "ticket_state_id": "1"}
    answer = world.refusal("POST", f"/conversations/{free_talks(world)[0]}/convert", wanted)
    assert answer[:2] == (400, "ticket_state_id_invalid")


def test_a_ticket_type_starts_with_a_title_and_a_description(world):
    made = world.post("/ticket_types", {"name": "New"})
    names = [one["name"] for one in made["ticket_type_attributes"]["data"]]
    assert names == ["_default_title_", "_default_description_"]
    assert (made["category"], made["archived"]) == ("Customer", False)
    assert made in world.get("/ticket_types")["data"]
    changed = world.put(f"/ticket_types/{made['id']}", {"category": "Tracker"})
    assert changed["category"] == "Tracker"


def test_ticket_types_that_make_no_sense_are_refused(world, kinds, asks):
    for body in ({}, {"name": ""}, {"name": "x", "category": "Other"}, {"name": "x", "icon": 1}):
        assert world.refusal("POST", "/ticket_types", body)[0] == 400
    home = f"/ticket_types/{kinds['Customer']['id']}"
    assert world.refusal("PUT", home, {"category": "Tracker"})[0] == 400
    assert world.refusal("PUT", home, {"archived": 1})[0] == 400
    assert world.refusal("GET", "/ticket_types/1")[:2] == (404, "not_found")
    world.put(home, {"archived": True})
    body = {"ticket_type_id": kinds["Customer"]["id"], "contacts": [{"id": asks["id"]}]}
    assert world.refusal("POST", "/tickets", body)[0] == 400


def test_attributes_have_only_what_fits_their_type(world, kinds):
    home = f"/ticket_types/{kinds['Customer']['id']}/attributes"
    good = {"name": "Colour", "description": "", "data_type": "list"}
    for more in (
        {},
        {"list_items": "a,,b"},
        {"list_items": "a,a"},
        {"list_items": "a", "multiline": True},
        {"list_items": "a", "data_type": "string"},
        {"list_items": "a", "data_type": "text"},
        {"list_items": "a", "name": "Urgency"},
        {"list_items": "a", "required_to_create": "no"},
    ):
        assert world.refusal("POST", home, {**good, **more})[0] == 400, more
    made = world.post(home, {**good, "list_items": "Red, Blue"})
    more = world.put(f"{home}/{made['id']}", {"list_items": "Blue,Green"})
    before, after = (one["input_options"]["list_options"] for one in (made, more))
    assert [one["label"] for one in after] == ["Blue", "Green"]
    assert after[0]["id"] == before[1]["id"]
    title = kinds["Customer"]["ticket_type_attributes"]["data"][0]["id"]
    assert world.refusal("PUT", f"{home}/{title}", {"archived": True})[0] == 400
    other = f"/ticket_types/{kinds['Tracker']['id']}/attributes"
    assert world.refusal("PUT", f"{other}/{title}", {"description": "x"})[0] == 404


def test_states_name_the_types_that_have_them(world, kinds):
    states = world.get("/ticket_states")["data"]
    supplier = next(one for one in states if one["internal_label"] == "Waiting for a supplier")
    users = [one["id"] for one in supplier["ticket_types"]["data"]]
    assert users == [kinds["Back-office"]["id"]]
    assert len(states[0]["ticket_types"]["data"]) == 4
