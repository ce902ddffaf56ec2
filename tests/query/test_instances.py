"""Filters over the sample workspace: each answer is worked out here from the whole list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, answer, connected, sandbox

Row = dict[str, Any]
NO_ID = (None, "", 0, "0")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    config: Path = tmp_path_factory.mktemp("instances") / "config"
    connected(config)
    transport = sandbox(rate_limit=1_000_000)
    run = FrontDoor(config, transport)
    run("contacts", "create", "--name", "No address", "--role", "lead").ok()
    yield run
    transport.close()


def plain(html: str | None) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html or "")).split()).casefold()


def body(row: Row) -> str:
    return plain((row["source"] or {}).get("body"))


def amount(row: Row, name: str) -> int:
    return int(row[name]["total_count"])


def tags(row: Row) -> set[str]:
    return {tag["name"] for tag in row["tags"]["tags"]}


CASES: list[tuple[str, str, Callable[[Row], bool]]] = [
    ("conversations", "assignee is null", lambda row: row["admin_assignee_id"] in NO_ID),
    ("conversations", "assignee = none", lambda row: row["admin_assignee_id"] in NO_ID),
    ("conversations", "assignee is not null", lambda row: row["admin_assignee_id"] not in NO_ID),
    ("conversations", "admin_assignee_id = 0", lambda row: row["admin_assignee_id"] in NO_ID),
    (
        "conversations",
        'assignee in ("Ruth Okafor", null)',
        lambda row: str(row["admin_assignee_id"]) in {"991267459", "0", "None"},
    ),
    (
        "conversations",
        'assignee not in ("Ruth Okafor", null)',
        lambda row: str(row["admin_assignee_id"]) not in {"991267459", "0", "None"},
    ),
    ("conversations", "team is null", lambda row: row["team_assignee_id"] in NO_ID),
    ("conversations", "tag is null", lambda row: not row["tags"]["tags"]),
    ("conversations", "tag is not null", lambda row: bool(row["tags"]["tags"])),
    (
        "conversations",
        "teammate is null",
        lambda row: not (row["teammates"] or {}).get("teammates"),
    ),
    ("conversations", "tags.name = vip", lambda row: "VIP" in tags(row)),
    ("conversations", "tags.tags.name != vip", lambda row: "VIP" not in tags(row)),
    ("conversations", "sla_applied is null", lambda row: row["sla_applied"] in (None, {})),
    (
        "conversations",
        "conversation_rating is not null",
        lambda row: row["conversation_rating"] not in (None, {}),
    ),
    (
        "conversations",
        "conversation_rating.score >= 4",
        lambda row: ((row["conversation_rating"] or {}).get("rating") or 0) >= 4,
    ),
    ("conversations", "source.body ^ Hello", lambda row: body(row).startswith("hello")),
    ("conversations", "source.body ^ hELLO", lambda row: body(row).startswith("hello")),
    ("conversations", "not source.body ^ Hello", lambda row: not body(row).startswith("hello")),
    ("conversations", 'source.body ~ "charged twice"', lambda row: "charged twice" in body(row)),
    (
        "conversations",
        'source.body !~ "charged twice"',
        lambda row: "charged twice" not in body(row),
    ),
    (
        "conversations",
        "source.body $ 'where is it?'",
        lambda row: body(row).endswith("where is it?"),
    ),
    (
        "conversations",
        'source.body ~ "charged twice" or state = snoozed',
        lambda row: "charged twice" in body(row) or row["state"] == "snoozed",
    ),
    ("conversations", "source.subject is null", lambda row: row["source"]["subject"] in (None, "")),
    ("tickets", "assignee is null", lambda row: row["admin_assignee_id"] in NO_ID),
    ("tickets", "assignee = none", lambda row: row["admin_assignee_id"] in NO_ID),
    ("tickets", "team is not null", lambda row: row["team_assignee_id"] not in NO_ID),
    ("tickets", "title is null", lambda row: not row["ticket_attributes"].get("_default_title_")),
    (
        "tickets",
        "category = tracker or previous_ticket_state_id is null",
        lambda row: (
            row["ticket_type"]["category"] == "Tracker"
            or row.get("previous_ticket_state_id") in NO_ID
        ),
    ),
    ("contacts", "tag is null", lambda row: amount(row, "tags") == 0),
    ("contacts", "tag is not null", lambda row: amount(row, "tags") > 0),
    ("contacts", "company is null", lambda row: amount(row, "companies") == 0),
    ("contacts", "company is not null", lambda row: amount(row, "companies") > 0),
    ("contacts", "owner is null", lambda row: row["owner_id"] in NO_ID),
    ("contacts", "owner = none", lambda row: row["owner_id"] in NO_ID),
    ("contacts", "owner_id = 0", lambda row: row["owner_id"] in NO_ID),
    ("contacts", "external_id is null", lambda row: row["external_id"] in NO_ID),
    ("contacts", "email is null", lambda row: row["email"] in (None, "")),
    ("contacts", 'email = ""', lambda row: row["email"] in (None, "")),
    ("contacts", 'email != ""', lambda row: row["email"] not in (None, "")),
    ("contacts", 'email not in (x, "")', lambda row: row["email"] not in (None, "", "x")),
    ("contacts", "location is null", lambda row: row["location"] in (None, {})),
    ("contacts", "not name ^ A", lambda row: not (row["name"] or "").startswith("A")),
    ("contacts", "custom_attributes.seats is null", lambda row: at(row, "seats") is None),
    ("contacts", "custom_attributes.plan is null", lambda row: at(row, "plan") in (None, "")),
    ("companies", "tag is null", lambda row: not row["tags"]["tags"]),
    ("companies", 'tag = "Do not call"', lambda row: "Do not call" in tags(row)),
    ("companies", 'tag != "Do not call"', lambda row: "Do not call" not in tags(row)),
    ("companies", "plan is null", lambda row: row["plan"] in (None, {})),
    ("companies", "plan.name is null", lambda row: not (row["plan"] or {}).get("name")),
    ("companies", "industry is null", lambda row: row.get("industry") in (None, "")),
]


def at(row: Row, name: str) -> Any:
    return row["custom_attributes"].get(name)


@pytest.mark.parametrize(("noun", "where", "holds"), CASES, ids=[f"{n}: {w}" for n, w, _ in CASES])
def test_each_answer_is_the_one_of_the_whole_list(
    run: FrontDoor, noun: str, where: str, holds: Callable[[Row], bool]
) -> None:
    rows = run(noun, "list", "--all", "-o", "ndjson").ok().rows
    wanted = {row["id"] for row in rows if holds(row)}
    found = run(noun, "list", "--where", where, "--all", "-o", "ids").ok().out.split()
    assert len(found) == len(set(found))
    assert set(found) == wanted
    assert int(run(noun, "list", "--where", where, "--count").ok().out) == len(wanted)


def test_none_of_the_answers_is_empty_by_mistake(run: FrontDoor) -> None:
    rows = {
        noun: run(noun, "list", "--all", "-o", "ndjson").ok().rows
        for noun in ("conversations", "tickets", "contacts", "companies")
    }
    counts = {
        where: sum(map(holds, rows[noun]))
        for noun, where, holds in CASES
        if noun != "contacts" or "email" not in where
    }
    assert counts["assignee is null"] > 0
    assert counts['source.body ~ "charged twice"'] == 5
    assert counts["source.body ^ Hello"] == 5
    assert counts["company is null"] == 79
    assert counts["tag is not null"] > 0


def test_an_unassigned_conversation_is_asked_for_as_described(run: FrontDoor) -> None:
    ran = run("conversations", "list", "--where", "assignee is null", "--all").ok()
    assert [body["query"] for body in ran.bodies()] == [
        {"field": "admin_assignee_id", "operator": "=", "value": 0}
    ]
    older = run("conversations", "list", "--where", "assignee is null", "--api-version", "2.14")
    assert all("admin_assignee_id" not in str(body["query"]) for body in older.ok().bodies())


def test_an_email_address_is_found_in_any_case(run: FrontDoor) -> None:
    one = next(row for row in run("contacts", "list", "--all").ok().rows if row["email"])
    for where in (f"email = {one['email'].upper()}", f"email ^ {one['email'][:5].upper()}"):
        assert one["id"] in run("contacts", "list", "--where", where, "-o", "ids").ok().out.split()
        other = run("contacts", "list", "--where", f"not ({where})", "--all", "-o", "ids").ok()
        assert one["id"] not in other.out.split()


def test_none_is_a_value_where_nobody_can_be_assigned(run: FrontDoor) -> None:
    rows = run("conversations", "list", "--all").ok().rows
    wanted = {row["id"] for row in rows if row["priority"] == "none"}
    found = run("conversations", "list", "--where", "priority = none", "--all", "-o", "ids").ok()
    assert set(found.out.split()) == wanted
    refused = run("conversations", "list", "--where", "assignee = 'none'")
    assert refused.code == 6
    assert "'none'" in refused.error["message"]


def test_words_are_asked_for_and_the_phrase_is_checked_here(run: FrontDoor) -> None:
    ran = run("conversations", "list", "--where", 'source.body ~ "charged twice"', "--all").ok()
    asked = str([one["query"] for one in ran.bodies()])
    assert "'charged'" in asked
    assert "'twice'" in asked


def test_an_objects_parts_are_named_where_it_is_compared(run: FrontDoor) -> None:
    refused = run("conversations", "list", "--where", "source = email")
    assert refused.code == 2
    assert "is null" in refused.error["message"]


def test_what_is_not_documented_is_said_with_verbose(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "name ~ ann", "-v").ok()
    assert "upper and lower case differ there is not documented" in ran.err
    assert "documented" not in run("contacts", "list", "--where", "name ~ ann").ok().err
    assert "documented" not in run("contacts", "list", "--where", "phone ^ 353", "-v").ok().err
    seen = run("contacts", "list", "--where", "name ~ ann", terminal=True).ok().err
    assert seen.count("not documented") == 1
    told = run("contacts", "list", "--where", "name ~ ann", "--explain").ok().json
    assert any("not documented" in text for text in told["not_documented"])


def test_an_empty_address_is_not_set(with_token: FrontDoor) -> None:
    people = [{"type": "contact", "id": str(n), "email": one} for n, one in enumerate(("", None))]
    people.append({"type": "contact", "id": "2", "email": "jane@acme.test"})
    page = {"type": "list", "data": people, "total_count": 3, "pages": {"next": None}}
    for where, wanted in (
        ("email is null", ["0", "1"]),
        ('email = ""', ["0", "1"]),
        ('email != ""', ["2"]),
        ("email !~ gmail", ["0", "1", "2"]),
    ):
        ran = with_token.scripted(
            answer(page), words=["contacts", "list", "--where", where, "--all", "-o", "ids"]
        ).ok()
        assert ran.out.split() == wanted, where
