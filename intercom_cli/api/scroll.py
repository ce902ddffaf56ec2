"""Scroll over all companies: one at a time, lost after a minute, begun again when it broke."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from intercom_cli.api.refusals import has_code
from intercom_cli.api.request import Request
from intercom_cli.api.response import Response
from intercom_cli.api.rows import Rows, rows
from intercom_cli.api.styles import by_scroll
from intercom_cli.errors import NotFound, Refused, ServerFailed, Unreachable

if TYPE_CHECKING:
    from intercom_cli.api.client import Client

RESTARTS = 2
EXPIRY = 60.0  # seconds after its last use, when Intercom drops a scroll
STEP = 10.0  # seconds between attempts while another scroll is open


def scroll(
    client: Client, request: Request, key: str, *, patience: float = EXPIRY
) -> Iterator[Rows]:
    """Yield page after page until an empty one.

    While another scroll of the same app is open, wait for it as long as there is ``patience``.

    A page cannot be asked for twice, since the scroll moves on even when its answer is lost; so
    nothing is retried, and a broken scroll starts over. Its reader leaves out what it has.
    """
    request = request._replace(repeatable=False)
    for restart in range(RESTARTS + 1):
        begun = False
        try:
            for page in one_scroll(client, request, key, patience):
                begun = True
                yield page
        except (NotFound, ServerFailed, Unreachable) as error:
            if restart == RESTARTS or not (begun or may_open_again(error)):
                raise
            client.notice(f"The scroll broke off: {error.message} Starting over.")
        else:
            return


def may_open_again(error: NotFound | ServerFailed | Unreachable) -> bool:
    """Whether a scroll that failed at its very first page is worth another attempt."""
    return isinstance(error, ServerFailed) and error.retryable


def one_scroll(client: Client, request: Request, key: str, patience: float) -> Iterator[Rows]:
    """Yield the pages of one scroll."""
    page = rows(opened(client, request, patience).body, key)
    while page.rows:
        yield page
        following = by_scroll(request, page, client.base_url)
        if following is None:
            return
        page = rows(client.send(following).body, key)


def opened(client: Client, request: Request, patience: float) -> Response:
    """Open a scroll, waiting for another one of the same app to end. Raises Refused if it stays."""
    patience = min(patience, client.max_wait)
    while True:
        try:
            return client.send(request)
        except Refused as error:
            if patience <= 0 or not has_code(error, "scroll_exists"):
                raise
        step = min(STEP, patience)
        patience -= step
        client.pause(step, "Another scroll is open; Intercom ends one a minute after its last use.")
