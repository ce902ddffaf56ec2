from __future__ import annotations

import io
import socket
import ssl
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import free_port, wait_for

from intercom_cli.auth import browser, wire
from intercom_cli.auth.callback import Answer, read_pasted, read_query
from intercom_cli.auth.door import redirect_of
from intercom_cli.auth.endpoints import endpoints
from intercom_cli.auth.keep import slug
from intercom_cli.auth.listener import Listener
from intercom_cli.auth.page import Page
from intercom_cli.auth.paste import Paste
from intercom_cli.auth.waiting import Result, Waiting
from intercom_cli.errors import Misuse


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("code=a%2Bb%3D%3D&state=s", Answer("a+b==", "s")),
        ("code=a+b==&state=s", Answer("a+b==", "s")),
        (
            "state=s&error=access_denied&error_description=No%20way",
            Answer(None, "s", "access_denied", "No way"),
        ),
        ("code=1&code=2&state=s", Answer(None, "s")),
        ("state=s&state=t&code=1", Answer("1", None)),
        ("code=&state=", Answer()),
        ("", Answer()),
        ("code", Answer()),
        ("%63ode=x", Answer()),
    ],
)
def test_a_redirect_is_read_byte_for_byte(query: str, answer: Answer) -> None:
    assert read_query(query) == answer


@pytest.mark.parametrize("text", ["http://[oops?code=x&state=s", "https://[::1?code=x&state=s#"])
def test_a_pasted_address_need_not_be_well_formed(text: str) -> None:
    assert read_pasted(text) == Answer("x", "s")


@given(st.sampled_from(["", "http://", "http://[", "/", "?"]), st.text(), st.text(max_size=5))
def test_nothing_pasted_breaks_the_reader(before: str, text: str, around: str) -> None:
    read_pasted(before + text)
    read_pasted(around + text + around)
    read_query(text)
    wire.parse(text.encode("utf-8", "replace"))


@given(st.binary())
def test_nothing_sent_breaks_the_listener(data: bytes) -> None:
    wire.parse(data)


def test_the_first_right_answer_is_taken_and_no_other() -> None:
    waiting = Waiting("right")
    assert waiting.offer(Answer("x", "wrong")) == "forged"
    assert waiting.offer(Answer("x", None)) == "forged"
    assert waiting.offer(Answer(None, "right")) == "forged"
    assert waiting.wait(0) is None
    assert waiting.offer(Answer("one", "right")) == "taken"
    assert waiting.offer(Answer("two", "right")) == "late"
    assert waiting.offer(Answer("two", "wrong")) == "forged"
    assert waiting.wait(0) == Answer("one", "right")


def test_two_sign_ins_have_two_states_that_nobody_can_guess() -> None:
    states = {Waiting().state for _ in range(100)}
    assert len(states) == 100
    assert min(map(len, states)) >= 40


def test_only_the_first_result_stands() -> None:
    waiting = Waiting()
    assert waiting.result(0) is None
    waiting.finish(Result(ok=True, title="first", text=""))
    waiting.finish(Result(ok=False, title="second", text=""))
    found = waiting.result(0)
    assert found
    assert found.title == "first"


def test_of_many_answers_at_once_exactly_one_is_taken() -> None:
    waiting = Waiting("s")
    verdicts: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: verdicts.append(waiting.offer(Answer(str(n), "s"))))
        for n in range(32)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(verdicts) == ["late"] * 31 + ["taken"]


def test_pasting_reads_text_from_memory_too() -> None:
    waiting, said = Waiting("s"), []
    paste = Paste(
        waiting, io.StringIO("nonsense://x\nhttp://localhost/?code=c&state=s\n"), said.append
    )
    assert waiting.wait(10) == Answer("c", "s")
    paste.close()
    assert len(said) == 1


def test_the_last_page_has_left_before_the_listener_closes() -> None:
    asked, may_answer = threading.Event(), threading.Event()

    def respond(_: wire.Asked) -> Page:
        asked.set()
        may_answer.wait(60)
        return Page(200, "The end")

    def no_tls() -> ssl.SSLContext:
        raise ssl.SSLError

    port = free_port()
    listener = Listener(
        host="localhost", port=port, respond=respond, tls=no_tls, alerted=lambda: None
    )
    with socket.create_connection(("127.0.0.1", port), 10) as browser_side:
        browser_side.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        assert asked.wait(10)
        closing = threading.Thread(target=listener.close)
        closing.start()
        # The port is closed to others first; the page that was begun still holds up the end.
        wait_for(lambda: not accepts(port))
        assert closing.is_alive()
        may_answer.set()
        closing.join()
        page = b"".join(iter(lambda: browser_side.recv(65536), b""))
    assert b"The end" in page


def accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 5).close()
    except OSError:
        return False
    return True


def test_a_page_holds_nothing_that_came_from_outside_unescaped() -> None:
    hostile = "</title><script>alert(1)</script>\r\nSet-Cookie: x=1"
    page = Page(400, hostile, hostile).encode()
    head, _, body = page.partition(b"\r\n\r\n")
    assert b"<script" not in body
    assert b"Set-Cookie" not in head


@pytest.mark.parametrize(
    ("environ", "platform", "opens"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a"}, "linux", False),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"BROWSER": "firefox", "SSH_CONNECTION": "a"}, "linux", True),
        ({"BROWSER": " "}, "linux", False),
        ({"WSL_DISTRO_NAME": "Debian", "PATH": "/nonexistent"}, "linux", False),
    ],
)
def test_a_browser_is_opened_where_the_person_would_see_it(
    environ: dict[str, str], platform: str, *, opens: bool
) -> None:
    found = browser.find(environ, platform=platform)
    assert (found.start is not None) == opens
    assert opens or found.reason
    assert browser.find(environ, wanted=False, platform=platform).start is None


def test_wsl_opens_the_browser_of_windows(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    wslview = tmp_path / "wslview"
    wslview.write_text(f'#!/bin/sh\necho "$1" > {seen}\n')
    wslview.chmod(0o755)
    environ = {"WSL_DISTRO_NAME": "Debian", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    found = browser.find(environ, platform="linux")
    assert found.start
    found.start("https://localhost/?a=1&b=$(reboot)")
    assert seen.read_text() == "https://localhost/?a=1&b=$(reboot)\n"


@pytest.mark.parametrize("variable", ["BROWSER", "DISPLAY"])
def test_a_browser_is_told_no_secret(tmp_path: Path, variable: str) -> None:
    seen, program = tmp_path / "seen", tmp_path / "xdg-open"
    program.write_text(
        f"#!/bin/sh\nenv > {seen}.part; echo $1 >> {seen}.part; mv {seen}.part {seen}\n"
    )
    settings = tmp_path / "xdg-settings"  # knows of no browser that would come first
    settings.write_text("#!/bin/sh\nexit 1\n")
    for file in (program, settings):
        file.chmod(0o755)
    environ = {
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "INTERCOM_ACCESS_TOKEN": "canary-1",
        "INTERCOM_TOKEN": "canary-2",
        "INTERCOM_CLIENT_SECRET": "canary-3",
        variable: str(program) if variable == "BROWSER" else ":0",
    }
    found = browser.find(environ, platform="linux")
    assert found.start
    found.start("https://localhost/?a=1")
    wait_for(seen.exists)
    assert "https://localhost/?a=1" in seen.read_text()
    assert "canary" not in seen.read_text()


@pytest.mark.parametrize(
    ("address", "host", "port", "path", "is_here"),
    [
        ("https://localhost:8484/callback", "localhost", 8484, "/callback", True),
        ("http://127.0.0.1:1/", "127.0.0.1", 1, "/", True),
        ("http://[::1]:1", "::1", 1, "/", True),
        ("https://LOCALHOST/x", "localhost", 443, "/x", True),
        ("https://example.com/x", "example.com", 443, "/x", False),
        ("https://localhost.evil.test:1/x", "localhost.evil.test", 1, "/x", False),
    ],
)
def test_a_redirect_url_is_taken_apart(
    address: str, host: str, port: int, path: str, *, is_here: bool
) -> None:
    found = redirect_of(address)
    assert (found.host, found.port, found.path, found.is_here) == (host, port, path, is_here)
    assert found.address == address


@pytest.mark.parametrize(
    "address",
    ["", "localhost:8484", "ftp://localhost/", "http://localhost:99999/", "http://localhost:0/"],
)
def test_what_is_no_redirect_url_is_refused(address: str) -> None:
    with pytest.raises(Misuse):
        redirect_of(address)


def test_each_region_has_its_own_consent_page_and_one_token_host() -> None:
    found = {region: endpoints(region=region, base_url=None) for region in ("us", "eu", "au")}
    assert found["us"].consent == "https://app.intercom.com/oauth"
    assert found["eu"].consent == "https://app.eu.intercom.com/oauth"
    assert found["au"].consent == "https://app.au.intercom.com/oauth"
    assert {where.token for where in found.values()} == {"https://api.intercom.io"}
    here = endpoints(region="eu", base_url="http://127.0.0.1:1/v")
    assert (here.consent, here.token) == ("http://127.0.0.1:1/v/oauth", "http://127.0.0.1:1/v")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Acme & Söhne GmbH", "acme-sohne-gmbh"),
        ("  --Ünïted__Stätes--  ", "united-states"),
        ("日本", ""),
        ("../../etc", "etc"),
        ("x" * 99, "x" * 40),
    ],
)
def test_a_name_is_made_that_is_easy_to_type(title: str, name: str) -> None:
    assert slug(title) == name
