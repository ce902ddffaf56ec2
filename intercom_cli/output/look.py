"""How a person wants to see what is written."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """How the person wants to see it; ``wide`` cuts nothing on a terminal either.

    ``survey`` tells which fields records have in place of records; ``guard`` keeps spreadsheets
    from working out text; ``key`` is what ``-o ids`` writes. ``paged`` is what a
    pager shows.
    """

    format: str | None = None
    fields: tuple[str, ...] = ()
    jq: str | None = None
    raw: bool = False
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    wide: bool = False
    survey: bool = False
    guard: bool = False
    bom: bool = False
    key: str = "id"
    paged: bool = False
