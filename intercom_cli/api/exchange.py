"""One attempt: the request as it leaves, redirects, and the answer as it arrives."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from intercom_cli.api.failures import Failure, failure_of
from intercom_cli.api.hosts import origin_of, url_of
from intercom_cli.api.mending import mended
from intercom_cli.api.request import Request
from intercom_cli.api.response import Response
from intercom_cli.api.shown import USER_AGENT, headers_of
from intercom_cli.api.trace import Trace
from intercom_cli.errors import Http, Misuse, ServerFailed

if TYPE_CHECKING:
    import httpx2 as httpx

CONNECTING = 15.0  # seconds to connect, where --timeout allows more
HOPS = 5
MOVED = frozenset({301, 302, 303, 307, 308})


class Broken(Exception):
    """No answer came."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.error.message)
        self.failure = failure


class Exchange:
    """Sends one request once and gives its answer, with redirects followed where that is safe."""

    def __init__(
        self,
        *,
        base_url: str,
        version: str,
        timeout: float,
        trusted: Collection[str],
        environ: Mapping[str, str],
        transport: httpx.BaseTransport | None,
        trace: Trace,
    ) -> None:
        self.base_url = base_url
        self.version = version
        self.timeout = timeout
        self.trusted = trusted
        self.environ = environ
        self.transport = transport
        self.trace = trace
        self.lock = threading.Lock()

    def network(self) -> httpx.BaseTransport:
        """The transport given, or else the real network, made on first use."""
        with self.lock:
            if self.transport is None:
                from intercom_cli.api.transport import Network

                self.transport = Network(self.environ)
            return self.transport

    @contextmanager
    def open(
        self, request: Request, token: str | None, *, whole: bool
    ) -> Iterator[tuple[Response, httpx.Response]]:
        """Send it and give the answer, its body not yet read.

        ``whole`` puts the body, too, under the time limit of the exchange. Raises Broken when no
        answer comes, also while the block reads the body.
        """
        began = time.monotonic()
        url = url_of(self.base_url, request.target, self.trusted)
        authorization = f"Bearer {token}" if token else None
        headers = headers_of(request, version=self.version, authorization=authorization)
        with self.breaking(request, url, began):
            answer, last = self.follow(request, url, headers, whole=whole, began=began)
            host = "" if origin_of(last) == origin_of(url) else urlsplit(last).netloc
            try:
                yield self.response(request, answer, host), answer
            finally:
                answer.close()

    def follow(
        self,
        request: Request,
        url: str,
        headers: dict[str, str],
        *,
        whole: bool,
        began: float,
    ) -> tuple[httpx.Response, str]:
        """Send it, and again wherever the answer points while that is safe; and the last URL."""
        for _ in range(HOPS + 1):
            self.trace.sent(request.method, url, headers.items(), request.body)
            answer = self.pass_on(request, url, headers, whole=whole, began=began)
            target = target_of(request, url, answer)
            if target is None:
                return answer, url
            self.trace.received(answer.status_code, answer.headers.items(), None, 0)
            answer.close()
            if origin_of(target) != origin_of(url):
                headers, request = stranger(), request._replace(body=None)
            url = target
        raise ServerFailed(
            f"Intercom redirected more than {HOPS} times.",
            http=Http(request.method, request.path, answer.status_code),
        )

    def pass_on(
        self,
        request: Request,
        url: str,
        headers: dict[str, str],
        *,
        whole: bool,
        began: float,
    ) -> httpx.Response:
        """Hand one request to the transport, with what is left of the time."""
        import httpx2 as httpx

        rest = max(0.001, self.timeout - (time.monotonic() - began))
        times = {
            "connect": min(rest, CONNECTING),
            "read": self.timeout,
            "write": self.timeout,
            "pool": rest,
        }
        outgoing = httpx.Request(
            request.method,
            url,
            headers={"Accept-Encoding": "gzip, deflate", **headers},
            content=request.body,
            extensions={"timeout": times, "seconds": rest, "whole": whole},
        )
        try:
            return self.network().handle_request(outgoing)
        except httpx.RequestError as error:
            error.request = outgoing
            raise

    @contextmanager
    def breaking(self, request: Request, url: str, began: float) -> Iterator[None]:
        """Turn an exception of the network into Broken, with its explanation."""
        import httpx2 as httpx

        try:
            yield
        except httpx.InvalidURL as error:
            raise Misuse(f"{request.path!r} is not a path: {error}.") from error
        except httpx.RequestError as error:
            host = urlsplit(reached_by(error) or url).netloc
            failure = failure_of(error, request, host=host, timeout=self.timeout)
            self.trace.failed(failure.error.message, time.monotonic() - began)
            raise Broken(failure) from error

    def response(self, request: Request, answer: httpx.Response, host: str) -> Response:
        """The head of an answer in our words; repeated headers are joined as HTTP allows."""
        status = answer.status_code
        http = Http(request.method, request.path.partition("?")[0], status)
        return Response(status, dict(answer.headers), b"", http, host)

    def whole(self, request: Request, token: str | None) -> Response:
        """Send it and read the answer to its end. Raises Broken when that fails."""
        import httpx2 as httpx

        began = time.monotonic()
        with self.open(request, token, whole=True) as (head, answer):
            response = head._replace(body=answer.read())
            if response.is_json:
                response = response._replace(body=mended(response.body))
            if is_cut_short(request, response):
                raise httpx.ReadError("the answer was cut short")
        seconds = time.monotonic() - began
        self.trace.received(response.status, response.headers.items(), response.body, seconds)
        return response

    def close(self) -> None:
        """Close the connections."""
        if self.transport is not None:
            self.transport.close()


def target_of(request: Request, url: str, answer: httpx.Response) -> str | None:
    """Where a redirect leads; None for what is no redirect, or one that is not to be followed.

    Only GET and HEAD follow, and never from TLS to plain HTTP.
    """
    location = answer.headers.get("location")
    if answer.status_code not in MOVED or not location or request.method not in {"GET", "HEAD"}:
        return None
    target = urljoin(url, location)
    origin = origin_of(target)
    if origin is None or (url[:6].lower() == "https:" and origin[0] == "http"):
        return None
    return target


def stranger() -> dict[str, str]:
    """The headers for another host: no token, nor anything else that was meant for Intercom."""
    return {"Accept": "*/*", "User-Agent": USER_AGENT}


def is_cut_short(request: Request, response: Response) -> bool:
    """Whether JSON broke off where HTTP could not tell.

    A body whose length nobody announced ends when the connection does, so a broken connection
    looks like the end.
    """
    import msgspec

    told = {"content-length", "transfer-encoding"} & response.headers.keys()
    if told or not response.is_json or not response.body or request.method == "HEAD":
        return False
    try:
        msgspec.json.decode(response.body, type=msgspec.Raw)
    except msgspec.DecodeError:
        return True
    return False


def reached_by(error: httpx.RequestError) -> str:
    """The address that a failure came from, after a redirect another one; empty where unknown."""
    try:
        return str(error.request.url)
    except RuntimeError:
        return ""
