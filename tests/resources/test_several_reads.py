"""Several records that are read at once: those found are shown, each missing one is reported."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from front_door import FrontDoor, answer, connected, refusal, sandbox

from intercom_cli import discovery
from intercom_cli.tree import read_command

MISSING = "99999"
# Options that say which list is meant, and names where a list does not give ids.
ALONG = {
    "custom-objects": ["--type", "Order"],
    "folders": ["--api-version", "Preview"],
    "office-hours-exceptions": ["--schedule", "1"],
    "redirects": ["--help-center", "1"],
    "ticket-attributes": ["--type", "Question"],
}
NAMED = {"custom-objects": ["external:order_001", "external:order_002"], "notes": ["1", "2"]}
NONE_THERE = {"jobs"}


def several() -> list[str]:
    """The nouns whose get takes more than one name."""
    return [
        noun
        for noun in discovery.names("resources")
        for command in read_command(noun).commands
        if command.path[-1] == "get"
        and noun not in NONE_THERE
        and any(one.repeatable for one in command.arguments)
    ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """The program with one sandbox for all, in which nothing is changed."""
    config = tmp_path_factory.mktemp("desk") / "config"
    connected(config, admin_id="991267459")
    transport = sandbox()
    yield FrontDoor(config, transport)
    transport.close()


def ids_of(run: FrontDoor, noun: str) -> list[str]:
    """The ids of two records."""
    if noun in NAMED:
        return NAMED[noun]
    rows = run(noun, "list", *ALONG.get(noun, []), "--limit", "2", "--fields", "id").ok().rows
    return [str(row["id"]) for row in rows]


@pytest.mark.parametrize("noun", several())
def test_the_others_are_shown_and_the_missing_one_is_told(desk: FrontDoor, noun: str) -> None:
    along, known = ALONG.get(noun, []), ids_of(desk, noun)
    one, *more = known
    ran = desk(noun, "get", one, MISSING, *more, *along, "--fields", "id", "-o", "ndjson")
    assert ran.code == 11, ran.err
    alone = [desk(noun, "get", id, *along, "--fields", "id").ok().rows[0] for id in known]
    assert ran.rows == alone
    assert f" {MISSING}: " in ran.err
    assert ran.error["message"].startswith(f"1 of {len(known) + 1} ")
    assert ran.error["message"].endswith(f" were not read: {MISSING}.")
    assert [MISSING in one["message"] for one in ran.error["errors"]] == [True]


def test_many_nouns_take_several() -> None:
    assert {"contacts", "companies", "conversations", "tickets", "tags"} <= set(several())


@pytest.mark.parametrize("more", [[], ["-o", "json"], ["--jq", ".[0].id"], ["-o", "csv"]])
def test_where_none_is_found_nothing_is_written(desk: FrontDoor, more: list[str]) -> None:
    ran = desk("tickets", "get", "99998", "99999", *more)
    assert (ran.code, ran.out) == (11, "")
    assert "2 of 2 tickets were not read: 99998, 99999." in ran.err


def test_a_person_sees_a_table_and_a_warning(desk: FrontDoor) -> None:
    ran = desk("tags", "get", "1", "Nope", "2", terminal=True, NO_COLOR="1")
    assert ran.code == 11
    assert len(ran.out.splitlines()) == 4  # with the head of the table
    assert "warning: tag Nope: There is no tag 'Nope'" in ran.err


def test_a_program_gets_whole_json_of_those_found(desk: FrontDoor) -> None:
    ran = desk("tags", "get", "1", "Nope", "2", "-o", "json")
    assert [row["id"] for row in json.loads(ran.out)] == ["1", "2"]


def test_what_ends_every_request_ends_the_command(with_token: FrontDoor) -> None:
    found = answer({"type": "ticket", "id": "1"})
    ran = with_token.scripted(found, refusal(401), words=["tickets", "get", "1", "2", "3"])
    assert ran.code == 4
    assert [row["id"] for row in ran.rows] == ["1"]
