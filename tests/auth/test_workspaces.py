from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer, refusal

from intercom_cli.settings import Settings, Workspace
from intercom_cli.vault import Vault

ADMIN = {"type": "admin", "id": "7", "name": "Ada", "email": "ada@acme.test"}
ME = {**ADMIN, "app": {"type": "app", "id_code": "abc123", "name": "Acme", "region": "US"}}


@pytest.fixture
def door(tmp_path: Path) -> FrontDoor:
    """The program with three workspaces, the first of them the default."""
    config = tmp_path / "config"
    environ = {"INTERCOM_CONFIG_DIR": str(config)}
    settings, vault = Settings.load(environ), Vault({}, config)
    for name, region in (("acme", "us"), ("beta", "eu"), ("gamma", "au")):
        vault.put(f"{name}-1", {"access_token": f"dG9rOi{name}"}, store="file")
        settings.keep_workspace(
            Workspace(
                name,
                app_id=f"id-{name}",
                app_name=name.title(),
                region=region,
                store="file",
                account=f"{name}-1",
                admin_email=f"{name}@example.test",
            )
        )
    return FrontDoor(config, Unreachable())


def workspaces(door: FrontDoor) -> dict[str, Workspace]:
    return Settings.load({"INTERCOM_CONFIG_DIR": str(door.config)}).workspaces()


def secrets_of(door: FrontDoor) -> set[str]:
    return set(json.loads((door.config / "secrets" / "secrets.json").read_text()))


@pytest.mark.parametrize("words", [["beta"], ["-w", "beta"], ["beta", "-w", "beta"]])
def test_b1_exactly_the_named_workspace_is_disconnected(words: list[str], door: FrontDoor) -> None:
    ran = door("disconnect", *words).ok()
    assert list(workspaces(door)) == ["acme", "gamma"]
    assert secrets_of(door) == {"acme-1", "gamma-1"}
    assert "Disconnected beta (Beta)." in ran.err
    assert "token stays valid" in ran.err
    assert ran.requests == []


def test_b1_two_different_names_are_refused(door: FrontDoor) -> None:
    assert door("disconnect", "beta", "-w", "acme").code == 2
    assert door("-w", "acme", "disconnect", "beta").code == 2
    assert len(workspaces(door)) == 3


def test_a_name_nobody_has_disconnects_nothing(door: FrontDoor) -> None:
    ran = door("disconnect", "betta")
    assert ran.code == 4
    assert "there is beta" in ran.err
    assert len(workspaces(door)) == 3


def test_without_a_name_the_default_is_disconnected_and_named(door: FrontDoor) -> None:
    ran = door("disconnect").ok()
    assert "Disconnected acme (Acme)." in ran.err
    assert list(workspaces(door)) == ["beta", "gamma"]


def test_a_token_of_the_environment_is_not_ours_to_take_away(door: FrontDoor) -> None:
    ran = door("disconnect", INTERCOM_ACCESS_TOKEN="dG9rOnh4eHg=")
    assert ran.code == 2
    assert "unset INTERCOM_ACCESS_TOKEN" in ran.err
    assert len(workspaces(door)) == 3


def test_b5_dry_run_changes_and_sends_nothing(door: FrontDoor) -> None:
    ran = door("disconnect", "beta", "--dry-run").ok()
    assert "Would forget beta" in ran.err
    assert len(workspaces(door)) == 3
    shown = door("disconnect", "beta", "--uninstall-app", "--dry-run").ok()
    assert "/auth/uninstall" in shown.out
    assert "dG9rOibeta" not in shown.out + shown.err
    assert len(workspaces(door)) == 3


def test_uninstalling_asks_and_refuses_where_it_cannot_ask(door: FrontDoor) -> None:
    ran = door("disconnect", "beta", "--uninstall-app")
    assert ran.code == 3
    assert "--yes" in ran.err
    no = door("disconnect", "beta", "--uninstall-app", terminal=True, stdin="n\n")
    assert no.code == 3
    assert "every teammate" in no.err
    assert len(workspaces(door)) == 3


def test_uninstalling_goes_to_the_named_workspace_with_its_own_token(door: FrontDoor) -> None:
    ran = door.scripted(answer({}), words=["disconnect", "beta", "--uninstall-app", "-y"]).ok()
    (request,) = ran.requests
    assert request.method == "POST"
    assert str(request.url) == "https://api.eu.intercom.io/auth/uninstall"
    assert request.headers["authorization"] == "Bearer dG9rOibeta"
    assert list(workspaces(door)) == ["acme", "gamma"]


def test_a_workspace_for_reading_only_keeps_its_app(door: FrontDoor) -> None:
    settings = Settings.load({"INTERCOM_CONFIG_DIR": str(door.config)})
    settings.keep_workspace(settings.workspaces()["beta"]._replace(read_only=True))
    ran = door("disconnect", "beta", "--uninstall-app", "-y")
    assert (ran.code, ran.requests) == (2, [])
    assert "beta" in workspaces(door)
    assert door("disconnect", "beta").code == 0


def test_a_refused_uninstall_forgets_nothing(door: FrontDoor) -> None:
    ran = door.scripted(refusal(403), words=["disconnect", "beta", "--uninstall-app", "-y"])
    assert ran.code == 5
    assert len(workspaces(door)) == 3
    assert "beta-1" in secrets_of(door)


def test_workspaces_are_listed_shown_chosen_and_renamed(door: FrontDoor) -> None:
    rows = door("workspaces", "list").ok().rows
    assert [(row["name"], row["default"]) for row in rows] == [
        ("acme", True),
        ("beta", False),
        ("gamma", False),
    ]
    door("workspaces", "use", "beta").ok()
    door("workspaces", "rename", "beta", "second").ok()
    shown = door("workspaces", "show").ok().json
    assert (shown["name"], shown["base_url"]) == ("second", "https://api.eu.intercom.io")
    assert door("workspaces", "show", "gamma").ok().json["region"] == "au"
    assert door("workspaces", "use", "nobody").code == 4
    assert door("workspaces", "rename", "acme", "gamma").code == 2
    ran = door.scripted(answer(ME), words=["status", "--check", "-w", "second"]).ok()
    assert ran.requests[0].headers["authorization"] == "Bearer dG9rOibeta"


def test_choosing_a_default_says_when_the_environment_wins(door: FrontDoor) -> None:
    ran = door("workspaces", "use", "beta", INTERCOM_WORKSPACE="gamma").ok()
    assert "INTERCOM_WORKSPACE is set and wins: it says gamma." in ran.err


def test_no_secret_is_listed_anywhere(door: FrontDoor) -> None:
    for words in (["workspaces", "list"], ["workspaces", "show"], ["status"], ["config", "list"]):
        ran = door(*words, "-o", "json").ok()
        assert "dG9r" not in ran.out + ran.err


def test_b35_status_lists_every_source_in_order_with_the_winner_first(door: FrontDoor) -> None:
    rows = door("status", INTERCOM_ACCESS_TOKEN="dG9rOm9uZS4=", INTERCOM_TOKEN="dG9rOnR3by4=").rows
    assert [(row["source"], row["active"]) for row in rows] == [
        ("INTERCOM_ACCESS_TOKEN", True),
        ("INTERCOM_TOKEN", False),
        ("default", False),
    ]
    assert rows[2]["workspace"] == "acme"
    flag = door("status", "-w", "beta", INTERCOM_ACCESS_TOKEN="dG9rOm9uZS4=").ok().rows
    assert (flag[0]["source"], flag[0]["workspace"]) == ("--workspace", "beta")
    env = door("whoami", INTERCOM_WORKSPACE="gamma").ok().rows
    assert (env[0]["source"], env[0]["workspace"]) == ("INTERCOM_WORKSPACE", "gamma")


def test_b35_a_token_of_the_environment_alone_is_signed_in(alone: FrontDoor) -> None:
    ran = alone("status", INTERCOM_TOKEN="dG9rOm9uZS4=").ok()
    assert ran.rows[0]["source"] == "INTERCOM_TOKEN"


def test_status_of_one_source_is_shown_whole_to_a_person(run: FrontDoor) -> None:
    ran = run("status", terminal=True, NO_COLOR="1", COLUMNS="40").ok()
    assert "http://sandbox.localhost" in ran.out
    assert ran.err == "", "no column was left out"
    several = run("status", terminal=True, NO_COLOR="1", INTERCOM_ACCESS_TOKEN="dG9rOm9uZS4=").ok()
    assert several.out.startswith("Active")
    assert len(run("status").ok().rows) == 1


def test_status_is_offline_unless_asked_to_check(door: FrontDoor) -> None:
    assert door("status").ok().requests == []
    ran = door.scripted(answer(ME), words=["status", "--check"]).ok()
    assert ran.sent() == ["GET /me"]
    assert (ran.rows[0]["token"], ran.rows[0]["checked"]) == ("good", True)


def test_b7_status_says_when_the_stored_token_is_gone(door: FrontDoor) -> None:
    Vault({}, door.config).forget("acme-1", "file")
    ran = door("status")
    assert ran.code == 4
    assert ran.rows[0]["token"] == "missing"
    assert "intercom connect --name acme" in ran.err


@pytest.mark.parametrize("token", ["canary\nX: y", "can\u00e9ary", "can ary"])
def test_what_is_kept_but_is_no_token_is_not_sent_or_shown(door: FrontDoor, token: str) -> None:
    Vault({}, door.config).put("acme-1", {"access_token": token}, store="file")
    ran = door("contacts", "list", "--debug")
    assert ran.code == 4
    assert "can" not in ran.err.replace("canary is not", "")
    assert "intercom connect --name acme" in ran.err


def test_the_exit_code_of_status_is_that_of_the_active_source_alone(door: FrontDoor) -> None:
    Vault({}, door.config).forget("acme-1", "file")
    assert door("status", INTERCOM_TOKEN="dG9rOm9uZS4=").code == 0
    assert door("status", "-w", "beta").code == 0
    refused = door.scripted(refusal(401), words=["status", "--check", "-w", "beta"])
    assert refused.code == 4
    assert refused.rows[0]["token"] == "refused"


def test_status_tells_an_unreachable_server_from_a_bad_token(door: FrontDoor) -> None:
    class Down(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("refused", request=request)

    ran = door("status", "--check", "--max-wait", "0", transport=Down())
    assert ran.code == 10


def test_nobody_signed_in_is_exit_4_with_the_next_command(alone: FrontDoor) -> None:
    ran = alone("status")
    assert ran.code == 4
    assert ran.error["hint"] == "intercom connect"


def test_config_is_listed_changed_and_taken_back(door: FrontDoor) -> None:
    door("config", "set", "timeout", "5").ok()
    assert door("config", "get", "timeout").ok().out == "5\n"
    rows = {row["key"]: row for row in door("config", "list").ok().rows}
    assert (rows["timeout"]["value"], rows["timeout"]["source"]) == (5, "file")
    assert rows["api_version"]["source"] == "default"
    won = door("config", "set", "timeout", "6", INTERCOM_TIMEOUT="9").ok()
    assert "INTERCOM_TIMEOUT is set and wins over the file." in won.err
    door("config", "unset", "timeout").ok()
    assert door("config", "get", "timeout").ok().out == "60\n"
    assert door("config", "get", "region").ok().out == ""
    assert door("config", "path").ok().out == f"{door.config / 'config.toml'}\n"
    assert door("config", "set", "ouput", "json").code == 2
    assert door("config", "unset", "ouput").code == 2
    assert door("config", "set", "workspace", "nobody").code == 4
    assert door("config", "unset", "workspaces").code == 2
    assert len(workspaces(door)) == 3


def test_b33_a_corrupt_file_can_be_found_and_is_never_overwritten(door: FrontDoor) -> None:
    path = door.config / "config.toml"
    path.write_text("[workspaces.acme\n")
    assert door("config", "path").ok().out == f"{path}\n"
    for words in (
        ["status"],
        ["workspaces", "list"],
        ["config", "set", "region", "eu"],
        ["disconnect", "acme"],
        ["connect", "--sandbox"],
    ):
        ran = door(*words)
        assert ran.code == 12, words
        assert f"{path}:1:" in ran.err
    assert path.read_text() == "[workspaces.acme\n"


def test_an_unknown_key_in_the_file_can_be_taken_out_by_the_hint(door: FrontDoor) -> None:
    path = door.config / "config.toml"
    path.write_text('ouput = "json"\n' + path.read_text())
    ran = door("status")
    assert ran.code == 12
    assert ran.error["hint"] == "intercom config unset ouput"
    door(*ran.error["hint"].split()[1:]).ok()
    door("status").ok()


def test_a_token_in_the_environment_loads_no_keyring(tmp_path: Path) -> None:
    code = (
        "import sys; from intercom_cli.app import main; code = main(['status', '-o', 'json'])\n"
        "sys.exit(code or 'keyring' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "/usr/bin", "HOME": str(tmp_path), "INTERCOM_ACCESS_TOKEN": "dG9rOm9uZS4="},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
