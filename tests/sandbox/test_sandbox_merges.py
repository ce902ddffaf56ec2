"""Merging leads into users."""

from __future__ import annotations

import pytest


@pytest.fixture
def pair(world):
    lead = world.post(
        "/contacts",
        {"role": "lead", "email": "m@merge.test", "phone": "+1", "name": "Lead"},
    )
    user = world.post("/contacts", {"email": "M@merge.test", "external_id": "merge-user"})
    return lead["id"], user["id"]


def test_a_merged_lead_is_gone_with_a_way_to_its_heir(world, pair):
    lead, user = pair
    merged = world.post("/contacts/merge", {"from": lead, "into": user})
    assert (merged["id"], merged["phone"], merged["name"]) == (user, "+1", "Lead")
    answer = world.ask("GET", f"/contacts/{lead}")
    assert answer.status == 410
    assert answer.json()["errors"][0]["code"] == "contact_merged"
    assert answer.headers["link"] == f'</contacts/{user}>; rel="canonical"'
    assert world.ask("GET", f"/contacts/{lead}", intercom_version="2.15").status == 404
    assert world.ask("PUT", f"/contacts/{lead}", {"name": "x"}).status == 404
    assert lead not in {contact["id"] for contact in world.all_contacts()}
    assert world.search({"field": "id", "operator": "=", "value": lead})["total_count"] == 0


def test_a_merged_contact_is_gone_by_external_id_too(world):
    lead = world.post("/contacts", {"role": "lead", "external_id": "old", "phone": "+2"})
    user = world.post("/contacts", {"external_id": "new", "phone": "+2"})
    world.post("/contacts/merge", {"from": lead["id"], "into": user["id"]})
    assert world.ask("GET", "/contacts/find_by_external_id/old").status == 410


def test_what_hung_on_the_lead_hangs_on_the_user(world, pair):
    lead, user = pair
    company = world.get("/companies")["data"][0]
    for contact in pair:
        world.post(f"/contacts/{contact}/tags", {"id": "2"})
        world.post(f"/contacts/{contact}/companies", {"id": company["id"]})
    world.post(f"/contacts/{lead}/tags", {"id": "3"})
    world.post(f"/contacts/{lead}/notes", {"body": "Remember."})
    merged = world.post("/contacts/merge", {"from": lead, "into": user})
    assert {tag["id"] for tag in merged["tags"]["data"]} == {"2", "3"}
    assert merged["notes"]["total_count"] == merged["companies"]["total_count"] == 1
    count = world.get(f"/companies/{company['id']}")["user_count"]
    assert count == company["user_count"] + 1


def test_only_a_lead_goes_into_only_a_user(world, pair):
    lead, user = pair
    for source, target in ((user, lead), (user, user), (lead, lead)):
        answer = world.refusal("POST", "/contacts/merge", {"from": source, "into": target})
        assert answer[:2] == (400, "invalid_merge")
    assert world.refusal("POST", "/contacts/merge", {"from": lead})[1] == "parameter_not_found"
    assert world.refusal("POST", "/contacts/merge", {"from": lead, "into": "x"})[0] == 404


def test_strangers_are_merged_only_when_asked_to_since_2_16(world, pair):
    lead = world.post("/contacts", {"role": "lead", "email": "other@merge.test"})["id"]
    body = {"from": lead, "into": pair[1]}
    assert world.refusal("POST", "/contacts/merge", body)[:2] == (400, "invalid_merge")
    world.post("/contacts/merge", {**body, "skip_duplicate_validation": True})
    other = world.post("/contacts", {"role": "lead"})["id"]
    world.post("/contacts/merge", {**body, "from": other}, intercom_version="2.15")


def test_the_history_comes_in_pages_either_way_round(world, pair):
    user = pair[1]
    leads = []
    for _ in range(5):
        world.clock.now += 10
        leads.append(world.post("/contacts", {"role": "lead", "email": "m@merge.test"})["id"])
        world.post("/contacts/merge", {"from": leads[-1], "into": user})
    for order, expected in (("asc", leads), ("desc", leads[::-1])):
        found, cursor = [], ""
        while cursor is not None:
            page = world.get(
                f"/contacts/{user}/merge_history?per_page=2&order={order}&cursor={cursor}"
            )
            found += [item["source_contact_id"] for item in page["data"]]
            assert page["has_more"] is (page["next_cursor"] is not None)
            cursor = page["next_cursor"] and page["next_cursor"].replace("=", "%3D")
        assert found == expected
    assert "merge_history" not in world.get(f"/contacts/{user}")
    shown = world.get(f"/contacts/{user}?include_merge_history=true")["merge_history"]
    assert [item["source_contact_id"] for item in shown] == leads[::-1]
    lead = world.post("/contacts", {"role": "lead"})["id"]
    assert world.ask("GET", f"/contacts/{lead}/merge_history").status == 404
    assert "merge_history" not in world.get(f"/contacts/{lead}?include_merge_history=true")
