"""Must hold 6: what goes wrong on the way to Intercom is exit 10, and a signal its own code."""

from __future__ import annotations

import datetime as dt
import http.server
import ipaddress
import json
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import TOKEN
from real_process import process, shell


def through_network(config: Path, url: str, *words: str, **environ: str) -> tuple[int, str, str]:
    """Run the installed program against an address; its requests are retried without waiting."""
    ran = process(
        config,
        *words,
        "--max-wait", "0",
        INTERCOM_ACCESS_TOKEN=TOKEN,
        INTERCOM_API_BASE_URL=url,
        **environ,
    )  # fmt: skip
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def error_in(err: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(err.strip().splitlines()[-1])["error"]
    return found


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_host_that_does_not_exist_is_10_and_named(tmp_path: Path) -> None:
    code, out, err = through_network(tmp_path, "https://api.intercom.invalid", "contacts", "list")
    assert (code, out) == (10, "")
    error = error_in(err)
    assert error["type"] == "unreachable"
    assert "api.intercom.invalid" in str(error["message"])
    assert error["http"] == {"status": None, "method": "GET", "path": "/contacts"}


def test_a_refused_connection_is_10_and_names_the_host(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    code, out, err = through_network(tmp_path, f"http://127.0.0.1:{port}", "contacts", "list")
    assert (code, out) == (10, "")
    assert f"127.0.0.1:{port}" in str(error_in(err)["message"])
    assert "refused" in str(error_in(err)["message"])


def test_no_answer_in_time_is_10_and_names_the_limit(tmp_path: Path, silent: int) -> None:
    code, out, err = through_network(
        tmp_path, f"http://127.0.0.1:{silent}", "contacts", "list", "--timeout", "0.3"
    )
    assert (code, out) == (10, "")
    assert "0.3" in str(error_in(err)["message"])


def test_a_connection_that_breaks_is_10(tmp_path: Path) -> None:
    def reset(listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.recv(1000)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=reset, args=(listener,))
    thread.start()
    port = listener.getsockname()[1]
    code, out, err = through_network(tmp_path, f"http://127.0.0.1:{port}", "contacts", "list")
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()
    assert (code, out) == (10, "")
    assert f"127.0.0.1:{port}" in err


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that no authority signed."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[str]:
    """A TLS server with that certificate, which answers /contacts with an empty list."""

    class Empty(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b'{"type":"list","data":[],"total_count":0,"pages":{}}'
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Empty)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"https://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_certificate_nobody_trusts_is_10_and_says_what_to_do(tmp_path: Path, secure: str) -> None:
    code, out, err = through_network(tmp_path, secure, "contacts", "list")
    assert (code, out) == (10, "")
    error = error_in(err)
    assert "certificate" in str(error["message"])
    assert "SSL_CERT_FILE" in str(error["hint"])
    assert error["retryable"] is False


def test_the_same_certificate_is_fine_once_it_is_trusted(
    tmp_path: Path, secure: str, certificate: Path
) -> None:
    code, out, err = through_network(
        tmp_path, secure, "contacts", "list", SSL_CERT_FILE=str(certificate)
    )
    assert (code, out, err) == (0, "", "")


@pytest.mark.parametrize(("name", "code"), [("INT", 130), ("TERM", 143)])
def test_a_signal_while_waiting_ends_it_quietly(
    tmp_path: Path, silent: int, name: str, code: int
) -> None:
    line = (
        # A shell starts background jobs deaf to INT; monitor mode does not.
        "set -m; intercom contacts list & child=$!; "
        f"for i in $(seq 100); do sleep 0.05; grep -q ':{silent:04X} ' <(awk '$4 == \"01\"' /proc/net/tcp)"
        f" && break; done; kill -{name} $child; wait $child"
    )
    ran = shell(
        tmp_path, line, INTERCOM_ACCESS_TOKEN=TOKEN,
        INTERCOM_API_BASE_URL=f"http://127.0.0.1:{silent}",
    )  # fmt: skip
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
    assert ran.stdout == b""
