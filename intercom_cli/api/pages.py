"""Walk a list page by page, whatever its style, and give each record once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from intercom_cli.api.motion import Checked, Pass, sort_of
from intercom_cli.api.request import Request
from intercom_cli.api.rows import Named, Rows, named, rows
from intercom_cli.api.styles import PLACES, WAYS, split_query
from intercom_cli.errors import IntercomError, ServerFailed
from intercom_cli.paging_styles import Style
from intercom_cli.resource import Paging

if TYPE_CHECKING:
    from intercom_cli.api.client import Client

STUCK = 2  # times in a row that a page comes again
LONG = 200  # pages in a row without anything new
EMPTY = 50  # pages in a row without any rows


class Road(NamedTuple):
    """Another way to read a whole list that does not move while it is read.

    It is taken when the list is seen to move; ``at_once`` as soon as the first page says that there
    are more pages, and all of them are wanted.
    """

    rows: Callable[[], Iterator[bytes]]
    at_once: bool = False


def walk(
    client: Client,
    request: Request,
    paging: Paging | None = None,
    *,
    limit: int | None = None,
    road: Road | None = None,
    settles: bool = True,
) -> Records:
    """Read a list as far as somebody takes records from it; nothing is sent before that.

    A walk in an order that was asked for looks for missing records if it ``settles``, or else
    leaves that to its caller. Without ``paging`` the style is guessed from the first answer.

    Raises while iterating: what ``Client.send`` raises, its message telling how many records came
    before; and ServerFailed for a list that goes in circles, ends too early, or keeps changing.
    """
    return Records(client, split_query(request), paging, limit, road, settles=settles)


class Records:
    """The records of a list, each as the bytes it came in; iterate it once.

    ``total`` is what the first page says the whole list has, ``count`` how many were given, and
    ``more`` whether the limit cut the list short.
    """

    def __init__(
        self,
        client: Client,
        request: Request,
        paging: Paging | None,
        limit: int | None,
        road: Road | None = None,
        *,
        settles: bool = True,
    ) -> None:
        self.client = client
        self.settles = settles
        self.ended = False
        self.limit = limit
        self.road = road
        self.total: int | None = None
        self.count = 0
        self.more = False
        self.pages = Pages(client, request, paging, limit)
        self.read = 0
        self.stale = 0
        self.keyless = False
        self.sort = sort_of(request)
        self.order = Checked(self.sort) if self.sort.field else None
        self.first = Pass()
        self.seen = self.first.seen
        self.began = 0.0
        self.page_before: list[str | None] = []

    def __iter__(self) -> Iterator[bytes]:
        """Yield records, asking for a page only when the one before was taken."""
        if self.limit is not None and self.limit <= 0:
            return
        try:
            for row in self.every():
                self.count += 1
                yield row
                if self.count == self.limit:
                    return
        except IntercomError as error:
            if not self.read:
                raise
            raise incomplete(error, self.count) from error
        self.more = False

    def every(self) -> Iterator[bytes]:
        """All records, and after several pages those that moved past the one who reads."""
        from intercom_cli.api import again

        for page in self.counted_pages():
            found = self.fresh(page)
            # A page early too, so that there is room for what is found at the front.
            if self.is_cut(len(found) + len(page.rows)) and self.read > 1:
                found = [*again.front(self), *found]
            for index, row in enumerate(found):
                self.more = index + 1 < len(page.rows) or not self.pages.is_last
                yield row
            if self.is_left_for_road:
                yield from again.by_road(self)
                return
        yield from again.look(self)
        self.ended = True

    def counted_pages(self) -> Iterator[Rows]:
        """Yield pages; the first says how many records there are."""
        for page in self.pages:
            if not self.read:
                known = page.total is not None or not self.pages.is_last
                self.total = page.total if known else len(page.rows)
                self.began = self.client.pace.server_time()
            self.read += 1
            yield page

    def is_cut(self, rows: int) -> bool:
        """Whether the limit is reached within so many more rows."""
        return self.limit is not None and self.count + rows >= self.limit

    @property
    def met(self) -> int:
        """How many records the list was seen to have."""
        return self.count if self.keyless else max(self.seen.used, self.count)

    @property
    def is_whole(self) -> bool:
        """Whether all there is was asked for."""
        return self.limit is None or (self.total is not None and self.limit >= self.total)

    @property
    def is_left_for_road(self) -> bool:
        """Whether the rest is read in the other way."""
        if self.road is None or not self.is_whole or self.pages.is_last:
            return False
        one = self.first
        return self.road.at_once or one.grew or one.shrank or one.repeated

    def fresh(self, page: Rows) -> list[bytes]:
        """The rows of a page that were not given before; lists move while they are read.

        Raises ServerFailed when the same page comes again and again.
        """
        self.first.page(page)
        only = self.read == 1 and self.pages.is_last
        if only and self.order is None:
            return page.rows
        told = [named(row) for row in page.rows]
        found = [
            row for row, one in zip(page.rows, told, strict=True) if self.is_new(row, one) or only
        ]
        self.check_stuck([one.key for one in told], bool(found))
        return found

    def is_new(self, row: bytes, one: Named) -> bool:
        """Whether a row was not given before; a row without an id always counts as new."""
        if self.order is not None:
            self.check_order(self.order, row, one)
        key = one.key
        if key is None:
            self.keyless = True
            return True
        return self.first.row(key, row, one)

    def check_order(self, order: Checked, row: bytes, one: Named) -> None:
        """Raise ServerFailed where the person's order was not kept."""
        if self.sort.is_fixed:
            if self.sort.field == "created_at":
                order.made(one.created_at)
            return
        if order.row(row, self.began):
            return
        raise ServerFailed(
            f"Intercom did not sort by {self.sort.field} as it was asked to.",
            hint="leave out --sort",
        )

    def check_stuck(self, keys: list[str | None], is_new: bool) -> None:
        """Raise ServerFailed when one page comes in place of all others."""
        same, self.page_before = keys == self.page_before, keys
        if self.pages.style == "scroll" or is_new or not keys:
            self.stale = 0
            return
        self.stale += LONG // STUCK if same else 1
        if self.stale >= LONG:
            raise ServerFailed("Intercom gave the same records again, page after page.")


class Pages:
    """The pages of a list in its style; ``is_last`` and ``style`` speak of the latest."""

    def __init__(
        self, client: Client, request: Request, paging: Paging | None, limit: int | None
    ) -> None:
        self.client = client
        self.paging = paging
        self.style: Style | None = paging.style if paging else None
        self.key = paging.rows if paging else ""
        self.asked_for = request
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

    def anew(self) -> Pages:
        """The same list from its beginning, in pages of the same size."""
        found = Pages(self.client, self.asked_for, self.paging, None)
        found.request, found.style = self.request, self.style
        return found

    def __iter__(self) -> Iterator[Rows]:
        """Yield pages until the last; an empty one that leads on is not the last.

        Raises ServerFailed for a circle.
        """
        if self.style == "scroll":
            from intercom_cli.api.scroll import scroll

            yield from scroll(self.client, self.request, self.key)
            return
        request: Request | None = self.request
        asked: set[int] = set()
        empty = 0
        while request is not None:
            asked.add(place_of(request))
            page = rows(self.client.send(request).body, self.key, one=self.may_be_one)
            request = self.following(request, page)
            empty = 0 if page.rows else empty + 1
            circles = request is not None and place_of(request) in asked
            if empty and circles:
                request = None
            self.is_last = request is None
            yield page
            if request is not None and circles:
                raise ServerFailed(
                    f"Intercom's list goes in circles: it led to {request.target} "
                    f"{(request.body or b'').decode('utf-8', 'replace')} a second time."
                )
            if request is not None and empty >= EMPTY:
                raise ServerFailed(f"Intercom sent {EMPTY} empty pages, one leading to the next.")

    @property
    def may_be_one(self) -> bool:
        """Whether one record may come in place of a list: where one is looked up by its query."""
        return any(name not in PLACES and name != "per_page" for name, _ in self.asked_for.query)

    def following(self, request: Request, page: Rows) -> Request | None:
        """The request for the next page; None when this is the last."""
        if self.style is None:
            from intercom_cli.api.guess import style_of

            self.style = style_of(page, request)
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
