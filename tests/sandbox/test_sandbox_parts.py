"""Tags, notes, subscriptions, segments, data attributes, admins, jobs."""

from __future__ import annotations

import pytest

ME = "991267459"


@pytest.fixture
def person(world):
    return world.post("/contacts", {"email": "parts@new.test"})["id"]


def test_a_contact_is_tagged_by_id_and_untagged(world, person):
    target = f"/contacts/{person}/tags"
    put = world.post(target, {"id": 2})
    assert put["applied_by"] == {"type": "admin", "id": ME}
    assert world.post(target, {"id": "2"}) == put
    assert world.get(target)["data"] == [put]
    assert world.get(f"/contacts/{person}")["tags"]["total_count"] == 1
    assert world.refusal("POST", target, {"id": "Beta tester"})[:2] == (404, "not_found")
    assert world.refusal("POST", target, {})[:2] == (400, "parameter_not_found")
    assert world.delete(f"{target}/2")["id"] == "2"
    assert world.refusal("DELETE", f"{target}/2")[0] == 404
    assert world.refusal("DELETE", f"{target}/999")[0] == 404


def test_tags_are_created_once_whatever_the_case_and_renamed_by_id(world):
    made = world.post("/tags", {"name": "Fresh"})
    assert made == {"type": "tag", "id": made["id"], "name": "Fresh", "users": [], "companies": []}
    assert world.post("/tags", {"name": "FRESH"})["id"] == made["id"]
    renamed = world.post("/tags", {"id": made["id"], "name": "Stale"})
    assert world.get(f"/tags/{made['id']}")["name"] == renamed["name"] == "Stale"
    assert world.refusal("POST", "/tags", {"id": "999", "name": "x"})[0] == 404
    assert world.refusal("POST", "/tags", {"id": made["id"], "name": "vip"})[0] == 400
    answer = world.refusal("POST", "/tags", {"test": "invalid"})
    assert answer == (400, "parameter_invalid", "invalid tag parameters")


def test_many_are_tagged_at_once_and_who_is_missing_is_skipped_since_2_16(world, person):
    company = world.get("/companies")["data"][0]
    body = {
        "name": "Many",
        "users": [{"id": person}, {"id": "nobody"}],
        "companies": [{"company_id": company["company_id"]}, {"id": "nothing"}],
    }
    done = world.post("/tags", body)
    assert done["users"] == [{"id": person, "tagged": True}]
    assert done["companies"] == [{"id": company["id"], "tagged": True}]
    tags = world.get(f"/companies/{company['id']}")["tags"]["tags"]
    assert {"type": "tag", "id": done["id"], "name": "Many"} in tags
    old = world.ask("POST", "/tags", body, intercom_version="2.15")
    assert old.status == 404
    off = {"name": "Many", "companies": [{"id": company["id"], "untag": True}]}
    assert world.post("/tags", off)["companies"] == [{"id": company["id"], "tagged": False}]
    tags = world.get(f"/companies/{company['id']}")["tags"]["tags"]
    assert "Many" not in [tag["name"] for tag in tags]


def test_a_tag_a_segment_is_made_of_cannot_be_deleted(world, person):
    answer = world.refusal("DELETE", "/tags/1")
    message = "Unable to delete Tag with dependent objects. Segments: VIP customers."
    assert answer == (400, "tag_has_dependent_objects", message)
    world.post(f"/contacts/{person}/tags", {"id": "2"})
    deleted = world.ask("DELETE", "/tags/2")
    assert (deleted.status, deleted.body) == (200, b"")
    assert world.get(f"/contacts/{person}")["tags"]["total_count"] == 0
    assert world.ask("GET", "/tags/2").status == 404


def test_notes_are_written_by_the_tokens_admin_or_another(world, person):
    own = world.post(f"/contacts/{person}/notes", {"body": "Hello"})
    assert (own["author"]["id"], own["body"]) == (ME, "<p>Hello</p>")
    other = world.post(f"/contacts/{person}/notes", {"body": "<b>Hi</b>", "admin_id": 991267460})
    assert (other["author"]["id"], other["body"]) == ("991267460", "<b>Hi</b>")
    assert world.get(f"/contacts/{person}/notes")["data"] == [other, own]
    assert world.get(f"/notes/{own['id']}") == own
    assert world.refusal("GET", "/notes/123456")[:2] == (404, "not_found")
    body = {"body": "x", "admin_id": "1"}
    assert world.refusal("POST", f"/contacts/{person}/notes", body)[0] == 404
    assert world.refusal("POST", f"/contacts/{person}/notes", {})[1] == "parameter_not_found"


def test_a_companys_notes_stand_in_the_company(world):
    company = world.get("/companies")["data"][0]["id"]
    note = world.post(f"/companies/{company}/notes", {"body": "Big"})
    assert note["company"] == {"type": "company", "id": company}
    assert world.get(f"/companies/{company}")["notes"]["notes"] == [note]
    assert world.get(f"/companies/{company}/notes")["data"] == [note]


def test_only_choices_that_were_made_are_listed(world, person):
    target = f"/contacts/{person}/subscriptions"
    assert world.get(target)["data"] == []
    world.post(target, {"id": 93, "consent_type": "opt_in"})
    world.post(target, {"id": "91", "consent_type": "opt_out"})
    assert [one["id"] for one in world.get(target)["data"]] == ["91", "93"]
    contact = world.get(f"/contacts/{person}")
    assert contact["opted_in_subscription_types"]["data"][0]["id"] == "93"
    assert contact["opted_out_subscription_types"]["data"][0]["id"] == "91"
    world.delete(f"{target}/93")
    assert world.refusal("DELETE", f"{target}/93")[0] == 404
    assert world.refusal("POST", target, {"id": "x", "consent_type": "opt_in"})[0] == 404
    assert world.refusal("POST", target, {"id": "91", "consent_type": "maybe"})[0] == 400
    assert world.refusal("POST", target, {"id": "91"})[0] == 400


def test_attributes_are_made_before_they_are_used(world, person):
    body = {"name": "Shoe size", "model": "contact", "data_type": "float"}
    made = world.post("/data_attributes", body)
    assert made["full_name"] == "custom_attributes.Shoe size"
    world.put(f"/contacts/{person}", {"custom_attributes": {"Shoe size": 43.5}})
    query = {"field": "custom_attributes.Shoe size", "operator": ">", "value": 43}
    assert world.search(query)["total_count"] == 1
    world.put(f"/data_attributes/{made['id']}", {"archived": True})
    assert world.ask("POST", "/contacts/search", {"query": query}).status == 400
    names = {entry["name"] for entry in world.get("/data_attributes?model=contact")["data"]}
    assert "Shoe size" not in names
    everything = world.get("/data_attributes?model=contact&include_archived=true")["data"]
    assert "Shoe size" in {entry["name"] for entry in everything}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "name not specified"),
        (
            {"name": "x", "model": "ticket", "data_type": "string"},
            "The Data Attribute model field must be either",
        ),
        ({"name": "x", "model": "contact", "data_type": "mithril"}, "Data Type isn't an option"),
        ({"name": "!nv@l!d", "model": "contact", "data_type": "string"}, "Your name for this"),
        ({"name": "Plan", "model": "contact", "data_type": "string"}, "You already have 'Plan'"),
        ({"name": "x", "model": "contact", "data_type": "options"}, "Options isn't an array"),
        (
            {"name": "x", "model": "contact", "data_type": "options", "options": [{"value": "1"}]},
            "The Data Attribute model field must have at least two options",
        ),
    ],
)
def test_attributes_that_cannot_be_are_refused(world, body, message):
    answer = world.refusal("POST", "/data_attributes", body)
    assert answer[0] == 400
    assert answer[2].startswith(message)


def test_an_attribute_a_segment_is_made_of_cannot_be_archived(world):
    plan = next(a for a in world.get("/data_attributes")["data"] if a["name"] == "plan")
    assert plan["options"] == ["free", "starter", "pro", "team", "enterprise"]
    target = f"/data_attributes/{plan['id']}"
    assert world.refusal("PUT", target, {"archived": True})[:2] == (422, "data_invalid")
    assert world.refusal("PUT", target, {"options": {"value": "x"}})[0] == 400
    assert world.refusal("PUT", "/data_attributes/999", {})[:2] == (404, "field_not_found")


def test_conversation_attributes_moved_away_in_2_16(world):
    target = "/data_attributes?model=conversation"
    assert world.refusal("GET", target)[:2] == (422, "parameter_invalid")
    assert world.get(target, intercom_version="2.15")["data"] == []
    assert world.refusal("GET", "/data_attributes?model=ticket")[0] == 400


def test_admins_are_listed_and_go_away(world):
    admins = world.get("/admins")["admins"]
    assert ME in {admin["id"] for admin in admins}
    target = f"/admins/{admins[1]['id']}"
    away = {"away_mode_enabled": True, "away_mode_reassign": False, "away_status_reason_id": 2}
    changed = world.put(f"{target}/away", away)
    assert changed == {**admins[1], **away}
    assert world.get(target) == changed
    assert world.refusal("GET", "/admins/1")[:2] == (404, "admin_not_found")
    assert world.refusal("PUT", "/admins/1/away", away)[0] == 404
    assert world.refusal("PUT", f"{target}/away", {"away_mode_enabled": True})[0] == 400
    assert world.refusal("PUT", f"{target}/away", {**away, "away_status_reason_id": 99})[0] == 400


def test_jobs_have_a_state(world):
    states = [world.get(f"/jobs/status/{number}")["status"] for number in (1, 2, 3)]
    assert states == ["success", "pending", "failed"]
    assert world.refusal("GET", "/jobs/status/9")[:2] == (404, "job_not_found")


def test_a_segment_can_be_shown(world):
    segment = world.get("/segments")["segments"][0]
    assert "count" not in segment
    assert world.get(f"/segments/{segment['id']}") == segment
    assert world.refusal("GET", "/segments/nope")[:2] == (404, "not_found")
