"""Messages, Fin, and the attributes of conversations."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from conftest import NOON

ME = "991267459"
DAY = 86_400


@pytest.fixture
def message(world):
    person = world.post("/contacts", {"role": "user", "email": "to@new.test"})["id"]
    sender = {"type": "admin", "id": int(ME)}
    to = {"type": "user", "id": person}
    return {"message_type": "in_app", "body": "Hi", "from": sender, "to": to}


def test_a_message_makes_no_conversation_unless_it_is_asked_for(world, message):
    before = world.get("/conversations")["total_count"]
    made = world.post("/messages", message)
    assert (made["type"], made["message_type"]) == ("admin_message", "inapp")
    assert "conversation_id" not in made
    assert world.get("/conversations")["total_count"] == before
    body = {**message, "create_conversation_without_contact_reply": True}
    opened = world.post("/messages", body)
    shown = world.get(f"/conversations/{opened['conversation_id']}")
    assert shown["source"]["delivered_as"] == "admin_initiated"
    assert shown["source"]["id"] == opened["id"]
    assert shown["waiting_since"] is None
    contact = world.get(f"/contacts/{message['to']['id']}")
    assert contact["last_contacted_at"] == NOON


def test_a_message_inside_the_product_goes_by_two_names(world, message):
    made = world.post("/messages", {**message, "message_type": "inapp"})
    assert made["message_type"] == "inapp"
    refused = world.refusal("POST", "/messages", {**message, "message_type": "inapp", "body": ""})
    assert refused[0] == 400


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"message_type": "pigeon"}, 400),
        ({"message_type": "email"}, 422),
        ({"message_type": "email", "subject": "x"}, 400),
        ({"message_type": "email", "subject": "x", "template": "fancy"}, 400),
        ({"message_type": "whatsapp"}, 400),
        ({"from": None}, 400),
        ({"from": {"type": "user", "id": 1}}, 400),
        ({"from": {"type": "admin", "id": 5}}, 404),
        ({"to": []}, 400),
        ({"to": {"type": "user", "id": "nobody"}}, 404),
        ({"body": " "}, 400),
        ({"create_conversation_without_contact_reply": "yes"}, 400),
    ],
)
def test_a_message_that_is_wrong_is_refused(world, message, wrong, status):
    assert world.refusal("POST", "/messages", {**message, **wrong})[0] == status


def test_a_recipient_of_the_other_role_is_not_found(world, message):
    message["to"]["type"] = "lead"
    assert world.refusal("POST", "/messages", message)[0] == 404


def test_a_whatsapp_message_goes_to_a_number_and_arrives_by_the_clock(world, message):
    to = {"phone": "5547999998888", "name": "John Doe"}
    body = {**message, "message_type": "whatsapp", "to": to, "template": "hello", "components": []}
    first, second = (world.post("/messages", body) for _ in range(2))
    place = f"/messages/whatsapp/status?message_id=wamid_{first['id']}"
    assert world.get(place)["status"] == "sent"
    world.clock.now += 60
    assert world.get(place)["status"] == "delivered"
    talks = [world.get(f"/conversations/{one['conversation_id']}") for one in (first, second)]
    assert talks[0]["contacts"] == talks[1]["contacts"]


def test_the_messages_of_a_set_come_in_pages(world):
    found, cursor = [], ""
    while cursor is not None:
        after = quote(cursor, safe="")
        page = world.get(f"/messages/status?ruleset_id=12345&starting_after={after}")
        found += [event["id"] for event in page["events"]]
        following = page["pages"]["next"]
        cursor = following and following["starting_after"]
    assert len(found) == len(set(found)) == page["total_count"] == 120
    assert world.get("/messages/status?ruleset_id=1")["events"] == []
    assert world.refusal("GET", "/messages/status?ruleset_id=1&per_page=101")[0] == 400
    bare = world.ask("GET", "/messages/status").json()
    assert (bare["type"], bare["message"]) == ("error", "ruleset_id is required")


def test_fin_is_rated_once_it_is_done_and_a_remark_locks(world):
    said = {"author": "user", "body": "Help", "timestamp": "2026-11-20T10:00:00Z"}
    body = {"conversation_id": "mine", "message": said, "user": {"id": "u1"}}
    assert world.refusal("POST", "/fin/reply", body)[0] == 400
    assert world.post("/fin/start", body)["status"] == "thinking"
    assert world.post("/fin/reply", body)["user_id"] == "u1"
    rating = {"conversation_id": "mine", "rating": "good"}
    early = world.ask("POST", "/fin/csat", rating)
    assert (early.status, list(early.json()["errors"])) == (422, ["base"])
    world.clock.now += 600
    assert world.refusal("POST", "/fin/reply", body)[0] == 400
    assert world.post("/fin/csat", rating)["status"] == "rated"
    assert world.post("/fin/csat", {**rating, "rating": "bad", "remark": "Slow"})["rating"] == "bad"
    assert world.ask("POST", "/fin/csat", rating).status == 422
    assert world.post("/fin/csat", {**rating, "rating": "bad"})["status"] == "rated"


def test_attributes_are_made_changed_and_archived(world):
    place = "/conversations/attributes"
    choice = {"name": "Mood", "data_type": "list", "options": [{"label": "a"}, {"label": "b"}]}
    made = world.post(place, choice)
    assert [one["label"] for one in made["options"]] == ["a", "b"]
    assert world.get(f"{place}/{made['id']}") == made
    assert world.refusal("POST", place, {**choice, "name": "mood"})[0] == 422
    world.clock.now += 5
    changed = world.put(f"{place}/{made['id']}", {"name": "Temper"})
    assert (changed["name"], changed["updated_at"]) == ("Temper", NOON + 5)
    assert world.delete(f"{place}/{made['id']}")["archived"] is True
    names = [one["name"] for one in world.get(place)["data"]]
    assert not {"Temper", "old_channel"} & set(names)
    names = [one["name"] for one in world.get(f"{place}?include_archived=true")["data"]]
    assert {"Temper", "old_channel"} <= set(names)
    assert world.post(place, {**choice, "name": "Temper"})["archived"] is False


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": None},
        {"data_type": "integer"},
        {"options": [{"label": "a"}]},
        {"options": [{"label": "a"}, {"label": "a"}]},
        {"required": "yes"},
        {"visible_to_team_ids": [1]},
        {"multiline": True},
        {"archived": False},
    ],
)
def test_an_attribute_that_is_wrong_is_refused(world, wrong):
    choice = {"name": "Mood", "data_type": "list", "options": [{"label": "a"}, {"label": "b"}]}
    refused = world.refusal("POST", "/conversations/attributes", {**choice, **wrong})
    assert refused[:2] == (422, "parameter_invalid")


def test_a_list_keeps_two_options_and_an_archived_one_cannot_be_chosen(world):
    place = "/conversations/attributes"
    number = next(one["id"] for one in world.get(place)["data"] if one["name"] == "priority")
    options = world.post(f"{place}/{number}/options", {"label": "Huge"})["options"]
    assert [one["label"] for one in options] == ["Low", "Medium", "High", "Huge"]
    for one in options[:2]:
        world.delete(f"{place}/{number}/options/{one['id']}")
    refused = world.refusal("DELETE", f"{place}/{number}/options/{options[2]['id']}")
    assert refused[0] == 422
    low = {"custom_attributes": {"priority": "Low"}}
    assert world.refusal("PUT", "/conversations/1", low)[0] == 400
    huge = {"custom_attributes": {"priority": "Huge"}}
    assert world.put("/conversations/1", huge)["custom_attributes"]["priority"] == "Huge"
