"""Lists over many pages are complete, also those that other clients cut short: by count."""

from __future__ import annotations

from typing import Any

import pytest
from front_door import TOKEN, FrontDoor

from intercom_cli.sandbox.call import Call

MANY = 320  # more than two of the largest pages


def ask(run: FrontDoor, method: str, target: str, body: Any = None) -> Any:
    """Speak to the sandbox itself, past the program."""
    call = Call.of(
        method, target, body=body, authorization=f"Bearer {TOKEN}", intercom_version="2.16"
    )
    answer = run.inner.sandbox().handle(call)  # type: ignore[attr-defined]
    assert answer.status < 300, answer.body
    return answer.json()


def listed(run: FrontDoor, *words: str) -> list[str]:
    """The ids a list gives, each of them once."""
    ids = run(*words, "--all", "-o", "ids").ok().out.split()
    assert len(ids) == len(set(ids))
    return ids


@pytest.fixture
def person(run: FrontDoor) -> dict[str, Any]:
    found: dict[str, Any] = ask(run, "GET", "/contacts?per_page=1")["data"][0]
    return found


def test_every_conversation_is_listed(run: FrontDoor, person: dict[str, Any]) -> None:
    sender = {"type": person["role"], "id": person["id"]}
    made = {
        ask(run, "POST", "/conversations", {"from": sender, "body": f"Hello {number}"})[
            "conversation_id"
        ]
        for number in range(MANY)
    }
    total = ask(run, "GET", "/conversations?per_page=1")["total_count"]
    ids = listed(run, "conversations", "list")
    assert len(ids) == total > MANY
    assert made <= set(ids)
    found = listed(run, "conversations", "search", "--where", "created_at > 2001-01-01")
    assert set(found) == set(ids)


def test_every_ticket_is_listed(run: FrontDoor, person: dict[str, Any]) -> None:
    before = ask(
        run,
        "POST",
        "/tickets/search",
        {"query": {"field": "created_at", "operator": ">", "value": 0}},
    )
    body = {"ticket_type_id": "2003", "contacts": [{"id": person["id"]}]}
    made = {
        ask(run, "POST", "/tickets", {**body, "ticket_attributes": {"_default_title_": f"No {n}"}})[
            "id"
        ]
        for n in range(MANY)
    }
    ids = listed(run, "tickets", "list")
    assert len(ids) == before["total_count"] + MANY
    assert made <= set(ids)


@pytest.mark.parametrize(
    ("noun", "path", "key"),
    [
        ("admins", "/admins", "admins"),
        ("teams", "/teams", "teams"),
        ("segments", "/segments", "segments"),
        ("tags", "/tags", "data"),
        ("ticket-types", "/ticket_types", "data"),
        ("subscription-types", "/subscription_types", "data"),
    ],
)
def test_lists_in_one_answer_have_every_row(run: FrontDoor, noun: str, path: str, key: str) -> None:
    rows = ask(run, "GET", path)[key]
    assert listed(run, noun, "list") == [str(row["id"]) for row in rows]


def test_companies_come_all_by_pages_and_by_the_scroll(run: FrontDoor) -> None:
    person = ask(run, "GET", "/contacts?per_page=1")["data"][0]["id"]
    for number in range(MANY):
        company = ask(run, "POST", "/companies", {"company_id": f"many-{number}", "name": "Many"})
        ask(run, "POST", f"/contacts/{person}/companies", {"id": company["id"]})
    total = ask(run, "POST", "/companies/list?per_page=1")["total_count"]
    ids = listed(run, "companies", "list")
    assert len(ids) == total > MANY
    scrolled = run("request", "/companies/scroll", "--all", "-o", "ids").ok().out.split()
    assert set(scrolled) == set(ids)


# One list of each wire style, with enough rows in the seed or made here for two pages or more.
SEEDED = [
    ("macros list", "GET /macros?per_page=150", "data"),
    ("articles list", "GET /articles?per_page=150", "data"),
    ("audiences list", "GET /audiences?per_page=50", None),
    ("data-connectors list", "GET /data_connectors?per_page=50", "data"),
    ("conversations deleted", "GET /conversations/deleted?per_page=60", "conversations"),
    ("custom-objects list --type Order", "GET /custom_object_instances/Order?per_page=60", None),
]


@pytest.mark.parametrize(("words", "direct", "key"), SEEDED, ids=[row[0] for row in SEEDED])
def test_seeded_lists_are_complete(
    run: FrontDoor, words: str, direct: str, key: str | None
) -> None:
    method, _, target = direct.partition(" ")
    answer = ask(run, method, target)
    total = answer.get("total_count") or len(answer[key or "data"])
    assert len(run(*words.split(), "--all").ok().rows) == total > 1
