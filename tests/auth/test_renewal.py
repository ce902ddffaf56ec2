from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from front_door import FrontDoor, Unreachable, answer, refusal
from stage import CLIENT_ID, CLIENT_SECRET, Program, decide, free_port, served, visit

from intercom_cli.api.client import Client
from intercom_cli.api.request import Request
from intercom_cli.api.response import Response
from intercom_cli.auth.exchange import App, exchange_code
from intercom_cli.auth.refresh import is_expiring, renew
from intercom_cli.errors import IntercomError, NotSignedIn, ServerFailed
from intercom_cli.settings import Settings, Workspace
from intercom_cli.vault import Vault

APP = App("the id", "s&cret=+/% \u00e9")
ADMIN = {"type": "admin", "id": "7", "name": "Ada"}


def send(sent: list[Request], *bodies: tuple[int, str]) -> Callable[[Request], Response]:
    """An endpoint that gives these answers in order."""
    left = list(bodies)

    def answered(request: Request) -> Response:
        sent.append(request)
        status, body = left.pop(0)
        kind = "application/json" if body.startswith(("{", "[")) else "text/html"
        return Response(status, {"content-type": kind}, body.encode())

    return answered


def exchange(status: int, body: str) -> dict[str, object]:
    return exchange_code(send([], (status, body)), APP, code="c", redirect_uri="http://localhost/")


@pytest.mark.parametrize("token", ["two\\nlines", "caf\\u00e9", "a b", "nul\\u0000"])
def test_a_token_that_cannot_be_sent_is_no_token(token: str) -> None:
    with pytest.raises(ServerFailed, match="without a token"):
        exchange(200, f'{{"token_type":"Bearer","access_token":"{token}"}}')


def test_space_around_a_token_is_not_part_of_it() -> None:
    assert exchange(200, '{"access_token":" dG9r\\n"}')["access_token"] == "dG9r"


def test_code_id_and_secret_go_into_the_form_byte_for_byte() -> None:
    sent: list[Request] = []
    secret = exchange_code(
        send(sent, (200, '{"token_type":"Bearer","access_token":"dG9r","token":"dG9r"}')),
        APP,
        code="a+b/c==",
        redirect_uri="https://localhost:8484/callback",
    )
    (request,) = sent
    assert (request.method, request.path) == ("POST", "/auth/eagle/token")
    assert dict(request.headers)["Content-Type"].startswith("application/x-www-form-urlencoded")
    assert "authorization" not in {name.lower() for name, _ in request.headers}
    form = {
        k: v[0] for k, v in parse_qs((request.body or b"").decode(), strict_parsing=True).items()
    }
    assert form["code"] == "a+b/c=="
    assert form["client_id"] == "the id"
    assert form["client_secret"] == APP.client_secret
    assert form["redirect_uri"] == "https://localhost:8484/callback"
    assert form["grant_type"] == "authorization_code"
    assert secret == {"access_token": "dG9r", "client_secret": APP.client_secret}


@pytest.mark.parametrize(
    "body",
    [
        '{"token":"dG9r"}',
        '{"access_token":"dG9r"}',
        '{"access_token":"dG9r","token_type":"bearer","expires_in":null}',
        '{"access_token":"dG9r","expires_in":0}',
    ],
)
def test_every_shape_of_a_token_is_understood(body: str) -> None:
    assert exchange(200, body) == {"access_token": "dG9r", "client_secret": APP.client_secret}


def test_what_renews_a_token_is_kept_with_it() -> None:
    secret = exchange(200, '{"access_token":"dG9r","expires_in":"3600","refresh_token":"r"}')
    assert secret["refresh_token"] == "r"
    assert isinstance(secret["expires_at"], int)


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (401, '{"type":"error.list","errors":[{"code":"unauthorized","message":"Unauthorized Code"}]}',
         NotSignedIn, "Unauthorized Code"),
        (400, '{"error":"invalid_grant","error_description":"Code used"}', NotSignedIn, "Code used"),
        (200, '{"error":"invalid_grant","error_description":"Code used"}', NotSignedIn, "Code used"),
        (200, '{"type":"error.list","errors":[{"code":"x","message":"y"}]}', ServerFailed, "without"),
        (200, '{"access_token":""}', ServerFailed, "without a token"),
        (200, '{"access_token":null,"token":""}', ServerFailed, "without a token"),
        (200, '{"access_token":["x"]}', ServerFailed, "without a token"),
        (200, "{}", ServerFailed, "without a token"),
        (200, "[]", ServerFailed, "no sense"),
        (200, "<html>hello</html>", ServerFailed, "not JSON"),
        (200, "", ServerFailed, "no sense"),
        (302, "", NotSignedIn, "302"),
        (500, "<html>oops</html>", ServerFailed, "500"),
    ],
)  # fmt: skip
def test_no_answer_is_taken_for_a_token_that_is_none(
    status: int, body: str, kind: type[IntercomError], words: str
) -> None:
    with pytest.raises(kind) as caught:
        exchange(status, body)
    assert words in caught.value.message
    assert APP.client_secret not in caught.value.message


@pytest.fixture
def expiring() -> Iterator[str]:
    """A sandbox whose tokens last an hour."""
    with served(expiring_tokens=3600) as address:
        yield address


def test_a_token_is_renewed_before_it_ends_and_kept(
    expiring: str,
    start: Callable[..., Program],
    call: Callable[..., subprocess.CompletedProcess[str]],
    environ: dict[str, str],
) -> None:
    redirect = f"http://localhost:{free_port()}/callback"
    program = start(
        "connect", "--oauth", "--no-browser", "--redirect-uri", redirect,
        INTERCOM_API_BASE_URL=expiring,
    )  # fmt: skip
    visit(decide(program.address()))
    assert program.end() == 0, program.err
    path = Path(environ["INTERCOM_CONFIG_DIR"]) / "secrets" / "secrets.json"
    ((account, first),) = json.loads(path.read_text()).items()
    assert 3500 < first["expires_at"] - time.time() <= 3600
    path.write_text(json.dumps({account: {**first, "expires_at": int(time.time()) + 5}}))
    done = call("admins", "list", INTERCOM_API_BASE_URL=expiring, INTERCOM_CLIENT_SECRET="")
    assert done.returncode == 0, done.stderr
    (second,) = json.loads(path.read_text()).values()
    assert second["access_token"] != first["access_token"]
    assert second["refresh_token"] != first["refresh_token"]
    assert second["client_secret"] == CLIENT_SECRET


@pytest.fixture
def door(tmp_path: Path) -> FrontDoor:
    """The program with a workspace whose token can be renewed and has not ended."""
    config = tmp_path / "config"
    Vault({}, config).put("acme", secret(), store="file")
    Settings.load({"INTERCOM_CONFIG_DIR": str(config)}).keep_workspace(
        Workspace("acme", store="file", method="oauth", client_id=CLIENT_ID)
    )
    return FrontDoor(config, Unreachable())


def secret(**more: object) -> dict[str, object]:
    return {
        "access_token": "dG9rOm9sZC4=",
        "refresh_token": "r1",
        "client_secret": CLIENT_SECRET,
        "expires_at": 99999999999,
        **more,
    }


def test_a_refused_token_is_renewed_once_and_the_request_sent_again(door: FrontDoor) -> None:
    ran = door.scripted(
        refusal(401),
        answer({"access_token": "dG9rOm5ldy4=", "refresh_token": "r2", "expires_in": 9}),
        answer({"admins": [ADMIN]}),
        words=["admins", "list"],
    ).ok()
    first, renewal, second = ran.requests
    assert "authorization" not in renewal.headers
    assert renewal.url.path == "/auth/eagle/token"
    assert b"refresh_token=r1" in renewal.content
    assert first.headers["authorization"] == "Bearer dG9rOm9sZC4="
    assert second.headers["authorization"] == "Bearer dG9rOm5ldy4="
    kept = Vault({}, door.config).get("acme", "file")
    assert kept
    assert (kept["access_token"], kept["refresh_token"]) == ("dG9rOm5ldy4=", "r2")


def test_a_refused_renewal_ends_in_one_clear_error(door: FrontDoor) -> None:
    ran = door.scripted(
        refusal(401), refusal(401, "unauthorized", "Refresh gone"), words=["admins", "list"]
    )
    assert ran.code == 4
    assert CLIENT_SECRET not in ran.err
    assert Vault({}, door.config).get("acme", "file") == secret()


def test_a_token_without_renewal_is_refused_once_and_not_in_a_loop(door: FrontDoor) -> None:
    Vault({}, door.config).put("acme", {"access_token": "dG9rOm9sZC4="}, store="file")
    ran = door.scripted(refusal(401), words=["admins", "list"])
    assert ran.code == 4
    assert "intercom connect" in ran.err


def test_renewing_under_debug_shows_no_secret(door: FrontDoor) -> None:
    ran = door.scripted(
        refusal(401),
        answer({"access_token": "opaque-new-token", "refresh_token": "opaque-r2"}),
        answer({"admins": [ADMIN]}),
        words=["admins", "list", "--debug"],
    ).ok()
    for hidden in (CLIENT_SECRET, "opaque-new-token", "opaque-r2", "dG9rOm9sZC4="):
        assert hidden not in ran.err


def test_eight_threads_and_two_vaults_renew_once(tmp_path: Path) -> None:
    workspace = Workspace("acme", store="file", method="oauth", client_id=CLIENT_ID)
    Vault({}, tmp_path).put("acme", secret(), store="file")
    sent: list[Request] = []
    reply = (200, '{"access_token":"dG9rOm5ldy4=","refresh_token":"r2"}')
    endpoint = send(sent, reply)
    results: list[object] = []

    def work() -> None:
        vault = Vault({}, tmp_path)  # each with a vault of its own, as processes have
        results.append(renew(vault, workspace, endpoint, used="dG9rOm9sZC4="))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sent) == 1
    assert {json.dumps(result, sort_keys=True) for result in results} == {
        json.dumps(
            {**secret(), "access_token": "dG9rOm5ldy4=", "refresh_token": "r2"}, sort_keys=True
        )
    }


def test_the_exchange_uses_the_clients_own_network(base_url: str) -> None:
    app = App(CLIENT_ID, CLIENT_SECRET)
    client = Client(base_url=base_url, token=lambda: None, version="2.16")
    send = partial(client.send, check=False)
    with client, pytest.raises(NotSignedIn, match="Unauthorized Code"):
        exchange_code(send, app, code="made-up", redirect_uri="http://localhost:1/callback")


def test_a_short_lived_token_is_not_renewed_for_every_request() -> None:
    fresh = {"expires_at": 1030, "expires_in": 30}
    assert not is_expiring(fresh, lambda: 1000)
    assert is_expiring(fresh, lambda: 1027)
    assert is_expiring({"expires_at": 1030}, lambda: 1000)
    assert not is_expiring({"access_token": "x"}, lambda: 1000)
