"""Send bytes to any address a person names, without anything that is meant for Intercom."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from intercom_cli.api.failures import failure_of
from intercom_cli.api.hosts import origin_of
from intercom_cli.api.request import Request
from intercom_cli.api.shown import USER_AGENT
from intercom_cli.errors import Misuse

if TYPE_CHECKING:
    import httpx2 as httpx

PATIENCE = 10.0
MOST = 1 << 20  # bytes of an answer that are read, so that its connection can be kept


class Posted(NamedTuple):
    """What an address answered, and after how long."""

    status: int
    headers: Mapping[str, str]
    seconds: float

    @property
    def is_success(self) -> bool:
        """Whether it took what was sent."""
        return 200 <= self.status < 300  # noqa: PLR2004 - the class of 2xx


class Poster:
    """Sends bodies to addresses, over connections that are kept; threads may share it."""

    def __init__(self, environ: Mapping[str, str], *, timeout: float = PATIENCE) -> None:
        from intercom_cli.api.transport import Network

        self.network = Network(environ)
        self.timeout = timeout

    def send(
        self, url: str, body: bytes, headers: Mapping[str, str], *, method: str = "POST"
    ) -> Posted:
        """Send it and give the answer's status, whatever that is. Redirects are not followed.

        Raises Unreachable when no answer comes.
        """
        import httpx2 as httpx

        began = time.monotonic()
        times = dict.fromkeys(("connect", "read", "write", "pool"), self.timeout)
        request = httpx.Request(
            method,
            url,
            headers={"User-Agent": USER_AGENT, "Accept": "*/*", **headers},
            content=body,
            extensions={"timeout": times, "seconds": self.timeout, "whole": True},
        )
        try:
            answer = self.network.handle_request(request)
            try:
                drain(answer)
            finally:
                answer.close()
        except httpx.RequestError as error:
            told = Request(method, url, repeatable=True)
            host = urlsplit(url).netloc
            raise failure_of(error, told, host=host, timeout=self.timeout).error from error
        return Posted(answer.status_code, dict(answer.headers), time.monotonic() - began)

    def close(self) -> None:
        """Close the connections."""
        self.network.close()


def drain(answer: httpx.Response) -> None:
    """Read an answer that nobody looks at; a very long one is left."""
    size = 0
    for piece in answer.iter_raw():
        size += len(piece)
        if size > MOST:
            return


def address(url: str, option: str) -> str:
    """An address as typed. Raises Misuse for what is none; a bare host and port is http."""
    full = url if "://" in url else f"http://{url}"
    if origin_of(full) is None:
        raise Misuse(f"{option}: {url!r} is not an address.", hint="such as http://127.0.0.1:3000/")
    return full
