"""Turn records into rows of cells, and ``*`` into the columns that are there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from intercom_cli.paths import join, quote
from intercom_cli.resource import Column

from .branches import Branch, Place, leaves, taken_from
from .cells import column_for, exact
from .paths import STAR, reach
from .rows import Literal, Pages, decode, on_one_line
from .sheet import Sheet
from .spool import Spool

BATCH = 500
# What spreadsheets take for the beginning of a formula: a sign, also a full-width one, behind
# whatever they pass over, such as line breaks, control characters, marks and blanks of any kind.
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
PASSED_OVER = "\\s\x00-\x1f\x7f-\x9f\xa0\xad\u200b-\u200f\u2060\ufeff"
FORMULA = re.compile(f"[\x00\t\n\r\xa0\ufeff]|[{PASSED_OVER}]*[{SIGNS}]")


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
                path = base + quote(key)
                found.setdefault(path, column_for(path, ()))
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
def settled(
    pages: Pages, columns: Sequence[Column], noun: tuple[Column, ...]
) -> Iterator[tuple[list[Place], Pages]]:
    """Where each cell is found, and the pages again, which are held back while columns are open.

    A header cannot be taken back, so every column must be known before the first line. Only the
    names are kept in memory; the records wait in a spool.
    """
    if not is_open(columns):
        yield [Place(column) for column in columns], pages
        return
    bases = [column.path[: -len(STAR)] for column in columns if column.path.endswith(STAR)]
    grown = {base: Branch() for base in bases}
    with Spool() as spool:
        for page in pages:
            for row in page:
                record = decode(row)
                for base, branch in grown.items():
                    branch.grow(reach(record, base.rstrip(".")))
                spool.write(on_one_line(row) + b"\n")
        yield placed(columns, grown, noun), batches(spool.read_back(), BATCH)


def placed(
    columns: Iterable[Column], grown: dict[str, Branch], noun: tuple[Column, ...]
) -> list[Place]:
    """The columns with what grew in the place of each ``*``, each path once."""
    found: dict[str, Place] = {}
    # Rows that were made, such as groups, have keys that are columns as they stand.
    made = {column.path for column in noun}
    for column in columns:
        if not column.path.endswith(STAR):
            found.setdefault(column.path, Place(column))
            continue
        base = column.path[: -len(STAR)]
        for steps in leaves(grown[base]):
            path = base + (steps[0] if len(steps) == 1 and steps[0] in made else join(steps))
            found.setdefault(path, Place(whole(column_for(path, noun)), base.rstrip("."), steps))
    return list(found.values())


def whole(column: Column) -> Column:
    """The column of a whole record: a list that a table only counts is told."""
    return column._replace(kind="text") if column.kind == "count" else column


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


def cells(row: bytes, places: Sequence[Place], *, guard: bool) -> list[str]:
    """A record's values in these columns, exact."""
    record = decode(row)
    return [cell(taken_from(record, place), place.column, guard=guard) for place in places]


def cell(value: Any, column: Column, *, guard: bool) -> str:
    """One value; with ``guard`` no text of it is a formula, and numbers stay numbers."""
    text = exact(value, column.kind)
    number = isinstance(value, int | Literal)
    return guarded(text) if guard and not number else text


def guarded(text: str) -> str:
    """A text that a spreadsheet shows and does not work out."""
    return "'" + text if FORMULA.match(text) else text


def write_lines(pages: Pages, sheet: Sheet, line_of: Callable[[Sequence[str]], str]) -> int:
    """Write a header and a line for each record; whole records unless fields were asked for."""
    guard = sheet.guard
    wanted = sheet.columns if sheet.fields else (Column(STAR, STAR),)
    count, headed = 0, not sheet.headings
    with settled(pages, wanted, sheet.columns) as (places, known):
        titles = [place.column.path for place in places] or named(sheet.columns)
        header = line_of([guarded(title) if guard else title for title in titles])
        for page in known:
            lines = "".join([line_of(cells(row, places, guard=guard)) for row in page])
            sheet.write_text(lines if headed else header + lines)
            headed = True
            count += len(page)
        if not headed and titles:
            sheet.write_text(header)
    return count


def named(columns: Iterable[Column]) -> list[str]:
    """The noun's own columns, which are the header of a list without records."""
    return [column.path for column in columns if not column.path.endswith(STAR)]
