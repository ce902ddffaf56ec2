from __future__ import annotations

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx2 as httpx
import pytest
from stage import CLIENT_SECRET, Program, decide, free_port, visit, wait_for

Start = Callable[..., Program]
Call = Callable[..., subprocess.CompletedProcess[str]]


def oauth(start: Start, redirect: str, *words: str, **more: object) -> Program:
    return start("connect", "--oauth", "--no-browser", "--redirect-uri", redirect, *words, **more)


def accept_first(start: Start, redirect: str) -> Program:
    """Sign in with a browser that opens and does nothing by itself."""
    return start("connect", "--oauth", "--redirect-uri", redirect, BROWSER="true")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def plain(port: int) -> str:
    return f"http://localhost:{port}/callback"


@pytest.fixture
def secure(port: int) -> str:
    return f"https://localhost:{port}/callback"


def secrets_of(environ: dict[str, str]) -> dict[str, dict[str, object]]:
    path = Path(environ["INTERCOM_CONFIG_DIR"]) / "secrets" / "secrets.json"
    return json.loads(path.read_text()) if path.exists() else {}


def nothing_is_stored(environ: dict[str, str]) -> bool:
    config = Path(environ["INTERCOM_CONFIG_DIR"]) / "config.toml"
    return not secrets_of(environ) and not config.exists()


def test_the_browser_comes_back_over_plain_http_and_the_page_tells_the_true_result(
    start: Start, call: Call, plain: str, environ: dict[str, str]
) -> None:
    program = oauth(start, plain)
    page = visit(decide(program.address()))
    assert program.end() == 0
    assert page.status_code == 200
    assert "Connected to Harbor Lights" in page.text
    assert "Ruth Okafor" in page.text
    assert "Connected to Harbor Lights (sandbox) as Ruth Okafor" in program.err
    (secret,) = secrets_of(environ).values()
    assert secret["client_secret"] == CLIENT_SECRET
    assert str(secret["access_token"]).startswith("dG9rO")
    assert str(secret["access_token"]) not in program.err + page.text
    rows = call("admins", "list").stdout.splitlines()
    assert json.loads(rows[0])["name"] == "Ruth Okafor"


def test_nothing_but_the_answer_goes_to_a_browser(start: Start, plain: str) -> None:
    program = oauth(start, plain)
    callback = decide(program.address())
    pages = [
        visit(callback.split("?")[0] + "?code=x&state=y"),
        visit(plain + "/x"),
        visit(callback),
    ]
    assert [page.status_code for page in pages] == [400, 404, 200]
    for page in pages:
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert not [word for word in ("http:", "https:", "src=", "<script") if word in page.text]
    assert program.end() == 0


@pytest.mark.parametrize(
    "query", ["code=abc", "code=abc&state=", "code=abc&state=wrong", "error=access_denied", ""]
)
def test_a_forged_callback_gets_400_and_the_wait_goes_on(
    query: str, start: Start, plain: str
) -> None:
    program = oauth(start, plain)
    address = program.address()
    forged = visit(f"{plain}?{query}")
    assert forged.status_code == 400
    assert "state" in forged.text
    assert visit(decide(address)).status_code == 200
    assert program.end() == 0


def test_a_second_callback_is_harmless(start: Start, plain: str, base_url: str) -> None:
    program = oauth(start, plain)
    callback = decide(program.address())
    address = httpx.URL(callback)
    # Both are under way before either is answered, as with a browser that loads a page twice.
    pair = [socket.create_connection((address.host, address.port)) for _ in range(2)]
    target = f"GET {address.raw_path.decode()} HTTP/1.1\r\nHost: {address.netloc.decode()}\r\n\r\n"
    for connection in pair:
        connection.sendall(target.encode())
    answers = [b"".join(iter(lambda c=c: c.recv(65536), b"")).decode() for c in pair]
    for connection in pair:
        connection.close()
    assert all(answer.startswith("HTTP/1.1 200 ") for answer in answers)
    assert all("Connected to Harbor Lights" in answer for answer in answers)
    assert program.end() == 0


def test_cancel_ends_it_and_stores_nothing(
    start: Start, plain: str, environ: dict[str, str]
) -> None:
    program = oauth(start, plain)
    page = visit(decide(program.address(), "cancel"))
    assert program.end() == 4
    assert page.status_code == 400
    assert "Not connected" in page.text
    assert "cancelled in the browser" in page.text
    assert "cancelled in the browser" in program.err
    assert nothing_is_stored(environ)


def test_a_refused_code_is_told_on_the_page_and_in_the_terminal(
    start: Start, plain: str, environ: dict[str, str]
) -> None:
    program = oauth(start, plain)
    callback = httpx.URL(decide(program.address()))
    page = visit(str(callback.copy_set_param("code", "<b>made-up==")))
    assert program.end() == 4
    assert page.status_code == 400
    assert "Unauthorized Code" in page.text
    assert "<b>" not in page.text
    assert "Intercom did not accept the sign-in: Unauthorized Code" in program.err
    assert nothing_is_stored(environ)


def test_a_wrong_client_secret_is_told(start: Start, plain: str) -> None:
    program = oauth(start, plain, INTERCOM_CLIENT_SECRET="not-the-right-one")
    page = visit(decide(program.address()))
    assert program.end() == 4
    assert "Unauthorized Client" in program.err
    assert "Unauthorized Client" in page.text
    assert "not-the-right-one" not in program.err


def test_accept_first_leads_from_the_listener_to_the_consent_page(
    start: Start, secure: str, port: int, environ: dict[str, str]
) -> None:
    program = accept_first(start, secure)
    first = program.address()
    assert first == f"https://localhost:{port}/"
    assert "will first warn about a certificate" in program.err
    led = visit(first)
    assert led.status_code == 302
    assert visit(decide(led.headers["location"])).status_code == 200
    assert program.end() == 0


def test_where_no_browser_opens_intercoms_own_page_is_shown(
    start: Start, secure: str, environ: dict[str, str]
) -> None:
    # The person's browser may be on another machine, from which the listener cannot be reached.
    program = oauth(start, secure)
    address = program.address()
    assert address.startswith(environ["INTERCOM_API_BASE_URL"] + "/oauth?")
    program.hears("When you come back from Intercom, the browser will warn")
    assert visit(decide(address)).status_code == 200
    assert program.end() == 0


def test_a_tls_callback_and_a_plain_one_reach_the_same_port(
    start: Start, secure: str, port: int
) -> None:
    program = accept_first(start, secure)
    address = visit(program.address()).headers["location"]
    plainly = decide(address).replace("https://", "http://")
    assert visit(f"http://localhost:{port}/nothing").status_code == 404
    assert visit(plainly).status_code == 200
    assert program.end() == 0


def has_ipv6_loopback() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as six:
            six.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_both_loopback_addresses_answer_and_no_other(
    host: str, start: Start, plain: str, port: int
) -> None:
    program = oauth(start, plain)
    program.address()
    if host == "::1" and not has_ipv6_loopback():
        pytest.skip("this machine has no IPv6 loopback")
    socket.create_connection((host, port), 10).close()
    name = f"[{host}]" if ":" in host else host
    assert visit(f"http://{name}:{port}/callback?state=x").status_code == 400
    outside = socket.gethostbyname(socket.gethostname())
    if not outside.startswith("127."):
        with pytest.raises(OSError):  # noqa: PT011 - refused or timed out, as the system likes
            socket.create_connection((outside, port), 2)


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        ("GET /callback?state=x HTTP/1.1\r\nHost: evil.test\r\n\r\n", "403"),
        ("GET /callback?state=x HTTP/1.1\r\nHost: evil.test:{port}\r\n\r\n", "403"),
        ("GET /callback?state=x HTTP/1.1\r\n\r\n", "403"),
        (
            "GET /callback HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil.test\r\n\r\n",
            "403",
        ),
        ("GET /callback?state=x HTTP/1.1\r\nHost: LOCALHOST:{port}\r\n\r\n", "400"),
        ("GET http://evil.test/callback HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", "400"),
        ("POST /callback?state=x HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", "405"),
        ("GET /callback/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", "404"),
        ("GET /favicon.ico HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", "404"),
        ("nonsense\r\n\r\n", "400"),
    ],
)
def test_only_this_machines_own_callback_is_answered(
    request_text: str, status: str, start: Start, plain: str, port: int
) -> None:
    program = oauth(start, plain)
    program.address()
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall(request_text.replace("{port}", str(port)).encode())
        assert connection.recv(4096).startswith(f"HTTP/1.1 {status} ".encode())
    assert program.process.poll() is None


def test_idle_and_broken_connections_hold_up_nobody(start: Start, secure: str, port: int) -> None:
    program = accept_first(start, secure)
    first = program.address()
    idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(6)]
    idle[1].sendall(b"\x16")  # a TLS hello that never goes on
    idle[2].sendall(b"\x16\x03\x01\x00\xff" + b"nonsense" * 40)
    idle[3].sendall(b"GET /callback?sta")  # a request that never ends
    idle[4].sendall(b"\xff\xfe\x00")
    idle[5].close()
    assert visit(decide(visit(first).headers["location"])).status_code == 200
    assert program.end() == 0
    for connection in idle:
        connection.close()


def test_a_browser_that_refuses_the_certificate_is_noticed_once(start: Start, secure: str) -> None:
    program = accept_first(start, secure)
    first = program.address()
    for _ in range(3):
        with pytest.raises(httpx.ConnectError), httpx.Client(trust_env=False) as browser:
            browser.get(first)
    program.hears("did not accept the certificate")
    assert visit(decide(visit(first).headers["location"])).status_code == 200
    assert program.end() == 0
    assert program.err.count("did not accept the certificate") == 1


def test_the_self_signed_certificate_is_kept_private_and_used_again(
    start: Start, secure: str, environ: dict[str, str]
) -> None:
    from cryptography import x509

    directory = Path(environ["INTERCOM_CONFIG_DIR"]) / "data" / "certificate"
    kept = []
    for _ in range(2):
        program = oauth(start, secure)
        program.address()
        program.interrupt()
        assert program.end() == 130
        kept.append((directory / "self-signed.pem").read_bytes())
    assert kept[0] == kept[1]
    assert (directory / "self-signed-key.pem").stat().st_mode & 0o777 == 0o600
    certificate = x509.load_pem_x509_certificate(kept[0])
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert [str(ip) for ip in names.get_values_for_type(x509.IPAddress)] == ["127.0.0.1", "::1"]
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_certificate_of_ones_own_needs_no_accept_first(
    start: Start, secure: str, tmp_path: Path
) -> None:
    import trustme

    authority = trustme.CA()
    leaf = authority.issue_cert("localhost", "127.0.0.1")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    leaf.cert_chain_pems[0].write_to_path(cert)
    leaf.private_key_pem.write_to_path(key)
    program = oauth(start, secure, "--cert", str(cert), "--key", str(key))
    address = program.address()
    assert "/oauth?" in address
    assert "about a certificate" not in program.err
    assert visit(decide(address)).status_code == 200
    assert program.end() == 0


def test_half_a_certificate_or_a_wrong_one_is_refused(
    call: Call, secure: str, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("not a certificate")
    words = ["connect", "--oauth", "--no-browser", "--redirect-uri", secure]
    assert call(*words, "--cert", str(wrong)).returncode == 2
    done = call(*words, "--cert", str(wrong), "--key", str(wrong))
    assert done.returncode == 2
    assert "are not a certificate and its key" in done.stderr


def test_no_answer_in_time_is_told_with_what_to_do(
    call: Call, plain: str, environ: dict[str, str]
) -> None:
    done = call("connect", "--oauth", "--no-browser", "--redirect-uri", plain, "--timeout", "0.5")
    assert done.returncode == 10
    assert "No answer came within 0.5 seconds; nothing was stored." in done.stderr
    assert "intercom connect --oauth --timeout 600" in done.stderr
    assert nothing_is_stored(environ)


def test_ctrl_c_ends_it_and_frees_the_port(
    start: Start, plain: str, port: int, environ: dict[str, str]
) -> None:
    program = oauth(start, plain)
    program.address()
    program.interrupt()
    assert program.end() == 130
    assert "Traceback" not in program.err
    assert nothing_is_stored(environ)
    with pytest.raises(OSError):  # noqa: PT011 - refused
        socket.create_connection(("127.0.0.1", port), 2)


@pytest.fixture
def taken(port: int) -> socket.socket:
    """Another program that has the port."""
    other = socket.socket()
    other.bind(("127.0.0.1", port))
    other.listen()
    yield other
    other.close()


def test_a_busy_port_with_nobody_to_paste_ends_at_once(
    call: Call, plain: str, port: int, taken: socket.socket
) -> None:
    done = call("connect", "--oauth", "--no-browser", "--redirect-uri", plain)
    assert done.returncode == 3
    assert f"port {port} cannot be used: another program uses it" in done.stderr
    assert "--paste" in done.stderr


def test_without_a_browser_or_a_terminal_a_script_is_not_kept_waiting(
    call: Call, plain: str
) -> None:
    done = call("connect", "--oauth", "--redirect-uri", plain)
    assert done.returncode == 3
    assert "No browser can be opened here: there is no screen here." in done.stderr
    assert "--token-stdin" in done.stderr


def paste(start: Start, redirect: str, *words: str) -> Program:
    return oauth(start, redirect, "--paste", *words, stdin=subprocess.PIPE)


@pytest.mark.parametrize(
    "shape",
    [
        "{url}",
        "  '{url}'  ",
        '"{url}"',
        "<{url}>",
        "{code}",
        '"{code}"',
        "{code}#{state}",
        "?{query}",
    ],
)
def test_what_people_paste_is_understood(shape: str, start: Start) -> None:
    program = paste(start, "https://example.com/registered/callback")
    # This sandbox only knows loopback redirects, so the code comes from another one of its own.
    address = httpx.URL(program.address())
    here = address.copy_set_param("redirect_uri", "http://localhost:1/callback")
    url = httpx.URL(decide(str(here)))
    code = url.query.decode().partition("code=")[2].partition("&")[0]
    assert code.endswith("==")
    pasted = shape.format(
        url=url, code=code, state=address.params["state"], query=url.query.decode()
    )
    program.type(pasted + "\n")
    assert program.end() == 0, program.err


def test_a_wrong_address_is_told_and_asked_again(start: Start, plain: str) -> None:
    program = paste(start, plain)
    address = program.address()
    program.type("\n")
    program.type("https://example.com/somewhere\n")
    program.hears("That holds no code")
    program.type(f"{plain}?code=abc&state=other\n")
    program.hears("belongs to another sign-in")
    program.type(f"{plain}?code=abc\n")
    program.hears("(?s)belongs to another sign-in.*belongs to another sign-in")
    program.type(decide(address) + "\n")
    assert program.end() == 0


def test_a_pasted_refusal_ends_it(start: Start, plain: str) -> None:
    program = paste(start, plain)
    program.type(decide(program.address(), "cancel") + "\n")
    assert program.end() == 4
    assert "cancelled in the browser" in program.err


def test_the_end_of_input_ends_a_sign_in_that_nobody_else_can_answer(
    call: Call, plain: str
) -> None:
    done = call("connect", "--oauth", "--no-browser", "--paste", "--redirect-uri", plain, input="")
    assert done.returncode == 3
    assert "No address was pasted." in done.stderr


def test_a_line_without_its_end_is_taken_at_the_end_of_input(start: Start, plain: str) -> None:
    program = paste(start, plain)
    program.type(decide(program.address()))
    assert program.process.stdin
    program.process.stdin.close()
    assert program.end() == 0


def test_standard_input_is_left_alone_unless_it_is_to_be_pasted_into(
    start: Start, plain: str
) -> None:
    read, write = os.pipe()
    program = oauth(start, plain, stdin=read)
    os.write(write, b"the next line of a script\n")
    assert visit(decide(program.address())).status_code == 200
    assert program.end() == 0
    assert os.read(read, 100) == b"the next line of a script\n"
    os.close(read)
    os.close(write)


def test_the_browser_of_BROWSER_is_opened_with_the_address(  # noqa: N802 - a variable's name
    start: Start, plain: str, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    script = tmp_path / "browser.py"
    script.write_text(
        "import os, sys, time\n"
        f"with open({str(seen)!r} + '.new', 'w') as file:\n"
        "    file.write(f'{os.getpid()} {sys.argv[1]}')\n"
        f"os.rename({str(seen)!r} + '.new', {str(seen)!r})\n"
        "time.sleep(600)\n"
    )
    opener = f"{shlex.join([sys.executable, str(script)])} %s"
    program = start("connect", "--oauth", "--redirect-uri", plain, BROWSER=opener)
    address = program.address()
    wait_for(seen.exists)
    # The opener does not return, and the sign-in goes on all the same.
    assert visit(decide(address)).status_code == 200
    assert program.end() == 0
    opened, was_given = seen.read_text().split(" ")
    os.kill(int(opened), signal.SIGTERM)
    assert was_given == address


def test_a_browser_that_does_not_exist_stalls_nothing(start: Start, plain: str) -> None:
    program = start("connect", "--oauth", "--redirect-uri", plain, BROWSER="/nonexistent/browser")
    assert visit(decide(program.address())).status_code == 200
    assert program.end() == 0


def test_what_happens_is_shown_without_secrets_under_debug(
    start: Start, plain: str, environ: dict[str, str]
) -> None:
    program = oauth(start, plain, "--debug")
    callback = decide(program.address())
    visit(callback)
    assert program.end() == 0
    (secret,) = secrets_of(environ).values()
    code = httpx.URL(callback).params["code"]
    for hidden in (secret["access_token"], CLIENT_SECRET, code):
        assert str(hidden) not in program.err


@pytest.mark.parametrize("uri", ["nonsense", "ftp://localhost/x", "http://", "http://localhost:x/"])
def test_a_redirect_url_that_is_none_is_refused(uri: str, call: Call) -> None:
    done = call("connect", "--oauth", "--no-browser", "--redirect-uri", uri)
    assert done.returncode == 2
    assert "cannot be a redirect URL" in done.stderr


def test_a_wrong_redirect_url_in_the_environment_is_named(call: Call) -> None:
    done = call("connect", "--oauth", "--no-browser", INTERCOM_REDIRECT_URI="nonsense")
    assert done.returncode == 2
    assert "INTERCOM_REDIRECT_URI" in done.stderr
