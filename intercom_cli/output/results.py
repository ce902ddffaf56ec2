"""Write what jq gave: values one after the other as jq does, or rows of a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from types import ModuleType

from intercom_cli.resource import Column

from .clean import clean_lines, escape_json
from .flat import BATCH, batches
from .paths import project, wanted
from .rows import decode, indented, members
from .sheet import Sheet

EVERYTHING = (Column("*", "*"),)


def write_values(results: Iterable[bytes], sheet: Sheet, *, raw: bool, pretty: bool) -> int:
    """Write each value as JSON, or with ``raw`` a string as its text; laid out when ``pretty``."""
    count = 0
    asked = wanted(sheet.fields)
    for result in results:
        if raw and result.startswith(b'"'):
            text = str(decode(result))
            shown = clean_lines(text) if sheet.terminal else text
            sheet.write(shown.encode("utf-8", "replace") + b"\n")
        else:
            value = project(result, asked) if result.startswith(b"{") else result
            value = indented(value) if pretty else value
            sheet.write((escape_json(value) if sheet.terminal else value) + b"\n")
        count += 1
    return count


def write_results(results: Iterator[bytes], writer: ModuleType, sheet: Sheet) -> int:
    """Write each value as a row: an object by its keys, an array by its places, else one cell."""
    results = spread(results)
    first = next(results, None)
    if first is None:
        return 0
    named = first.startswith(b"{")
    columns = sheet.columns if sheet.fields and named else EVERYTHING
    rows = (as_object(result) for result in chain([first], results))
    count: int = writer.write(batches(rows, BATCH), sheet._replace(columns=columns, headings=named))
    return count


def spread(results: Iterable[bytes]) -> Iterator[bytes]:
    """The values, with the records of an array in the array's place."""
    for result in results:
        items = members(result) if result.startswith(b"[{") else None
        if isinstance(items, list):
            yield from items
        else:
            yield result


def write_documents(results: Iterable[bytes], writer: ModuleType, sheet: Sheet) -> int:
    """Write each value as a document of its own, which is how YAML keeps several apart."""
    count = 0
    for result in results:
        if count:
            sheet.write_text("---\n")
        writer.write_one(result, sheet)
        count += 1
    return count


def as_object(result: bytes) -> bytes:
    """A value as a record, so that every format has a place for it."""
    if result.startswith(b"{"):
        return result
    if result.startswith(b"["):
        items = members(result) or []
        return b"{" + b",".join(b'"%d":%s' % pair for pair in enumerate(items)) + b"}"
    return b'{"id":%s}' % result
