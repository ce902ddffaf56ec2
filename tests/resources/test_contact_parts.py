"""What hangs on a contact: tags, notes, companies, segments, subscriptions."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import FrontDoor, Unreachable


@pytest.fixture
def new(run: FrontDoor) -> dict[str, Any]:
    words = ["contacts", "create", "--email", "parts@acme.test", "--external-id", "parts"]
    found: dict[str, Any] = run(*words).ok().json
    return found


@pytest.fixture
def company(run: FrontDoor) -> dict[str, Any]:
    words = ["companies", "create", "--company-id", "c-1", "--name", "Parts Ltd"]
    found: dict[str, Any] = run(*words).ok().json
    return found


def names(run: FrontDoor, *words: str) -> list[str]:
    return [row["name"] for row in run(*words).ok().rows]


def test_tag_by_name_by_id_and_in_any_case(run: FrontDoor, new: dict[str, Any]) -> None:
    vip = next(tag for tag in run("tags", "list").ok().rows if tag["name"] == "VIP")
    for name in ("VIP", "vip", vip["id"]):
        ran = run("contacts", "tag", new["id"], name).ok()
        assert ran.sent() == ["GET /tags", f"POST /contacts/{new['id']}/tags"]
        assert ran.bodies()[-1] == {"id": vip["id"]}
        assert names(run, "contacts", "tags", new["id"]) == ["VIP"]
        run("contacts", "untag", new["id"], name).ok()
        assert names(run, "contacts", "tags", new["id"]) == []


def test_a_typing_slip_makes_no_tag(run: FrontDoor, new: dict[str, Any]) -> None:
    before = names(run, "tags", "list")
    for verb in ("tag", "untag"):
        ran = run("contacts", verb, new["id"], "VPI")
        assert ran.code == 6
        assert "VPI" in ran.err
    assert "--create" in run("contacts", "tag", new["id"], "VPI").error["hint"]
    assert names(run, "tags", "list") == before


def test_a_tag_is_made_when_asked_for(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "tag", "external:parts", "Fresh", "--create").ok()
    assert "POST /tags" in ran.sent()
    assert names(run, "contacts", "tags", new["id"]) == ["Fresh"]
    assert "Fresh" in names(run, "tags", "list")


def test_write_and_read_notes(run: FrontDoor, new: dict[str, Any]) -> None:
    admin = run("admins", "list").ok().rows[0]
    ran = run("contacts", "note", new["id"], "<p>Called & agreed</p>", "--admin", admin["id"]).ok()
    assert ran.bodies() == [{"body": "<p>Called & agreed</p>", "admin_id": admin["id"]}]
    assert ran.err.endswith(" in sandbox.\n")
    run("contacts", "note", new["id"], "-", stdin="From a pipe\n").ok()
    found = run("contacts", "notes", new["id"]).ok().rows
    assert len(found) == 2
    assert any("Called" in note["body"] for note in found)
    for empty in ("", "  "):
        assert run("contacts", "note", new["id"], empty, transport=Unreachable()).code == 2


@pytest.mark.parametrize("named", ["id", "company:c-1", "Parts Ltd"])
def test_attach_and_detach_a_company(
    run: FrontDoor, new: dict[str, Any], company: dict[str, Any], named: str
) -> None:
    name = company["id"] if named == "id" else named
    ran = run("contacts", "attach", new["id"], name).ok()
    assert ran.sent()[-1] == f"POST /contacts/{new['id']}/companies"
    assert ran.bodies()[-1] == {"id": company["id"]}
    assert names(run, "contacts", "companies", new["id"]) == ["Parts Ltd"]
    gone = run("contacts", "detach", new["id"], name).ok()
    assert gone.sent()[-1] == f"DELETE /contacts/{new['id']}/companies/{company['id']}"
    assert names(run, "contacts", "companies", new["id"]) == []


def test_all_companies_of_a_contact_with_more_than_a_page(
    run: FrontDoor, new: dict[str, Any]
) -> None:
    companies = run("companies", "list", "--all").ok().rows
    for company in companies[:25]:
        run("request", "POST", f"/contacts/{new['id']}/companies", f"id={company['id']}").ok()
    ran = run("contacts", "companies", new["id"], "--all").ok()
    assert len({row["id"] for row in ran.rows}) == 25
    some = run("contacts", "companies", new["id"], "--limit", "3").ok()
    assert len(some.rows) == 3


def test_segments_of_a_contact(run: FrontDoor) -> None:
    everyone = run("contacts", "list", "--all").ok().rows
    paying = next(
        person
        for person in everyone
        if person["role"] == "user" and person["custom_attributes"].get("plan") == "pro"
    )
    assert "Customers on a paid plan" in names(run, "contacts", "segments", paying["id"])


def subscriptions(run: FrontDoor, contact: str) -> dict[str, str]:
    rows = run("contacts", "subscriptions", contact).ok().rows
    return {row["id"]: row["consent_type"] for row in rows}


def kinds(run: FrontDoor) -> dict[str, dict[str, Any]]:
    found = run("request", "/subscription_types").ok().json["data"]
    return {kind["consent_type"]: kind for kind in found}


def test_subscribe_to_what_needs_consent(run: FrontDoor, new: dict[str, Any]) -> None:
    kind = kinds(run)["opt_in"]
    ran = run("contacts", "subscribe", new["id"], kind["id"]).ok()
    assert ran.bodies()[-1] == {"id": kind["id"], "consent_type": "opt_in"}
    assert subscriptions(run, new["id"]) == {kind["id"]: "opt_in"}
    gone = run("contacts", "unsubscribe", new["id"], kind["id"]).ok()
    assert gone.sent()[-1] == f"DELETE /contacts/{new['id']}/subscriptions/{kind['id']}"
    assert subscriptions(run, new["id"]) == {}


def test_unsubscribe_from_what_is_sent_to_everybody(run: FrontDoor, new: dict[str, Any]) -> None:
    kind = kinds(run)["opt_out"]
    name = kind["default_translation"]["name"]
    ran = run("contacts", "unsubscribe", new["id"], name.upper()).ok()
    assert ran.bodies()[-1] == {"id": kind["id"], "consent_type": "opt_out"}
    assert subscriptions(run, new["id"]) == {kind["id"]: "opt_out"}
    back = run("contacts", "subscribe", new["id"], name).ok()
    assert back.requests[-1].method == "DELETE"
    assert subscriptions(run, new["id"]) == {}


def test_an_unknown_subscription_names_those_there_are(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "subscribe", new["id"], "Nonsense")
    assert ran.code == 6
    assert kinds(run)["opt_in"]["default_translation"]["name"] in ran.err


def test_an_empty_note_is_refused_before_anybody_is_looked_up(run: FrontDoor) -> None:
    for words in (("contacts", "note", "front@acme.test", " "), ("companies", "note", "Acme", "")):
        ran = run(*words)
        assert (ran.code, ran.requests) == (2, [])
