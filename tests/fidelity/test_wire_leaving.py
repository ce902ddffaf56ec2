"""The ways a contact can go: archived, blocked, merged, deleted."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from desk import Desk, one


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_external_ids_find_users_only(desk: Desk) -> None:
    user = desk.contact(external_id="a b/c?ü")
    found = desk.ok("GET", "/contacts/find_by_external_id/a%20b%2Fc%3F%C3%BC")
    assert found["id"] == user["id"]
    desk.contact(role="lead", external_id="lead-1")
    error = desk.refused(404, "GET", "/contacts/find_by_external_id/lead-1")
    assert error == {"code": "not_found", "message": "User Not Found"}


@pytest.mark.parametrize("action", ["archive", "block"])
def test_whoever_is_put_away_is_in_no_list_and_cannot_be_read(desk: Desk, action: str) -> None:
    person = desk.contact(email="a@x.test", external_id="1")
    target = f"/contacts/{person['id']}"
    word = {"archive": "archived", "block": "blocked"}[action]
    short = {"type": "contact", "id": person["id"], "external_id": "1", word: True}
    assert desk.ok("POST", f"{target}/{action}") == short
    desk.refused(404, "GET", target)
    desk.refused(404, "PUT", target, {"name": "x"})
    desk.refused(404, "GET", "/contacts/find_by_external_id/1")
    assert desk.ok("GET", "/contacts")["data"] == []
    assert desk.search(one("email", "=", "a@x.test"))["data"] == []


def test_an_archived_contact_comes_back_and_a_blocked_one_does_not(desk: Desk) -> None:
    target = f"/contacts/{desk.contact(email='a@x.test')['id']}"
    desk.ok("POST", f"{target}/archive")
    assert desk.ok("POST", f"{target}/unarchive")["archived"] is False
    assert desk.ok("GET", target)["email"] == "a@x.test"
    desk.ok("POST", f"{target}/block")
    assert desk.refused(400, "POST", f"{target}/unarchive")["code"] == "not_restorable"
    assert desk.ok("DELETE", target)["deleted"] is True
    desk.refused(404, "DELETE", target)


def twins(desk: Desk, number: int = 1) -> tuple[dict[str, Any], dict[str, Any]]:
    email = f"twin{number}@x.test"
    return desk.contact(role="lead", email=email), desk.contact(role="user", email=email)


def test_a_lead_merges_into_a_user_and_nothing_else_does(desk: Desk) -> None:
    lead, user = twins(desk)
    other, stranger = twins(desk, 2)
    for source, target in ((user, lead), (user, stranger), (lead, other), (user, user)):
        body = {"from": source["id"], "into": target["id"], "skip_duplicate_validation": True}
        assert desk.refused(400, "POST", "/contacts/merge", body)["code"] == "invalid_merge"
    body = {"from": lead["id"], "into": stranger["id"]}
    error = desk.refused(400, "POST", "/contacts/merge", body)
    assert error["code"] == "invalid_merge"
    assert "matching email or phone" in error["message"]
    desk.ok("POST", "/contacts/merge", {**body, "skip_duplicate_validation": True})
    # Whether both are duplicates is looked at from 2.16 on.
    body = {"from": other["id"], "into": user["id"]}
    desk.ok("POST", "/contacts/merge", body, version="2.15")


def test_a_merged_contact_is_gone_with_a_link_from_2_16_on(desk: Desk) -> None:
    lead, user = twins(desk)
    desk.ok("PUT", f"/contacts/{lead['id']}", {"external_id": "lead-1", "phone": "+3531"})
    tag = desk.ok("POST", "/tags", {"name": "kept"})["id"]
    desk.ok("POST", f"/contacts/{lead['id']}/tags", {"id": tag})
    merged = desk.ok("POST", "/contacts/merge", {"from": lead["id"], "into": user["id"]})
    assert (merged["id"], merged["phone"]) == (user["id"], "+3531")
    assert merged["tags"]["total_count"] == 1
    for target in (f"/contacts/{lead['id']}", "/contacts/find_by_external_id/lead-1"):
        answer = desk.ask("GET", target)
        assert (answer.status, answer.json()["errors"][0]["code"]) == (410, "contact_merged")
        assert answer.headers["link"] == f'</contacts/{user["id"]}>; rel="canonical"'
        for version in ("2.14", "2.15"):
            desk.refused(404, "GET", target, version=version)
        assert desk.ask("GET", target, version="2.17").status == 410
    assert [row["id"] for row in desk.ok("GET", "/contacts")["data"]] == [user["id"]]
    assert desk.search(one("id", "=", lead["id"]))["data"] == []
    for method, target in (("PUT", ""), ("DELETE", ""), ("POST", "/archive"), ("GET", "/tags")):
        desk.refused(404, method, f"/contacts/{lead['id']}{target}", {})


def test_the_link_follows_three_merges_and_no_more(desk: Desk) -> None:
    chain = [desk.contact(role="lead", email="c@x.test")["id"] for _ in range(5)]
    for source, target in pairwise(chain):
        desk.ok("PUT", f"/contacts/{target}", {"role": "user"})
        desk.ok("POST", "/contacts/merge", {"from": source, "into": target})
        desk.ok("PUT", f"/contacts/{target}", {"role": "lead"})
    links = [desk.ask("GET", f"/contacts/{one_}").headers["link"] for one_ in chain[:4]]
    heirs = [re.findall("[0-9a-f]{24}", link)[0] for link in links]
    assert heirs == [chain[3], chain[4], chain[4], chain[4]]


def test_merge_history_is_shown_when_asked_for_and_for_users_only(desk: Desk) -> None:
    user = desk.contact(role="user", email="h@x.test")
    leads = []
    for _ in range(3):
        desk.now += 5
        leads.append(desk.contact(role="lead", email="h@x.test")["id"])
        desk.ok("POST", "/contacts/merge", {"from": leads[-1], "into": user["id"]})
    target = f"/contacts/{user['id']}"
    assert "merge_history" not in desk.ok("GET", target)
    assert "merge_history" not in desk.ok("GET", "/contacts")["data"][0]
    assert "merge_history" in desk.ok("GET", "/contacts?include_merge_history=true")["data"][0]
    shown = desk.ok("GET", f"{target}?include_merge_history=true")["merge_history"]
    assert [item["source_contact_id"] for item in shown] == leads[::-1]
    ids, cursor = [], ""
    while True:
        page = desk.ok("GET", f"{target}/merge_history?per_page=2&order=asc{cursor}")
        ids += [item["source_contact_id"] for item in page["data"]]
        if not page["has_more"]:
            break
        cursor = f"&cursor={page['next_cursor'].replace('=', '%3D')}"
    assert (ids, page["next_cursor"]) == (leads, None)
    lead = desk.contact(role="lead", email="h@x.test")["id"]
    assert desk.refused(404, "GET", f"/contacts/{lead}/merge_history")["message"] == (
        "Contact not found"
    )
    assert "merge_history" not in desk.ok("GET", f"/contacts/{lead}?include_merge_history=true")
