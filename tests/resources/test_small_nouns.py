"""Tags, segments, admins and data attributes."""

from __future__ import annotations

import json

import pytest
from front_door import FrontDoor, Unreachable


def test_tags_are_listed_made_renamed_and_deleted(run: FrontDoor) -> None:
    before = run("tags", "list", "--all").ok().rows
    made = run("tags", "create", "--name", "Brand new").ok()
    assert made.bodies() == [{"name": "Brand new"}]
    assert made.err == f"Created tag {made.json['id']} in sandbox.\n"
    again = run("tags", "create", "--name", "Newer", "--id", made.json["id"]).ok()
    assert again.json["id"] == made.json["id"]
    assert run("tags", "get", made.json["id"]).ok().json["name"] == "Newer"
    assert len(run("tags", "list", "--all").ok().rows) == len(before) + 1
    gone = run("tags", "delete", made.json["id"], "-y").ok()
    assert gone.sent() == [f"DELETE /tags/{made.json['id']}"]
    assert run("tags", "list", "--all").ok().rows == before


def test_a_tag_needs_a_name(run: FrontDoor) -> None:
    ran = run("tags", "create", "--id", "5", transport=Unreachable())
    assert ran.code == 2
    assert "--name" in ran.err


def test_tags_are_filtered_here(run: FrontDoor) -> None:
    ran = run("tags", "list", "--where", "name ~ vip").ok()
    assert [row["name"] for row in ran.rows] == ["VIP"]


def test_segments(run: FrontDoor) -> None:
    rows = run("segments", "list", "--all").ok().rows
    assert len(rows) > 3
    one = run("segments", "get", rows[0]["id"]).ok().json
    assert one["name"] == rows[0]["name"]
    counted = run("segments", "list", "--members").ok()
    assert counted.sent() == ["GET /segments?include_count=true"]
    assert all(isinstance(row["count"], int) for row in counted.rows)
    assert run("segments", "get", "6762f0dd1bb69f9f2193bb83").code == 6


def test_admins(run: FrontDoor) -> None:
    rows = run("admins", "list").ok().rows
    one = run("admins", "get", rows[0]["id"]).ok().json
    assert one["email"] == rows[0]["email"]
    away = run("admins", "list", "--where", "away_mode_enabled = true").ok().rows
    assert [row["away_mode_enabled"] for row in away] == [True]
    assert run("admins", "get", "1").code == 6


def test_data_attributes_are_listed_by_model(run: FrontDoor) -> None:
    for model in ("contact", "company"):
        ran = run("data-attributes", "list", "--model", model, "--all").ok()
        assert ran.sent() == [f"GET /data_attributes?model={model}"]
        assert {row["model"] for row in ran.rows} == {model}


def test_a_data_attribute_is_made_changed_and_archived(run: FrontDoor) -> None:
    words = ["data-attributes", "create", "--name", "tier", "--model", "contact"]
    made = run(*words, "--type", "options", "--option", "a", "--option", "b").ok()
    assert made.bodies() == [
        {
            "name": "tier",
            "model": "contact",
            "data_type": "options",
            "options": [{"value": "a"}, {"value": "b"}],
        }
    ]
    number = str(made.json["id"])
    changed = run("data-attributes", "update", number, "--description", "Which tier").ok()
    assert changed.sent() == [f"PUT /data_attributes/{number}"]
    assert run("data-attributes", "get", "tier").ok().json["description"] == "Which tier"
    gone = run("data-attributes", "delete", number, "-y").ok()
    assert gone.bodies() == [{"archived": True}]
    names = [row["name"] for row in run("data-attributes", "list", "--all").ok().rows]
    assert "tier" not in names
    hidden = run("data-attributes", "list", "--all", "--archived").ok()
    assert "tier" in [row["name"] for row in hidden.rows]


def test_a_data_attribute_that_is_not_there(run: FrontDoor) -> None:
    ran = run("data-attributes", "get", "no_such_attribute")
    assert ran.code == 6
    assert ran.error["hint"] == "intercom data-attributes list"
    assert run("data-attributes", "get", "None").code == 6


@pytest.mark.parametrize(
    "noun", ["tags", "segments", "admins", "data-attributes", "contacts", "companies"]
)
def test_every_noun_lists_in_every_format(run: FrontDoor, noun: str) -> None:
    rows = run(noun, "list", "--limit", "3").ok().rows
    assert rows
    assert run(noun, "list", "--limit", "3", "-o", "json").ok().json == rows
    ids = run(noun, "list", "--limit", "3", "-o", "ids").ok().out.split()
    if noun != "data-attributes":  # standard attributes have no id
        assert ids == [str(row["id"]) for row in rows]
    for form in ("csv", "tsv", "yaml", "table"):
        assert run(noun, "list", "--limit", "3", "-o", form).ok().out
    shown = run(noun, "list", "--limit", "3", terminal=True, NO_COLOR="1").ok()
    assert shown.out
    assert json.dumps(rows)


def test_subscription_types_are_known_by_their_names(run: FrontDoor) -> None:
    first, *rows = run("subscription-types", "list", "-o", "table").ok().out.splitlines()
    assert first.split() == ["Id", "Name", "State", "Consent"]
    assert "Announcements  live" in "\n".join(rows)
