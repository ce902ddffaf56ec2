"""Custom objects: written by an ID of one's own, tied to contacts and conversations."""

from __future__ import annotations

import pytest

PLACE = "/custom_object_instances/Order"


def write(world, own="mine", **attributes):
    return world.post(PLACE, {"external_id": own, "custom_attributes": attributes})


def test_writing_the_same_id_again_changes_what_is_there(world):
    before = world.get(PLACE)["total_count"]
    first = write(world, order_number="A", total_amount=2)
    world.clock.now += 30
    second = write(world, order_number="B")
    assert second["id"] == first["id"]
    assert second["custom_attributes"] == {"order_number": "B", "total_amount": 2}
    assert second["updated_at"] == second["created_at"] + 30
    assert write(world, total_amount=None)["custom_attributes"] == {"order_number": "B"}
    assert world.get(PLACE)["total_count"] == before + 1


def test_types_are_apart(world):
    write(world)
    made = world.post("/custom_object_instances/Contract", {"external_id": "mine"})
    assert made["type"] == "Contract"
    assert world.refusal("GET", f"{PLACE}/{made['id']}")[0] == 404
    assert world.refusal("DELETE", f"{PLACE}/{made['id']}")[0] == 404


def test_instances_are_found_by_the_contact_and_the_conversation_they_are_tied_to(world):
    person = world.post("/contacts", {"role": "user", "email": "buyer@acme.test"})["id"]
    talk = world.get("/conversations?per_page=1")["conversations"][0]["id"]
    made = write(world, contact_id=person, conversation_id=talk)
    found = world.get(f"{PLACE}?references_contact_id={person}")
    assert [one["id"] for one in found["data"]] == [made["id"]]
    of_talk = world.get(f"{PLACE}?references_conversation_id={talk}")
    assert made["id"] in {one["id"] for one in of_talk["data"]}
    assert world.get(f"{PLACE}?references_contact_id=nobody")["data"] == []


def test_the_list_leads_on_by_address(world):
    page = world.get(f"{PLACE}?per_page=12")
    seen = [one["id"] for one in page["data"]]
    while page["pages"]["next"]:
        page = world.get(page["pages"]["next"].partition("intercom.io")[2])
        seen += [one["id"] for one in page["data"]]
    assert len(seen) == len(set(seen)) == page["total_count"] == 30
    assert world.refusal("GET", f"{PLACE}?per_page=151")[0] == 400


def test_deleting_by_id_takes_no_id_of_ones_own(world):
    made = write(world)
    assert world.refusal("DELETE", f"{PLACE}/mine")[0] == 404
    gone = world.delete(f"{PLACE}?external_id=mine")
    assert gone == {"id": made["id"], "object": "Order", "deleted": True}
    assert world.refusal("DELETE", PLACE)[:2] == (400, "parameter_not_found")


@pytest.mark.parametrize(
    "wrong",
    [
        {"external_id": ""},
        {"external_id": 7},
        {"external_created_at": "yesterday"},
        {"custom_attributes": []},
        {"custom_attributes": {"color": "red"}},
        {"custom_attributes": {"total_amount": "much"}},
        {"custom_attributes": {"order_number": {"a": 1}}},
    ],
)
def test_an_instance_that_makes_no_sense_is_refused(world, wrong):
    assert world.refusal("POST", PLACE, {"external_id": "x", **wrong})[0] == 400
    assert world.refusal("POST", PLACE, {})[:2] == (400, "parameter_not_found")


def test_ties_to_nobody_are_refused(world):
    for name in ("contact_id", "conversation_id"):
        body = {"external_id": "x", "custom_attributes": {name: "nobody"}}
        assert world.refusal("POST", PLACE, body)[0] == 404
