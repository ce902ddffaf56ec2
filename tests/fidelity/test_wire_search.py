"""Search over the wire: operators by type, limits of groups, fields, order."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk, one

TEXT = ("=", "!=", "IN", "NIN", "~", "!~", "^", "$")
RANGES = ("<", ">", "<=", ">=")
EVERY = (*TEXT, *RANGES)
BY_TYPE = {
    "name": TEXT,
    "role": TEXT,
    "owner_id": TEXT,
    "location.country": TEXT,
    "custom_attributes.plan": TEXT,
    "tag_id": ("=", "!="),
    "segment_id": ("=", "!=", "IN", "NIN"),
    "has_hard_bounced": ("=", "!=", "IN", "NIN"),
    "custom_attributes.is_trial": ("=", "!=", "IN", "NIN"),
    "custom_attributes.seats": ("=", "!=", "IN", "NIN", *RANGES),
    "created_at": ("=", "<", ">"),
    "last_seen_at": ("=", "<", ">"),
    "ios_last_seen_at": ("=", "<", ">"),
    "custom_attributes.renewal_on": ("=", "<", ">"),
}
GOOD: dict[str, Any] = {
    "role": "user",
    "tag_id": "1",
    "has_hard_bounced": True,
    "custom_attributes.is_trial": False,
    "custom_attributes.seats": 5,
    "created_at": 1_700_000_000,
    "last_seen_at": 1_700_000_000,
    "ios_last_seen_at": 1_700_000_000,
    "custom_attributes.renewal_on": 1_700_000_000,
}
DOCUMENTED = [
    "id",
    "role",
    "name",
    "avatar",
    "owner_id",
    "email",
    "email_domain",
    "phone",
    "formatted_phone",
    "external_id",
    "created_at",
    "signed_up_at",
    "updated_at",
    "last_seen_at",
    "last_contacted_at",
    "last_replied_at",
    "last_email_opened_at",
    "last_email_clicked_at",
    "language_override",
    "browser",
    "browser_language",
    "os",
    "location.country",
    "location.region",
    "location.city",
    "unsubscribed_from_emails",
    "marked_email_as_spam",
    "has_hard_bounced",
    "ios_last_seen_at",
    "ios_app_version",
    "ios_device",
    "ios_app_device",
    "ios_os_version",
    "ios_app_name",
    "ios_sdk_version",
    "android_last_seen_at",
    "android_app_version",
    "android_device",
    "android_app_name",
    "andoid_sdk_version",
    "segment_id",
    "tag_id",
    "custom_attributes.plan",
]


@pytest.fixture(scope="module")
def team() -> Desk:
    """Five people; the tests only read."""
    desk = Desk()
    people: list[dict[str, Any]] = [
        {"name": "Ann Lee", "email": "ann@acme.test", "custom_attributes": {"plan": "pro"}},
        {"name": "Bob Lee", "email": "bob@acme.test", "custom_attributes": {"plan": "team"}},
        {"name": "Čeněk", "email": "cenek@other.test", "unsubscribed_from_emails": True},
        {"name": "Dan", "role": "lead", "phone": "+353 1"},
        {"name": "100%_sure'; --", "external_id": "e", "custom_attributes": {"seats": 7}},
    ]
    for person in people:
        desk.contact(**person)
        desk.now += 1
    return desk


def value_for(field: str, operator: str) -> Any:
    value = GOOD.get(field, "x")
    return [value] if operator in ("IN", "NIN") else value


@pytest.mark.parametrize("field", BY_TYPE)
def test_each_type_takes_its_operators_and_no_others(team: Desk, field: str) -> None:
    for operator in EVERY:
        query = {"query": one(field, operator, value_for(field, operator))}
        answer = team.ask("POST", "/contacts/search", query)
        expected = 200 if operator in BY_TYPE[field] else 400
        assert answer.status == expected, (operator, answer.body)


@pytest.mark.parametrize("field", DOCUMENTED)
def test_every_documented_field_can_be_searched(team: Desk, field: str) -> None:
    value = GOOD.get(field, 1_700_000_000 if field.endswith("_at") else "x")
    if field in ("unsubscribed_from_emails", "marked_email_as_spam"):
        value = True
    team.search(one(field, "=", value))


@pytest.mark.parametrize(
    "field",
    ["company_id", "nonsense", "", "custom_attributes", "custom_attributes.nope", "tags", None, 5],
)
def test_other_fields_are_invalid(team: Desk, field: Any) -> None:
    assert team.no_search(one(field, "=", "x"))["code"] == "invalid_field"
    sort = {"query": one("role", "=", "user"), "sort": {"field": field, "order": "ascending"}}
    assert team.refused(400, "POST", "/contacts/search", sort)["code"] == "invalid_field"


@pytest.mark.parametrize(
    ("field", "operator", "value", "names"),
    [
        ("name", "=", "Dan", {"Dan"}),
        ("name", "=", "dan", set()),
        ("name", "!=", "Dan", {"Ann Lee", "Bob Lee", "Čeněk", "100%_sure'; --"}),
        ("name", "~", "Lee", {"Ann Lee", "Bob Lee"}),
        ("name", "!~", "Lee", {"Čeněk", "Dan", "100%_sure'; --"}),
        ("name", "^", "Č", {"Čeněk"}),
        ("name", "$", "Lee", {"Ann Lee", "Bob Lee"}),
        ("name", "~", "%", {"100%_sure'; --"}),
        ("name", "~", "_", {"100%_sure'; --"}),
        ("name", "$", "'; --", {"100%_sure'; --"}),
        ("name", "IN", ["Dan", "Ann Lee", "nobody"], {"Dan", "Ann Lee"}),
        ("name", "NIN", ["Dan", "Ann Lee"], {"Bob Lee", "Čeněk", "100%_sure'; --"}),
        ("role", "=", "lead", {"Dan"}),
        ("email", "$", "@acme.test", {"Ann Lee", "Bob Lee"}),
        ("email_domain", "=", "acme.test", {"Ann Lee", "Bob Lee"}),
        ("email", "!=", "ann@acme.test", {"Bob Lee", "Čeněk", "Dan", "100%_sure'; --"}),
        ("email", "!~", "acme", {"Čeněk", "Dan", "100%_sure'; --"}),
        ("email", "=", None, {"Dan", "100%_sure'; --"}),
        ("email", "!=", None, {"Ann Lee", "Bob Lee", "Čeněk"}),
        ("custom_attributes.plan", "=", "pro", {"Ann Lee"}),
        ("custom_attributes.plan", "NIN", ["pro"], {"Bob Lee", "Čeněk", "Dan", "100%_sure'; --"}),
        ("custom_attributes.seats", ">=", 7, {"100%_sure'; --"}),
        ("custom_attributes.seats", ">", "6", {"100%_sure'; --"}),
        ("custom_attributes.seats", "<", 7, set()),
        ("unsubscribed_from_emails", "=", True, {"Čeněk"}),
        ("tag_id", "=", "999", set()),
        ("tag_id", "!=", "999", {"Ann Lee", "Bob Lee", "Čeněk", "Dan", "100%_sure'; --"}),
    ],
)
def test_operators_find_what_they_say(
    team: Desk, field: str, operator: str, value: Any, names: set[str]
) -> None:
    assert team.found(field, operator, value) == names


@pytest.mark.parametrize(
    ("field", "operator", "value"),
    [
        ("name", "=", 5),
        ("name", "=", True),
        ("name", "=", ["Dan"]),
        ("name", "IN", "Dan"),
        ("name", "IN", []),
        ("name", "IN", [1]),
        ("name", "~", None),
        ("role", "=", "admin"),
        ("unsubscribed_from_emails", "=", "true"),
        ("unsubscribed_from_emails", "=", 1),
        ("created_at", "=", "foobar"),
        ("created_at", ">", "2026-01-01"),
        ("created_at", ">", 1.5),
        ("created_at", ">", None),
        ("custom_attributes.seats", "=", "many"),
        ("custom_attributes.seats", "=", False),
        ("tag_id", "=", True),
        ("name", "==", "Dan"),
        ("name", "in", ["Dan"]),
        ("name", "NOT IN", ["Dan"]),
        ("name", "", "Dan"),
        ("name", None, "Dan"),
        ("name", ["="], "Dan"),
    ],
)
def test_a_filter_that_does_not_fit_is_refused(
    team: Desk, field: str, operator: Any, value: Any
) -> None:
    assert team.no_search(one(field, operator, value))["code"] == "parameter_invalid"


def group(operator: str, *members: Any) -> dict[str, Any]:
    return {"operator": operator, "value": list(members)}


def test_groups_nest_two_deep_and_no_deeper(team: Desk) -> None:
    ann, bob = one("name", "^", "Ann"), one("name", "^", "Bob")
    pro, user = one("custom_attributes.plan", "=", "pro"), one("role", "=", "user")
    two = group("AND", group("OR", ann, bob), group("OR", pro, pro))
    assert [row["name"] for row in team.search(two)["data"]] == ["Ann Lee"]
    three = group("AND", group("OR", group("AND", ann, user)))
    assert team.no_search(three)["code"] == "parameter_invalid"


def test_a_group_holds_fifteen_filters_and_no_more(team: Desk) -> None:
    dan = one("name", "=", "Dan")
    assert team.search(group("OR", *[dan] * 15))["total_count"] == 1
    team.no_search(group("OR", *[dan] * 16))
    team.no_search(group("AND", group("OR", *[dan] * 16)))
    full = group("AND", *[group("OR", *[dan] * 15)] * 15)
    assert team.search(full)["total_count"] == 1


@pytest.mark.parametrize(
    "query",
    [
        group("XOR", one("name", "=", "x")),
        group("and", one("name", "=", "x")),
        group("AND"),
        {"operator": "AND"},
        {"operator": "AND", "value": one("name", "=", "x")},
        {"operator": "AND", "value": [one("name", "=", "x"), group("OR", one("role", "=", "x"))]},
        {"operator": "AND", "value": ["name"]},
        {"operator": "OR", "value": [None]},
        {"field": "name", "value": "x"},
        {"operator": "=", "value": "x"},
        {},
        [],
        "name = x",
        5,
    ],
)
def test_a_query_that_is_none_is_refused(team: Desk, query: Any) -> None:
    assert team.no_search(query)["code"] in ("parameter_invalid", "invalid_field")


@pytest.mark.parametrize("body", [{}, {"query": None}, {"email": "x"}, {"pagination": {}}])
def test_a_search_needs_a_query(team: Desk, body: Any) -> None:
    assert team.refused(400, "POST", "/contacts/search", body)["code"] == "parameter_not_found"


@pytest.mark.parametrize(
    "more",
    [
        {"pagination": []},
        {"pagination": {"starting_after": 5}},
        {"pagination": {"per_page": "x"}},
        {"sort": "name"},
        {"sort": {"field": ["name"], "order": "ascending"}},
        {"sort": {"field": "tag_id", "order": "ascending"}},
    ],
)
def test_what_goes_with_a_query_must_fit_too(team: Desk, more: Any) -> None:
    team.refused(400, "POST", "/contacts/search", {"query": one("role", "=", "user"), **more})
