from __future__ import annotations

import pytest
from fault_server import answer
from scripted_line import TOKEN

from intercom_cli.api.client import Client
from intercom_cli.api.proxies import proxy_for
from intercom_cli.api.request import Request
from intercom_cli.errors import Misuse, StorageFailed, Unreachable

API = "https://api.intercom.io/me"


@pytest.mark.parametrize(
    ("environ", "url", "proxy"),
    [
        ({}, API, None),
        ({"HTTPS_PROXY": "http://p:1"}, API, "http://p:1"),
        ({"https_proxy": "p:1", "HTTPS_PROXY": "http://q:2"}, API, "http://p:1"),
        ({"HTTP_PROXY": "http://p:1"}, API, None),
        ({"HTTP_PROXY": "http://p:1"}, "http://x.test/", "http://p:1"),
        ({"ALL_PROXY": "socks5://p:1"}, API, "socks5://p:1"),
        ({"HTTPS_PROXY": "http://p:1"}, "https://localhost:8/x", None),
        ({"ALL_PROXY": "http://p:1"}, "http://127.0.0.1:8/x", None),
        ({"ALL_PROXY": "http://p:1"}, "http://[::1]:8/x", None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "*"}, API, None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "a.test, intercom.io"}, API, None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": ".intercom.io"}, API, None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "*.intercom.io"}, API, None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "tercom.io"}, API, "http://p:1"),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.intercom.io:443"}, API, None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.intercom.io:80"}, API, "http://p:1"),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "10.0.0.0/8"}, "http://10.1.2.3/", None),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "10.0.0.0/8"}, "http://11.1.2.3/", "http://p:1"),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "fd00::/8"}, "http://[fd00::1]/", None),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "odd/8"}, API, "http://p:1"),
    ],
)  # fmt: skip
def test_the_environment_names_the_proxy(environ, url, proxy):
    assert proxy_for(url, environ) == proxy


def client(base_url, environ):
    return Client(base_url=base_url, token=lambda: TOKEN, version="2.16", environ=environ)


def test_requests_go_through_the_proxy(faults):
    faults.then(answer("200 OK", b'{"a":1}'))
    with client("http://intercom.test", {"HTTP_PROXY": f"http://u:p@127.0.0.1:{faults.port}"}) as c:
        assert c.send(Request("GET", "/me")).json() == {"a": 1}
    assert faults.requests[0].startswith(b"GET http://intercom.test/me HTTP/1.1")
    assert b"proxy-authorization: basic dtpw" in faults.requests[0].lower()


def test_tls_asks_the_proxy_for_a_tunnel_and_reports_its_no(faults):
    faults.then(answer("407 Proxy Authentication Required"))
    environ = {"HTTPS_PROXY": f"http://127.0.0.1:{faults.port}"}
    with client("https://intercom.test", environ) as c, pytest.raises(Unreachable, match="407"):
        c.send(Request("POST", "/contacts"))
    assert faults.requests[0].startswith(b"CONNECT intercom.test:443 HTTP/1.1")
    assert TOKEN.encode() not in faults.requests[0]


@pytest.mark.parametrize("proxy", ["ftp://p:1", "http://p:nonsense", "socks5://127.0.0.1:1"])
def test_a_proxy_that_cannot_be_used_is_said_so(proxy):
    with client("http://x.test", {"ALL_PROXY": proxy}) as c, pytest.raises(Misuse):
        c.send(Request("GET", "/me"))


def test_a_certificate_file_that_cannot_be_read_is_said_so(tmp_path):
    environ = {"SSL_CERT_FILE": str(tmp_path / "missing.pem")}
    with (
        client("https://localhost:1", environ) as c,
        pytest.raises(StorageFailed, match="SSL_CERT"),
    ):
        c.send(Request("GET", "/me"))
