from __future__ import annotations

import httpx2 as httpx
import pytest
from scripted_line import TOKEN

from intercom_cli.api.request import Request
from intercom_cli.errors import ServerFailed, Unreachable

RECORDING = Request("GET", "/calls/1/recording", headers=(("X-Private", "1"),))


def to(address, status=302):
    return status, None, {"Location": address}


def test_a_redirect_on_the_same_host_keeps_the_token(line, script):
    script.answer(*to("/calls/2/recording?x=1")).answer(200, {})
    line().client.send(RECORDING)
    assert script.sent == ["GET /calls/1/recording", "GET /calls/2/recording?x=1"]
    assert script.requests[1].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("host", ["files.test", "api.intercom.io:444", "api.eu.intercom.io"])
def test_another_host_gets_neither_token_nor_private_headers(line, script, host):
    script.answer(*to(f"https://{host}/sound.mp3")).answer(200, text=b"sound")
    assert line().client.send(RECORDING).body == b"sound"
    sent = script.requests[1].headers
    assert {"authorization", "intercom-version", "x-private"}.isdisjoint(sent)


def test_another_host_does_not_get_the_body_either(line, script):
    script.answer(*to("https://files.test/a", 307)).answer(200, {})
    line().client.send(Request("GET", "/contacts", body=b'{"private":1}'))
    assert [request.content for request in script.requests] == [b'{"private":1}', b""]


def test_a_token_lost_on_the_way_is_not_found_again(line, script):
    script.answer(*to("https://files.test/a")).answer(*to("https://api.intercom.io/b")).answer(200)
    line().client.send(RECORDING)
    assert "authorization" not in script.requests[2].headers


def test_a_redirect_to_plain_http_is_not_followed(line, script):
    script.answer(*to("http://files.test/sound.mp3"))
    with pytest.raises(ServerFailed, match="not followed"):
        line().client.send(RECORDING)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "https://u:p@files.test/", "javascript:x"]
)
def test_a_redirect_to_something_odd_is_not_followed(line, script, address):
    script.answer(*to(address))
    with pytest.raises(ServerFailed, match="not followed"):
        line().client.send(RECORDING)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_write_does_not_follow(line, script, method, status):
    script.answer(*to("/elsewhere", status))
    with pytest.raises(ServerFailed, match="/elsewhere"):
        line().client.send(Request(method, "/contacts/1"))


def test_redirects_without_end_are_given_up(line, script):
    for _ in range(6):
        script.answer(*to("/again"))
    with pytest.raises(ServerFailed, match="more than 5 times"):
        line().client.send(Request("GET", "/contacts"))


def test_a_download_follows_too(line, script):
    script.answer(*to("https://files.test/a")).answer(200, text=b"abc")
    with line().client.stream(RECORDING) as download:
        assert b"".join(download) == b"abc"


def test_a_failure_after_a_redirect_names_the_host_that_failed(line, script):
    for _ in range(3):
        script.answer(*to("https://files.test:9/a")).fail(httpx.ConnectError("refused"))
    with pytest.raises(Unreachable, match=r"files\.test:9"):
        line().client.send(RECORDING)
