"""The seeded data set: the same each time, like a business, and quick at any size."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest


def test_a_seed_gives_the_same_people_each_time_and_another_gives_others(make_world):
    first, again = make_world(), make_world()
    other = make_world(seed=2)
    assert first.all_contacts() == again.all_contacts()
    assert first.get("/companies?per_page=60") == again.get("/companies?per_page=60")
    assert first.all_contacts() != other.all_contacts()


def test_users_are_unique_by_address_and_leads_are_not(world):
    contacts = world.all_contacts()
    users = [c["email"].lower() for c in contacts if c["role"] == "user"]
    leads = [c["email"] for c in contacts if c["role"] == "lead"]
    assert len(users) == len(set(users)) > 150
    assert len(leads) > len(set(leads)) > 10
    assert sum(email.endswith("@acme.test") for email in users) > 20


def test_times_are_in_order_and_lie_in_the_past_and_over_two_years(world):
    contacts = world.all_contacts()
    for contact in contacts:
        seen = contact["last_seen_at"] or contact["created_at"]
        assert contact["created_at"] <= seen <= contact["updated_at"] <= world.clock.now
    created = sorted(contact["created_at"] for contact in contacts)
    assert created[-1] - created[0] > 600 * 86400
    assert sum(moment > world.clock.now - 30 * 86400 for moment in created) > 30


def test_the_text_is_as_messy_as_real_text(world):
    names = [contact["name"] or "" for contact in world.all_contacts()]
    assert "Order [/close] please" in names
    assert any("\x1b]0;" in name for name in names)
    assert any("\n" in name for name in names)
    assert any(unicodedata.bidirectional(c) in ("R", "AL") for name in names for c in name)
    assert any("\u202e" in name for name in names)
    assert any(
        unicodedata.category(c) == "Lo" and "CJK" in unicodedata.name(c, "")
        for name in names
        for c in name
    )
    assert any(unicodedata.combining(c) for name in names for c in name)
    assert any(ord(c) > 0x1F000 for name in names for c in name)
    assert max(map(len, names)) == 5000
    assert not any("\x00" in name for name in names)


def test_custom_attributes_hold_integers_beyond_2_to_the_53(world):
    ledger = [c["custom_attributes"].get("ledger_id") for c in world.all_contacts()]
    assert 2**53 + 1 in ledger
    assert 2**63 - 1 in ledger


def test_companies_count_their_people_rightly(world):
    for company in world.get("/companies?per_page=60")["data"]:
        people = world.get(f"/companies/{company['id']}/contacts")["total_count"]
        assert people == company["user_count"]


def test_a_file_keeps_what_was_done_to_it(make_world, tmp_path):
    file = tmp_path / "deep" / "sandbox.db"
    made = make_world(database=file).post("/contacts", {"role": "lead", "name": "Kept"})
    other = make_world(database=file, seed=9, contacts=1)
    assert other.get(f"/contacts/{made['id']}")["name"] == "Kept"
    assert other.get("/contacts")["total_count"] == 251


def test_two_workspaces_on_one_file_see_each_others_changes(make_world, tmp_path):
    one, two = (make_world(database=tmp_path / "s.db") for _ in range(2))
    assert one.get("/contacts")["total_count"] == two.get("/contacts")["total_count"] == 250
    one.post("/contacts", {"role": "lead"})
    assert two.get("/contacts")["total_count"] == 251


@pytest.mark.slow
def test_a_hundred_thousand_contacts_are_walked_each_once(make_world):
    world = make_world(contacts=100_000)
    ids, cursor = set(), ""
    while cursor is not None:
        page = world.get(f"/contacts?per_page=150&starting_after={quote(cursor, safe='')}")
        ids.update(contact["id"] for contact in page["data"])
        cursor = page["pages"].get("next", {}).get("starting_after")
    assert len(ids) == page["total_count"] == 100_000
    query = {"field": "custom_attributes.plan", "operator": "=", "value": "pro"}
    assert world.search(query)["total_count"] > 10_000
