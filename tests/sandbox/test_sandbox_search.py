"""Search equals the same condition computed over every record, also at the borders of days."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

NEW_YORK = ZoneInfo("America/New_York")
DAY = 86_400


def value_of(contact, field):
    if field.startswith("custom_attributes."):
        return contact["custom_attributes"].get(field.partition(".")[2])
    if field.startswith("location."):
        return contact["location"][field.partition(".")[2]]
    if field == "email" and not contact["email"]:
        return None
    return contact[field]


def day(moment, zone):
    return datetime.fromtimestamp(moment, zone).date()


def matches(contact, query, version="2.16"):
    """The condition as the documentation words it, without any SQL."""
    if "field" not in query:
        together = all if query["operator"] == "AND" else any
        return together(matches(contact, member, version) for member in query["value"])
    field, operator, wanted = query["field"], query["operator"], query["value"]
    if field == "tag_id":
        tagged = wanted in {tag["id"] for tag in contact["tags"]["data"]}
        return tagged == (operator == "=")
    have = value_of(contact, field)
    if field.endswith(("_at", "_on")):
        return have is not None and dated(field, have, operator, int(wanted), version)
    plain = {
        "=": lambda: have == wanted,
        "!=": lambda: have != wanted,
        "IN": lambda: have in wanted,
        "NIN": lambda: have not in wanted,
        "!~": lambda: have is None or wanted not in have,
    }
    if operator in plain:
        return plain[operator]()
    compared = {
        "~": lambda: wanted in have,
        "^": lambda: have.startswith(wanted),
        "$": lambda: have.endswith(wanted),
        ">": lambda: have > wanted,
        "<": lambda: have < wanted,
        ">=": lambda: have >= wanted,
        "<=": lambda: have <= wanted,
    }
    return have is not None and compared[operator]()


def dated(field, have, operator, wanted, version):
    if version == "2.17" and not field.startswith("custom"):
        left, right = have, wanted
    else:
        zone = UTC if version == "2.17" else NEW_YORK
        left, right = day(have, zone), day(wanted, zone)
    return {"=": left == right, ">": left > right, "<": left < right}[operator]


TEXTS = ["email", "name", "phone", "external_id", "location.city", "custom_attributes.order_note"]
PIECES = ["a", "@acme.test", ".test", "Ö", "", "[/close]", "\x1b", "é", "+1202", "user-0000", "A"]


def random_filter(rng, contacts):
    kind = rng.randrange(6)
    some = rng.choice(contacts)
    if kind == 0:
        field, operator = rng.choice(TEXTS), rng.choice(["~", "!~", "^", "$", "=", "!="])
        return {"field": field, "operator": operator, "value": rng.choice(PIECES)}
    if kind == 1:
        field = rng.choice(["created_at", "last_seen_at", "custom_attributes.renewal_on"])
        near = (value_of(some, field) or some["created_at"]) + rng.choice([0, 1, -1, 3600, -DAY])
        return {"field": field, "operator": rng.choice(["=", "<", ">"]), "value": near}
    if kind == 2:
        operator = rng.choice(["=", "!=", "<", ">", "<=", ">="])
        seats = rng.choice([1, 5, 20, some["custom_attributes"].get("seats", 2)])
        return {"field": "custom_attributes.seats", "operator": operator, "value": seats}
    if kind == 3:
        field = rng.choice(["role", "custom_attributes.plan", "browser"])
        given = [rng.choice(contacts) for _ in range(2)]
        values = [value_of(one, field) or "pro" for one in given]
        return {"field": field, "operator": rng.choice(["IN", "NIN"]), "value": values}
    if kind == 4:
        operator = rng.choice(["=", "!="])
        return {"field": "tag_id", "operator": operator, "value": str(rng.randrange(1, 17))}
    field = rng.choice(["unsubscribed_from_emails", "custom_attributes.is_trial"])
    return {"field": field, "operator": rng.choice(["=", "!="]), "value": rng.random() < 0.5}


def random_query(rng, contacts):
    shape = rng.randrange(3)
    if shape == 0:
        return random_filter(rng, contacts)
    if shape == 1:
        filters = [random_filter(rng, contacts) for _ in range(rng.randrange(1, 5))]
        return {"operator": rng.choice(["AND", "OR"]), "value": filters}
    groups = [
        {
            "operator": rng.choice(["AND", "OR"]),
            "value": [random_filter(rng, contacts) for _ in range(rng.randrange(1, 3))],
        }
        for _ in range(rng.randrange(1, 4))
    ]
    return {"operator": rng.choice(["AND", "OR"]), "value": groups}


@pytest.mark.parametrize("version", ["2.16", "2.17"])
def test_search_equals_the_condition_computed_over_all_records(make_world, version):
    world = make_world(contacts=150)
    # Contacts whose tags are cut at ten do not show all their tags here.
    contacts = [c for c in world.all_contacts() if not c["tags"]["has_more"]]
    cut = {c["id"] for c in world.all_contacts() if c["tags"]["has_more"]}
    rng = random.Random(7)
    hits = 0
    for _ in range(400):
        query = random_query(rng, contacts)
        found = world.search(query, version=version)
        ids = [contact["id"] for contact in found["data"] if contact["id"] not in cut]
        expected = {c["id"] for c in contacts if matches(c, query, version)}
        assert set(ids) == expected, query
        assert found["total_count"] == len(found["data"])
        hits += len(ids)
    assert hits > 1000


@pytest.mark.parametrize("operator", ["=", ">", "<"])
def test_days_are_those_of_the_workspace_up_to_2_16_and_seconds_after(world, operator):
    midnight = int(datetime(2026, 11, 20, tzinfo=NEW_YORK).timestamp())
    contacts = world.all_contacts()
    at_border = {contact["created_at"] - midnight for contact in contacts}
    assert {0, -1, 1, -DAY, -DAY - 1} <= at_border
    for moment in (midnight, midnight - 1, midnight + 5 * 3600, midnight + DAY - 1):
        query = {"field": "created_at", "operator": operator, "value": moment}
        for version in ("2.14", "2.16", "2.17", "Preview"):
            known = "2.17" if version == "Preview" else "2.16" if version == "2.14" else version
            found = {contact["id"] for contact in pages_of(world, query, version)}
            assert found == {c["id"] for c in contacts if matches(c, query, known)}


def pages_of(world, query, version):
    found, cursor = [], None
    while True:
        pagination = {"per_page": 100} | ({"starting_after": cursor} if cursor else {})
        page = world.search(query, version=version, pagination=pagination)
        found += page["data"]
        if "next" not in page["pages"]:
            return found
        cursor = page["pages"]["next"]["starting_after"]


@pytest.mark.parametrize("field", ["name", "created_at", "last_seen_at", "custom_attributes.mrr"])
@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_sorted_pages_hold_each_contact_once_and_in_order(make_world, field, order):
    world = make_world(contacts=80)
    query = {"field": "created_at", "operator": ">", "value": 0}
    found, cursor = [], None
    while True:
        page = world.search(
            query,
            sort={"field": field, "order": order},
            pagination={"per_page": 9, **({"starting_after": cursor} if cursor else {})},
        )
        found += page["data"]
        if "next" not in page["pages"]:
            break
        cursor = page["pages"]["next"]["starting_after"]
    assert len({contact["id"] for contact in found}) == len(found) == 80
    empty = "" if field == "name" else -1
    keys = [empty if (v := value_of(c, field)) is None else v for c in found]
    assert keys == sorted(keys, reverse=order == "descending")


def test_search_gives_fifty_and_ignores_a_page_number(world):
    query = {"field": "role", "operator": "=", "value": "user"}
    one, two = (
        world.post("/contacts/search", {"query": query, "pagination": {"page": number}})
        for number in (1, 2)
    )
    assert len(one["data"]) == 50
    assert one == two


def test_segments_are_searched_as_they_are_listed(world):
    for segment in world.get("/segments?include_count=true")["segments"][:5]:
        query = {"field": "segment_id", "operator": "=", "value": segment["id"]}
        found = world.search(query)
        assert found["total_count"] == segment["count"] > 0
        target = f"/contacts/{found['data'][0]['id']}/segments"
        assert segment["id"] in {one["id"] for one in world.get(target)["data"]}


def test_null_asks_for_what_is_not_set(world):
    unset = {"field": "last_seen_at", "operator": "=", "value": None}
    expected = sum(contact["last_seen_at"] is None for contact in world.all_contacts())
    assert world.search(unset)["total_count"] == expected > 0
    assert world.search({**unset, "operator": "!="} | {"field": "phone"})["total_count"] > 0


def test_owner_id_is_searched_as_a_number_before_2_16(world):
    query = {"field": "owner_id", "operator": "=", "value": "991267460"}
    number = {**query, "operator": ">=", "value": 991267460}
    assert world.search(query)["total_count"] > 0
    assert world.search(number, version="2.15")["total_count"] > 0
    assert world.ask("POST", "/contacts/search", {"query": number}).status == 400


def group(members, operator="AND"):
    return {"operator": operator, "value": members}


def one(field="email", operator="=", value="x"):
    return {"field": field, "operator": operator, "value": value}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (None, "parameter_not_found"),
        ("x", "parameter_invalid"),
        ({}, "parameter_invalid"),
        (group([]), "parameter_invalid"),
        (group("x"), "parameter_invalid"),
        (group([one()] * 16), "parameter_invalid"),
        (group([group([group([one()])])]), "parameter_invalid"),
        (group([one(), group([one()])]), "parameter_invalid"),
        (one("nope"), "invalid_field"),
        (one("company_id"), "invalid_field"),
        (one("custom_attributes.nope"), "invalid_field"),
        (one(5), "invalid_field"),
        (one(operator="=="), "parameter_invalid"),
        (one(operator=">"), "parameter_invalid"),
        (one(value=5), "parameter_invalid"),
        (one(operator="IN", value="x"), "parameter_invalid"),
        (one(operator="IN", value=[]), "parameter_invalid"),
        (one(operator="~", value=None), "parameter_invalid"),
        (one("role", value="admin"), "parameter_invalid"),
        (one("tag_id", "IN", ["1"]), "parameter_invalid"),
        (one("created_at", "!=", 1), "parameter_invalid"),
        (one("created_at", ">=", 1), "parameter_invalid"),
        (one("created_at", "<=", 1), "parameter_invalid"),
        (one("created_at", "IN", [1]), "parameter_invalid"),
        (one("created_at", ">", "yesterday"), "parameter_invalid"),
        (one("created_at", ">", 10**15), "parameter_invalid"),
        (one("unsubscribed_from_emails", "=", "true"), "parameter_invalid"),
        (one("unsubscribed_from_emails", ">", True), "parameter_invalid"),
        (one("custom_attributes.seats", "~", "1"), "parameter_invalid"),
        (one("custom_attributes.seats", "=", "many"), "parameter_invalid"),
        (one("custom_attributes.renewal_on", ">=", 1), "parameter_invalid"),
    ],
)
def test_queries_that_cannot_be_are_refused(world, query, code):
    assert world.refusal("POST", "/contacts/search", {"query": query})[:2] == (400, code)


def test_two_levels_and_fifteen_filters_are_allowed(world):
    world.search(group([group([one()] * 15, "OR")] * 15))


@pytest.mark.parametrize(
    ("sort", "code"),
    [
        ({"field": "name", "order": "desc"}, "invalid_sort_order"),
        ({"order": 1}, "invalid_sort_order"),
        ({"field": "nope"}, "invalid_field"),
        ({"field": "tag_id"}, "invalid_field"),
    ],
)
def test_sort_orders_that_cannot_be_are_refused(world, sort, code):
    body = {"query": one(), "sort": sort}
    assert world.refusal("POST", "/contacts/search", body)[:2] == (400, code)


@pytest.mark.parametrize(
    "pagination", [{"per_page": 151}, {"per_page": 0}, {"starting_after": 5}, 5]
)
def test_pagination_that_cannot_be_is_refused(world, pagination):
    body = {"query": one(), "pagination": pagination}
    assert world.ask("POST", "/contacts/search", body).status == 400
