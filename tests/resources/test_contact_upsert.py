"""Upsert: create a contact, or change the one that is there."""

from __future__ import annotations

from front_door import FrontDoor, answer, refusal

UPSERT = ["contacts", "upsert", "--email", "up@acme.test", "--external-id", "up-1"]
TWIN = "6762f0dd1bb69f9f2193bb83"


def test_a_new_contact_costs_one_request(run: FrontDoor) -> None:
    ran = run(*UPSERT, "--name", "New").ok()
    assert ran.sent() == ["POST /contacts"]
    assert ran.err.startswith("Created contact ")


def test_a_known_contact_is_changed(run: FrontDoor) -> None:
    first = run(*UPSERT, "--name", "New").ok().json
    ran = run(*UPSERT, "--name", "Changed").ok()
    assert ran.sent() == ["POST /contacts", f"PUT /contacts/{first['id']}"]
    assert ran.json["id"] == first["id"]
    assert ran.json["name"] == "Changed"
    assert ran.err == f"Changed contact {first['id']} in sandbox.\n"


def test_an_archived_contact_is_only_brought_back_when_asked_for(run: FrontDoor) -> None:
    first = run(*UPSERT, "--name", "New").ok().json
    run("contacts", "archive", first["id"]).ok()
    refused = run(*UPSERT, "--name", "Changed")
    assert refused.code == 7
    assert "--unarchive" in refused.error["hint"]
    assert len(refused.requests) == 1
    ran = run(*UPSERT, "--name", "Changed", "--unarchive").ok()
    assert ran.sent()[1:] == [
        f"POST /contacts/{first['id']}/unarchive",
        f"PUT /contacts/{first['id']}",
    ]
    assert run("contacts", "get", first["id"]).ok().json["name"] == "Changed"


def test_a_lead_is_looked_up_by_address_first(run: FrontDoor) -> None:
    words = ["contacts", "upsert", "--role", "lead", "--email", "lead@acme.test"]
    first = run(*words, "--name", "One").ok()
    assert first.sent() == ["POST /contacts/search", "POST /contacts"]
    again = run(*words, "--name", "Two").ok()
    assert again.sent() == ["POST /contacts/search", f"PUT /contacts/{first.json['id']}"]
    found = run("contacts", "search", "--where", "email = lead@acme.test").ok()
    assert [row["name"] for row in found.rows] == ["Two"]


def test_an_address_that_several_leads_share_is_refused(run: FrontDoor) -> None:
    ran = run("contacts", "upsert", "--role", "lead", "--email", "front.desk@acme.test")
    assert ran.code == 2
    assert ran.sent() == ["POST /contacts/search"]


def test_without_anything_to_recognise_by_it_is_refused(run: FrontDoor) -> None:
    ran = run("contacts", "upsert", "--name", "Nobody")
    assert ran.code == 2
    assert "--email or --external-id" in ran.err
    assert ran.requests == []


def test_another_refusal_is_passed_on(with_token: FrontDoor) -> None:
    for status, code in ((422, 7), (409, 7), (403, 5)):
        ran = with_token.scripted(refusal(status, "conflict", "No."), words=UPSERT)
        assert ran.code == code


def test_the_id_is_read_out_of_the_sentence(with_token: FrontDoor) -> None:
    said = f"A contact matching those details already exists with id={TWIN}"
    ran = with_token.scripted(
        refusal(409, "conflict", said), answer({"type": "contact", "id": TWIN}), words=UPSERT
    ).ok()
    assert ran.sent()[1] == f"PUT /contacts/{TWIN}"
    assert ran.bodies()[0] == ran.bodies()[1]
