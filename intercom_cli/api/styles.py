"""The ways Intercom cuts lists into pages: how to ask for the first, and then for the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urljoin, urlsplit

import msgspec

from intercom_cli.api.hosts import is_intercom, origin_of
from intercom_cli.api.request import Request
from intercom_cli.api.rows import Rows, whole_number
from intercom_cli.errors import Misuse, ServerFailed
from intercom_cli.paging_styles import Style

PLACES = frozenset({"page", "starting_after", "cursor", "before", "after", "scroll_param"})

First = Callable[[Request, int], Request]
Next = Callable[[Request, Rows, str], "Request | None"]


class Way(NamedTuple):
    """One style: the first request for a page size, and the next one after an answer.

    ``next`` also gets the base URL, for addresses that answers hold; None means the list is over.
    """

    first: First
    next: Next


def split_query(request: Request) -> Request:
    """The same request with a query written into its path moved to where it can be changed."""
    path, mark, query = request.path.partition("?")
    if not mark:
        return request
    pairs = parse_qsl(query.partition("#")[0], keep_blank_values=True)
    return request._replace(path=path, query=(*pairs, *request.query))


def sized(request: Request, size: int) -> Request:
    """Ask for a page size, unless the person did."""
    if not size or any(name == "per_page" for name, _ in request.query):
        return request
    return request.with_query(per_page=size)


def sized_in_body(request: Request, size: int) -> Request:
    """Ask for a page size in the body, unless the person did."""
    return paged(request, per_page=pagination(request).get("per_page") or size or None)


def unsized(request: Request, _: int) -> Request:
    """Leave it as it is."""
    return request


def body_of(request: Request) -> dict[str, Any]:
    """The JSON object in the body. Raises Misuse when it is something else."""
    try:
        body = msgspec.json.decode(request.body or b"{}")
    except msgspec.DecodeError as error:
        raise Misuse(f"The body of {request.path} is not JSON: {error}.") from error
    if not isinstance(body, dict):
        raise Misuse(f"The body of {request.path} must be a JSON object.")
    return body


def pagination(request: Request) -> dict[str, Any]:
    """The body's pagination; empty when it has none."""
    found = body_of(request).get("pagination")
    return found if isinstance(found, dict) else {}


def paged(request: Request, **values: str | int | None) -> Request:
    """The same request with these values in its body's pagination."""
    new = {name: value for name, value in values.items() if value is not None}
    if not new:
        return request
    return request.with_json({**body_of(request), "pagination": pagination(request) | new})


def cursor_of(rows: Rows) -> str | None:
    """The cursor of the next page."""
    following = rows.pages.get("next")
    found = following.get("starting_after") if isinstance(following, dict) else None
    return str(found) if found else None


def by_pages_next(request: Request, rows: Rows, base_url: str) -> Request | None:
    """Follow ``pages.next``: a cursor, a page number or an address, whichever it holds."""
    following = rows.pages.get("next")
    if isinstance(following, str) and following:
        return at_address(request, following, base_url)
    if cursor := cursor_of(rows):
        return request.with_query(starting_after=cursor)
    if isinstance(following, dict):
        page = whole_number(following.get("page"))
        return request.with_query(page=page) if page else None
    return None


def by_search_cursor(request: Request, rows: Rows, _: str) -> Request | None:
    """Put the cursor into the body; a page number there would give the first page for ever."""
    cursor = cursor_of(rows)
    return paged(request, starting_after=cursor) if cursor else None


def following_page(asked: Any, where: Mapping[str, Any]) -> int | None:
    """The number of the next page; None after the last, or when no numbers were given.

    Raises ServerFailed when the answer is another page than the one asked for.
    """
    page, last = whole_number(where.get("page")), whole_number(where.get("total_pages"))
    wanted = whole_number(asked) or 1
    if page is not None and page != wanted:
        raise ServerFailed(f"Intercom answered with page {page} where page {wanted} was asked for.")
    return wanted + 1 if last is not None and wanted < last else None


def asked_page(request: Request) -> str | None:
    """The page number in a request's query."""
    return next((value for name, value in request.query if name == "page"), None)


def by_page(request: Request, rows: Rows, base_url: str) -> Request | None:
    """Count pages up to the last; without numbers follow ``pages.next``."""
    if whole_number(rows.pages.get("total_pages")) is None:
        return by_pages_next(request, rows, base_url)
    page = following_page(asked_page(request), rows.pages)
    return request.with_query(page=page) if page else None


def by_flat_page(request: Request, rows: Rows, _: str) -> Request | None:
    """Count pages whose numbers stand at the top of the answer."""
    page = following_page(asked_page(request), rows.around)
    return request.with_query(page=page) if page else None


def by_body_page(request: Request, rows: Rows, _: str) -> Request | None:
    """Count pages inside the body."""
    page = following_page(pagination(request).get("page"), rows.pages)
    return paged(request, page=page) if page else None


def sized_at_top(request: Request, size: int) -> Request:
    """Ask for a page size beside the body's other members, unless the person did."""
    return request.with_json({"per_page": size, **body_of(request)}) if size else request


def by_own_page(request: Request, rows: Rows, _: str) -> Request | None:
    """Count pages beside the body's other members."""
    page = following_page(body_of(request).get("page"), rows.pages)
    return request.with_json({**body_of(request), "page": page}) if page else None


def by_has_more(request: Request, rows: Rows, _: str) -> Request | None:
    """Pass ``next_cursor`` on as ``cursor`` while there is more.

    Raises ServerFailed when there is more and no way to it, for the list would end short.
    """
    if not rows.around.get("has_more"):
        return None
    if cursor := rows.around.get("next_cursor"):
        return request.with_query(cursor=str(cursor))
    raise ServerFailed("Intercom says that the list goes on, but not how.")


def by_scroll(request: Request, rows: Rows, _: str) -> Request | None:
    """Pass ``scroll_param`` on; it is over when no rows come."""
    param = rows.around.get("scroll_param")
    return request.with_query(scroll_param=str(param)) if param else None


def at_nothing(_: Request, __: Rows, ___: str) -> Request | None:
    """Everything came in one answer."""
    return None


def at_address(request: Request, address: str, base_url: str) -> Request:
    """Ask for the path and query of an address, always through the base URL.

    What the request asked for besides its place in the list goes on. Raises ServerFailed for an
    address on a host that is neither the base's nor Intercom's.
    """
    url = urljoin(base_url.rstrip("/") + "/", address)
    if origin_of(url) != origin_of(base_url) and not is_intercom(url):
        raise ServerFailed(f"The next page is said to be on another host: {urlsplit(url).netloc}.")
    parts = urlsplit(url)
    prefix = urlsplit(base_url).path.rstrip("/") + "/"
    path = "/" + parts.path.removeprefix(prefix).lstrip("/")
    given = parse_qsl(parts.query, keep_blank_values=True)
    known = PLACES | {name for name, _ in given}
    kept = [(name, value) for name, value in request.query if name not in known]
    return request._replace(path=path, query=(*given, *kept))


WAYS: dict[Style, Way] = {
    "cursor": Way(sized, by_pages_next),
    "search": Way(sized_in_body, by_search_cursor),
    "page": Way(sized, by_page),
    "flat_page": Way(sized, by_flat_page),
    "body_page": Way(sized_in_body, by_body_page),
    "own_page": Way(sized_at_top, by_own_page),
    "scroll": Way(unsized, by_scroll),
    "has_more": Way(sized, by_has_more),
    "next_url": Way(sized, by_pages_next),
    "none": Way(unsized, at_nothing),
}
