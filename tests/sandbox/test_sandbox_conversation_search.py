"""Search of conversations."""

from __future__ import annotations

import pytest

DAY = 86_400
ME = "991267459"


def ids(world, field, operator, value, **more):
    query = {"field": field, "operator": operator, "value": value}
    body = {"query": query, "pagination": {"per_page": 150}, **more}
    return [row["id"] for row in world.post("/conversations/search", body)["conversations"]]


@pytest.fixture
def rows(world):
    return world.get("/conversations?per_page=150")["conversations"]


def test_dates_are_compared_to_the_second(world, rows):
    time = rows[10]["created_at"]
    assert ids(world, "created_at", "=", time) == [rows[10]["id"]]
    later = {row["id"] for row in rows if row["created_at"] > time}
    assert set(ids(world, "created_at", ">", str(time))) == later
    assert set(ids(world, "created_at", ">=", time)) == later | {rows[10]["id"]}


def test_texts_are_compared_word_by_word(world, rows):
    night = {row["id"] for row in rows if "night mode" in row["source"]["body"]}
    assert night
    assert set(ids(world, "source.body", "=", "night")) == night
    assert ids(world, "source.body", "=", "night mode") == []
    assert set(ids(world, "source.body", "~", "nigh")) == night
    others = {row["id"] for row in rows} - night
    assert set(ids(world, "source.body", "!=", "night")) == others
    assert set(ids(world, "source.body", "NIN", ["night"])) == others


@pytest.mark.parametrize(
    ("field", "value", "is_so"),
    [
        ("state", "closed", lambda row: row["state"] == "closed"),
        ("open", False, lambda row: not row["open"]),
        ("read", True, lambda row: row["read"]),
        ("priority", "urgent", lambda row: row["priority"] == "urgent"),
        ("admin_assignee_id", int(ME), lambda row: row["admin_assignee_id"] == int(ME)),
        ("team_assignee_id", 1, lambda row: row["team_assignee_id"] == 1),
        ("source.type", "email", lambda row: row["source"]["type"] == "email"),
        ("tag_ids", "4", lambda row: "4" in [tag["id"] for tag in row["tags"]["tags"]]),
        ("ai_agent_participated", True, lambda row: row["ai_agent_participated"]),
        (
            "statistics.count_assignments",
            2,
            lambda row: row["statistics"]["count_assignments"] == 2,
        ),
        (
            "custom_attributes.issue_type",
            "Billing",
            lambda row: row["custom_attributes"].get("issue_type") == "Billing",
        ),
        (
            "teammate_ids",
            ME,
            lambda row: ME in [one["id"] for one in (row["teammates"] or {}).get("teammates", [])],
        ),
    ],
)
def test_a_field_finds_what_has_the_value_and_nothing_else(world, rows, field, value, is_so):
    wanted = {row["id"] for row in rows if is_so(row)}
    assert wanted
    assert set(ids(world, field, "=", value)) == wanted
    assert set(ids(world, field, "!=", value)) == {row["id"] for row in rows} - wanted


def test_a_contact_finds_its_conversations(world, rows):
    contact = rows[0]["contacts"]["contacts"][0]["id"]
    wanted = {r["id"] for r in rows if contact in [c["id"] for c in r["contacts"]["contacts"]]}
    assert set(ids(world, "contact_ids", "IN", [contact])) == wanted


def test_nobody_assigned_is_zero(world, rows):
    wanted = {row["id"] for row in rows if row["admin_assignee_id"] == 0}
    assert set(ids(world, "admin_assignee_id", "=", 0)) == wanted


def test_what_is_found_comes_in_the_order_asked_for(world):
    sort = {"field": "created_at", "order": "ascending"}
    found = ids(world, "created_at", ">", 0, sort=sort)
    assert found == [str(number) for number in range(1, 41)]


def test_pages_follow_each_other_in_any_order(world):
    body = {
        "query": {"field": "created_at", "operator": ">", "value": 0},
        "sort": {"field": "priority", "order": "ascending"},
        "pagination": {"per_page": 9},
    }
    found = []
    while True:
        page = world.post("/conversations/search", body)
        found += [row["id"] for row in page["conversations"]]
        if page["pages"].get("next") is None:
            break
        body["pagination"]["starting_after"] = page["pages"]["next"]["starting_after"]
    assert len(found) == len(set(found)) == page["total_count"] == 40


@pytest.mark.parametrize(
    ("field", "operator", "value"),
    [
        ("nothing", "=", "x"),
        (["id"], "=", "x"),
        ("created_at", "=", "foobar"),
        ("created_at", "~", "1"),
        ("source.subject", ">", "a"),
        ("open", "=", "true"),
        ("tag_ids", "~", "1"),
        ("custom_attributes.nothing", "=", "x"),
        ("custom_attributes.order", "=", "1"),
    ],
)
def test_a_search_that_makes_no_sense_is_refused(world, field, operator, value):
    query = {"field": field, "operator": operator, "value": value}
    assert world.refusal("POST", "/conversations/search", {"query": query})[0] == 400


def test_an_order_that_makes_no_sense_is_refused(world):
    query = {"field": "created_at", "operator": ">", "value": 0}
    place = "/conversations/search"
    for sort, code in (
        ({"order": "desc"}, "invalid_sort_order"),
        ({"field": "tag_ids"}, "invalid_field"),
        ({"field": "nothing"}, "invalid_field"),
    ):
        assert world.refusal("POST", place, {"query": query, "sort": sort})[:2] == (400, code)


def test_quality_checks_come_only_when_asked_for(world):
    body = {"query": {"field": "id", "operator": "=", "value": "3"}}
    bare = world.post("/conversations/search", body)["conversations"][0]
    assert not {"monitor_evaluations", "scorecards"} & bare.keys()
    full = world.post("/conversations/search?include_monitors=true", body)["conversations"][0]
    assert full["monitor_evaluations"][0]["result"] == "flagged"
    assert "scorecards" not in full


@pytest.mark.parametrize("name", ["C:\\drive", "it's", "a.b", "größe"])
def test_an_attribute_is_found_whatever_its_name_is(world, rows, name):
    world.post("/conversations/attributes", {"name": name, "data_type": "string"})
    world.put(f"/conversations/{rows[3]['id']}", {"custom_attributes": {name: "x"}})
    assert ids(world, f"custom_attributes.{name}", "=", "x") == [rows[3]["id"]]
