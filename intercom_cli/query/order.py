"""Put rows in order here, where Intercom does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from intercom_cli.query.evaluate import value_at
from intercom_cli.unset import Kind, is_unset


def in_order(
    rows: Iterable[bytes], field: str, *, descending: bool, kind: Kind = "unknown"
) -> Iterator[bytes]:
    """Rows by a field, each as the bytes it came in; those where it is not set come last.

    Rows of one value stay in the order they came in. All of them are held until the last is read.
    """
    decode = msgspec.json.Decoder(Any).decode
    told: list[tuple[tuple[int, Any], bytes]] = []
    unset: list[bytes] = []
    for row in rows:
        record = decode(row)
        value = value_at(record, field) if isinstance(record, dict) else None
        if is_unset(value, kind) or isinstance(value, list | dict):
            unset.append(row)
        else:
            told.append((key_of(value), row))
    told.sort(key=lambda one: one[0], reverse=descending)
    yield from (row for _, row in told)
    yield from unset


def key_of(value: Any) -> tuple[int, Any]:
    """What a value is sorted by: numbers before text, text in any case."""
    if isinstance(value, bool | int | float):
        return 0, value
    return 1, str(value).casefold()
