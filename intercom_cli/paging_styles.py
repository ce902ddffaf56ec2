"""The ways in which Intercom pages its lists."""

from __future__ import annotations

from typing import Literal

Style = Literal[
    "cursor",  # query starting_after, answer pages.next.starting_after
    "search",  # the same cursor inside the body's pagination
    "page",  # query page, answer pages.page and pages.total_pages
    "flat_page",  # query page, answer page and total_pages at top level
    "body_page",  # the body's pagination.page
    "own_page",  # the body's own page, beside its other members
    "scroll",  # scroll_param until no rows come
    "has_more",  # query cursor, answer next_cursor and has_more
    "next_url",  # answer pages.next is the address of the next page
    "none",  # everything in one answer
]
