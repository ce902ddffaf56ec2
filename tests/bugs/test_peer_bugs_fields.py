"""Bugs that were reproduced in Intercom's official CLI, here about fields, values and jq."""

from __future__ import annotations

import httpx2 as httpx
from front_door import FrontDoor, Scripted, answer
from small_lists import ids_of, listed


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
    assert [request.method for request in ran.requests] == ["GET", "GET", "GET"]
    assert [dict(r.url.params)["per_page"] for r in ran.requests] == ["5", "5", "5"]
    assert ids_of(ran.rows) == ["1", "2"]


def test_b25_flags_times_and_custom_attributes_have_their_types(run: FrontDoor) -> None:
    ran = run(
        "contacts", "create", "--email", "typed@acme.test", "--unsubscribed-from-emails",
        "--signed-up-at", "1700000000", "--set", "custom_attributes.seats=5",
        "--set", "custom_attributes.is_trial=true",
    ).ok()  # fmt: skip
    assert [body for body in ran.bodies() if body] == [
        {
            "email": "typed@acme.test",
            "signed_up_at": 1700000000,
            "unsubscribed_from_emails": True,
            "custom_attributes": {"seats": 5, "is_trial": True},
        }
    ]
    assert ran.json["custom_attributes"]["seats"] == 5
