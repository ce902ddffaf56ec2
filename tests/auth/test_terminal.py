"""The sign-in as a person at a terminal sees it."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from stage import CLIENT_ID, CLIENT_SECRET, decide, free_port, visit

TOKEN = "dG9rOnNhbmRib3g="
Terminal = Callable[..., pexpect.spawn]


@pytest.fixture
def terminal(environ: dict[str, str]) -> Iterator[Terminal]:
    """Start the program on a terminal of its own."""
    opened: list[pexpect.spawn] = []

    def go(*words: str, columns: int = 100, **more: str) -> pexpect.spawn:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "intercom_cli", *words],
            env={**environ, "TERM": "xterm-256color", **more},
            encoding="utf-8",
            timeout=60,
            dimensions=(40, columns),
        )
        opened.append(child)
        return child

    yield go
    for child in opened:
        child.close(force=True)


def ended(child: pexpect.spawn) -> int:
    child.expect(pexpect.EOF)
    child.wait()
    child.close()
    assert child.exitstatus is not None, child.signalstatus
    return child.exitstatus


def address(child: pexpect.spawn) -> str:
    child.expect(r"\r\n  (https?://\S+)\r\n")
    return str(child.match.group(1))


def test_the_guided_way_with_a_token_shows_where_it_is_and_never_echoes_it(
    terminal: Terminal, environ: dict[str, str]
) -> None:
    child = terminal("connect")
    child.expect("sandbox")
    child.expect(r"Choose 1, 2 or 3 \[1\]: ")
    child.sendline("")
    child.expect("https://app.intercom.com/a/apps/_/developer-hub")
    child.expect(r"not shown.*: ")
    child.sendline(f'"{TOKEN}"')
    child.expect("Connected to Harbor Lights")
    assert TOKEN not in child.before
    assert ended(child) == 0
    secrets = Path(environ["INTERCOM_CONFIG_DIR"]) / "secrets" / "secrets.json"
    assert [s["access_token"] for s in json.loads(secrets.read_text()).values()] == [TOKEN]


def test_the_guided_way_in_the_browser_asks_for_id_and_secret(
    terminal: Terminal, environ: dict[str, str]
) -> None:
    redirect = f"http://localhost:{free_port()}/callback"
    environ.pop("INTERCOM_CLIENT_ID")
    environ.pop("INTERCOM_CLIENT_SECRET")
    child = terminal("connect", INTERCOM_REDIRECT_URI=redirect)
    child.expect("Choose 1, 2 or 3")
    child.sendline("7")
    child.expect("Choose 1, 2 or 3")
    child.sendline("2")
    child.expect_exact(redirect)
    child.expect("Client id: ")
    child.sendline(CLIENT_ID)
    child.expect("Client secret.*: ")
    child.sendline(CLIENT_SECRET)
    found = address(child)
    assert CLIENT_SECRET not in child.before
    assert visit(decide(found)).status_code == 200
    child.expect("Connected to Harbor Lights")
    assert ended(child) == 0
    # Connecting anew asks for nothing: id and secret are known by now.
    again = terminal("connect", "--oauth", "--name", "harbor-lights-sandbox",
                     INTERCOM_REDIRECT_URI=redirect)  # fmt: skip
    assert visit(decide(address(again))).status_code == 200
    assert ended(again) == 0


def test_the_guided_way_to_the_sandbox(terminal: Terminal, environ: dict[str, str]) -> None:
    environ.pop("INTERCOM_API_BASE_URL")
    child = terminal("connect")
    child.expect("Choose 1, 2 or 3")
    child.sendline("3")
    child.expect("Next: intercom contacts list")
    assert ended(child) == 0


def test_a_pasted_address_wins_the_race_with_a_listener(terminal: Terminal) -> None:
    redirect = f"https://localhost:{free_port()}/callback"
    child = terminal("connect", "--oauth", "--redirect-uri", redirect)
    child.expect("No browser is opened: there is no screen here")
    consent = address(child)
    child.expect("paste here the address that you end on")
    child.sendline(f"{redirect}?code=abc&state=wrong")
    child.expect("belongs to another sign-in")
    child.sendline(decide(consent))
    child.expect("Connected to Harbor Lights")
    assert ended(child) == 0


def test_the_browser_wins_the_race_while_the_prompt_waits(terminal: Terminal) -> None:
    redirect = f"http://localhost:{free_port()}/callback"
    child = terminal("connect", "--oauth", "--redirect-uri", redirect)
    found = address(child)
    child.expect("paste here")
    child.send("half a li")
    assert visit(decide(found)).status_code == 200
    child.expect("Connected to Harbor Lights")
    assert ended(child) == 0


def test_a_busy_port_leads_to_pasting(terminal: Terminal) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        redirect = f"http://localhost:{other.getsockname()[1]}/callback"
        child = terminal("connect", "--oauth", "--redirect-uri", redirect)
        child.expect("another program uses it")
        found = address(child)
        child.expect("Then paste here")
        child.sendline(decide(found))
        child.expect("Connected to Harbor Lights")
        assert ended(child) == 0


def test_over_ssh_nothing_is_opened_and_the_tunnel_is_shown(terminal: Terminal) -> None:
    port = free_port()
    child = terminal(
        "connect", "--oauth", "--redirect-uri", f"http://localhost:{port}/callback",
        SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22", DISPLAY=":0",
    )  # fmt: skip
    child.expect("over SSH it would open on the wrong machine")
    child.expect_exact(f"ssh -L {port}:localhost:{port} HOST")
    child.sendintr()
    assert ended(child) == 130


@pytest.mark.parametrize("at", ["Choose 1, 2 or 3", "not shown"])
def test_ctrl_c_at_a_question_is_130_and_stores_nothing(
    at: str, terminal: Terminal, environ: dict[str, str]
) -> None:
    child = terminal("connect")
    child.expect("Choose 1, 2 or 3")
    if at == "not shown":
        child.sendline("1")
        child.expect("not shown.*: ")
    child.sendintr()
    assert ended(child) == 130
    assert not Path(environ["INTERCOM_CONFIG_DIR"]).exists()


def test_ctrl_d_at_a_question_is_an_answer_not_given(terminal: Terminal) -> None:
    child = terminal("connect")
    child.expect("Choose 1, 2 or 3")
    child.sendeof()
    assert ended(child) == 3


def test_no_input_asks_nothing_even_on_a_terminal(terminal: Terminal) -> None:
    child = terminal("connect", "--no-input")
    assert ended(child) == 3


def test_quiet_hides_all_but_what_is_needed(terminal: Terminal) -> None:
    redirect = f"http://localhost:{free_port()}/callback"
    child = terminal("connect", "--oauth", "-q", "--redirect-uri", redirect)
    assert visit(decide(address(child))).status_code == 200
    assert ended(child) == 0
    assert not re.search("Connected|Next:", child.before)


def test_terminated_while_it_waits_is_143(terminal: Terminal) -> None:
    redirect = f"http://localhost:{free_port()}/callback"
    child = terminal("connect", "--oauth", "--redirect-uri", redirect)
    child.expect("paste here")
    os.kill(child.pid, signal.SIGTERM)
    assert ended(child) == 143
