"""Lists that change while they are read: nothing that was there all along is missing or doubled.

Each list that can be longer than a page is walked against a server in which records are inserted,
updated and deleted after every page it sends.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from churning_server import Churn, Server
from front_door import TOKEN, FrontDoor, Ran

MILD = Churn(updates=3, deletes=1, inserts=1)
CHURNS = {
    "updates": Churn(updates=3, unread=True),
    "deletes": Churn(deletes=1),
    "inserts": Churn(inserts=2),
    "all": MILD,
    "worst": Churn(updates=4, deletes=2, inserts=2, unread=True),
}
# The worst is tried each time, the others now and then.
EACH = [name if name == "worst" else pytest.param(name, marks=pytest.mark.slow) for name in CHURNS]
# The commands whose lists can be longer than a page, and how Intercom cuts and orders them.
CURSORS: dict[str, dict[str, Any]] = {
    "contacts list": {},
    "contacts search --where role=user": {},
    "conversations list": {"key": "conversations", "type_": "conversation"},
    "conversations search --where state=open": {"key": "conversations", "type_": "conversation"},
    "tickets list": {"key": "tickets", "type_": "ticket"},
    "tickets search --where open=true": {"key": "tickets", "type_": "ticket"},
    "macros list": {"type_": "macro"},
    "companies contacts 6762f0dd1bb69f9f2193bb83": {"most": 60, "style": "cursor"},
    "data-connectors list": {"most": 50, "style": "cursor"},
    "external-pages list": {"style": "url"},
    "content-sources list": {"style": "url"},
    "custom-objects list --type Order": {"style": "url"},
    "conversations deleted": {"key": "conversations", "most": 60, "style": "url"},
    "events list --contact 6762f0dd1bb69f9f2193bb83": {"key": "events", "style": "url"},
    "companies search --where user_count>0 --api-version Preview": {"style": "cursor"},
    "contacts activities --api-version Preview": {"style": "cursor"},
    "contacts merge-history 6762f0dd1bb69f9f2193bb83": {"style": "has_more"},
    "data-connectors runs 1": {"most": 30, "style": "cursor"},
    "messages statuses --ruleset 1": {"key": "events", "most": 100, "style": "cursor"},
    "activity-logs list --since 20y": {"key": "activity_logs", "most": 250, "style": "url"},
    "request /contacts?per_page=150": {"style": "cursor"},
}
NUMBERS: dict[str, dict[str, Any]] = {
    "companies list": {"type_": "company", "order": "last_request_at", "most": 60},
    "articles list": {"type_": "article"},
    "internal-articles list": {"type_": "internal_article"},
    "collections list": {"type_": "collection"},
    "news-items list": {"type_": "news-item"},
    "newsfeeds list": {"type_": "newsfeed"},
    "folders list --api-version Preview": {"type_": "folder"},
    "redirects list --help-center 1": {"type_": "redirect", "most": 50},
    "calls list": {"type_": "call", "most": 25},
    "companies notes 6762f0dd1bb69f9f2193bb83": {"type_": "note", "most": 50},
    "contacts notes 6762f0dd1bb69f9f2193bb83": {"type_": "note", "most": 50, "style": "page"},
    "contacts companies 6762f0dd1bb69f9f2193bb83": {"most": 50, "style": "page"},
    "content search": {"most": 50},
    "activity-logs search --since 20y": {"key": "activity_logs", "most": 250},
    "articles search hello": {"key": "data.articles"},
    "articles versions 1": {},
    "conversations side-conversations 1": {
        "key": "side_conversations",
        "most": 50,
        "style": "page",
    },
    "internal-articles search --folder 1": {"key": "data.internal_articles"},
    "newsfeeds items 1": {},
    "request /articles?per_page=150": {"style": "page"},
    "audiences list": {"most": 50, "style": "flat"},
    "content-snippets list": {"most": 50, "style": "flat"},
}
# These come in one answer, or are not lists of records, whatever their length.
IN_ONE_ANSWER = set(
    """
    admins list
    away-reasons list
    banners list
    brands list
    companies segments
    contacts segments
    contacts subscriptions
    contacts tags
    conversation-attributes list
    conversations handling-events
    data-attributes list
    emails list
    events summary
    fin-voice list
    find
    help-centers list
    office-hours list
    office-hours-exceptions list
    reports datasets
    secure-mode-secrets list
    segments list
    subscription-types list
    tags list
    teams list
    ticket-attributes list
    ticket-states list
    ticket-types list
    """.strip().splitlines()
)


def test_every_list_that_can_be_longer_than_a_page_is_walked(run: FrontDoor) -> None:
    tree = json.loads(run("commands", "--json").ok().out)["commands"]
    lists = {
        one["name"] for one in tree if any("--all" in option["flags"] for option in one["options"])
    }
    assert "contacts list" in lists
    walked_here = {
        name
        for name in lists
        for words in [*CURSORS, *NUMBERS]
        if f"{words} ".startswith(f"{name} ")
    }
    assert lists - walked_here == {name.strip() for name in IN_ONE_ANSWER}


def walked(
    front: FrontDoor, words: str, server: Server, *more: str, workspace: str = "sandbox"
) -> Ran:
    """A walk over all of a list of a moving server."""
    given = [*words.split(), "-o", "ids", *(more or ("--all",))]
    return front(*given, transport=server, INTERCOM_ACCESS_TOKEN=TOKEN)


def check(ran: Ran, server: Server) -> None:
    """What was there all along came, and came once."""
    ids = ran.ok().out.split()
    assert len(ids) == len(set(ids))
    missing = server.there - set(ids)
    assert not missing, f"{len(missing)} of {len(server.there)} are missing"


@pytest.mark.parametrize("churn", EACH)
@pytest.mark.parametrize("words", [*CURSORS, *NUMBERS])
def test_what_was_there_all_along_comes_once(with_token: FrontDoor, words: str, churn: str) -> None:
    shape = (CURSORS | NUMBERS)[words]
    count = 4 * shape.get("most", 150) + 20
    server = Server(count, CHURNS[churn], **shape)
    check(walked(with_token, words, server), server)


LIMITS = {
    "contacts list": {},
    "contacts list --where role=user": {},
    "contacts list --sort -updated_at": {},
    "companies list": {"type_": "company", "order": "last_request_at", "most": 60},
    "conversations list": {"key": "conversations", "type_": "conversation"},
    "tickets list": {"key": "tickets", "type_": "ticket"},
    "articles list": {"type_": "article"},
}


@pytest.mark.parametrize("words", LIMITS)
def test_a_limit_that_is_larger_than_the_list_is_all_of_it(
    with_token: FrontDoor, words: str
) -> None:
    shape: dict[str, Any] = LIMITS[words]
    server = Server(4 * shape.get("most", 150) + 20, CHURNS["worst"], **shape)
    check(walked(with_token, words, server, "--limit", "100000"), server)


@pytest.mark.parametrize("words", ["contacts list", "companies list", "articles list"])
def test_a_limit_misses_none_of_the_first_that_moved_to_the_front(
    with_token: FrontDoor, words: str
) -> None:
    """Where nothing is deleted, the first ones at the end are among those of the beginning."""
    shape: dict[str, Any] = LIMITS[words]
    size = shape.get("most", 150)
    server = Server(6 * size, Churn(updates=2, until=3), **shape)
    order = shape.get("order", "updated_at")
    ran = walked(with_token, words, server, "--limit", str(3 * size)).ok()
    latest = sorted(server.rows.values(), key=lambda row: row[order], reverse=True)
    moved = {row["id"] for row in latest if row[order] > row["created_at"]}
    ids = ran.out.split()
    assert len(ids) == len(set(ids)) == 3 * size
    assert moved <= set(ids)


@pytest.mark.parametrize("churn", ["all", pytest.param("updates", marks=pytest.mark.slow)])
@pytest.mark.parametrize("words", [words for words in CURSORS if "macros" not in words])
def test_an_order_that_is_not_kept_costs_no_record(
    with_token: FrontDoor, words: str, churn: str
) -> None:
    server = Server(620, CHURNS[churn], obeys=False, **CURSORS[words])
    check(walked(with_token, words, server), server)


def test_an_order_of_the_person_that_is_not_kept_is_an_error(with_token: FrontDoor) -> None:
    server = Server(400, Churn(), obeys=False)
    ran = walked(with_token, "contacts list --sort created_at", server)
    assert ran.code in {0, 9}
    ran = walked(with_token, "contacts list --sort updated_at", server)
    assert ran.code == 9
    assert "did not sort by updated_at" in ran.err


@pytest.mark.parametrize("scrolls", ["open", "taken", "gone"])
@pytest.mark.parametrize("churn", EACH)
def test_companies_are_complete_with_and_without_the_scroll(
    with_token: FrontDoor, scrolls: str, churn: str
) -> None:
    server = Server(300, CHURNS[churn], scrolls=scrolls, **NUMBERS["companies list"])
    check(walked(with_token, "companies list --max-wait 0", server), server)


def test_a_quiet_list_of_companies_opens_no_scroll(with_token: FrontDoor) -> None:
    server = Server(300, Churn(), **NUMBERS["companies list"])
    ran = walked(with_token, "companies list", server).ok()
    assert len(ran.requests) == 5 + 1  # its front is looked at again
    assert not [line for line in ran.sent() if "scroll" in line]


@pytest.mark.parametrize("words", ["contacts list", "companies list", "articles list"])
def test_one_page_costs_one_request(with_token: FrontDoor, words: str) -> None:
    server = Server(20, MILD, **(CURSORS | NUMBERS)[words])
    ran = walked(with_token, words, server).ok()
    latest = words in {"contacts list", "conversations list"}  # which a search may not know yet
    assert len(ran.requests) == 1 + latest


LARGE = {
    "three updates a page": Churn(updates=3),
    "one delete a page": Churn(deletes=1),
    "much of everything": Churn(updates=40, deletes=8, inserts=8),
    "much of it unread": Churn(updates=20, deletes=4, inserts=4, unread=True),
}


@pytest.mark.slow
@pytest.mark.parametrize("churn", LARGE)
@pytest.mark.parametrize("words", [*CURSORS, *NUMBERS])
def test_large_lists_under_heavy_churn(with_token: FrontDoor, words: str, churn: str) -> None:
    shape = (CURSORS | NUMBERS)[words]
    server = Server(10 * shape.get("most", 150), LARGE[churn], **shape)
    ran = walked(with_token, words, server)
    if ran.code == 9:
        # Much of it is touched again before the pages came round, and there is no other way.
        assert churn == "much of everything"
        assert not words.startswith(("contacts", "companies", "conversations", "tickets"))
        assert "kept changing while it was read, so records may be missing" in ran.err
        return
    check(ran, server)


@pytest.mark.slow
@pytest.mark.parametrize("scrolls", ["open", "taken", "gone"])
@pytest.mark.parametrize("churn", LARGE)
def test_three_thousand_companies(with_token: FrontDoor, churn: str, scrolls: str) -> None:
    server = Server(3000, LARGE[churn], scrolls=scrolls, **NUMBERS["companies list"])
    ran = walked(with_token, "companies list --max-wait 0", server)
    if ran.code == 9:
        # Each record is touched again before the pages came round, and there is no scroll.
        assert churn.startswith("much")
        assert scrolls != "open"
        assert "kept changing while it was read, so records may be missing" in ran.err
        return
    check(ran, server)


@pytest.mark.slow
def test_eight_thousand_contacts_in_no_order(with_token: FrontDoor) -> None:
    server = Server(8000, Churn(updates=4), obeys=False)
    check(walked(with_token, "contacts list", server), server)
