"""Walk a list page by page, whatever its style, and give each record once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from intercom_cli.api.request import Request
from intercom_cli.api.rows import Rows, key_of, rows
from intercom_cli.api.seen import Seen
from intercom_cli.api.styles import WAYS, split_query
from intercom_cli.errors import IntercomError, ServerFailed
from intercom_cli.paging_styles import Style
from intercom_cli.resource import Paging

if TYPE_CHECKING:
    from intercom_cli.api.client import Client

STUCK = 2  # pages in a row without anything new


def walk(
    client: Client, request: Request, paging: Paging | None = None, *, limit: int | None = None
) -> Records:
    """Read a list as far as somebody takes records from it; nothing is sent before that.

    Without ``paging`` the style is guessed from the first answer. Raises while iterating: what
    ``Client.send`` raises, its message telling how many records came before; and ServerFailed
    for a list that goes in circles.
    """
    return Records(client, split_query(request), paging, limit)


class Records:
    """The records of a list, each as the bytes it came in; iterate it once.

    ``total`` is what the first page says the whole list has, ``count`` how many were given, and
    ``more`` whether the limit cut the list short.
    """

    def __init__(
        self, client: Client, request: Request, paging: Paging | None, limit: int | None
    ) -> None:
        self.limit = limit
        self.total: int | None = None
        self.count = 0
        self.more = False
        self.pages = Pages(client, request, paging, limit)
        self.read = 0
        self.stale = 0
        self.seen = Seen()

    def __iter__(self) -> Iterator[bytes]:
        """Yield records, asking for a page only when the one before was taken."""
        if self.limit is not None and self.limit <= 0:
            return
        for page in self.counted_pages():
            for index, row in enumerate(self.fresh(page)):
                self.count += 1
                self.more = index + 1 < len(page.rows) or not self.pages.is_last
                yield row
                if self.count == self.limit:
                    return
        self.more = False

    def counted_pages(self) -> Iterator[Rows]:
        """Yield pages; a failure after the first says what it left incomplete."""
        try:
            for page in self.pages:
                if not self.read:
                    known = page.total is not None or not self.pages.is_last
                    self.total = page.total if known else len(page.rows)
                self.read += 1
                yield page
        except IntercomError as error:
            if not self.read:
                raise
            raise incomplete(error, self.count) from error

    def fresh(self, page: Rows) -> list[bytes]:
        """The rows of a page that were not given before; lists move while they are read.

        Raises ServerFailed when page after page holds nothing new.
        """
        if self.read == 1 and self.pages.is_last:
            return page.rows
        found = [row for row in page.rows if self.is_new(row)]
        self.stale = 0 if found else self.stale + 1
        if self.stale >= STUCK and self.pages.style != "scroll":
            raise incomplete(
                ServerFailed("Intercom gave the same records again, page after page."), self.count
            )
        return found

    def is_new(self, row: bytes) -> bool:
        """Whether a row was not given before; a row without an id always counts as new."""
        key = key_of(row)
        return key is None or self.seen.add(key)


class Pages:
    """The pages of a list in its style; ``is_last`` and ``style`` speak of the latest."""

    def __init__(
        self, client: Client, request: Request, paging: Paging | None, limit: int | None
    ) -> None:
        self.client = client
        self.paging = paging
        self.style: Style | None = paging.style if paging else None
        self.key = paging.rows if paging else ""
        self.request = self.prepared(request, limit)
        self.is_last = False

    def prepared(self, request: Request, limit: int | None) -> Request:
        """The first request: no larger a page than is needed or allowed, and safe to repeat."""
        if self.paging is None or self.style is None:
            from intercom_cli.api.guess import only_reads

            if request.path.endswith("/scroll"):
                self.style = "scroll"
            return request._replace(repeatable=True) if only_reads(request) else request
        size = self.paging.size if limit is None else min(limit, self.paging.size)
        return WAYS[self.style].first(request, size)._replace(repeatable=True)

    def __iter__(self) -> Iterator[Rows]:
        """Yield pages until the last or an empty one. Raises ServerFailed for a circle."""
        if self.style == "scroll":
            from intercom_cli.api.scroll import scroll

            yield from scroll(self.client, self.request, self.key)
            return
        request: Request | None = self.request
        asked: set[int] = set()
        while request is not None:
            asked.add(place_of(request))
            page = rows(self.client.send(request).body, self.key)
            request = self.following(request, page)
            self.is_last = request is None
            yield page
            if not page.rows:
                return
            if request is not None and place_of(request) in asked:
                raise ServerFailed(
                    f"Intercom's list goes in circles: it led to {request.target} "
                    f"{(request.body or b'').decode('utf-8', 'replace')} a second time."
                )

    def following(self, request: Request, page: Rows) -> Request | None:
        """The request for the next page; None when this is the last."""
        if self.style is None:
            from intercom_cli.api.guess import style_of

            self.style = style_of(page, request)
        if not page.rows:
            return None
        return WAYS[self.style].next(request, page, self.client.base_url)


def place_of(request: Request) -> int:
    """A place in a list, small enough to remember every one."""
    return hash((request.target, request.body))


def incomplete(error: IntercomError, count: int) -> IntercomError:
    """The same error saying that the list broke off, and after how many records."""
    noun = "record" if count == 1 else "records"
    told = type(error)(
        f"{error.message} The result is incomplete: it ends after {count:,} {noun}.",
        hint=error.hint,
        http=error.http,
        details=error.details,
        request_id=error.request_id,
        retryable=error.retryable,
    )
    told.response = error.response
    return told
