"""The document of `intercom commands` holds what a program needs to use a command unseen."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable


@cache
def told() -> dict[str, dict[str, Any]]:
    """Every command by its name."""
    with TemporaryDirectory() as folder:
        alone = FrontDoor(Path(folder), Unreachable())
        commands: list[dict[str, Any]] = alone("commands", "--json").ok().json["commands"]
    return {one["name"]: one for one in commands}


def option(command: str, flag: str) -> dict[str, Any]:
    options: list[dict[str, Any]] = told()[command]["options"]
    return next(one for one in options if flag in one["flags"])


@pytest.mark.parametrize(
    ("command", "flag", "type"),
    [
        ("articles list", "--limit", "integer"),
        ("articles list", "--timeout", "number"),
        ("activity-logs list", "--since", "time"),
        ("articles create", "--state", "choice"),
        ("articles create", "--body-file", "file"),
        ("articles create", "--title", "text"),
        ("articles create", "--set", "pair"),
        ("articles create", "--dry-run", "flag"),
        ("sandbox serve", "--port", "integer"),
    ],
)
def test_the_type_of_an_option_is_told(command: str, flag: str, type: str) -> None:
    assert option(command, flag)["type"] == type


def test_defaults_and_the_numbers_that_are_allowed_are_told() -> None:
    assert option("activity-logs list", "--since")["default"] == "7d"
    assert option("sandbox serve", "--port")["default"] == 8585
    assert option("articles list", "--limit")["min"] == 1
    assert option("articles list", "--limit")["default"] is None
    assert option("articles list", "--all")["default"] is None


def test_what_is_needed_and_where_it_goes_is_told() -> None:
    title = option("articles create", "--title")
    assert (title["needed"], title["required"], title["place"]) == (True, False, "title")
    assert option("articles update", "--title")["needed"] is False
    assert option("custom-objects list", "--type")["needed"] is True
    assert option("phone-call-redirects create", "--phone")["needed"] is True
    assert option("articles create", "--set")["place"] is None
    contact = option("tickets create", "--contact")
    assert (contact["needed"], contact["place"]) == (True, "contacts")
    assert option("tickets update", "--title")["place"] == "ticket_attributes._default_title_"
    assert option("tickets update", "--admin")["place"] is None


def test_whether_a_command_writes_is_told() -> None:
    assert {
        name for name, one in told().items() if one["writes"] and one["path"][-1] == "list"
    } == set()
    for name in ("articles create", "articles push", "contacts merge", "request", "exports start"):
        assert told()[name]["writes"], name
    for name in ("articles get", "status", "config set", "schema", "activity-logs search"):
        assert not told()[name]["writes"], name


ASKING = {
    "articles delete": "30",
    "articles publish": "7",
    "articles create": "--title X --state published",
    "contacts merge": "6762f0dd1bb69f9f2193bb83 --into 6762f0dd1bb69f9f2193bb84",
    "ip-allowlist update": "--add 1.2.3.4",
    "content delete": "article_content:12",
    "news-items create": "--title X --state live",
    "data-attributes delete": "5",
    "office-hours delete": "1",
}


@pytest.mark.parametrize("name", list(ASKING))
def test_a_command_that_may_ask_asks(run: FrontDoor, name: str) -> None:
    assert told()[name]["may_ask"]
    ran = run(*name.split(), *ASKING[name].split(), "--no-input", transport=Unreachable())
    assert ran.code == 3
    assert ran.error["type"] == "input_needed"


def test_a_command_that_never_asks_is_told_as_such() -> None:
    """That no other one asks is shown wherever the examples run, without --yes."""
    asking = {name for name, one in told().items() if one["may_ask"]}
    assert {"articles push", "sandbox reset", "disconnect"} <= asking
    assert not asking & {
        "tags create",
        "articles tag",
        "articles get",
        "audiences create",
        "status",
    }


def test_the_commands_of_one_noun_can_be_asked_for(alone: FrontDoor) -> None:
    document = alone("commands", "articles", "--json").ok().json
    assert {one["path"][0] for one in document["commands"]} == {"articles"}
    assert {row["path"][0] for row in alone("commands", "tags").ok().rows} == {"tags"}
    assert [row["name"] for row in alone("commands", "status").ok().rows] == ["status"]
    refused = alone("commands", "artciles")
    assert refused.code == 2
    assert refused.error["hint"] == "intercom commands articles"


def test_jq_is_applied_to_the_document_too(alone: FrontDoor) -> None:
    names = alone("commands", "tags", "--json", "--jq", ".commands[].path[1]", "-r").ok().out
    assert names.split() == ["list", "get", "create", "delete"]
