"""Must hold 7: a rate limit is waited out, and nothing is done twice."""

from __future__ import annotations

import time
from email.utils import formatdate

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Reply, answer, refusal

ID = "6762f0dd1bb69f9f2193bb83"
CONTACT = {"type": "contact", "id": ID, "name": "Jane"}
CREATE = ["contacts", "create", "--email", "a@b.test"]
UPDATE = ["contacts", "update", ID, "--name", "Jane"]
GET = ["contacts", "get", ID]
SEARCH = ["contacts", "search", "--where", "role = lead"]
EVENT = ["request", "POST", "/events", "event_name=x"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back-off without its waits."""
    monkeypatch.setattr("intercom_cli.api.retry.FIRST", 0.0)


def limited(reset: float | None = None, **headers: str) -> httpx.Response:
    named = {"X_RateLimit_Limit": "10", "X_RateLimit_Remaining": "0", **headers}
    if reset is not None:
        named["X_RateLimit_Reset"] = str(int(reset))
    return refusal(429, "rate_limit_exceeded", "Exceeded rate limit of 10 in 10_seconds", **named)


def broken(kind: type[httpx.TransportError]) -> Exception:
    return kind("broken")


def test_a_limit_is_waited_out_until_its_reset(with_token: FrontDoor) -> None:
    reset = int(time.time()) + 1
    asked: list[float] = []

    def after(_: httpx.Request) -> httpx.Response:
        asked.append(time.time())
        return answer(CONTACT)

    ran = with_token.scripted(limited(reset), after, words=CREATE).ok()
    assert asked[0] >= reset
    assert ran.sent() == ["POST /contacts"] * 2, "429 means it was not done, so a POST goes again"


def test_a_reset_beyond_max_wait_is_8_at_once(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        limited(time.time() + 50), words=["contacts", "list", "--max-wait", "1"]
    )
    assert ran.code == 8
    assert ran.error["retryable"] is True
    assert len(ran.requests) == 1


def test_retry_after_as_a_date_is_understood(with_token: FrontDoor) -> None:
    moment = int(time.time()) + 1
    asked: list[float] = []

    def after(_: httpx.Request) -> httpx.Response:
        asked.append(time.time())
        return answer(CONTACT)

    reply = refusal(429, "too_many_requests", "Wait", Retry_After=formatdate(moment, usegmt=True))
    with_token.scripted(reply, after, words=GET).ok()
    assert asked[0] >= moment


def test_an_endless_limit_ends_with_8(with_token: FrontDoor) -> None:
    ran = with_token.scripted(limited(), words=[*GET, "--max-wait", "0"])
    assert ran.code == 8
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [GET, SEARCH, UPDATE], ids=["GET", "search", "PUT"])
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_what_is_harmless_survives_two_failures(
    with_token: FrontDoor, words: list[str], status: int
) -> None:
    last = {"type": "list", "data": [], "total_count": 0} if words is SEARCH else CONTACT
    ran = with_token.scripted(refusal(status), refusal(status), answer(last), words=words).ok()
    assert len(set(ran.sent())) == 1


def test_three_failures_are_an_error(with_token: FrontDoor) -> None:
    ran = with_token.scripted(refusal(503), refusal(503), refusal(503), words=GET)
    assert ran.code == 9


@pytest.mark.parametrize("words", [CREATE, EVENT], ids=["create", "request"])
@pytest.mark.parametrize(
    "reply",
    [
        lambda: refusal(500),
        lambda: refusal(502),
        lambda: refusal(503),
        lambda: refusal(504),
        lambda: refusal(408),
        lambda: broken(httpx.ReadTimeout),
        lambda: broken(httpx.ReadError),
        lambda: broken(httpx.WriteError),
        lambda: broken(httpx.RemoteProtocolError),
    ],
    ids=["500", "502", "503", "504", "408", "timeout", "reset", "cut", "closed"],
)
def test_a_post_that_may_have_arrived_is_never_sent_again(
    with_token: FrontDoor, words: list[str], reply: type[Reply]
) -> None:
    ran = with_token.scripted(reply(), words=words)
    assert ran.code in {7, 9, 10}
    assert len(ran.requests) == 1


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout])
def test_a_post_that_never_left_is_sent_again(
    with_token: FrontDoor, kind: type[httpx.TransportError]
) -> None:
    ran = with_token.scripted(broken(kind), answer(CONTACT), words=CREATE).ok()
    assert ran.sent() == ["POST /contacts"] * 2


@pytest.mark.parametrize("words", [GET, UPDATE], ids=["GET", "PUT"])
def test_what_is_harmless_survives_a_broken_connection(
    with_token: FrontDoor, words: list[str]
) -> None:
    with_token.scripted(
        broken(httpx.ReadError), broken(httpx.ReadTimeout), answer(CONTACT), words=words
    ).ok()


def test_a_lost_answer_to_a_delete_is_no_failure_to_find(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        broken(httpx.ReadError), refusal(404, "not_found"), words=["contacts", "delete", ID, "-y"]
    )
    assert ran.code == 6
    assert "may have deleted" in ran.err


def test_no_refusal_is_asked_again(with_token: FrontDoor) -> None:
    for status in (400, 401, 403, 404, 409, 422):
        ran = with_token.scripted(refusal(status), words=GET)
        assert len(ran.requests) == 1


def test_every_request_names_the_version_and_the_program(with_token: FrontDoor) -> None:
    ran = with_token.scripted(answer(CONTACT), words=GET)
    headers = ran.requests[0].headers
    assert headers["intercom-version"] == "2.16"
    assert headers["authorization"] == "Bearer dG9rOnNhbmRib3g="
    assert headers["accept"] == "application/json"
    assert headers["user-agent"].startswith("intercom-cli/")
    newer = with_token.scripted(answer(CONTACT), words=[*GET, "--api-version", "Preview"])
    assert newer.requests[0].headers["intercom-version"] == "Preview"
