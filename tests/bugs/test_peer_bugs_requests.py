"""Bugs that were reproduced in Intercom's official CLI, here about requests: we have none of them.

The numbers are those of the list they were written down in. Not here, for what they are about
does not exist in this program:

* B3, B6, B37: ``fin conversation``, ``fin download``, ``fin workflows``. That -n works before a
  command, and that hints can be typed, is tested all the same (B6, B37).
* B4: ``auth signup``, which makes workspaces.
* B38: ``changelog``; -n means --dry-run everywhere.
* B39: ``messenger snippet``; that a wrong choice is exit 2 is tested all the same.
* B41: ``fin monitor``.
* B42: ``setup``.
"""

from __future__ import annotations

import json
import time
from email.utils import formatdate

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Scripted, Unreachable, answer, refusal
from small_lists import ID, ids_of, listed


def test_b02_all_pages_of_a_path_with_a_query(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer(listed("data", 1, 2, cursor="c+/=")),
        answer(listed("data", 3)),
        words=["request", "/contacts?per_page=2", "--all"],
    ).ok()
    assert ids_of(ran.rows) == ["1", "2", "3"]
    second = ran.requests[1].url
    assert second.path == "/contacts"
    assert dict(second.params) == {"per_page": "2", "starting_after": "c+/="}


def test_b02_a_server_that_ignores_the_cursor_is_noticed(with_token: FrontDoor) -> None:
    replies = [answer(listed("data", 1, 2, cursor=f"c{n}")) for n in range(5)]
    ran = with_token("request", "/contacts?per_page=2", "--all", transport=Scripted(replies))
    assert ran.code == 9
    assert len(ran.requests) <= 4
    assert ids_of(ran.rows) == ["1", "2"]


def test_b06_dry_run_before_the_command(with_token: FrontDoor) -> None:
    ran = with_token("-n", "contacts", "create", "--email", "a@b.test").ok()
    assert ran.json["body"] == {"email": "a@b.test"}


def test_b08_search_takes_a_structured_query(run: FrontDoor) -> None:
    ran = run("contacts", "search", "--where", "role = lead and created_at > 500d", "--all").ok()
    assert ran.rows
    assert {row["role"] for row in ran.rows} == {"lead"}
    body = ran.bodies()[0]["query"]
    assert body["operator"] == "AND"


def test_b08_search_takes_a_query_from_a_file(run: FrontDoor) -> None:
    query = json.dumps({"query": {"field": "role", "operator": "=", "value": "lead"}})
    ran = run("request", "POST", "/contacts/search", "--input", "-", "--all", stdin=query).ok()
    assert {row["role"] for row in ran.rows} == {"lead"}


def test_b09_all_pages_of_a_search(run: FrontDoor) -> None:
    query = {"query": {"field": "role", "operator": "IN", "value": ["user", "lead"]}}
    body = json.dumps({**query, "pagination": {"per_page": 60}})
    ran = run("request", "POST", "/contacts/search", "--input", "-", "--all", stdin=body).ok()
    assert len(set(ids_of(ran.rows))) == 250
    assert len(ran.requests) == 6  # the first page is looked at again


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/conversations", "conversations"),
        ("/admins", "admins"),
        ("/teams", "teams"),
        ("/segments", "segments"),
        ("/tickets", "tickets"),
        ("/admins/activity_logs", "activity_logs"),
        ("/articles", "data"),
    ],
)
def test_b10_all_pages_whatever_the_key_of_the_rows(
    with_token: FrontDoor, path: str, key: str
) -> None:
    ran = with_token.scripted(
        answer(listed(key, 1, 2, cursor="x")),
        answer(listed(key, 3)),
        words=["request", path, "--all"],
    ).ok()
    assert ids_of(ran.rows) == ["1", "2", "3"]


def test_b11_the_scroll_is_followed(with_token: FrontDoor) -> None:
    def page(*ids: int) -> httpx.Response:
        return answer({**listed("data", *ids), "scroll_param": "again"})

    ran = with_token.scripted(
        page(1, 2), page(3), page(), words=["request", "/companies/scroll", "--all"]
    ).ok()
    assert ids_of(ran.rows) == ["1", "2", "3"]
    assert ran.sent()[1:] == ["GET /companies/scroll?scroll_param=again"] * 2


@pytest.mark.parametrize("status", [200, 202, 204])
def test_b12_an_empty_body_is_a_success(with_token: FrontDoor, status: int) -> None:
    for form in ([], ["-o", "json"], ["--jq", "."], ["-o", "table"], ["-i"]):
        ran = with_token.scripted(
            httpx.Response(status), words=["request", "POST", "/events", "event_name=x", *form]
        ).ok()
        assert ran.out == "" or form == ["-i"]
        assert len(ran.requests) == 1


def test_b12_an_empty_body_after_a_delete_is_a_success(with_token: FrontDoor) -> None:
    for words in (["tags", "delete", "5", "-y"], ["contacts", "delete", ID, "-y"]):
        ran = with_token.scripted(httpx.Response(200), words=words).ok()
        assert "Deleted" in ran.err


def test_b13_a_post_is_not_repeated_on_502(with_token: FrontDoor) -> None:
    ran = with_token.scripted(refusal(502), words=["request", "POST", "/contacts", "a=b"])
    assert ran.code == 9
    assert len(ran.requests) == 1


def test_b14_the_reset_of_the_rate_limit_is_waited_for(with_token: FrontDoor) -> None:
    reset = int(time.time()) + 1
    reply = refusal(429, "rate_limit_exceeded", "Slow down", X_RateLimit_Reset=str(reset))
    with_token.scripted(reply, answer({"id": "1"}), words=["request", "/me"]).ok()
    assert time.time() >= reset


def test_b15_retry_after_as_a_date_is_no_nan(with_token: FrontDoor) -> None:
    moment = int(time.time()) + 1
    reply = refusal(429, "too_many", "Slow down", Retry_After=formatdate(moment, usegmt=True))
    ran = with_token.scripted(reply, answer({"id": "1"}), words=["request", "/me"]).ok()
    assert len(ran.requests) == 2
    assert "nan" not in ran.err.lower()
    assert time.time() >= moment


def test_b15_a_long_retry_after_is_not_slept_through(with_token: FrontDoor) -> None:
    reply = refusal(429, "too_many", "Slow down", Retry_After="86400")
    ran = with_token.scripted(reply, words=["request", "/me", "--max-wait", "5"])
    assert ran.code == 8


def test_b26_a_limit_is_a_number_of_records(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--limit", "200").ok()
    assert len(ran.rows) == 200
    assert all(int(dict(r.url.params)["per_page"]) <= 150 for r in ran.requests)
    for wrong in ("abc", "-1", "0", "1.5", ""):
        refused = run("contacts", "list", "--limit", wrong, transport=Unreachable())
        assert refused.code == 2


def test_b31_html_is_told_as_what_it_is(with_token: FrontDoor) -> None:
    for words in (
        ["contacts", "get", ID],
        ["contacts", "get", "a@b.test"],
        ["contacts", "list"],
        ["companies", "get", ID],
        ["contacts", "create", "--email", "a@b.test"],
        ["contacts", "tag", ID, "VIP"],
    ):
        page = httpx.Response(200, html="<!DOCTYPE html><html><h1>Hi</h1></html>")
        ran = with_token.scripted(page, words=[*words, "-o", "json"])
        assert ran.code == 9
        assert ran.out == ""
        assert "not JSON" in ran.error["message"]


def test_b32_all_field_errors_are_passed_on(with_token: FrontDoor) -> None:
    errors = [
        {"code": "a", "field": "x", "message": "a bad"},
        {"code": "b", "field": "y", "message": "b bad"},
    ]
    body = {"type": "error.list", "request_id": "r-1", "errors": errors}
    ran = with_token.scripted(answer(body, 422), words=["request", "POST", "/x", "a=b"])
    assert ran.error["errors"] == errors
    assert ran.error["request_id"] == "r-1"


def test_b40_escapes_in_names_stay_off_the_terminal(with_token: FrontDoor) -> None:
    name = "\x1b[31mred\x1b]0;title\x07\nsecond"
    body = {"type": "list", "data": [{"type": "contact", "id": ID, "name": name, "email": name}]}
    ran = with_token(
        "contacts", "list", terminal=True, transport=Scripted([answer(body)]), NO_COLOR="1"
    ).ok()
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_b44_fields_may_stand_before_the_path(with_token: FrontDoor) -> None:
    for words in (["-f", "a=b", "/contacts"], ["/contacts", "-f", "a=b"], ["-fa=b", "/contacts"]):
        ran = with_token.scripted(answer({}), words=["api", *words]).ok()
        assert ran.sent() == ["GET /contacts?a=b"]


def test_b45_one_contact_shows_everything_there_is(run: FrontDoor) -> None:
    new = run(
        "contacts", "create", "--email", "whole@acme.test", "--external-id", "ext-9",
        "--phone", "+353861234567", "--set", "custom_attributes.plan=pro",
    ).ok().json  # fmt: skip
    run("contacts", "tag", new["id"], "VIP").ok()
    company = run("companies", "list", "--limit", "1").ok().rows[0]["id"]
    run("contacts", "attach", new["id"], company).ok()
    ran = run("contacts", "get", new["id"], terminal=True, COLUMNS="160", NO_COLOR="1").ok()
    for shown in ("+353861234567", "ext-9", "custom_attributes", "pro", "tags", company):
        assert shown in ran.out
