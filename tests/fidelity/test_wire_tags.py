"""Tags, segments, subscriptions, notes and attributes over the wire."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

NOBODY = "0123456789abcdef01234567"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def names(desk: Desk) -> list[str]:
    return [tag["name"] for tag in desk.ok("GET", "/tags")["data"]]


def test_a_name_in_any_case_is_the_same_tag(desk: Desk) -> None:
    first = desk.ok("POST", "/tags", {"name": "Early Bird"})
    again = desk.ok("POST", "/tags", {"name": "early BIRD"})
    assert (again["id"], again["name"]) == (first["id"], "Early Bird")
    assert names(desk).count("Early Bird") == 1


def test_an_id_renames_and_another_tags_name_is_refused(desk: Desk) -> None:
    one, two = (desk.ok("POST", "/tags", {"name": name})["id"] for name in ("One", "Two"))
    assert desk.ok("POST", "/tags", {"id": one, "name": "Uno"})["id"] == one
    assert desk.ok("POST", "/tags", {"id": one, "name": "UNO"})["name"] == "UNO"
    desk.refused(400, "POST", "/tags", {"id": two, "name": "uno"})
    desk.refused(404, "POST", "/tags", {"id": "99999", "name": "Tres"})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "   "},
        {"name": 5},
        {"id": "1"},
        {"name": "x", "companies": {"id": "1"}},
        {"name": "x", "companies": ["1"]},
        {"name": "x", "companies": [{"name": "Acme"}]},
        {"name": "x", "users": [{"email": "a@x.test"}]},
        {"name": "x", "users": [{"id": 5}]},
    ],
)
def test_other_bodies_are_invalid(desk: Desk, body: Any) -> None:
    error = desk.refused(400, "POST", "/tags", body)
    assert (error["code"], error["message"]) == ("parameter_invalid", "invalid tag parameters")
    assert "x" not in names(desk)


def test_companies_are_tagged_and_untagged_by_either_id(desk: Desk) -> None:
    a, b = desk.company("a"), desk.company("b")
    both = [{"id": a["id"]}, {"company_id": "b"}, {"company_id": "nobody"}]
    made = desk.ok("POST", "/tags", {"name": "Hot", "companies": both})
    # From 2.16 on whoever is not there is skipped without a word.
    tagged = [{"id": a["id"], "tagged": True}, {"id": b["id"], "tagged": True}]
    assert made["companies"] == tagged
    assert desk.ok("GET", f"/companies/{a['id']}")["tags"]["tags"][0]["name"] == "Hot"
    gone = desk.ok(
        "POST", "/tags", {"name": "Hot", "companies": [{"company_id": "a", "untag": True}]}
    )
    assert gone["companies"] == [{"id": a["id"], "tagged": False}]
    assert desk.ok("GET", f"/companies/{a['id']}")["tags"]["tags"] == []
    assert desk.ok("GET", f"/companies/{b['id']}")["tags"]["tags"] != []


def test_before_2_16_whoever_is_not_there_is_an_error(desk: Desk) -> None:
    for part in ({"companies": [{"id": NOBODY}]}, {"users": [{"id": NOBODY}]}):
        desk.refused(404, "POST", "/tags", {"name": "Lost", **part}, version="2.15")
        assert "Lost" not in names(desk)


def test_a_tag_is_deleted_from_everything_unless_a_segment_needs_it(desk: Desk) -> None:
    person = desk.contact(email="a@x.test")
    tag = desk.ok("POST", "/tags", {"name": "Gone"})["id"]
    desk.ok("POST", f"/contacts/{person['id']}/tags", {"id": tag})
    answer = desk.ask("DELETE", f"/tags/{tag}")
    assert (answer.status, answer.body) == (200, b"")
    assert desk.ok("GET", f"/contacts/{person['id']}")["tags"]["total_count"] == 0
    error = desk.refused(400, "DELETE", "/tags/1")
    assert error["code"] == "tag_has_dependent_objects"
    assert error["message"] == (
        "Unable to delete Tag with dependent objects. Segments: VIP customers."
    )


def test_contacts_are_tagged_by_id_never_by_name(desk: Desk) -> None:
    target = f"/contacts/{desk.contact(email='a@x.test')['id']}/tags"
    desk.refused(404, "POST", target, {"id": "VIP"})
    desk.refused(400, "POST", target, {"name": "VIP"})
    first = desk.ok("POST", target, {"id": "1"})
    desk.now += 60
    assert desk.ok("POST", target, {"id": 1}) == first, "a second time changes nothing"
    assert first["applied_by"] == {"type": "admin", "id": "991267459"}
    assert desk.ok("DELETE", f"{target}/1")["name"] == "VIP"
    assert desk.refused(404, "DELETE", f"{target}/1")["code"] == "not_found"


def test_segments_follow_what_contacts_are_now(desk: Desk) -> None:
    person = desk.contact(email="a@x.test")
    vip = next(s for s in desk.ok("GET", "/segments")["segments"] if s["name"] == "VIP customers")
    assert "count" not in vip
    target = f"/contacts/{person['id']}"
    desk.ok("POST", f"{target}/tags", {"id": "1"})
    assert [s["id"] for s in desk.ok("GET", f"{target}/segments")["data"]] == [vip["id"]]
    assert desk.ok("GET", f"/segments/{vip['id']}?include_count=true")["count"] == 1
    query = {"field": "segment_id", "operator": "=", "value": vip["id"]}
    assert [row["id"] for row in desk.search(query)["data"]] == [person["id"]]


def test_subscriptions_hold_only_what_was_chosen(desk: Desk) -> None:
    target = f"/contacts/{desk.contact(email='a@x.test')['id']}/subscriptions"
    kinds = {kind["id"]: kind for kind in desk.ok("GET", "/subscription_types")["data"]}
    assert desk.ok("GET", target)["data"] == []
    out, into = (
        next(key for key, kind in kinds.items() if kind["consent_type"] == consent)
        for consent in ("opt_out", "opt_in")
    )
    for key, consent in ((out, "opt_out"), (into, "opt_in")):
        assert desk.ok("POST", target, {"id": key, "consent_type": consent}) == kinds[key]
    assert [kind["id"] for kind in desk.ok("GET", target)["data"]] == sorted([out, into])
    assert desk.ok("DELETE", f"{target}/{out}")["id"] == out
    desk.refused(404, "DELETE", f"{target}/{out}")
    assert [kind["id"] for kind in desk.ok("GET", target)["data"]] == [into]


@pytest.mark.parametrize(
    "body", [{}, {"id": "91"}, {"consent_type": "opt_in"}, {"id": "91", "consent_type": "yes"}]
)
def test_a_choice_needs_a_type_and_a_consent(desk: Desk, body: Any) -> None:
    target = f"/contacts/{desk.contact(email='a@x.test')['id']}/subscriptions"
    desk.refused(400, "POST", target, body)


def test_notes_have_an_author_and_a_body(desk: Desk) -> None:
    person = desk.contact(email="a@x.test")
    target = f"/contacts/{person['id']}/notes"
    first = desk.ok("POST", target, {"body": "Hello"})
    assert (first["body"], first["author"]["id"]) == ("<p>Hello</p>", "991267459")
    assert first["contact"] == {"type": "contact", "id": person["id"]}
    assert desk.ok("GET", f"/notes/{first['id']}") == first
    assert desk.refused(404, "POST", target, {"body": "x", "admin_id": "1"})["message"] == (
        "Resource Not Found"
    )
    desk.refused(400, "POST", target, {"body": ""})


def test_attributes_are_named_once_and_typed_for_good(desk: Desk) -> None:
    wanted = {"name": "Shoe size", "model": "contact", "data_type": "integer"}
    made = desk.ok("POST", "/data_attributes", wanted)
    assert (made["full_name"], made["custom"]) == ("custom_attributes.Shoe size", True)
    for body in (
        {**wanted, "name": "SHOE SIZE"},
        {**wanted, "model": "company"},
        {**wanted, "name": "a.b"},
        {**wanted, "name": "x", "data_type": "object"},
        {**wanted, "name": "x", "model": "ticket"},
        {**wanted, "name": "x", "data_type": "options"},
        {**wanted, "name": "x", "data_type": "options", "options": [{"value": "one"}]},
    ):
        assert desk.refused(400, "POST", "/data_attributes", body)["code"] == "parameter_invalid"
    desk.refused(400, "POST", "/data_attributes", {"name": "x", "model": "contact"})
    target = f"/data_attributes/{made['id']}"
    assert desk.ok("PUT", target, {"data_type": "string"})["data_type"] == "integer"
    desk.ok("PUT", target, {"archived": True})
    listed = [row.get("id") for row in desk.ok("GET", "/data_attributes")["data"]]
    archived = desk.ok("GET", "/data_attributes?include_archived=true")["data"]
    assert made["id"] not in listed
    assert made["id"] in [row.get("id") for row in archived]
