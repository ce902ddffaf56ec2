"""What --group-by and --stat name: fields, spans of time, and statistics of numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.paths import parse, split
from intercom_cli.unset import Kind

from .cells import MOMENTS
from .statistic import Stat, stat

# A moment as the span it lies in; a week as ISO 8601 writes it.
SPANS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
Held = Callable[[dict[str, Any]], list[Any]]


class By(NamedTuple):
    """A field to group by, as it was typed; ``span`` is what its moments are rounded to.

    ``kind`` tells which values count as not set. Where the values are ids of records, ``held``
    gives those of one record, each an id or an object with one, and ``nobody`` is what a person
    reads where there is none.
    """

    title: str
    path: str
    span: str = ""
    kind: Kind = "number"
    held: Held | None = None
    nobody: str = "null"


def asked(text: str) -> tuple[By, ...]:
    """Read --group-by. Raises Misuse when it names nothing, or a span there is not."""
    titles = tuple(dict.fromkeys(split(text)))
    if not titles:
        raise Misuse("--group-by needs a field.", hint="as in --group-by role")
    return tuple(map(by, titles))


def asked_stats(text: str) -> tuple[Stat, ...]:
    """Read --stat. Raises Misuse when it names nothing, or a function there is not."""
    titles = tuple(dict.fromkeys(split(text)))
    if not titles:
        raise Misuse("--stat needs a function and a field.", hint="as in --stat median:FIELD")
    return tuple(map(stat, titles))


def by(title: str) -> By:
    """One field; what stands behind a colon is a span, except in a name that has a colon."""
    path, colon, span = title.rpartition(":")
    parse(path if span in SPANS else title)
    if colon and span in SPANS:
        return By(title, path, span)
    if colon and path.endswith(MOMENTS):
        known = ", ".join(SPANS)
        raise Misuse(f"--group-by {title}: a time has {known}.", hint=f"--group-by {path}:day")
    return By(title, title)
