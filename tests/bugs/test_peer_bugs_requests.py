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
from typing import Any

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, Scripted, Unreachable, answer, refusal

ID = "6762f0dd1bb69f9f2193bb83"


def listed(key: str, *ids: int, cursor: str | None = None) -> dict[str, Any]:
    following = {"next": {"starting_after": cursor}} if cursor else {}
    return {
        "type": f"{key}.list",
        key: [{"type": key, "id": str(number)} for number in ids],
        "pages": {"type": "pages", **following},
    }


def ids_of(rows: list[Any]) -> list[str]:
    return [row["id"] for row in rows]


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
    assert len(ran.requests) == 5


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


@pytest.mark.parametrize(
    "path",
    [
        "99/steal",
        ".evil.test/x",
        "@evil.test/x",
        ":80@evil.test/",
        "//evil.test/x",
        "\\\\evil.test\\x",
    ],
)
def test_b16_a_path_never_changes_the_host(with_token: FrontDoor, path: str) -> None:
    base = "http://127.0.0.1:80"
    ran = with_token("request", path, transport=Scripted([answer({})]), INTERCOM_API_BASE_URL=base)
    for request in ran.requests:
        assert request.url.host == "127.0.0.1"
        assert request.url.port in {80, None}
        assert "evil" not in request.url.host
    assert ran.code in {0, 2}


@pytest.mark.parametrize(
    "url",
    ["https://evil.test/x", "http://api.intercom.io/me", "https://api.intercom.io.evil.test/"],
)
def test_b16_the_token_goes_to_no_other_host(with_token: FrontDoor, url: str) -> None:
    ran = with_token("request", url)
    assert ran.code == 2
    assert ran.requests == []


def test_b16_a_next_page_on_another_host_is_refused(with_token: FrontDoor) -> None:
    first = {"type": "list", "data": [{"id": "1"}], "pages": {"next": "https://evil.test/x?page=2"}}
    ran = with_token("request", "/articles", "--all", transport=Scripted([answer(first)]))
    assert ran.code != 0
    assert len(ran.requests) == 1


def test_b16_a_redirect_to_another_host_goes_without_the_token(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        httpx.Response(302, headers={"location": "https://files.test/recording"}),
        httpx.Response(200, content=b"RIFF", headers={"content-type": "audio/wav"}),
        words=["request", "/calls/1/recording"],
    ).ok()
    assert ran.bytes == b"RIFF"
    assert TOKEN not in str(ran.requests[1].headers)
    assert "authorization" not in ran.requests[1].headers


@pytest.mark.parametrize(
    "named", ["../contacts/c1", "..", "a/b", "a?x=1", "a#b", "a%2Fb", "a b", ""]
)
def test_b17_an_id_is_one_segment_of_the_path(with_token: FrontDoor, named: str) -> None:
    for words in (
        ["tags", "delete", named, "-y"],
        ["contacts", "get", named],
        ["contacts", "tags", named],
        ["companies", "update", f"company:{named}", "--name", "x"],
    ):
        ran = with_token(*words, transport=Scripted([refusal(404, "not_found")]))
        assert ran.code in {2, 6}
        for request in ran.requests:
            path = request.url.raw_path.decode()
            if words[0] == "companies":
                assert path.startswith("/companies?company_id=")
                continue
            noun, *rest = path.strip("/").split("/")
            assert noun == words[0]
            assert len(rest) == (2 if words[1] == "tags" else 1)
            assert "?" not in path
            assert ".." not in path.split("/")


def test_b18_delete_carries_its_body(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer({}), words=["request", "DELETE", "/conversations/1/tags/2", "-f", "admin_id=7"]
    ).ok()
    assert ran.sent() == ["DELETE /conversations/1/tags/2"]
    assert ran.bodies() == [{"admin_id": "7"}]


def test_b18_head_and_headers_are_sent(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        httpx.Response(200, headers={"x-some": "thing"}),
        words=["request", "HEAD", "/me", "-i", "-H", "X-Mine: yes"],
    ).ok()
    assert ran.requests[0].method == "HEAD"
    assert ran.requests[0].headers["x-mine"] == "yes"
    assert "x-some: thing" in ran.out


def test_b19_colon_equals_is_json(with_token: FrontDoor) -> None:
    for words in (["-F", "draft:=true"], ["-f", "draft:=true"], ["draft:=true"]):
        ran = with_token.scripted(answer({}), words=["request", "POST", "/x", *words]).ok()
        assert ran.bodies() == [{"draft": True}]


def test_b20_jq_is_the_real_one(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--all", "--jq", ".[].email", "-r").ok()
    assert len(ran.out.splitlines()) == 250
    sums = run(
        "contacts", "list", "--all", "--jq",
        "group_by(.role) | map({role: .[0].role, n: length}) | sort_by(.n) | reverse",
    ).ok()  # fmt: skip
    assert sum(group["n"] for group in sums.json) == 250


def test_b21_what_jq_does_not_find_is_null(run: FrontDoor) -> None:
    words = ["contacts", "list", "--limit", "2"]
    assert run(*words, "--jq", ".[].tags.data[]?.id // null").ok().code == 0
    assert run(*words, "--jq", ".[].nokey").ok().out == "null\nnull\n"
    failed = run(*words, "--jq", ".nokey")
    assert failed.code == 2
    assert "undefined" not in failed.out + failed.err


def test_b22_numbers_are_numbers_and_keys_nest(with_token: FrontDoor) -> None:
    words = [
        "price=1.5",
        "neg=-3",
        "arr=[1]",
        "big=12345678901234567890",
        "a[b]=c",
        "l[]=1",
        "l[]=2",
    ]
    flags = [part for word in words for part in ("-F", word)]
    ran = with_token.scripted(answer({}), words=["request", "POST", "/x", *flags]).ok()
    assert ran.requests[0].content == (
        b'{"price":1.5,"neg":-3,"arr":[1],"big":12345678901234567890,"a":{"b":"c"},"l":[1,2]}'
    )


def test_b22_big_integers_keep_their_digits_both_ways(with_token: FrontDoor) -> None:
    body = b'{"id":12345678901234567890}'
    reply = httpx.Response(200, content=body, headers={"content-type": "application/json"})
    script = Scripted([reply])
    ran = with_token("request", "POST", "/x", "--input", "-", stdin=body.decode(), transport=script)
    assert ran.ok().bytes.strip() == body
    assert ran.requests[0].content == body


def test_b23_an_array_stays_an_array(with_token: FrontDoor) -> None:
    ran = with_token(
        "request", "POST", "/x", "--input", "-", stdin="[1,2,3]", transport=Scripted([answer({})])
    ).ok()
    assert ran.bodies() == [[1, 2, 3]]


def test_b24_fields_never_turn_a_get_into_a_post(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer(listed("data", 1, cursor="x")),
        answer(listed("data", 2)),
        words=["request", "/contacts", "--all", "-f", "per_page=5"],
    ).ok()
    assert [request.method for request in ran.requests] == ["GET", "GET"]
    assert [dict(r.url.params)["per_page"] for r in ran.requests] == ["5", "5"]
    assert ids_of(ran.rows) == ["1", "2"]


def test_b25_flags_times_and_custom_attributes_have_their_types(run: FrontDoor) -> None:
    ran = run(
        "contacts", "create", "--email", "typed@acme.test", "--unsubscribed-from-emails",
        "--signed-up-at", "1700000000", "--set", "custom_attributes.seats=5",
        "--set", "custom_attributes.is_trial=true",
    ).ok()  # fmt: skip
    assert ran.bodies() == [
        {
            "email": "typed@acme.test",
            "signed_up_at": 1700000000,
            "unsubscribed_from_emails": True,
            "custom_attributes": {"seats": 5, "is_trial": True},
        }
    ]
    assert ran.json["custom_attributes"]["seats"] == 5


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
