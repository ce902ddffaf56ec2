"""Must hold 3: a walk finds all that matched all along, once, while records change under it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, Ran, sandbox

MANY = 310  # three pages of each noun
WHO = "user-000009"  # an id of their own of somebody in the sandbox
Ids = set[str]


class Moving(httpx.BaseTransport):
    """A sandbox in which something happens after each page, until the walk is over."""

    def __init__(self, inner: httpx.BaseTransport, happens: Callable[[int, Ids], None]) -> None:
        self.inner = inner
        self.happens = happens
        self.pages = 0
        self.given: Ids = set()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        found = json.loads(answer.content)
        rows = found.get("data") or found.get("conversations") or found.get("tickets") or []
        self.given |= {row["id"] for row in rows}
        self.pages += 1
        self.happens(self.pages, set(self.given))
        return answer


def sent(run: FrontDoor, method: str, path: str, **body: Any) -> Any:
    """What another program does meanwhile."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Intercom-Version": "2.16"}
    url = f"http://sandbox.localhost{path}"
    answer = run.inner.handle_request(httpx.Request(method, url, headers=headers, json=body))
    assert answer.status_code < 300, answer.content
    return json.loads(answer.content)


def grown(run: FrontDoor, noun: str) -> Ids:
    """Enough records of a noun for several pages; gives the ids of all."""
    there = int(run(noun, "list", "--all", "-o", "ids", "-q").ok().out.count("\n"))
    for number in range(there, MANY):
        new(run, noun, number)
    return set(run(noun, "list", "--all", "-o", "ids", "-q").ok().out.split())


def new(run: FrontDoor, noun: str, number: int) -> str:
    """Make a record, the contacts of others being found by an id of their own."""
    if noun == "contacts":
        made = sent(run, "POST", "/contacts", email=f"new{number}@x.test", name="Meanwhile")
    elif noun == "conversations":
        author = {"type": "user", "id": known(run)}
        made = sent(run, "POST", "/conversations", **{"from": author, "body": "Meanwhile"})
        return str(made["conversation_id"])
    else:
        made = sent(
            run, "POST", "/tickets", ticket_type_id="2001", contacts=[{"external_id": WHO}],
            ticket_attributes={"_default_title_": "Meanwhile"},
        )  # fmt: skip
    return str(made["id"])


def known(run: FrontDoor) -> str:
    """Intercom's id of somebody."""
    found = sent(run, "GET", f"/contacts/find_by_external_id/{WHO}")
    return str(found["id"])


def touch(run: FrontDoor, noun: str, id: str) -> None:
    """Make a record the latest of all."""
    if noun == "contacts":
        now = int(time.time())
        sent(run, "PUT", f"/contacts/{id}", last_seen_at=now, custom_attributes={"seats": 7})
    elif noun == "conversations":
        sent(run, "PUT", f"/conversations/{id}", title=f"Touched {id}")
    else:
        sent(run, "PUT", f"/tickets/{id}", ticket_attributes={"_default_title_": f"Touched {id}"})


def walked(run: FrontDoor, noun: str, words: list[str]) -> tuple[Ran, Ids, Ids]:
    """A walk while much happens; what it gave, what had to come, and what was there before."""
    before = grown(run, noun)
    gone: Ids = set()

    def happens(page: int, given: Ids) -> None:
        if page > 3:
            return
        unread = sorted(before - given - gone)
        for id in [*unread[:20], *unread[-20:]]:
            touch(run, noun, id)
        for id in [*sorted(given - gone)[:3], *unread[30:33]]:
            sent(run, "DELETE", f"/{noun}/{id}")
            gone.add(id)
        for number in range(3):
            new(run, noun, 1000 * page + number)

    ran = run(noun, *words, "--all", transport=Moving(run.inner, happens)).ok()
    return ran, before - gone, before


WALKS = {
    "contacts": [
        ["list"],
        ["list", "--where", "created_at > 2000-01-01"],
        ["search", "--where", "role in (user, lead)"],
        ["search", "--where", "role in (user, lead)", "--sort", "-last_seen_at"],
        ["list", "--sort", "-updated_at"],
        ["list", "--sort", "name"],
        ["list", "--sort", "-created_at"],
    ],
    "conversations": [
        ["list"],
        ["list", "--where", "created_at > 2000-01-01"],
        ["search", "--where", "id != none"],
        ["search", "--where", "id != none", "--sort", "-updated_at"],
        ["list", "--sort", "updated_at"],
    ],
    "tickets": [
        ["list"],
        ["list", "--where", "created_at > 2000-01-01"],
        ["search", "--where", "id != none"],
        ["search", "--where", "id != none", "--sort", "-updated_at"],
        ["list", "--where", "ticket_type.name != none"],
    ],
}


@pytest.mark.parametrize(
    ("noun", "words"), [(noun, words) for noun, every in WALKS.items() for words in every]
)
def test_what_was_there_all_along_comes_once(run: FrontDoor, noun: str, words: list[str]) -> None:
    ran, wanted, _ = walked(run, noun, words)
    ids = [row["id"] for row in ran.rows]
    assert len(ids) == len(set(ids))
    assert not wanted - set(ids), f"{len(wanted - set(ids))} of {len(wanted)} were missed"


@pytest.mark.parametrize("noun", ["contacts", "conversations", "tickets"])
def test_a_walk_in_a_stable_order_costs_one_request_more_at_most(run: FrontDoor, noun: str) -> None:
    every = grown(run, noun)
    ran = run(noun, "list", "--all").ok()
    assert {row["id"] for row in ran.rows} == every
    latest = noun != "tickets"  # which have no list but the search
    assert len(ran.requests) == -(-len(every) // 150) + latest
    made = [row["created_at"] for row in ran.rows]
    assert made == sorted(made)


def test_a_part_of_a_list_comes_in_the_order_of_the_list(run: FrontDoor) -> None:
    """Who wants the first ones wants the latest, and no walk is needed for them."""
    ran = run("conversations", "list", "--limit", "5").ok()
    latest = [row["updated_at"] for row in ran.rows]
    assert latest == sorted(latest, reverse=True)
    assert len(ran.requests) == 1


def test_an_order_that_was_asked_for_is_kept_while_nothing_moves(run: FrontDoor) -> None:
    names = [row["name"] or "" for row in run("contacts", "list", "--sort", "name", "--all").rows]
    assert names == sorted(names)


def test_what_changes_from_one_side_of_an_or_to_the_other_is_not_lost(run: FrontDoor) -> None:
    """It matches all along, but never the side that is being searched."""
    now = int(time.time())
    made = sent(run, "POST", "/contacts", email="sides@x.test", name="Plain", signed_up_at=now)

    def happens(page: int, _: Ids) -> None:
        if page == 1:
            changed = {"name": "Zed", "signed_up_at": now - 400 * 86400}
            sent(run, "PUT", f"/contacts/{made['id']}", **changed)

    where = "name ^ Zed or signed_up_at > 1d"
    ran = run("contacts", "list", "--where", where, "--all", transport=Moving(run.inner, happens))
    ids = [row["id"] for row in ran.ok().rows]
    assert ids.count(made["id"]) == 1


def test_counting_misses_nothing_either(run: FrontDoor) -> None:
    before = grown(run, "contacts")

    def happens(page: int, given: Ids) -> None:
        for id in sorted(before - given)[:40]:
            touch(run, "contacts", id)

    moving = Moving(run.inner, happens)
    ran = run("contacts", "count", "--where", "created_at > 2000-01-01", transport=moving).ok()
    assert int(ran.out) == len(before)


def test_a_sandbox_of_many_is_walked_with_as_few_requests_as_before(run: FrontDoor) -> None:
    transport = sandbox(contacts=1000)
    ran = run("contacts", "list", "--where", "created_at > 10y", "--all", transport=transport).ok()
    assert len(ran.requests) == 7
    transport.close()


def test_what_the_search_does_not_know_yet_is_in_a_whole_list(run: FrontDoor) -> None:
    """A search lags behind: here it never finds the newest contact."""
    made = run("contacts", "create", "--email", "newest@acme.test").ok().json["id"]

    class Lagging(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            reply = run.inner.handle_request(request)
            if not request.url.path.endswith("/search"):
                return reply
            body = json.loads(reply.read())
            body["data"] = [row for row in body["data"] if row["id"] != made]
            return httpx.Response(200, json=body)

    ran = run("contacts", "list", "--all", "-o", "ids", transport=Lagging()).ok()
    ids = ran.out.split()
    assert made in ids
    assert len(ids) == len(set(ids))
    assert [request.method for request in ran.requests] == ["POST", "POST", "GET"]
