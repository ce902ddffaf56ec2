from __future__ import annotations

import httpx2 as httpx
import pytest

from intercom_cli.api.request import Request
from intercom_cli.errors import IntercomError, NotFound, ServerFailed, Unreachable

SEARCH = Request("POST", "/contacts/search", repeatable=True).with_json({"query": {}})
POST = Request("POST", "/contacts").with_json({"email": "a@b.test"})


def test_a_get_survives_two_503s(line, script, hours):
    script.answer(503).answer(503).answer(200, {"ok": True})
    talk = line()
    assert talk.client.send(Request("GET", "/me")).json() == {"ok": True}
    assert len(script.sent) == 3
    assert talk.notices[0].startswith("Intercom answered 503. Trying again in")


def test_three_failures_are_enough(line, script):
    script.answer(503).answer(502).answer(500, {"errors": [{"message": "Oops"}]})
    with pytest.raises(ServerFailed, match="Oops"):
        line().client.send(Request("GET", "/me"))


def test_back_off_grows_and_is_spread(script):
    from scripted_line import Hours, Line

    hours = Hours(chance=0.5)
    script.answer(503).answer(503).answer(200)
    Line(script, hours).client.send(Request("GET", "/me"))
    assert hours.slept == pytest.approx(0.25 + 0.5)


def test_retry_after_is_kept_for_a_503(line, script, hours):
    script.answer(503, headers={"Retry-After": "7"}).answer(200)
    line().client.send(Request("GET", "/me"))
    assert hours.slept == pytest.approx(7)


def test_no_retry_beyond_the_waiting_allowed(line, script, hours):
    script.answer(503, headers={"Retry-After": "30"})
    with pytest.raises(ServerFailed):
        line(max_wait=10).client.send(Request("GET", "/me"))
    assert hours.slept == 0


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_b13_a_post_is_sent_once_whatever_goes_wrong(line, script, status):
    script.answer(status)
    with pytest.raises(IntercomError) as caught:
        line().client.send(POST)
    assert caught.value.exit_code in {7, 9}
    assert len(script.sent) == 1


@pytest.mark.parametrize(
    "error", [httpx.ReadError("reset"), httpx.ReadTimeout("late"), httpx.RemoteProtocolError("cut")]
)
def test_a_post_that_may_have_arrived_is_not_repeated(line, script, error):
    script.fail(error)
    with pytest.raises(Unreachable, match="It may have arrived, so it was not sent again") as got:
        line().client.send(POST)
    assert len(script.sent) == 1
    assert not got.value.retryable


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("refused"), httpx.ConnectTimeout("late"), httpx.PoolTimeout("x")]
)
def test_a_post_that_cannot_have_arrived_is_repeated(line, script, error):
    script.fail(error).answer(200, {})
    line().client.send(POST)
    assert len(script.sent) == 2


def test_a_post_turned_away_by_429_is_repeated(line, script):
    script.answer(429).answer(200, {})
    line().client.send(POST)
    assert len(script.sent) == 2


def test_a_search_is_repeated_though_it_is_a_post(line, script):
    script.fail(httpx.ReadError("reset")).answer(503).answer(200, {})
    line().client.send(SEARCH)
    assert len(script.sent) == 3


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_what_is_harmless_is_repeated(line, script, method):
    script.fail(httpx.ReadTimeout("late")).answer(200)
    line().client.send(Request(method, "/contacts/1"))
    assert len(script.sent) == 2


def test_patch_is_not_taken_for_harmless(line, script):
    script.answer(503)
    with pytest.raises(ServerFailed):
        line().client.send(Request("PATCH", "/x"))


@pytest.mark.parametrize("status", [400, 404, 409, 422, 501])
def test_a_lasting_refusal_is_not_repeated(line, script, status):
    script.answer(status)
    with pytest.raises(IntercomError) as caught:
        line().client.send(Request("GET", "/x"))
    assert caught.value.http.status == status


def test_a_delete_that_was_lost_and_then_not_found_is_explained(line, script):
    script.fail(httpx.ReadError("reset")).answer(404)
    talk = line()
    with pytest.raises(NotFound):
        talk.client.send(Request("DELETE", "/contacts/1"))
    assert "may have deleted it" in talk.notices[-1]


def test_the_cause_is_kept(line, script):
    script.fail(httpx.ReadError("reset by peer"))
    with pytest.raises(Unreachable) as caught:
        line().client.send(POST)
    assert isinstance(caught.value.__cause__, httpx.ReadError)
    assert caught.value.http.path == "/contacts"


def test_what_the_caller_was_handling_is_not_taken_for_the_cause(line, script):
    script.answer(404).fail(httpx.ReadError("reset by peer"))
    talk = line()

    def handle():
        try:
            talk.client.send(Request("GET", "/contacts/1"))
        except NotFound:
            talk.client.send(POST)

    with pytest.raises(Unreachable, match="broke: reset by peer"):
        handle()
