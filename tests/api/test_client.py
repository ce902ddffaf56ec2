from __future__ import annotations

import gzip
import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx2 as httpx
import pytest
from scripted_line import TOKEN, Hours, Line

from intercom_cli import __version__
from intercom_cli.api.request import Request
from intercom_cli.errors import Misuse, NotFound, NotSignedIn, ServerFailed, Unreachable


def test_a_request_is_signed_versioned_and_named(line, script):
    script.answer(200, {"type": "admin"})
    response = line().client.send(Request("GET", "/me"))
    assert response.json() == {"type": "admin"}
    sent = script.requests[0]
    assert str(sent.url) == "https://api.intercom.io/me"
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.headers["intercom-version"] == "2.16"
    assert sent.headers["accept"] == "application/json"
    assert sent.headers["user-agent"] == f"intercom-cli/{__version__}"
    assert "content-type" not in sent.headers


def test_headers_given_replace_the_usual_ones(line, script):
    script.answer(200, {})
    headers = (("intercom-version", "Preview"), ("X-Extra", "1"))
    line().client.send(Request("GET", "/me", headers=headers))
    assert script.requests[0].headers.get_list("intercom-version") == ["Preview"]
    assert script.requests[0].headers["x-extra"] == "1"


def test_a_base_url_may_have_a_path(line, script):
    script.answer(200, {})
    line(base_url="https://gateway.test/intercom/").client.send(Request("GET", "/me"))
    assert str(script.requests[0].url) == "https://gateway.test/intercom/me"


def test_without_a_token_no_authorization_is_sent(line, script):
    script.answer(200, {})
    line(token=lambda: None).client.send(Request("POST", "/auth/eagle/token").with_json({}))
    assert "authorization" not in script.requests[0].headers


def test_head_gives_headers_and_no_body(line, script):
    script.answer(200, None, {"X-Thing": "yes"})
    response = line().client.send(Request("HEAD", "/contacts"))
    assert (response.headers["x-thing"], response.body) == ("yes", b"")


@pytest.mark.parametrize("status", [200, 202, 204])
def test_b12_an_empty_answer_is_a_success(line, script, status):
    script.answer(status)
    response = line().client.send(Request("POST", "/events").with_json({"event_name": "x"}))
    assert (response.status, response.body, response.json()) == (status, b"", None)
    assert script.sent == ["POST /events"]


@pytest.mark.parametrize(
    ("base", "path"),
    [("http://127.0.0.1:80", "99/steal"), ("https://api.intercom.io", ".evil.test/x")],
)
def test_b16_base_and_path_are_never_glued(line, script, base, path):
    with pytest.raises(Misuse, match="must begin with a slash"):
        line(base_url=base).client.send(Request("GET", path))
    assert script.sent == []


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.test/contacts",
        "https://api.intercom.io@evil.test/contacts",
        "https://api.intercom.io.evil.test/contacts",
        "https://api.intercom.io\\@evil.test/contacts",
        "http://api.intercom.io/contacts",
        "https://api.intercom.io:8443/contacts",
    ],
)
def test_a_full_address_on_another_host_is_refused(line, script, url):
    with pytest.raises(Misuse, match="not a host of Intercom"):
        line().client.send(Request("GET", url))
    assert script.sent == []


def test_a_full_address_on_a_trusted_host_is_sent_there(line, script):
    script.answer(200, {}).answer(200, {})
    client = line(base_url="https://gateway.test/x").client
    client.send(Request("GET", "https://api.eu.intercom.io/me"))
    client.send(Request("GET", "https://gateway.test/x/me"))
    assert [r.url.host for r in script.requests] == ["api.eu.intercom.io", "gateway.test"]


def test_b18_delete_keeps_its_body(line, script):
    script.answer(200, {"id": "2"})
    request = Request("DELETE", "/conversations/1/tags/2").with_json({"admin_id": "7"})
    line().client.send(request)
    assert script.bodies == [{"admin_id": "7"}]
    assert script.requests[0].headers["content-type"] == "application/json"


def test_b31_a_web_page_instead_of_json_is_said_so(line, script):
    script.answer(200, text="<!DOCTYPE html><html></html>")
    response = line().client.send(Request("GET", "/me"))
    with pytest.raises(ServerFailed, match=r"not JSON \(text/html\)") as caught:
        response.json()
    assert caught.value.exit_code == 9


def test_large_integers_arrive_whole(line, script):
    script.answer(200, {"id": 12345678901234567890123})
    response = line().client.send(Request("GET", "/me"))
    assert response.json() == {"id": 12345678901234567890123}


def test_compressed_answers_are_unpacked(line, script):
    packed = gzip.compress(b'{"a":1}')
    script.answer(200, headers={"Content-Encoding": "gzip"}, text=packed)
    assert line().client.send(Request("GET", "/me")).body == b'{"a":1}'


def test_an_answer_that_cannot_be_unpacked_is_the_servers_fault(line, script):
    for _ in range(3):
        script.answer(200, headers={"Content-Encoding": "gzip"}, text=b"not gzip at all")
    with pytest.raises(ServerFailed, match="cannot be unpacked"):
        line().client.send(Request("GET", "/me"))


def test_a_refusal_can_be_looked_at_instead_of_raised(line, script):
    script.answer(404, {"errors": [{"code": "not_found"}]})
    response = line().client.send(Request("GET", "/contacts/x"), check=False)
    assert response.status == 404


def test_401_refreshes_the_token_once(line, script):
    tokens = ["old", "new"]

    def refresh() -> bool:
        tokens.pop(0)
        return True

    script.answer(401, {"errors": [{"code": "token_expired"}]}).answer(200, {})
    line(token=lambda: tokens[0], refresh=refresh).client.send(Request("POST", "/contacts"))
    assert [r.headers["authorization"] for r in script.requests] == ["Bearer old", "Bearer new"]


def test_threads_that_all_get_401_refresh_once(script):
    tokens, refreshed = ["old"], []
    meeting = threading.Barrier(4, timeout=10)

    def play(request: httpx.Request) -> httpx.Response:
        if request.headers["authorization"] == "Bearer new":
            return httpx.Response(200, json={})
        meeting.wait()
        return httpx.Response(401, json={})

    def refresh() -> bool:
        refreshed.append(True)
        tokens[0] = "new"
        return True

    talk = Line(httpx.MockTransport(play), Hours(), token=lambda: tokens[0], refresh=refresh)
    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(talk.client.send, Request("GET", "/me")) for _ in range(4)]
    assert [each.result().status for each in done] == [200] * 4
    assert len(refreshed) == 1


def test_401_after_a_refresh_is_not_tried_again(line, script):
    script.answer(401, {}).answer(401, {})
    with pytest.raises(NotSignedIn):
        line(refresh=lambda: True).client.send(Request("GET", "/me"))


def test_401_without_a_better_token_is_raised(line, script):
    script.answer(401, {})
    with pytest.raises(NotSignedIn):
        line(refresh=lambda: False).client.send(Request("GET", "/me"))


def test_a_download_comes_in_pieces_with_its_head(line, script):
    script.answer(200, headers={"Content-Disposition": "attachment; filename=x.csv"}, text=b"a,b\n")
    with line().client.stream(Request("GET", "/download/reporting_data/1")) as download:
        assert download.response.headers["content-disposition"].endswith("x.csv")
        assert b"".join(download) == b"a,b\n"


def test_a_refused_download_raises_as_any_request(line, script):
    script.answer(500, {}).answer(500, {}).answer(404, {"errors": [{"message": "No such job"}]})
    with (
        pytest.raises(NotFound, match="No such job"),
        line().client.stream(Request("GET", "/download/content/data/1")),
    ):
        pytest.fail("the block must not run")


def test_a_download_that_breaks_off_is_an_error(line, script):
    class Broken(httpx.SyncByteStream):
        def __iter__(self):
            yield b"some"
            raise httpx.ReadError("gone")

    script.steps.append(lambda _: httpx.Response(200, stream=Broken()))
    got = []
    with (
        pytest.raises(Unreachable, match=r"connection to api\.intercom\.io broke") as caught,
        line().client.stream(Request("GET", "/download/x")) as download,
    ):
        got.extend(download)
    assert got == [b"some"]
    assert caught.value.exit_code == 10


def test_a_path_that_no_url_can_hold_is_misuse(line, script):
    with pytest.raises(Misuse):
        line().client.send(Request("GET", "/a\nb"))
    assert script.sent == []


def test_describing_requests_and_errors_does_not_load_the_http_library():
    code = (
        "import sys, intercom_cli.api.request, intercom_cli.api.response, intercom_cli.api.hosts, "
        "intercom_cli.api.refusals, intercom_cli.api.client, intercom_cli.api.pages;"
        "print([m for m in ('httpx2','httpcore2','ssl','http.client','email') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_no_tls_context_is_built_for_plain_http(faults):
    from fault_server import answer

    from intercom_cli.api.client import Client

    faults.then(answer("200 OK", json.dumps({}).encode()))
    with Client(base_url=faults.url, token=lambda: TOKEN, version="2.16", environ={}) as client:
        client.send(Request("GET", "/me"))
        assert client.exchange.network().tls is None
