"""Contacts over the wire: twins, types and custom attributes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from desk import Desk, one


@pytest.fixture
def desk() -> Desk:
    return Desk()


# Creating.


def test_one_of_three_fields_is_needed(desk: Desk) -> None:
    error = desk.refused(400, "POST", "/contacts", {"name": "x", "phone": "1"})
    assert error["code"] == "parameter_not_found"
    for body in ({"email": "a@x.test"}, {"external_id": "1"}, {"role": "lead"}):
        made = desk.ok("POST", "/contacts", body)
        assert re.fullmatch("[0-9a-f]{24}", made["id"])


def test_companies_in_the_body_are_ignored(desk: Desk) -> None:
    made = desk.contact(email="a@x.test", companies=[{"company_id": "1"}], nonsense=True)
    assert made["companies"]["total_count"] == 0
    assert "nonsense" not in made


def test_a_user_is_alone_with_its_email_and_external_id(desk: Desk) -> None:
    first = desk.contact(email="Ann@X.test", external_id="1")
    for body in (
        {"role": "user", "email": "ann@x.TEST"},
        {"role": "user", "external_id": "1"},
        {"role": "lead", "external_id": "1"},
    ):
        error = desk.refused(409, "POST", "/contacts", body)
        assert error["code"] == "conflict"
        message = f"A contact matching those details already exists with id={first['id']}"
        assert error["message"] == message


def test_an_archived_twin_is_called_so(desk: Desk) -> None:
    first = desk.contact(email="a@x.test")
    desk.ok("POST", f"/contacts/{first['id']}/archive")
    error = desk.refused(409, "POST", "/contacts", {"role": "user", "email": "a@x.test"})
    message = f"An archived contact matching those details already exists with id={first['id']}"
    assert error["message"] == message


def test_leads_may_share_an_email_also_with_a_user(desk: Desk) -> None:
    ids = {desk.contact(role="lead", email="a@x.test")["id"] for _ in range(2)}
    ids.add(desk.contact(role="user", email="a@x.test")["id"])
    found = desk.search(one("email", "=", "a@x.test"))
    assert {row["id"] for row in found["data"]} == ids
    assert len(ids) == 3


def test_an_update_cannot_make_a_twin_either(desk: Desk) -> None:
    first = desk.contact(email="a@x.test", external_id="1")
    second = desk.contact(email="b@x.test")
    lead = desk.contact(role="lead", email="a@x.test")
    for who, body in (
        (second, {"email": "a@x.test"}),
        (second, {"external_id": "1"}),
        (lead, {"role": "user"}),
    ):
        error = desk.refused(409, "PUT", f"/contacts/{who['id']}", body)
        assert error["message"].endswith(first["id"])
    desk.ok("PUT", f"/contacts/{first['id']}", {"email": "a@x.test", "external_id": "1"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "admin"),
        ("role", None),
        ("email", "no"),
        ("email", "a b@x.test"),
        ("email", None),
        ("email", 5),
        ("external_id", 5),
        ("external_id", ""),
        ("name", 5),
        ("name", ["x"]),
        ("phone", 353),
        ("avatar", {"image_url": "x"}),
        ("signed_up_at", "1700000000"),
        ("signed_up_at", 1_700_000_000_000),
        ("last_seen_at", 1.5),
        ("last_seen_at", True),
        ("owner_id", "12345"),
        ("owner_id", {}),
        ("unsubscribed_from_emails", "yes"),
        ("custom_attributes", "x"),
    ],
)
def test_values_of_another_type_are_refused(desk: Desk, field: str, value: Any) -> None:
    body = {"role": "user", "external_id": "e", field: value}
    error = desk.refused(400, "POST", "/contacts", body)
    assert (error["code"], error["field"]) == ("parameter_invalid", field)
    person = desk.contact(external_id="p")
    desk.refused(400, "PUT", f"/contacts/{person['id']}", {field: value})


def test_a_verified_email_needs_the_email_with_it(desk: Desk) -> None:
    body = {"role": "user", "email_verified": True}
    assert desk.refused(400, "POST", "/contacts", body)["field"] == "email_verified"
    desk.contact(email="a@x.test", email_verified=True)


# Custom attributes.


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nope", "x"),
        ("plan", "no such plan"),
        ("plan", 5),
        ("seats", "5"),
        ("seats", 5.5),
        ("mrr", "9.9"),
        ("is_trial", 1),
        ("renewal_on", "2026-01-01"),
        ("renewal_on", 1_700_000_000_000),
        ("order_note", ["a"]),
        ("order_note", {"a": 1}),
    ],
)
def test_custom_attributes_must_exist_and_fit(desk: Desk, name: str, value: Any) -> None:
    body = {"role": "lead", "custom_attributes": {name: value}}
    error = desk.refused(400, "POST", "/contacts", body)
    assert (error["code"], error["field"]) == ("parameter_invalid", f"custom_attributes.{name}")


def test_custom_attributes_are_merged_and_null_takes_one_away(desk: Desk) -> None:
    person = desk.contact(email="a@x.test", custom_attributes={"seats": 2**53 + 1, "plan": "pro"})
    target = f"/contacts/{person['id']}"
    shown = desk.ok("PUT", target, {"custom_attributes": {"plan": None, "mrr": 1.5}})
    assert shown["custom_attributes"] == {"seats": 9007199254740993, "mrr": 1.5}
    assert desk.ok("PUT", target, {"custom_attributes": {}}) == desk.ok("GET", target)


def test_an_archived_attribute_is_unknown(desk: Desk) -> None:
    rows = desk.ok("GET", "/data_attributes?model=contact")["data"]
    number = next(row["id"] for row in rows if row["name"] == "seats")
    desk.ok("PUT", f"/data_attributes/{number}", {"archived": True})
    desk.refused(400, "POST", "/contacts", {"role": "lead", "custom_attributes": {"seats": 1}})
    assert desk.no_search(one("custom_attributes.seats", "=", 1))["code"] == "invalid_field"
