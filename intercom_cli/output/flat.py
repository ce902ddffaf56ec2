"""Turn records into rows of cells, and ``*`` into the columns that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from intercom_cli.resource import Column

from .cells import column_for, exact
from .paths import STAR, reach
from .rows import Pages, decode, on_one_line
from .sheet import Sheet
from .spool import Spool

BATCH = 500


def is_open(columns: Iterable[Column]) -> bool:
    """Whether the columns are known only when all records are."""
    return any(column.path.endswith(STAR) for column in columns)


def expanded(columns: Iterable[Column], keys: dict[str, dict[str, None]]) -> tuple[Column, ...]:
    """The columns with each ``*`` replaced by the keys found in its place."""
    found: dict[str, Column] = {}
    for column in columns:
        if column.path.endswith(STAR):
            base = column.path[: -len(STAR)]
            for key in keys.get(base, ()):
                found.setdefault(base + key, column_for(base + key, ()))
        else:
            found.setdefault(column.path, column)
    return tuple(found.values())


def note_keys(record: Any, columns: Iterable[Column], keys: dict[str, dict[str, None]]) -> None:
    """Remember which keys a record has where a ``*`` stands."""
    for column in columns:
        if column.path.endswith(STAR):
            base = column.path[: -len(STAR)]
            inside = reach(record, base.rstrip("."))
            if isinstance(inside, dict):
                keys.setdefault(base, {}).update(dict.fromkeys(inside))


@contextmanager
def settled(pages: Pages, sheet: Sheet) -> Iterator[tuple[tuple[Column, ...], Pages]]:
    """The columns without ``*``, and the pages again, which are held back while columns are open.

    A header cannot be taken back, so an unknown column must be known before the first line.
    """
    if not is_open(sheet.columns):
        yield sheet.columns, pages
        return
    keys: dict[str, dict[str, None]] = {}
    with Spool() as spool:
        for page in pages:
            for row in page:
                note_keys(decode(row), sheet.columns, keys)
                spool.write(on_one_line(row) + b"\n")
        yield expanded(sheet.columns, keys), batches(spool.read_back(), BATCH)


def batches(rows: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    """The rows, some at a time."""
    batch: list[bytes] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def cells(row: bytes, columns: Sequence[Column]) -> list[str]:
    """A record's values in these columns, exact."""
    record = decode(row)
    return [exact(reach(record, column.path), column.kind) for column in columns]


def write_lines(pages: Pages, sheet: Sheet, line_of: Callable[[Sequence[str]], str]) -> int:
    """Write a header and a line for each record, page by page."""
    count, headed = 0, not sheet.headings
    with settled(pages, sheet) as (columns, known):
        header = line_of([column.path for column in columns])
        for page in known:
            lines = "".join([line_of(cells(row, columns)) for row in page])
            sheet.write_text(lines if headed else header + lines)
            headed = True
            count += len(page)
        if not headed and columns:
            sheet.write_text(header)
    return count
