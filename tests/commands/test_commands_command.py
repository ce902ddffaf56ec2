"""`intercom commands` tells every command, to people and to programs."""

from __future__ import annotations

from front_door import FrontDoor

from intercom_cli import discovery
from intercom_cli.noun import entries


def test_the_document_holds_the_whole_tree(alone: FrontDoor) -> None:
    document = alone("commands", "--json").ok().json
    names = {command["name"] for command in document["commands"]}
    for noun in discovery.names("resources"):
        resource = discovery.load("resources", noun).resource
        assert {f"{noun} {verb}" for verb in entries(resource)} <= names
    assert {"request", "config set", "connect"} <= names
    assert document["form"] == 1
    assert document["aliases"]["login"] == "connect"


def test_a_command_is_told_with_all_that_an_agent_needs(alone: FrontDoor) -> None:
    document = alone("commands", "--json").ok().json
    [found] = [one for one in document["commands"] if one["name"] == "contacts get"]
    assert found["path"] == ["contacts", "get"]
    assert found["usage"] == "intercom contacts get CONTACT... [OPTIONS]"
    assert found["summary"] == "Show one contact or more."
    assert found["operations"][0] == "GET /contacts/{contact_id}"
    assert found["examples"] == ["intercom contacts get jane@acme.test"]
    assert found["preview"] is False
    [argument] = found["arguments"]
    assert (argument["name"], argument["required"], argument["repeatable"]) == (
        "CONTACT",
        True,
        True,
    )
    options = {option["flags"][-1]: option for option in found["options"]}
    assert options["--output"]["choices"] == [
        "table",
        "json",
        "ndjson",
        "csv",
        "tsv",
        "yaml",
        "ids",
    ]
    assert options["--quiet"]["type"] == "flag"
    assert options["--limit"]["type"] == "text" if "--limit" in options else True


def test_a_list_of_commands_is_a_list_like_any_other(alone: FrontDoor) -> None:
    rows = alone("commands").ok().rows
    assert len(rows) == len(alone("commands", "--json").json["commands"])
    wanted = '.[] | select(.operations[]? == "POST /contacts") | .name'
    names = alone("commands", "--jq", wanted, "-r").ok().out.split("\n")
    assert {"contacts create", "contacts upsert"} <= set(names)
    table = alone("commands", "-o", "table").ok().out
    assert table.splitlines()[0].split() == ["Command", "What", "it", "does"]
