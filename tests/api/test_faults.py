"""Real sockets, each broken in its own way, and what the person is told."""

from __future__ import annotations

import socket
import ssl
import threading

import pytest
import trustme
from fault_server import Faults, answer, drip, hang, reset, say, stall
from scripted_line import TOKEN, Hours

from intercom_cli.api.client import Client
from intercom_cli.api.request import Request
from intercom_cli.errors import IntercomError, ServerFailed, Unreachable

GET = Request("GET", "/contacts")
POST = Request("POST", "/contacts").with_json({"email": "a@b.test"})
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def client(url, *, timeout=0.3, environ=None):
    return Client(
        base_url=url,
        token=lambda: TOKEN,
        version="2.16",
        timeout=timeout,
        environ=environ or {},
        clock=Hours().clock,
    )


def failing(url, request=POST, **options):
    with client(url, **options) as talk, pytest.raises(IntercomError) as caught:
        talk.send(request)
    return caught.value


@pytest.mark.parametrize("token", ["dG9rOmNhbmFyeQ==\nX: y", "canary\x00canary", "canary "])
def test_a_token_that_no_header_can_carry_is_not_told(faults, token):
    told = []
    with Client(
        base_url=faults.url, token=lambda: token, version="2.16", environ={}, trace=told.append
    ) as talk, pytest.raises(IntercomError) as caught:  # fmt: skip
        talk.send(GET)
    said = [*told, caught.value.message, caught.value.hint or ""]
    assert not [line for line in said if "canary" in line or "dG9rOmN" in line]
    assert faults.requests == []


BREAKS = {
    "reset after accept": (reset, "broke"),
    "no answer": (hang, "within 0.3 s"),
    "cut in the status line": (say(b"HTTP/1.1 20", close=True), "broke"),
    "cut in the headers": (say(HEAD, close=True), "broke"),
    "cut in the body": (say(HEAD + b"Content-Length: 99\r\n\r\n{", close=True), "broke"),
    "cut in a chunk": (
        say(HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\n{", close=True),
        "broke",
    ),
    "cut in a body without length": (say(HEAD + b'\r\n{"data":[', close=True), "cut short"),
    "stall in the body": (stall(HEAD + b"Content-Length: 99\r\n\r\n{"), "within 0.3 s"),
    "slow drip in the body": (drip(HEAD + b"Content-Length: 9999\r\n\r\n"), "within 0.3 s"),
    "slow drip in the headers": (drip(HEAD + b"X-Long: "), "within 0.3 s"),
    "not HTTP": (say(b"SSH-2.0-OpenSSH_9.2\r\n", close=True), "broke"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_post_is_sent_once_and_its_fate_is_told(faults, name):
    behaviour, words = BREAKS[name]
    faults.then(behaviour)
    error = failing(faults.url)
    assert error.exit_code == 10
    assert words in error.message
    assert "It may have arrived" in error.message
    assert len(faults.requests) == 1


@pytest.mark.parametrize("name", BREAKS)
def test_a_get_outlives_the_same(faults, name):
    behaviour, _ = BREAKS[name]
    faults.then(behaviour, answer("200 OK", b'{"fine":true}'))
    with client(faults.url) as talk:
        assert talk.send(GET).json() == {"fine": True}
    assert len(faults.requests) == 2


def test_b29_a_slow_body_is_a_timeout_like_any_other(faults):
    faults.then(*[drip(HEAD + b"Content-Length: 9999\r\n\r\n")] * 3)
    error = failing(faults.url, GET)
    assert error.exit_code == 10
    assert error.hint == "Allow more time with --timeout SECONDS."


def test_a_connection_closed_while_idle_is_not_used_again(faults):
    faults.then(say(HEAD + b"Content-Length: 2\r\n\r\n{}", close=True), answer("200 OK", b"{}"))
    with client(faults.url) as talk:
        talk.send(POST)
        for thread in faults.threads[1:]:
            thread.join(5)
        talk.send(POST)
    assert faults.connections == 2


def test_connections_are_kept(faults):
    faults.then(*[answer("200 OK", b"{}")] * 3)
    with client(faults.url) as talk:
        for _ in range(3):
            talk.send(GET)
    assert faults.connections == 1


def test_b30_a_refused_connection_names_the_host_and_the_cause():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = failing(f"http://127.0.0.1:{port}")
    assert isinstance(error, Unreachable)
    assert error.message == f"Cannot connect to 127.0.0.1:{port}: Connection refused."
    assert error.retryable


def test_a_host_that_does_not_exist_is_named():
    error = failing("http://nothing.invalid")
    assert error.exit_code == 10
    assert error.message.startswith("Cannot find nothing.invalid: ")
    assert error.hint == "Check your connection, or run `intercom doctor`."


def test_a_host_that_takes_no_connections_times_out():
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        error = failing(f"http://127.0.0.1:{full.getsockname()[1]}", timeout=0.2)
        for each in waiting:
            each.close()
    assert error.exit_code == 10
    assert "in time (0.2 s)" in error.message


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def secure(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    server = Faults(context)
    yield server
    server.stop()


def test_an_unknown_authority_is_not_trusted(secure):
    error = failing(secure.url, GET)
    assert error.exit_code == 10
    assert "is not trusted" in error.message
    assert "SSL_CERT_FILE" in error.hint
    assert secure.requests == []


def test_ssl_cert_file_is_believed_and_the_context_built_once(secure, authority, tmp_path):
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    secure.then(*[answer("200 OK", b"{}", "Connection: close")] * 2)
    with client(secure.url, environ={"SSL_CERT_FILE": str(bundle)}) as talk:
        assert talk.exchange.transport is None
        talk.send(GET)
        built = talk.exchange.network().tls
        talk.send(GET)
        assert talk.exchange.network().tls is built


def test_a_certificate_for_another_host_is_refused(secure, authority, tmp_path):
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    url = secure.url.replace("localhost", "127.0.0.1")
    assert "is not trusted" in failing(url, environ={"SSL_CERT_FILE": str(bundle)}).message


def test_plain_http_where_tls_is_expected_is_said_so():
    def serve(listener):
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.recv(9999)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        error = failing(f"https://localhost:{listener.getsockname()[1]}", timeout=5)
        thread.join(5)
    assert error.exit_code == 10
    assert "No TLS connection" in error.message


def test_a_download_may_take_longer_than_the_timeout_but_not_stall(faults):
    faults.then(stall(HEAD + b"Content-Length: 99\r\n\r\n{"))
    with (
        client(faults.url) as talk,
        pytest.raises(Unreachable, match=r"within 0\.3 s"),
        talk.stream(GET) as download,
    ):
        list(download)


def test_a_slow_download_outlives_the_timeout(faults):
    def slowly(connection, server):
        connection.sendall(HEAD + b"Content-Length: 8\r\n\r\n")
        for _ in range(8):
            server.stopped.wait(0.06)
            connection.sendall(b"x")

    faults.then(slowly)
    with client(faults.url) as talk, talk.stream(GET) as download:
        assert b"".join(download) == b"x" * 8


def test_many_threads_share_a_client(faults):
    faults.then(*[answer("200 OK", b'{"a":1}')] * 60)
    got = []
    with client(faults.url, timeout=5) as talk:

        def work():
            got.extend(talk.send(GET).json() for _ in range(10))

        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert got == [{"a": 1}] * 60


def test_a_name_under_localhost_is_this_machine(faults):
    faults.then(answer("200 OK", b"{}"))
    with client(f"http://some.name.localhost:{faults.port}") as talk:
        talk.send(GET)
    assert len(faults.requests) == 1


def test_an_answer_without_sense_is_the_servers_fault(faults):
    faults.then(answer("299 Odd", b"<html>"), answer("200 OK", b'{"data":[{}'))
    with client(faults.url) as talk:
        with pytest.raises(ServerFailed):
            talk.send(GET).json()
        with pytest.raises(ServerFailed):
            talk.send(GET).json()
