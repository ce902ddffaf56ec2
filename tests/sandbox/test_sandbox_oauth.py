"""OAuth: the page, the way back, the exchange, and the end of it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

from intercom_cli.sandbox.call import Call

CLIENT = {"client_id": "sandbox-client", "client_secret": "sandbox-secret"}


def open_page(world, **given):
    query = urlencode({"client_id": CLIENT["client_id"], **given})
    return world.sandbox.handle(Call("GET", "/oauth", query))


def press(world, page, button):
    request = re.search(r'name="request" value="([^"]+)"', page.body.decode())[1]
    form = urlencode({"request": request, "decision": button}).encode()
    return world.sandbox.handle(Call("POST", "/oauth", "", {}, form))


def code_of(world, **given):
    back = press(world, open_page(world, **given), "authorize").headers["location"]
    return parse_qs(urlsplit(back).query)["code"][0]


def exchange(world, **given):
    return world.sandbox.handle(Call.of("POST", "/auth/eagle/token", body={**CLIENT, **given}))


def test_authorize_leads_back_with_a_code_that_buys_a_token(world):
    code = code_of(world, redirect_uri="http://127.0.0.1:9/back")
    assert code.endswith("==")
    sold = exchange(world, code=code).json()
    assert sold["token_type"] == "Bearer"
    assert sold["token"] == sold["access_token"]
    assert set(sold) == {"token_type", "token", "access_token"}
    assert world.ask("GET", "/me", authorization=f"Bearer {sold['token']}").status == 200


def test_the_state_comes_back_byte_for_byte(world):
    state = "a+b/c==&x=%41 ü\"'<>"
    query = (
        f"client_id=sandbox-client&state={quote(state, safe='/+')}&redirect_uri=http://localhost:9/"
    )
    page = world.sandbox.handle(Call("GET", "/oauth", query))
    back = press(world, page, "authorize").headers["location"]
    assert back.endswith(f"&state={quote(state, safe='/+')}")


def test_cancel_leads_back_without_a_code(world):
    page = open_page(world, redirect_uri="http://localhost:9/cb?a=1", state="s")
    answer = press(world, page, "cancel")
    assert answer.status == 302
    assert answer.headers["location"] == "http://localhost:9/cb?a=1&error=access_denied&state=s"


def test_without_a_redirect_address_the_first_registered_one_is_used(make_world):
    world = make_world(redirect_uris=("https://app.example/cb",))
    assert (
        press(world, open_page(world), "authorize")
        .headers["location"]
        .startswith("https://app.example/cb?code=")
    )


@pytest.mark.parametrize(
    "redirect",
    [
        "https://evil.example/cb",
        "https://localhost.evil.example/cb",
        "https://localhost@evil.example/",
        "javascript:alert(1)",
        "ftp://localhost/",
        "//localhost/",
        "http://[::1",
        "http://localhost:99999/",
        "http://localhost/\r\nx: y",
        "http://evil.example\\@localhost/",
        "http://user@localhost/",
        "http://localhost/#cut",
    ],
)
def test_other_redirect_addresses_are_refused_and_nobody_is_sent_there(world, redirect):
    page = open_page(world, redirect_uri=redirect)
    assert page.status == 400
    assert "location" not in page.headers


def test_the_page_escapes_everything_and_loads_nothing(world):
    unknown = world.sandbox.handle(Call("GET", "/oauth", "client_id=%3Cscript%3E"))
    assert unknown.status == 400
    assert b"&lt;script&gt;" in unknown.body
    page = open_page(world, redirect_uri='http://localhost/"><script>')
    assert b"<script>" not in page.body
    assert b"&quot;&gt;&lt;script&gt;" in page.body
    assert b"src=" not in page.body
    assert b"http-equiv" not in page.body
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"


def test_a_page_is_answered_once(world):
    page = open_page(world)
    assert press(world, page, "authorize").status == 302
    assert press(world, page, "authorize").status == 400


def unauthorized(answer):
    error = answer.json()["errors"][0]
    return (answer.status, error["code"]) == (401, "unauthorized")


def test_codes_are_spent_once_and_within_five_minutes(world):
    code = code_of(world)
    assert exchange(world, code=code).status == 200
    assert unauthorized(exchange(world, code=code))
    late = code_of(world)
    world.clock.now += 300
    assert unauthorized(exchange(world, code=late))
    assert unauthorized(exchange(world, code="made up"))
    assert unauthorized(exchange(world))


def test_a_wrong_secret_buys_nothing_and_does_not_spend_the_code(world):
    code = code_of(world)
    assert unauthorized(exchange(world, code=code, client_secret="wrong"))
    assert unauthorized(exchange(world, code=code, client_id="wrong"))
    assert exchange(world, code=code).status == 200


def test_the_exchange_takes_forms_as_well(world):
    form = urlencode({**CLIENT, "code": code_of(world)}).encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = world.sandbox.handle(Call("POST", "/auth/eagle/token", "", headers, form))
    assert answer.status == 200


def test_uninstalling_revokes_every_token(world):
    tokens = [exchange(world, code=code_of(world)).json()["token"] for _ in range(2)]
    bearer = {"authorization": f"Bearer {tokens[0]}"}
    assert world.ask("POST", "/auth/uninstall", **bearer).status == 200
    for token in tokens:
        answer = world.refusal("GET", "/me", authorization=f"Bearer {token}")
        assert answer[:2] == (401, "token_revoked")
    assert world.ask("GET", "/me").status == 200
    assert world.ask("POST", "/auth/uninstall").status == 200
    assert world.refusal("GET", "/me")[:2] == (401, "unauthorized")


def test_tokens_expire_and_are_refreshed_only_where_that_was_asked_for(make_world, world):
    refused = exchange(world, grant_type="refresh_token", refresh_token="x")
    assert unauthorized(refused)
    world = make_world(expiring_tokens=60)
    first = exchange(world, code=code_of(world)).json()
    assert first["expires_in"] == 60
    world.clock.now += 60
    answer = world.refusal("GET", "/me", authorization=f"Bearer {first['token']}")
    assert answer[:2] == (401, "token_expired")
    asked = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = exchange(world, **asked).json()
    assert world.ask("GET", "/me", authorization=f"Bearer {second['token']}").status == 200
    assert unauthorized(exchange(world, **asked))
