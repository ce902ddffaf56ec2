"""What can stand in --where, --sort and --fields, as `commands --json` tells it."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import FrontDoor

from intercom_cli import discovery
from intercom_cli.query.where import parse
from intercom_cli.resolving import known_of
from intercom_cli.vocabulary import operators, vocabularies


def told(door: FrontDoor, noun: str) -> dict[str, Any]:
    """The options of each command of a noun, by their flags."""
    document = door("commands", noun, "--json").ok().json
    return {
        one["path"][-1]: {option["flags"][-1]: option for option in one["options"]}
        for one in document["commands"]
    }


def names(option: dict[str, Any]) -> list[str]:
    return [field["name"] for field in option["fields"]]


def test_programs_are_told_what_where_can_ask_with_its_operators_and_values(
    alone: FrontDoor,
) -> None:
    where = told(alone, "contacts")["list"]["--where"]
    assert where["type"] == "expression"
    fields = {field["name"]: field for field in where["fields"]}
    assert fields["role"]["values"] == ["user", "lead"]
    assert fields["role"]["type"] == "id"
    assert fields["role"]["operators"] == ["=", "!=", "in", "not in"]
    assert "between" in fields["created_at"]["operators"]
    assert fields["unsubscribed_from_emails"]["values"] == ["true", "false"]
    assert "custom_attributes." in fields


def test_programs_are_told_what_a_list_can_be_sorted_by(alone: FrontDoor) -> None:
    sort = told(alone, "conversations")["list"]["--sort"]
    assert {"name": "created_at"} in sort["fields"]
    assert sort["type"] == "order"
    assert {"created_at", "statistics.last_close_at"} <= {*names(sort)}
    assert not [name for name in names(sort) if name.endswith(".")]


def test_fields_are_those_of_the_records_that_are_shown(alone: FrontDoor) -> None:
    contacts = told(alone, "contacts")
    assert "location.country" in names(contacts["list"]["--fields"])
    assert "segment_id" not in names(contacts["list"]["--fields"])
    assert "plan.name" in names(contacts["companies"]["--fields"])
    assert names(contacts["list"]["--output"]) == []
    assert "http_status" in names(told(alone, "data-connectors")["runs"]["--fields"])
    assert "data_type" in names(told(alone, "ticket-attributes")["list"]["--fields"])


@pytest.mark.parametrize(
    ("noun", "field", "value"),
    [("tickets", "category", "tracker"), ("articles", "state", "draft"),
     ("content-sources", "status", "active"), ("conversations", "priority", "urgent")],
)  # fmt: skip
def test_values_come_from_words_options_and_descriptions(noun: str, field: str, value: str) -> None:
    found = {name.name: name.values for name in vocabularies()[noun]}
    assert value in found[field]


AFTER = {"in": "in ({0})", "between": "between {0} and {0}", "not": "not in ({0})"}
SAMPLES = {
    "object": "null",
    "integer id": "5",
    "integer": "5",
    "boolean": "true",
    "date": "7d",
    "moment": "7d",
}


def test_each_field_takes_the_operators_and_values_that_are_told() -> None:
    for noun, fields in vocabularies().items():
        known = [name for name in fields if name.type and not name.name.endswith(".")]
        if not known:
            continue
        asked = known_of(discovery.load("resources", noun).resource)
        for name in known:
            assert name.type
            values = name.values or (SAMPLES.get(name.type, "x"),)
            for value in values:
                parse(f"{name.name} = {value}", asked)
            for operator in operators(name.type):
                test = AFTER.get(operator, f"{operator} {{0}}")
                said = "is null" if operator == "is" else test.format(values[0])
                if operator == "not" and name.type in {"date", "moment"}:
                    said = f"not between {values[0]} and {values[0]}"
                parse(f"{name.name} {said}", asked)
