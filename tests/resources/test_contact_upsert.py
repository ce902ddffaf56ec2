"""Upsert: create a contact, or change the one that is there."""

from __future__ import annotations

from front_door import FrontDoor, answer, refusal

NOBODY = answer({"type": "list", "data": [], "total_count": 0})
UPSERT = ["contacts", "upsert", "--email", "up@acme.test", "--external-id", "up-1"]
TWIN = "6762f0dd1bb69f9f2193bb83"


def test_a_new_contact_is_made_after_one_search(run: FrontDoor) -> None:
    ran = run(*UPSERT, "--name", "New").ok()
    assert ran.sent() == ["POST /contacts/search", "POST /contacts"]
    assert ran.err.startswith("Created contact ")


def test_an_external_id_alone_costs_no_search(run: FrontDoor) -> None:
    words = ["contacts", "upsert", "--external-id", "alone-1", "--name"]
    first = run(*words, "New").ok()
    assert first.sent() == ["POST /contacts"]
    again = run(*words, "Changed").ok()
    assert again.sent() == ["POST /contacts", f"PUT /contacts/{first.json['id']}"]
    assert everybody(run, external_id="alone-1") == [("Changed", "user")]


def test_a_known_contact_is_changed(run: FrontDoor) -> None:
    first = run(*UPSERT, "--name", "New").ok().json
    ran = run(*UPSERT, "--name", "Changed").ok()
    assert ran.sent() == ["POST /contacts/search", f"PUT /contacts/{first['id']}"]
    assert ran.json["id"] == first["id"]
    assert ran.json["name"] == "Changed"
    assert ran.err == f"Changed contact {first['id']} in sandbox.\n"


def test_an_archived_contact_is_only_brought_back_when_asked_for(run: FrontDoor) -> None:
    first = run(*UPSERT, "--name", "New").ok().json
    run("contacts", "archive", first["id"]).ok()
    refused = run(*UPSERT, "--name", "Changed")
    assert refused.code == 7
    assert "--unarchive" in refused.error["hint"]
    assert refused.sent() == ["POST /contacts/search", "POST /contacts"]
    ran = run(*UPSERT, "--name", "Changed", "--unarchive").ok()
    assert ran.sent()[2:] == [
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
        ran = with_token.scripted(NOBODY, refusal(status, "conflict", "No."), words=UPSERT)
        assert ran.code == code


def test_the_id_is_read_out_of_the_sentence(with_token: FrontDoor) -> None:
    said = f"A contact matching those details already exists with id={TWIN}"
    ran = with_token.scripted(
        NOBODY,
        refusal(409, "conflict", said),
        answer({"type": "contact", "id": TWIN}),
        words=UPSERT,
    ).ok()
    assert ran.sent()[2] == f"PUT /contacts/{TWIN}"
    assert ran.bodies()[1] == ran.bodies()[2]


def made(run: FrontDoor, role: str, email: str, *more: str) -> str:
    words = ["contacts", "create", "--role", role, "--email", email, *more]
    return str(run(*words).ok().json["id"])


def everybody(run: FrontDoor, **wanted: str) -> list[tuple[str, str]]:
    """Name and role of whoever has these values, found by reading every contact."""
    rows = run("contacts", "list", "--all", "-o", "ndjson").ok().rows
    found = [row for row in rows if wanted.items() <= row.items()]
    return sorted((row["name"], row["role"]) for row in found)


def test_a_lead_with_the_address_is_updated(run: FrontDoor) -> None:
    lead = made(run, "lead", "mia@acme.test", "--name", "Mia")
    ran = run("contacts", "upsert", "--email", "MIA@acme.test", "--name", "Mia Moor").ok()
    assert ran.sent() == ["POST /contacts/search", f"PUT /contacts/{lead}"]
    rows = run("contacts", "list", "--all").ok().rows
    same = [row["id"] for row in rows if row["email"].lower() == "mia@acme.test"]
    assert same == [lead]
    assert everybody(run, id=lead) == [("Mia Moor", "lead")]


def test_a_lead_can_become_the_user(run: FrontDoor) -> None:
    lead = made(run, "lead", "mia@acme.test", "--name", "Mia")
    run("contacts", "upsert", "--email", "mia@acme.test", "--role", "user").ok()
    assert everybody(run, email="mia@acme.test") == [("Mia", "user")]
    ran = run("contacts", "upsert", "--email", "mia@acme.test", "--external-id", "m-1").ok()
    assert ran.json["id"] == lead
    assert everybody(run, email="mia@acme.test") == [("Mia", "user")]


def test_an_address_of_several_is_refused_with_their_ids(run: FrontDoor) -> None:
    leads = [made(run, "lead", "desk@acme.test") for _ in range(2)]
    ran = run("contacts", "upsert", "--email", "desk@acme.test", "--name", "Desk")
    assert ran.code == 2
    assert all(f"{lead} (lead)" in ran.error["message"] for lead in leads)
    assert ran.sent() == ["POST /contacts/search"]


def test_of_a_user_and_a_lead_the_role_says_which(run: FrontDoor) -> None:
    lead = made(run, "lead", "two@acme.test", "--name", "Lead")
    user = made(run, "user", "two@acme.test", "--name", "User")
    words = ["contacts", "upsert", "--email", "two@acme.test", "--name", "New"]
    ran = run(*words)
    assert ran.code == 2
    assert f"{user} (user)" in ran.error["message"]
    assert "--role user" in ran.error["hint"]
    assert run(*words, "--role", "user").ok().json["id"] == user
    assert run(*words, "--role", "lead").ok().json["id"] == lead
    assert len(everybody(run, email="two@acme.test")) == 2


def test_a_user_is_not_made_a_lead_nor_doubled(run: FrontDoor) -> None:
    user = made(run, "user", "only@acme.test")
    ran = run("contacts", "upsert", "--email", "only@acme.test", "--role", "lead")
    assert ran.code == 2
    assert user in ran.error["message"]
    assert len(everybody(run, email="only@acme.test")) == 1


def test_an_external_id_comes_before_an_address(run: FrontDoor) -> None:
    one = made(run, "user", "one@acme.test", "--external-id", "e-1")
    made(run, "lead", "other@acme.test", "--name", "Other")
    words = ["contacts", "upsert", "--external-id", "e-1", "--email", "other@acme.test"]
    assert run(*words).ok().json["id"] == one
    assert everybody(run, external_id="e-1") == [(None, "user")]


def test_a_user_with_another_external_id_is_somebody_else(run: FrontDoor) -> None:
    user = made(run, "user", "one@acme.test", "--external-id", "e-1")
    ran = run("contacts", "upsert", "--external-id", "e-2", "--email", "one@acme.test")
    assert ran.code == 2
    assert "e-1" in ran.error["message"]
    assert user in ran.error["hint"]
    assert everybody(run, external_id="e-1") == [(None, "user")]
