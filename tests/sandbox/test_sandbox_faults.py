"""Faults that somebody started the server with."""

from __future__ import annotations

import pytest

from intercom_cli.errors import Misuse
from intercom_cli.sandbox.faults import parse


@pytest.fixture
def faulty(make_world):
    return lambda *rules: make_world(faults=tuple(parse(rule) for rule in rules))


def test_one_page_of_a_list_fails(faulty):
    world = faulty("GET /contacts page=3 status=500")
    with pytest.raises(AssertionError, match="server_error"):
        world.all_contacts(50)
    cursors, cursor = [], ""
    for _ in range(2):
        cursor = world.get(f"/contacts?per_page=50&starting_after={cursor}")["pages"]["next"]
        cursor = cursor["starting_after"].replace("=", "%3D")
        cursors.append(cursor)
    assert world.ask("GET", f"/contacts?per_page=50&starting_after={cursors[1]}").status == 500


def test_pages_of_searches_and_numbered_lists_are_meant_too(faulty):
    world = faulty(
        "POST /contacts/search page=2 status=503", "POST /companies/list page=2 status=502"
    )
    query = {"field": "created_at", "operator": ">", "value": 0}
    cursor = world.search(query)["pages"]["next"]["starting_after"]
    body = {"query": query, "pagination": {"starting_after": cursor}}
    assert world.ask("POST", "/contacts/search", body).status == 503
    assert world.ask("POST", "/companies/list").status == 200
    assert world.ask("POST", "/companies/list?page=2").status == 502


def test_a_rule_can_begin_late_and_stop(faulty):
    world = faulty("POST /contacts nth=2 status=503 times=2 retry-after=7")
    answers = [world.ask("POST", "/contacts", {"role": "lead"}) for _ in range(4)]
    assert [answer.status for answer in answers] == [200, 503, 503, 200]
    assert answers[1].headers["retry-after"] == "7"
    assert answers[1].json()["errors"][0]["code"] == "service_unavailable"
    assert world.get("/contacts")["total_count"] == 252


def test_a_star_stands_for_any_method_and_any_part_of_a_path(faulty):
    world = faulty("* /companies/* close")
    assert world.ask("GET", "/companies/scroll").ending == "closed"
    assert world.ask("GET", "/companies").ending == "whole"


def test_answers_are_spoilt_after_the_work_was_done(faulty):
    world = faulty("POST /contacts cut times=1", "POST /contacts nth=2 empty times=1")
    cut, empty = (world.ask("POST", "/contacts", {"role": "lead"}) for _ in range(2))
    assert (cut.status, cut.ending) == (200, "cut")
    assert (empty.status, empty.body) == (200, b"")
    assert world.get("/contacts")["total_count"] == 252


def test_json_can_be_broken_and_answers_delayed_or_turned_to_html(faulty):
    world = faulty("GET /me malformed delay=250", "GET /tags html status=504", "GET /admins html")
    broken = world.ask("GET", "/me")
    assert (broken.status, broken.delay) == (200, 0.25)
    with pytest.raises(ValueError, match="truncated"):
        broken.json()
    page = world.ask("GET", "/tags")
    assert (page.status, page.headers["content-type"]) == (504, "text/html")
    assert world.ask("GET", "/admins").status == 502


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "GET",
        "GET /x",
        "GET /x page=1",
        "GET /x explode",
        "GET /x status=abc",
        "GET /x status=42",
        "GET /x status=",
        "GET x status=500",
        "GET '/x status=500",
    ],
)
def test_rules_that_cannot_be_read_are_refused_with_an_example(rule):
    with pytest.raises(Misuse) as refused:
        parse(rule)
    assert refused.value.hint.startswith("For example: --fault")
