"""Lists nobody described: raw requests whose paging is guessed, and what a person's request keeps."""

from __future__ import annotations

import json

import pytest
from scripted_line import listing, numbers_of

from intercom_cli.api.guess import style_of
from intercom_cli.api.pages import walk
from intercom_cli.api.request import Request
from intercom_cli.api.rows import rows
from intercom_cli.errors import Misuse, ServerFailed
from intercom_cli.resource import Paging

CONTACTS = Request("GET", "/contacts")
CURSOR = Paging("cursor", "data", 150)
SEARCH = Request("POST", "/contacts/search").with_json({"query": {"field": "role"}})


def after(cursor):
    return {"type": "pages", "next": {"page": 2, "starting_after": cursor}}


def numbered(page, last, **more):
    return {"type": "pages", "page": page, "total_pages": last, **more}


@pytest.mark.parametrize(
    "path", ["/contacts?per_page=20", "/contacts?per_page=20&order=desc", "/contacts?a="]
)
def test_b2_a_query_in_the_path_is_kept_while_paging(line, script, path):
    script.answer(200, listing([1], pages=after("a"))).answer(200, listing([2]))
    assert numbers_of(walk(line().client, Request("GET", path))) == [1, 2]
    assert script.sent == [f"GET {path}", f"GET {path}&starting_after=a", f"GET {path}"]


def test_b9_a_posted_search_is_paged(line, script):
    script.answer(200, listing([1], pages=after("a"))).answer(200, listing([2]))
    assert numbers_of(walk(line().client, SEARCH)) == [1, 2]
    assert script.bodies[1]["pagination"] == {"starting_after": "a"}


@pytest.mark.parametrize(
    "key", ["conversations", "admins", "teams", "segments", "tickets", "activity_logs", "events"]
)
def test_b10_rows_are_found_under_every_key(line, script, key):
    script.answer(200, listing([1], key=key, pages=after("a")))
    script.answer(200, listing([2], key=key))
    assert numbers_of(walk(line().client, Request("GET", f"/{key}"))) == [1, 2]


def test_a_page_size_the_person_gave_is_kept(line, script):
    script.answer(200, listing([1])).answer(200, listing([1]))
    client = line().client
    list(walk(client, Request("GET", "/contacts?per_page=7"), CURSOR))
    own = SEARCH.with_json({"query": {}, "pagination": {"per_page": 7}})
    list(walk(client, own, Paging("search", "data", 150)))
    assert script.sent[0] == "GET /contacts?per_page=7"
    assert script.bodies == [{"query": {}, "pagination": {"per_page": 7}}]


def test_large_integers_in_a_search_stay_exact_over_pages(line, script):
    script.answer(200, listing([1], pages=after("a"))).answer(200, listing([2]))
    body = {"query": {"field": "id", "value": 12345678901234567890123}}
    list(walk(line().client, SEARCH.with_json(body), Paging("search")))
    assert b"12345678901234567890123" in script.requests[1].content


@pytest.mark.parametrize("body", [b"not json", b"[1]"])
def test_a_search_body_that_is_no_object_is_misuse(line, body):
    request = Request("POST", "/contacts/search", body=body)
    with pytest.raises(Misuse):
        list(walk(line().client, request, Paging("search", "data", 50)))


def test_a_raw_write_is_not_repeated_because_it_might_be_a_list(line, script):
    script.answer(503)
    with pytest.raises(ServerFailed):
        list(walk(line().client, Request("POST", "/contacts").with_json({"email": "a@b.test"})))


@pytest.mark.parametrize(
    ("body", "request_", "style"),
    [
        ({"data": [], "pages": after("x")}, CONTACTS, "cursor"),
        ({"data": [], "pages": after("x")}, SEARCH, "search"),
        ({"data": [], "pages": {"next": {"page": 2}}}, CONTACTS, "page"),
        ({"data": [], "pages": numbered(1, 2)}, CONTACTS, "page"),
        ({"data": [], "pages": numbered(1, 2)}, SEARCH, "body_page"),
        ({"data": [], "pages": {"next": "https://api.intercom.io/x"}}, CONTACTS, "next_url"),
        ({"data": [], "page": 1, "total_pages": 2}, CONTACTS, "flat_page"),
        ({"data": [], "has_more": True, "next_cursor": "x"}, CONTACTS, "has_more"),
        ({"data": [], "scroll_param": "x"}, CONTACTS, "scroll"),
        ({"data": [], "pages": {"next": None}}, CONTACTS, "none"),
        ({"type": "admin", "id": "1"}, CONTACTS, "none"),
        ({"data": [], "pages": after("x")}, Request("POST", "/companies/list"), "cursor"),
        ({"data": [], "pages": after("x")}, Request("POST", "/x", body=b"text"), "cursor"),
    ],
)
def test_the_style_of_a_raw_answer_is_guessed(body, request_, style):
    assert style_of(rows(json.dumps(body).encode()), request_) == style
