"""Conversations: deleted, merged, redacted, tagged, and who takes part."""

from __future__ import annotations

import pytest

ME = "991267459"


@pytest.fixture
def person(world):
    return world.post("/contacts", {"role": "user", "email": "talks@new.test"})["id"]


@pytest.fixture
def talk(world, person):
    body = {"from": {"type": "user", "id": person}, "body": "Hello"}
    return world.post("/conversations", body)["conversation_id"]


def test_a_deleted_conversation_is_gone_but_for_its_id(world, talk):
    before = world.get("/conversations/deleted")["total_count"]
    assert world.delete(f"/conversations/{talk}?retain_metrics=false")["deleted"] is True
    assert world.refusal("GET", f"/conversations/{talk}")[:2] == (404, "not_found")
    page = world.get("/conversations/deleted?per_page=1")
    assert page["total_count"] == before + 1
    assert page["conversations"][0]["id"] == talk
    assert page["conversations"][0]["metrics_retained"] is False
    assert "page=2" in page["pages"]["next"]
    assert world.refusal("GET", "/conversations/deleted?order=up")[0] == 400
    assert world.refusal("GET", "/conversations/deleted?per_page=61")[0] == 400


def test_conversations_that_are_merged_are_linked_and_one_closes(world, talk, person):
    friend = world.post("/contacts", {"role": "lead"})["id"]
    body = {"from": {"type": "lead", "id": friend}, "body": "Me too"}
    other = world.post("/conversations", body)["conversation_id"]
    merged = world.post(f"/conversations/{other}/merge", {"merge_into_conversation_id": int(talk)})
    assert merged["id"] == talk
    assert {one["id"] for one in merged["contacts"]["contacts"]} == {person, friend}
    assert merged["linked_objects"]["data"][0]["id"] == other
    assert world.get(f"/conversations/{other}")["state"] == "closed"


def test_only_what_says_something_can_be_redacted(world, talk):
    close = {"message_type": "close", "type": "admin", "admin_id": ME}
    shown = world.post(f"/conversations/{talk}/parts", close)
    closed = shown["conversation_parts"]["conversation_parts"][-1]["id"]
    body = {"type": "conversation_part", "conversation_id": talk, "conversation_part_id": closed}
    refused = world.refusal("POST", "/conversations/redact", body)
    assert refused[:2] == (400, "conversation_part_not_redactable")
    foreign = {**body, "conversation_id": "1"}
    assert world.refusal("POST", "/conversations/redact", foreign)[0] == 404
    source = world.get(f"/conversations/{talk}")["source"]["id"]
    body = {"type": "source", "conversation_id": talk, "source_id": source}
    shown = world.post("/conversations/redact", body)["source"]
    assert (shown["redacted"], shown["body"]) == (True, "<p><i>This message was deleted</i></p>")


def test_tags_come_and_go(world, talk):
    place, admin = f"/conversations/{talk}/tags", {"admin_id": ME}
    put = world.post(place, {"id": "2", **admin})
    assert world.post(place, {"id": 2, **admin}) == put
    assert world.get(f"/conversations/{talk}")["tags"]["tags"] == [put]
    assert world.refusal("POST", place, {"id": "2"})[0] == 400
    assert world.refusal("POST", place, {"id": "999", **admin})[:2] == (404, "tag_not_found")
    assert world.refusal("DELETE", f"{place}/2")[0] == 400
    assert world.ask("DELETE", f"{place}/2", admin).json() == put
    assert world.get(f"/conversations/{talk}")["tags"]["tags"] == []


def test_contacts_come_and_go_and_the_last_one_stays(world, talk, person):
    place, admin = f"/conversations/{talk}/customers", {"admin_id": ME}
    lead = {**admin, "customer": {"email": "lead@new.test"}}
    added = world.post(place, lead)["customers"]
    assert [one["type"] for one in added] == ["user", "lead"]
    assert world.post(place, lead)["customers"] == added
    assert world.refusal("POST", place, {"customer": {"email": "lead@new.test"}})[0] == 400
    nobody = {**admin, "customer": {"user_id": "nobody"}}
    assert world.refusal("POST", place, nobody)[0] == 404
    left = world.ask("DELETE", f"{place}/{person}", admin).json()["customers"]
    assert left == added[1:]
    refused = world.refusal("DELETE", f"{place}/{added[1]['id']}", admin)
    assert refused[:2] == (422, "parameter_invalid")


def test_side_conversations_come_in_pages_and_pauses_in_order(world):
    place = "/conversations/3/side_conversations"
    page = world.get(f"{place}?per_page=2&page=2")
    assert page["pages"] == {"type": "pages", "page": 2, "per_page": 2, "total_pages": 2}
    assert [one["total_count"] for one in page["side_conversations"]] == [3]
    assert world.get("/conversations/4/side_conversations")["side_conversations"] == []
    assert world.refusal("GET", f"{place}?per_page=51")[0] == 400
    events = world.get("/conversations/3/handling_events")["handling_events"]
    assert [event["type"] for event in events] == ["paused", "resumed"]
