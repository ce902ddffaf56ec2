"""The sign-in with a real Secret Service."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import private_keyring
import pytest
from stage import CLIENT_SECRET, Program, decide, free_port, visit

pytestmark = pytest.mark.keyring

TOKEN = "dG9rOnNhbmRib3g="
SERVICE = "intercom-terminal"
Call = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., Program]


@pytest.fixture
def keyring(environ: dict[str, str]) -> Iterator[str]:
    """A real keyring, and an environment that leads to it; gives its address."""
    with private_keyring.keyring() as more:
        environ.pop("PYTHON_KEYRING_BACKEND")
        environ.update(more)
        yield more["DBUS_SESSION_BUS_ADDRESS"]


def files_with(text: str, *roots: str) -> list[Path]:
    return [
        path
        for root in roots
        for path in Path(root).rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]


def store_of(call: Call) -> str:
    return str(json.loads(call("workspaces", "show").stdout)["store"])


def test_a_token_is_in_the_keyring_and_a_second_process_uses_it(
    keyring: str, call: Call, environ: dict[str, str]
) -> None:
    done = call("connect", "--token-stdin", input=TOKEN)
    assert done.returncode == 0, done.stderr
    assert "The token is kept in the system keyring." in done.stderr
    assert [json.loads(v) for v in private_keyring.entries(keyring, SERVICE).values()] == [
        {"access_token": TOKEN}
    ]
    assert private_keyring.entries(keyring, "intercom-cli") == {}
    second = call("admins", "list")
    assert second.returncode == 0, second.stderr
    assert "Ruth Okafor" in second.stdout
    assert files_with(TOKEN, environ["INTERCOM_CONFIG_DIR"], environ["HOME"]) == []
    assert store_of(call) == "keyring"


def test_the_browsers_way_keeps_token_and_client_secret_in_the_keyring(
    keyring: str, start: Start, call: Call, environ: dict[str, str]
) -> None:
    redirect = f"http://localhost:{free_port()}/callback"
    program = start("connect", "--oauth", "--no-browser", "--redirect-uri", redirect)
    visit(decide(program.address()))
    assert program.end() == 0
    (secret,) = (json.loads(v) for v in private_keyring.entries(keyring, SERVICE).values())
    assert secret["client_secret"] == CLIENT_SECRET
    roots = environ["INTERCOM_CONFIG_DIR"], environ["HOME"]
    assert files_with(CLIENT_SECRET, *roots) == files_with(secret["access_token"], *roots) == []
    assert call("status", "--check").returncode == 0
    again = start("connect", "--oauth", "--no-browser", "--redirect-uri", redirect,
                  INTERCOM_CLIENT_SECRET="")  # fmt: skip
    visit(decide(again.address()))
    assert again.end() == 0, again.err
    assert len(private_keyring.entries(keyring, SERVICE)) == 1


def test_disconnecting_takes_exactly_this_secret_out(keyring: str, call: Call) -> None:
    for name in ("one", "two"):
        assert call("connect", "--token-stdin", "--name", name, input=TOKEN).returncode == 0
    assert len(private_keyring.entries(keyring, SERVICE)) == 2
    assert call("disconnect", "one").returncode == 0
    (account,) = private_keyring.entries(keyring, SERVICE)
    assert account.startswith("two-")


def test_moving_to_the_file_leaves_nothing_in_the_keyring(keyring: str, call: Call) -> None:
    assert call("connect", "--token-stdin", input=TOKEN).returncode == 0
    assert call("connect", "--token-stdin", "--store", "file", input=TOKEN).returncode == 0
    assert private_keyring.entries(keyring, SERVICE) == {}
    assert store_of(call) == "file"
    assert call("status", "--check").returncode == 0


def test_b7_what_was_stored_in_a_file_is_read_there_though_a_keyring_came(
    call: Call, environ: dict[str, str]
) -> None:
    assert call("connect", "--token-stdin", input=TOKEN).returncode == 0
    with private_keyring.keyring() as more:
        environ.pop("PYTHON_KEYRING_BACKEND")
        assert call("status", "--check", **more).returncode == 0
        done = call("disconnect", **more)
        assert done.returncode == 0
    assert files_with(TOKEN, environ["INTERCOM_CONFIG_DIR"]) == []


def test_a_keyring_that_is_gone_is_told_and_not_taken_for_signed_out(
    call: Call, environ: dict[str, str]
) -> None:
    backend = environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.keyring() as more:
        assert call("connect", "--token-stdin", input=TOKEN, **more).returncode == 0
    done = call("admins", "list", PYTHON_KEYRING_BACKEND=backend)
    assert done.returncode == 12
    assert "The system keyring cannot be used" in done.stderr
    assert "--store file" in done.stderr


def test_a_locked_keyring_leads_to_the_file_and_that_is_said(
    call: Call, environ: dict[str, str]
) -> None:
    environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.keyring(locked=True) as more:
        done = call("connect", "--token-stdin", input=TOKEN, **more)
        assert done.returncode == 0, done.stderr
        assert "No keyring could be used (it is locked)" in done.stderr
        assert call("status", "--check", **more).returncode == 0


def test_a_secret_service_that_never_answers_is_given_up(
    call: Call, environ: dict[str, str]
) -> None:
    environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.bus(hung=("org.freedesktop.secrets",)) as more:
        done = call("connect", "--token-stdin", input=TOKEN, **more)
        assert done.returncode == 0, done.stderr
        assert "it did not answer within 3 seconds" in done.stderr
        # The next run knows where the token is, and has no reason to ask the keyring.
        after = call("status", "--check", **more)
        assert after.returncode == 0, after.stderr
        assert "keyring" not in after.stderr


def test_a_bus_without_any_keyring_leads_to_the_file(call: Call, environ: dict[str, str]) -> None:
    environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.bus() as more:
        done = call("connect", "--token-stdin", input=TOKEN, **more)
        assert done.returncode == 0
        assert "No keyring could be used" in done.stderr


def test_eight_processes_at_once_keep_eight_secrets(
    keyring: str, start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN)
    words = ["connect", "--token-file", str(file), "--name"]
    programs = [start(*words, f"w{number}") for number in range(8)]
    assert [program.end() for program in programs] == [0] * 8, programs[0].err
    assert len(private_keyring.entries(keyring, SERVICE)) == 8


def test_a_keyring_that_is_gone_does_not_hold_a_workspace_for_ever(
    call: Call, environ: dict[str, str]
) -> None:
    backend = environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.keyring() as more:
        assert call("connect", "--token-stdin", input=TOKEN, **more).returncode == 0
    gone = {"PYTHON_KEYRING_BACKEND": backend}
    status = call("status", **gone)
    assert status.returncode == 12
    assert json.loads(status.stdout)["token"] == "unreadable"
    refused = call("disconnect", **gone)
    assert refused.returncode == 12
    assert "is still in it" in refused.stderr
    assert call("disconnect", "-y", **gone).returncode == 0
    assert call("workspaces", "list", **gone).stdout == ""


def test_connecting_anew_without_the_old_keyring_works_and_says_what_is_left(
    call: Call, environ: dict[str, str]
) -> None:
    backend = environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.keyring() as more:
        assert call("connect", "--token-stdin", input=TOKEN, **more).returncode == 0
    done = call("connect", "--token-stdin", input=TOKEN, PYTHON_KEYRING_BACKEND=backend)
    assert done.returncode == 0, done.stderr
    assert "The old token may still be in the keyring" in done.stderr
    assert call("status", "--check", PYTHON_KEYRING_BACKEND=backend).returncode == 0
