"""The connection to the network: pools, proxies and certificates, each made when first needed."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from intercom_cli.api.optional import without
from intercom_cli.api.proxies import proxy_for
from intercom_cli.errors import Misuse, StorageFailed

# Both look for asynchronous back ends, which cost a twentieth of a request and are never used here.
with without("anyio", "trio"):
    import httpcore2
    import httpx2 as httpx

from intercom_cli.api.network import BoundBackend, Deadline

KEPT_FOR = 15.0  # seconds an idle connection is kept; a server that closed it first costs a retry


class Network(httpx.BaseTransport):
    """Sends requests over real sockets.

    httpx's own transport bounds each read but not their sum, builds a TLS context even for plain
    HTTP, and keeps 20 connections where an export uses 64; so this one stands in its place.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.deadline = Deadline()
        self.pools: dict[tuple[str, str | None], httpcore2.ConnectionPool] = {}
        self.tls: ssl.SSLContext | None = None
        self.lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request.

        Its extension ``seconds`` bounds everything until the headers are there, and the body too
        when ``whole`` is set; each single step keeps to the usual ``timeout`` extension as well.
        """
        url = request.url
        seconds = request.extensions.get("seconds")
        at = None if seconds is None else time.monotonic() + seconds
        with translated(), self.deadline.until(at):
            answer = self.pool(str(url)).handle_request(
                httpcore2.Request(
                    method=request.method,
                    url=httpcore2.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=Body(
                answer.stream, self.deadline, at if request.extensions.get("whole") else None
            ),
            extensions=answer.extensions,
        )

    def pool(self, url: str) -> httpcore2.ConnectionPool:
        """The connections for an address: one pool for each scheme and proxy."""
        scheme = url.partition(":")[0]
        proxy = proxy_for(url, self.environ)
        with self.lock:
            if (scheme, proxy) not in self.pools:
                self.pools[scheme, proxy] = self.new_pool(scheme, proxy)
            return self.pools[scheme, proxy]

    def new_pool(self, scheme: str, proxy: str | None) -> httpcore2.ConnectionPool:
        """Make a pool, and the TLS context when this is the first that needs it."""
        options: dict[str, Any] = {
            "max_connections": None,
            "keepalive_expiry": KEPT_FOR,
            "network_backend": BoundBackend(self.deadline),
        }
        if scheme == "https" or (proxy or "").startswith("https:"):
            self.tls = options["ssl_context"] = self.tls or tls_context(self.environ)
        if proxy is None:
            return httpcore2.ConnectionPool(**options)
        return proxy_pool(proxy, options)

    def close(self) -> None:
        """Close every connection."""
        for pool in self.pools.values():
            pool.close()


class Body(httpx.SyncByteStream):
    """The body of an answer as it arrives, its failures in httpx's words."""

    def __init__(self, stream: Any, deadline: Deadline, at: float | None) -> None:
        self.stream = stream
        self.deadline = deadline
        self.at = at

    def __iter__(self) -> Iterator[bytes]:
        """Yield what arrives, until the deadline."""
        with translated(), self.deadline.until(self.at):
            yield from self.stream

    def close(self) -> None:
        """Give the connection back."""
        if hasattr(self.stream, "close"):
            self.stream.close()


def proxy_pool(proxy: str, options: dict[str, Any]) -> httpcore2.ConnectionPool:
    """Connections through a proxy, HTTP or SOCKS; raises Misuse when it cannot be used."""
    try:
        where = httpx.Proxy(proxy)
    except (ValueError, httpx.InvalidURL) as error:
        raise Misuse("The proxy in the environment is not an http or socks5 address.") from error
    url = httpcore2.URL(
        scheme=where.url.raw_scheme, host=where.url.raw_host, port=where.url.port, target=b"/"
    )
    if where.url.scheme in {"http", "https"}:
        tls = options.get("ssl_context") if where.url.scheme == "https" else None
        return httpcore2.HTTPProxy(
            proxy_url=url, proxy_auth=where.raw_auth, proxy_ssl_context=tls, **options
        )
    try:
        return httpcore2.SOCKSProxy(proxy_url=url, proxy_auth=where.raw_auth, **options)
    except (ImportError, RuntimeError) as error:
        raise Misuse(
            "A SOCKS proxy needs a package that is not installed.", hint="pip install socksio"
        ) from error


def tls_context(environ: Mapping[str, str]) -> ssl.SSLContext:
    """Whom to believe: SSL_CERT_FILE or SSL_CERT_DIR where set, else the operating system.

    Raises StorageFailed when the file or folder cannot be read.
    """
    name = next((name for name in ("SSL_CERT_FILE", "SSL_CERT_DIR") if environ.get(name)), None)
    if name is None:
        return httpx.create_ssl_context(trust_env=False)
    path = environ[name]
    try:
        if name == "SSL_CERT_FILE":
            return ssl.create_default_context(cafile=path)
        return ssl.create_default_context(capath=path)
    except (OSError, ssl.SSLError) as error:
        raise StorageFailed(
            f"{name} is {path!r}, which holds no certificates that can be read.",
            hint=f"Correct {name}, or unset it.",
        ) from error


@contextmanager
def translated() -> Iterator[None]:
    """Turn a failure of the lower library into the one of the same name in httpx."""
    try:
        yield
    except (
        httpcore2.TimeoutException,
        httpcore2.NetworkError,
        httpcore2.ProtocolError,
        httpcore2.ProxyError,
        httpcore2.UnsupportedProtocol,
    ) as error:
        kind = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise kind(str(error)) from error
