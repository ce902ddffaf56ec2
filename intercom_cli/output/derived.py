"""Values that records do not have themselves: names for ids, and the text of HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from intercom_cli.foreign import id_at, plain
from intercom_cli.paths import join, parse
from intercom_cli.references import Reference
from intercom_cli.resource import Column
from intercom_cli.values import titled

from .cells import compact, value_of
from .paths import ABSENT, reach
from .rows import Pages, decode, members

NAME, TEXT = "name", "text"
Names = Callable[[Reference], Mapping[str, str]]


class Derived(NamedTuple):
    """A field that was asked for and may have to be made: a name, a cell, or else a text.

    A cell is asked for by the title of its column.

    ``beside`` says that the HTML itself was asked for too, and must stay.
    """

    path: str
    refers: Reference | None = None
    beside: bool = False
    column: Column | None = None


def derived(
    pages: Pages,
    fields: Sequence[str],
    columns: Sequence[Column],
    names: Names,
    *,
    whole: bool = False,
) -> Pages:
    """The records with what can be made of what was asked for and they lack themselves.

    Where no fields were asked for, names stand where a table shows what a record refers to, and
    beside the ids of a record that is shown ``whole``.
    """
    if not fields:
        if whole:
            return ([beside_ids(row, columns, names) for row in page] for page in pages)
        referring = [column for column in columns if column.refers and not column.extra]
        return with_columns(pages, referring, names) if referring else pages
    wanted = derivable(fields, columns)
    return completed(pages, wanted, names) if wanted else pages


def derivable(fields: Sequence[str], columns: Sequence[Column]) -> list[Derived]:
    """The fields that are a name of what a column refers to, or may be the text of HTML."""
    known = {f"{one.name}.{NAME}": one for column in columns for one in column.refers}
    cells = {titled(column.title): column for column in columns}
    asked = {join(parse(path).names) for path in fields}
    found = []
    for path in fields:
        *base, last = parse(path).names
        if path in known:
            found.append(Derived(path, known[path]))
        elif base and last == TEXT:
            found.append(Derived(path, beside=join(base) in asked))
        elif column := cells.get(titled(path)):
            found.append(Derived(path, column=column))
    return found


def completed(pages: Pages, wanted: list[Derived], names: Names) -> Iterator[Sequence[bytes]]:
    """Records with these fields; a field that a record has itself is left as it is."""
    for page in pages:
        yield [complete(row, wanted, names) for row in page]


def complete(row: bytes, wanted: list[Derived], names: Names) -> bytes:
    """One record with these fields."""
    record = decode(row)
    for one in wanted:
        if reach(record, one.path) is not ABSENT:
            continue
        if one.refers:
            row = with_name(row, one.path, name_in(record, one.refers, names))
        elif one.column:
            row = with_cell(row, record, one.path, one.column, names)
        else:
            steps = parse(one.path).names[:-1]
            row = with_text(row, steps, beside=one.beside)
    return row


def name_in(record: Any, refers: Reference, names: Names) -> Any:
    """The name of what a record refers to; a list of them where it has a list of ids."""
    found = names_in(record, refers, names)
    several = isinstance(reach(record, refers.path), list) and not refers.last
    return found if several else next(iter(found), None)


def names_in(record: Any, refers: Reference, names: Names) -> list[str]:
    """The names of what a record refers to, or the ids of those that have none."""
    found = reach(record, refers.path)
    ids = [id_at(one) for one in (found if isinstance(found, list) else [found])]
    ids = [one for one in ids if one]
    if refers.last:
        ids = ids[-1:]
    known = names(refers) if ids else {}
    return [known.get(one) or one for one in ids]


def with_name(row: bytes, path: str, name: Any) -> bytes:
    """A record with a name in an object of its own, or where another value is, beside that."""
    inside = members(row)
    if not isinstance(inside, dict):
        return row
    key, _, last = path.partition(".")
    below = members(inside[key]) if key in inside else {}
    if isinstance(below, dict):
        return rejoined({**inside, key: rejoined({**below, last: encoded(name)})})
    return rejoined({**inside, path: encoded(name)})


def with_cell(row: bytes, record: Any, path: str, column: Column, names: Names) -> bytes:
    """A record with what a column shows of it, under the title of that."""
    inside = members(row)
    if not isinstance(inside, dict):
        return row
    if column.refers:
        told = [name for one in column.refers for name in names_in(record, one, names)]
        return rejoined({**inside, path: encoded(", ".join(map(plain, told)) or None)})
    value = value_of(record, column)
    return row if value is ABSENT else rejoined({**inside, path: compact(value).encode()})


def with_text(value: bytes, steps: Sequence[str], *, beside: bool) -> bytes:
    """A value with the text of the HTML at a path, also of each item of a list on the way."""
    inside = members(value)
    if isinstance(inside, list):
        rest = steps[1:] if steps[0].isdigit() else steps
        items = (with_text(item, rest, beside=beside) for item in inside) if rest else inside
        return b"[" + b",".join(items) + b"]"
    key = steps[0]
    if not isinstance(inside, dict) or key not in inside:
        return value
    if len(steps) > 1:
        return rejoined({**inside, key: with_text(inside[key], steps[1:], beside=beside)})
    html = decode(inside[key])
    if html is not None and not isinstance(html, str):
        return value
    from .html import text_of

    text = encoded(None if html is None else text_of(html))
    if beside:
        return rejoined({**inside, f"{key}.{TEXT}": text})
    return rejoined({**inside, key: rejoined({TEXT: text})})


def beside_ids(row: bytes, columns: Sequence[Column], names: Names) -> bytes:
    """A record with the name of what it refers to after each id that has one."""
    inside, record = members(row), decode(row)
    if not isinstance(inside, dict):
        return row
    for one in (one for column in columns for one in column.refers if one.path in inside):
        found = reach(record, one.path)
        several = isinstance(found, list)
        ids = [id_at(item) for item in (found if several else [found])]
        if all(ids):
            known = names(one)
            named = [f"{known[id]} ({id})" if known.get(id) else id for id in ids]
            inside[one.path] = encoded(named if several else named[0])
    return rejoined(inside)


def encoded(value: Any) -> bytes:
    """A value as JSON."""
    import msgspec

    return msgspec.json.encode(value)


def rejoined(inside: Mapping[str, bytes]) -> bytes:
    """An object from its members."""
    return b"{" + b",".join(encoded(key) + b":" + value for key, value in inside.items()) + b"}"


def with_columns(
    pages: Pages, columns: Sequence[Column], names: Names
) -> Iterator[Sequence[bytes]]:
    """Records with names at the paths of these columns."""
    for page in pages:
        yield [with_cells(row, columns, names) for row in page]


def with_cells(row: bytes, columns: Sequence[Column], names: Names) -> bytes:
    """A record with names at the paths of these columns, as one text each."""
    inside, record = members(row), decode(row)
    if not isinstance(inside, dict):
        return row
    for column in columns:
        told = [name for one in column.refers for name in names_in(record, one, names)]
        there = any(reach(record, one.path) is not ABSENT for one in column.refers)
        if there:
            inside[column.path] = encoded(", ".join(map(plain, told)) or None)
    return rejoined(inside)
