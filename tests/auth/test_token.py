from __future__ import annotations

import json
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Scripted, Unreachable, answer, refusal

from intercom_cli.sandbox.transport import SandboxTransport
from intercom_cli.settings import Settings

TOKEN = "dG9rOmFiY2RlZg=="
ADMIN = {
    "type": "admin",
    "id": "7",
    "name": "Ada",
    "email": "ada@acme.test",
    "app": {"type": "app", "id_code": "abc123", "name": "Acme & Söhne", "region": "EU"},
}


def admin(**app: object) -> httpx.Response:
    return answer({**ADMIN, "app": {**ADMIN["app"], **app}})  # type: ignore[dict-item]


@pytest.fixture
def door(tmp_path: Path) -> FrontDoor:
    return FrontDoor(tmp_path / "config", Unreachable())


def connect(door: FrontDoor, *replies: object, words: tuple[str, ...] = (), token: str = TOKEN):
    script = Scripted(replies)  # type: ignore[arg-type]
    ran = door("connect", "--token-stdin", "--store", "file", *words, stdin=token, transport=script)
    assert not script.replies, "answers that were never asked for"
    return ran


def secrets_of(door: FrontDoor) -> list[dict[str, object]]:
    path = door.config / "secrets" / "secrets.json"
    return list(json.loads(path.read_text()).values()) if path.exists() else []


def workspaces(door: FrontDoor):
    return Settings.load({"INTERCOM_CONFIG_DIR": str(door.config)}).workspaces()


def test_two_sign_ins_at_once_never_replace_each_other(door: FrontDoor) -> None:
    def meanwhile(_: httpx.Request) -> httpx.Response:
        connect(door, admin(id_code="first"), token="dG9rOmZpcnN0")
        return admin(id_code="second")

    connect(door, meanwhile).ok()
    found = workspaces(door)
    assert {name: known.app_id for name, known in found.items()} == {
        "acme-sohne": "first",
        "acme-sohne-2": "second",
    }
    assert len(secrets_of(door)) == 2
    assert len({known.secret_account for known in found.values()}) == 2


def test_a_token_is_checked_and_the_workspace_remembered(door: FrontDoor) -> None:
    ran = connect(door, admin()).ok()
    assert ran.sent() == ["GET /me"]
    assert ran.requests[0].headers["authorization"] == f"Bearer {TOKEN}"
    (workspace,) = workspaces(door).values()
    assert (workspace.name, workspace.region, workspace.app_id) == ("acme-sohne", "eu", "abc123")
    assert (workspace.store, workspace.method, workspace.kind) == ("file", "token", "intercom")
    assert secrets_of(door) == [{"access_token": TOKEN}]
    assert "Connected to Acme & Söhne as Ada <ada@acme.test>, region eu." in ran.err
    assert f"The token is kept in {door.config / 'secrets' / 'secrets.json'}." in ran.err
    assert "It is called acme-sohne here, and is the default." in ran.err
    assert "Next: intercom contacts list" in ran.err
    assert ran.out == ""
    assert TOKEN not in ran.err
    assert TOKEN not in (door.config / "config.toml").read_text()


def test_the_next_command_uses_it_at_the_regional_host(door: FrontDoor) -> None:
    connect(door, admin()).ok()
    ran = door.scripted(answer({"admins": [ADMIN], "type": "admin.list"}), words=["admins", "list"])
    assert str(ran.requests[0].url).startswith("https://api.eu.intercom.io/admins")
    assert ran.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    "pasted",
    [f"{TOKEN}\n", f'  "{TOKEN}"\r\n', f"'{TOKEN}'", f"Bearer {TOKEN}", f"\u201c{TOKEN}\u201d\n\n"],
)
def test_what_copying_adds_is_taken_away(pasted: str, door: FrontDoor) -> None:
    connect(door, admin(), token=pasted).ok()
    assert secrets_of(door) == [{"access_token": TOKEN}]


@pytest.mark.parametrize(
    ("pasted", "code"),
    [
        ("", 3),
        ("\n", 3),
        ("short", 2),
        ("two words of text", 2),
        ("tokén-with-accent", 2),
        ("x" * 5000, 2),
    ],
)
def test_what_cannot_be_a_token_is_never_sent(pasted: str, code: int, door: FrontDoor) -> None:
    ran = connect(door, token=pasted)
    assert ran.code == code
    assert not pasted.strip() or pasted not in ran.err
    assert workspaces(door) == {}


def test_a_token_comes_from_a_file_too(door: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    words = ["connect", "--store", "file", "--token-file"]
    door.scripted(admin(), words=[*words, str(file)]).ok()
    assert secrets_of(door) == [{"access_token": TOKEN}]
    missing = door(*words, str(tmp_path / "none"))
    assert missing.code == 12
    assert door(*words, str(file), "--token-stdin").code == 2


def test_a_terminal_is_not_read_where_the_token_would_show(door: FrontDoor) -> None:
    ran = door("connect", "--token-stdin", terminal=True)
    assert ran.code == 3
    assert "would show" in ran.err


def test_no_token_is_taken_from_the_command_line(door: FrontDoor) -> None:
    assert door("connect", "--token", TOKEN).code == 2
    assert door("connect", "--access-token", TOKEN).code == 2
    assert door("connect", TOKEN).code == 2


def test_eu_and_au_are_asked_when_us_does_not_know_the_token(door: FrontDoor) -> None:
    unknown = [refusal(401, "token_not_found", "Token not found") for _ in range(2)]
    ran = connect(door, *unknown, admin(region="AU")).ok()
    assert [r.url.host for r in ran.requests] == [
        "api.intercom.io",
        "api.eu.intercom.io",
        "api.au.intercom.io",
    ]
    assert workspaces(door)["acme-sohne"].region == "au"


def test_a_token_that_no_region_knows_is_refused_and_not_stored(door: FrontDoor) -> None:
    ran = connect(door, *[refusal(401, "token_not_found", "Token not found") for _ in range(3)])
    assert ran.code == 4
    assert "does not know this token in any region: Token not found" in ran.error["message"]
    assert "Developer Hub" in ran.error["hint"]
    assert secrets_of(door) == []
    assert workspaces(door) == {}


def test_a_region_that_was_given_is_the_only_one_asked(door: FrontDoor) -> None:
    ran = connect(door, refusal(401), words=("--region", "eu"))
    assert ran.code == 4
    assert [r.url.host for r in ran.requests] == ["api.eu.intercom.io"]


def test_another_failure_is_not_taken_for_a_wrong_region(door: FrontDoor) -> None:
    ran = connect(door, refusal(400, "bad_request", "No"))
    assert ran.code == 7
    assert workspaces(door) == {}


def test_a_token_that_may_not_read_its_admin_is_connected_all_the_same(door: FrontDoor) -> None:
    ran = connect(door, refusal(403, "forbidden", "scope"), words=("--name", "acme")).ok()
    assert "Read one admin" in ran.err
    assert workspaces(door)["acme"].app_id is None


def test_a_workspace_without_an_app_is_survived(door: FrontDoor) -> None:
    connect(door, answer({**ADMIN, "app": None})).ok()
    assert list(workspaces(door)) == ["workspace"]


def test_an_answer_that_is_not_intercoms_is_refused(door: FrontDoor) -> None:
    assert connect(door, answer({"hello": "world"})).code == 9
    assert workspaces(door) == {}


def test_connecting_again_replaces_the_same_workspace_only(door: FrontDoor) -> None:
    connect(door, admin()).ok()
    connect(door, admin(id_code="other")).ok()
    assert list(workspaces(door)) == ["acme-sohne", "acme-sohne-2"]
    connect(door, admin(), token="dG9rOm5ld2VyLi4u").ok()
    assert list(workspaces(door)) == ["acme-sohne", "acme-sohne-2"]
    tokens = [secret["access_token"] for secret in secrets_of(door)]
    assert sorted(tokens) == sorted(["dG9rOm5ld2VyLi4u", TOKEN])


def test_a_name_of_another_workspace_is_never_taken_over(door: FrontDoor) -> None:
    connect(door, admin(), words=("--name", "prod")).ok()
    ran = connect(door, admin(id_code="other"), words=("--name", "prod"))
    assert ran.code == 2
    assert "prod is already another workspace" in ran.error["message"]
    assert workspaces(door)["prod"].app_id == "abc123"
    assert [secret["access_token"] for secret in secrets_of(door)] == [TOKEN]


def test_a_name_that_a_shell_could_not_carry_is_refused_before_anything_is_sent(
    door: FrontDoor,
) -> None:
    assert connect(door, words=("--name", "a b")).code == 2


def test_the_new_workspace_is_the_default_and_the_way_back_is_told(door: FrontDoor) -> None:
    connect(door, admin()).ok()
    ran = connect(door, admin(id_code="other", name="Second")).ok()
    assert "Back to the one before: intercom workspaces use acme-sohne" in ran.err
    again = connect(door, admin()).ok()
    assert "the default is still second. Use it with -w acme-sohne." in again.err


def test_a_token_in_the_environment_is_said_to_win(door: FrontDoor) -> None:
    door.environ["INTERCOM_TOKEN"] = "dG9rOm90aGVyLi4u"
    ran = connect(door, admin()).ok()
    assert "INTERCOM_TOKEN is set and wins; use this workspace with -w acme-sohne." in ran.err
    assert ran.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_configured_base_url_is_the_only_host_asked_and_is_remembered(door: FrontDoor) -> None:
    door.environ["INTERCOM_API_BASE_URL"] = "http://127.0.0.1:9/v"
    ran = connect(door, admin()).ok()
    assert [str(r.url) for r in ran.requests] == ["http://127.0.0.1:9/v/me"]
    assert workspaces(door)["acme-sohne"].base_url == "http://127.0.0.1:9/v"


def test_a_read_only_workspace_refuses_to_be_changed(door: FrontDoor) -> None:
    connect(door, admin(), words=("--read-only",)).ok()
    ran = door("request", "DELETE", "/tags/1", "-y")
    assert ran.code == 2
    assert "reading only" in ran.err


def test_without_anything_said_a_script_is_told_the_flags(door: FrontDoor) -> None:
    ran = door("connect")
    assert ran.code == 3
    for flag in ("--token-stdin", "--token-file", "--oauth", "--sandbox"):
        assert flag in ran.err


def test_two_ways_at_once_are_refused(door: FrontDoor) -> None:
    assert door("connect", "--sandbox", "--oauth").code == 2
    assert door("connect", "--token-stdin", "--client-id", "x").code == 2


@pytest.mark.parametrize("words", [["--oauth"], ["--oauth", "--client-id", "abcdefgh"]])
def test_a_missing_client_id_or_secret_is_asked_for_by_flag(
    words: list[str], door: FrontDoor
) -> None:
    ran = door("connect", *words)
    assert ran.code == 3
    assert ("--client-id" if len(words) == 1 else "--client-secret-stdin") in ran.err


def test_a_corrupt_configuration_is_not_overwritten_by_connecting(door: FrontDoor) -> None:
    door.config.mkdir()
    path = door.config / "config.toml"
    path.write_text("workspace = \n")
    ran = connect(door)
    assert ran.code == 12
    assert f"{path}:1:" in ran.err
    assert path.read_text() == "workspace = \n"
    assert secrets_of(door) == []


def test_the_sandbox_needs_no_server_and_no_secret(tmp_path: Path) -> None:
    transport = SandboxTransport(tmp_path / "sandbox.db")
    door = FrontDoor(tmp_path / "config", transport)
    ran = door("connect", "--sandbox").ok()
    assert "Connected to Harbor Lights (sandbox)" in ran.err
    assert door("connect", "--sandbox").ok()
    workspace = workspaces(door)["sandbox"]
    assert (workspace.kind, workspace.store, workspace.method) == ("sandbox", "none", "sandbox")
    assert list(workspaces(door)) == ["sandbox"]
    assert secrets_of(door) == []
    assert door("contacts", "list", "--limit", "1").ok().rows
    transport.close()
