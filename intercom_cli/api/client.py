"""Send requests to Intercom and get answers or errors; threads may share one client."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Self

from intercom_cli.api.clock import SYSTEM, Clock
from intercom_cli.api.exchange import Broken, Exchange
from intercom_cli.api.failures import Failure
from intercom_cli.api.pacing import Pace
from intercom_cli.api.request import Request
from intercom_cli.api.response import Response
from intercom_cli.api.retry import Effort, Outcome
from intercom_cli.api.trace import Trace
from intercom_cli.errors import IntercomError

if TYPE_CHECKING:
    import httpx2 as httpx

UNAUTHORIZED = 401


Attempt = Callable[[Request, "str | None"], Response]


class Download:
    """An answer whose body is still arriving; iterate it once, inside its block."""

    def __init__(self, response: Response, chunks: Iterator[bytes]) -> None:
        self.response = response
        self.chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        """Give the body piece by piece."""
        return self.chunks


def is_unauthorized(outcome: Outcome) -> bool:
    """Whether Intercom did not accept the token."""
    return isinstance(outcome, Response) and outcome.status == UNAUTHORIZED


def refused(response: Response) -> IntercomError:
    """The error a refusal stands for; what reads it is loaded when there is one."""
    from intercom_cli.api.refusals import refusal

    return refusal(response)


def drop(_: str) -> None:
    """Say nothing."""


class Client:
    """One workspace's line to Intercom: signed, versioned, paced, and retried where harmless.

    ``timeout`` bounds one attempt from connecting to the last byte, and for ``stream`` each wait
    within it; ``max_wait`` bounds all waiting between the attempts of one request. ``notice`` tells
    the person about waiting, ``trace`` gets the lines of --debug without secrets. ``refresh`` is
    called once on 401 and says whether ``token`` now gives a better one.
    """

    def __init__(
        self,
        *,
        base_url: str,
        token: Callable[[], str | None],
        version: str,
        timeout: float = 60,
        max_wait: float = 120,
        transport: httpx.BaseTransport | None = None,
        notice: Callable[[str], None] = drop,
        trace: Callable[[str], None] | None = None,
        refresh: Callable[[], bool] | None = None,
        trusted: Collection[str] = (),
        environ: Mapping[str, str] | None = None,
        clock: Clock = SYSTEM,
    ) -> None:
        self.base_url = base_url
        self.token = token
        self.max_wait = max_wait
        self.notice = notice
        self.refresh = refresh
        self.clock = clock
        self.trace = Trace(trace)
        self.pace = Pace(notice=notice, clock=clock, max_wait=max_wait)
        self.lock = threading.Lock()
        self.exchange = Exchange(
            base_url=base_url,
            version=version,
            timeout=timeout,
            trusted=trusted,
            environ=os.environ if environ is None else environ,
            transport=transport,
            trace=self.trace,
        )

    def send(self, request: Request, *, check: bool = True) -> Response:
        """Send it and give the whole answer.

        Raises the error a refusal stands for, with the answer as its ``response``, unless
        ``check`` is off; and Unreachable when no answer comes.
        """
        response = self.persist(request, self.exchange.whole)
        if check and (not response.is_success or response.is_complaint):
            raise refused(response)
        return response

    @contextmanager
    def stream(self, request: Request) -> Iterator[Download]:
        """Send it and give the body in pieces, for downloads of any size.

        Raises as ``send`` does. Once the body has begun, a failure is not retried.
        """
        try:
            with ExitStack() as kept:
                yield self.begin(request, kept)
        except Broken as broken:
            raise broken.failure.error from broken

    def begin(self, request: Request, kept: ExitStack) -> Download:
        """Send it until its body begins, which stays open as long as ``kept`` does."""
        bodies: list[httpx.Response] = []

        def attempt(request: Request, token: str | None) -> Response:
            with ExitStack() as held:
                opened = self.exchange.open(request, token, whole=False)
                response, answer = held.enter_context(opened)
                if not response.is_success:
                    return response._replace(body=answer.read())
                self.trace.received(response.status, response.headers.items(), None, 0)
                bodies.append(answer)
                kept.enter_context(held.pop_all())
                return response

        response = self.persist(request, attempt)
        if not response.is_success:
            raise refused(response)
        return Download(response, bodies[-1].iter_bytes())

    def persist(self, request: Request, attempt: Attempt) -> Response:
        """Make attempts until an answer is worth giving. Raises Unreachable when none comes."""
        patience = 0 if request.optional else self.max_wait
        effort = Effort(request, max_wait=patience, pace=self.pace)
        renewed = False
        while True:
            token = self.token()
            outcome = self.once(request, token, attempt, effort)
            if not renewed and is_unauthorized(outcome) and self.renew(token):
                renewed = True
                continue
            pause = effort.next_pause(outcome)
            if pause is None:
                break
            self.pace.pause(pause.seconds, pause.why)
        if isinstance(outcome, Failure):
            raise outcome.error
        if effort.is_twice_deleted(outcome):
            self.notice("An earlier attempt, whose answer was lost, may have deleted it.")
        return outcome

    def once(
        self, request: Request, token: str | None, attempt: Attempt, effort: Effort
    ) -> Outcome:
        """Make one attempt when the rate limit has room for it."""
        self.trace.hide(token)
        self.pace.enter(effort.budget)
        sent = self.clock.now()
        response: Response | None = None
        try:
            response = attempt(request, token)
        except Broken as broken:
            return broken.failure
        finally:
            headers = None if response is None else response.headers
            status = 0 if response is None else response.status
            self.pace.leave(headers, status, sent)
        return response

    def renew(self, token: str | None) -> bool:
        """Whether there is a better token now than this one; threads ask for it only once."""
        if self.refresh is None:
            return False
        with self.lock:
            return self.token() != token or self.refresh()

    def pause(self, seconds: float, why: str) -> None:
        """Wait, telling the person why, until then or until the client is closed."""
        self.pace.pause(seconds, why)

    def close(self) -> None:
        """Close the connections, and end every wait of other threads with an error."""
        self.pace.close()
        self.exchange.close()

    def __enter__(self) -> Self:
        """Use it for a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it at the block's end."""
        self.close()
