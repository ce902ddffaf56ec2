"""Contacts one at a time: real state, and every way to be refused."""

from __future__ import annotations

import pytest


def errors(world, method, target, body):
    answer = world.ask(method, target, body)
    assert answer.status == 400
    return {error["field"]: error["message"] for error in answer.json()["errors"]}


def test_a_created_contact_can_be_read_changed_and_deleted(world):
    made = world.post("/contacts", {"email": "ada@new.test", "name": "Ada"})
    assert made["role"] == "user"
    assert made["email_domain"] == "new.test"
    assert len(made["id"]) == 24
    world.clock.now += 60
    changed = world.put(f"/contacts/{made['id']}", {"name": "Ada L."})
    assert changed["email"] == "ada@new.test"
    assert changed["updated_at"] == made["updated_at"] + 60
    assert world.get(f"/contacts/{made['id']}") == changed
    gone = world.delete(f"/contacts/{made['id']}")
    assert gone == {"type": "contact", "id": made["id"], "external_id": None, "deleted": True}
    assert world.refusal("GET", f"/contacts/{made['id']}") == (404, "not_found", "User Not Found")


def test_one_of_email_external_id_and_role_is_needed(world):
    assert world.refusal("POST", "/contacts", {"name": "x"})[:2] == (400, "parameter_not_found")


def test_a_user_is_found_by_external_id_even_with_a_slash_in_it(world):
    made = world.post("/contacts", {"external_id": "a/b ü"})
    assert world.get("/contacts/find_by_external_id/a%2Fb%20%C3%BC")["id"] == made["id"]
    world.post("/contacts", {"role": "lead", "external_id": "a-lead"})
    assert world.ask("GET", "/contacts/find_by_external_id/a-lead").status == 404


def test_a_second_user_with_the_same_address_is_409_and_names_the_first(world):
    first = world.post("/contacts", {"email": "twin@new.test"})
    wording = f"contact matching those details already exists with id={first['id']}"
    again = world.refusal("POST", "/contacts", {"email": "TWIN@new.test"})
    assert again == (409, "conflict", f"A {wording}")
    world.post(f"/contacts/{first['id']}/archive")
    again = world.refusal("POST", "/contacts", {"email": "twin@new.test"})
    assert again == (409, "conflict", f"An archived {wording}")


def test_an_external_id_belongs_to_one_contact_whatever_its_role(world):
    world.post("/contacts", {"role": "lead", "external_id": "e1"})
    assert world.refusal("POST", "/contacts", {"external_id": "e1"})[0] == 409


def test_leads_may_share_an_address_with_anybody(world):
    world.post("/contacts", {"email": "shared@new.test"})
    for _ in range(2):
        world.post("/contacts", {"role": "lead", "email": "shared@new.test"})


def test_an_update_can_clash_as_well(world):
    world.post("/contacts", {"email": "one@new.test"})
    two = world.post("/contacts", {"email": "two@new.test"})
    target = f"/contacts/{two['id']}"
    assert world.refusal("PUT", target, {"email": "one@new.test"})[0] == 409
    assert world.get(target)["email"] == "two@new.test"
    assert world.put(target, {"email": "two@new.test"})["email"] == "two@new.test"
    lead = world.post("/contacts", {"role": "lead", "email": "one@new.test"})
    assert world.refusal("PUT", f"/contacts/{lead['id']}", {"role": "user"})[0] == 409


def test_every_field_at_fault_is_named_at_once(world):
    body = {
        "email": "not an address",
        "phone": 5,
        "signed_up_at": 1_700_000_000_000,
        "role": "boss",
        "unsubscribed_from_emails": "yes",
    }
    assert set(errors(world, "POST", "/contacts", body)) == set(body)


def test_milliseconds_are_refused(world):
    found = errors(world, "POST", "/contacts", {"role": "user", "last_seen_at": 1_700_000_000_000})
    assert found == {"last_seen_at": "last_seen_at must be a Unix timestamp in seconds"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unheard_of", 1),
        ("plan", 5),
        ("plan", "gold"),
        ("seats", "5"),
        ("seats", 1.5),
        ("seats", True),
        ("seats", 2**63),
        ("mrr", "1"),
        ("is_trial", "true"),
        ("renewal_on", "2026-01-01"),
        ("order_note", ["a"]),
        ("order_note", {"a": 1}),
    ],
)
def test_custom_attributes_must_exist_and_fit(world, name, value):
    body = {"role": "user", "custom_attributes": {name: value}}
    assert set(errors(world, "POST", "/contacts", body)) == {f"custom_attributes.{name}"}


def test_custom_attributes_merge_keep_large_integers_and_are_cleared_by_null(world):
    start = {"plan": "pro", "ledger_id": 2**63 - 1, "mrr": 0.1, "is_trial": False}
    made = world.post("/contacts", {"role": "user", "custom_attributes": start})
    target = f"/contacts/{made['id']}"
    assert made["custom_attributes"] == start
    after = world.put(target, {"custom_attributes": {"plan": None, "seats": 3}})
    assert after["custom_attributes"] == {k: v for k, v in start.items() if k != "plan"} | {
        "seats": 3
    }
    assert f'"ledger_id":{2**63 - 1}'.encode() in world.ask("GET", target).body


def test_keys_that_are_not_known_are_ignored_companies_among_them(world):
    made = world.post("/contacts", {"role": "user", "companies": [{"id": "x"}], "nonsense": 1})
    assert made["companies"]["total_count"] == 0


def test_email_verified_goes_only_with_an_email(world):
    assert world.refusal("POST", "/contacts", {"role": "user", "email_verified": True})[0] == 400
    world.post("/contacts", {"email": "v@new.test", "email_verified": True})


def test_owner_id_is_text_from_2_16_on_and_a_number_before(world):
    body = {"role": "user", "owner_id": 991267460, "name": 'says "owner_id":"1"'}
    made = world.post("/contacts", body)
    assert made["owner_id"] == "991267460"
    old = world.get(f"/contacts/{made['id']}", intercom_version="2.15")
    assert old == {**made, "owner_id": 991267460}
    assert world.refusal("POST", "/contacts", {"role": "user", "owner_id": "1"})[0] == 400


def test_an_archived_contact_cannot_be_read_until_it_is_taken_back(world):
    made = world.post("/contacts", {"email": "put@away.test"})
    target = f"/contacts/{made['id']}"
    assert world.post(f"{target}/archive")["archived"] is True
    for method, path in (("GET", target), ("PUT", target), ("GET", f"{target}/tags")):
        assert world.ask(method, path, {}).status == 404
    email = {"field": "email", "operator": "=", "value": "put@away.test"}
    assert world.search(email)["total_count"] == 0
    assert made["id"] not in {contact["id"] for contact in world.all_contacts()}
    assert world.post(f"{target}/unarchive")["archived"] is False
    assert world.get(target)["id"] == made["id"]
    world.post(f"{target}/archive")
    world.delete(target)


def test_a_blocked_contact_does_not_come_back(world):
    made = world.post("/contacts", {"role": "lead"})
    assert world.post(f"/contacts/{made['id']}/block")["blocked"] is True
    answer = world.refusal("POST", f"/contacts/{made['id']}/unarchive")
    assert answer[:2] == (400, "not_restorable")
    assert world.ask("GET", f"/contacts/{made['id']}").status == 404


@pytest.mark.parametrize("action", ["archive", "unarchive", "block"])
def test_nobody_cannot_be_put_away(world, action):
    assert world.ask("POST", f"/contacts/nobody/{action}").status == 404
