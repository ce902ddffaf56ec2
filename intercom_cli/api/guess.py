"""Guess how a list nobody described is paged, from its request and its first answer."""

from __future__ import annotations

from typing import Any

import msgspec

from intercom_cli.api.request import Request
from intercom_cli.api.rows import Rows, whole_number
from intercom_cli.paging_styles import Style


def style_of(found: Rows, request: Request) -> Style:
    """The paging style of an answer; none when nothing says that there is more."""
    around, pages = found.around, found.pages
    if "scroll_param" in around:
        return "scroll"
    if "has_more" in around and "next_cursor" in around:
        return "has_more"
    in_body = pages_in_body(request)
    following = pages.get("next")
    if isinstance(following, str) and following:
        return "next_url"
    if isinstance(following, dict) and following.get("starting_after"):
        return "search" if in_body else "cursor"
    if isinstance(following, dict) or whole_number(pages.get("total_pages")) is not None:
        return "body_page" if in_body else "page"
    if whole_number(around.get("total_pages")) is not None:
        return "flat_page"
    return "none"


def pages_in_body(request: Request) -> bool:
    """Whether a request asks for its page inside its body, as all searches by POST do."""
    if request.method != "POST" or not request.body:
        return False
    try:
        body: Any = msgspec.json.decode(request.body)
    except msgspec.DecodeError:
        return False
    return isinstance(body, dict) and bool({"query", "pagination"} & body.keys())


def only_reads(request: Request) -> bool:
    """Whether a POST only reads, as searches and the list of companies do."""
    path = request.path.partition("?")[0].rstrip("/")
    return request.method == "POST" and path.endswith(("/search", "/list"))
