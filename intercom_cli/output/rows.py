"""Rows of data: records as the bytes they came in, decoded only as far as a format needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import ServerFailed

if TYPE_CHECKING:
    import msgspec

Pages = Iterable[Sequence[bytes]]


class Literal(str):
    """A number that is not an integer, kept as it was written: ``1.10`` stays ``1.10``."""

    __slots__ = ()


@cache
def decoder() -> msgspec.json.Decoder[Any]:
    """The decoder that keeps integers exact and other numbers as they were written."""
    import msgspec

    return msgspec.json.Decoder(float_hook=Literal)


def decode(row: bytes) -> Any:
    """A row as Python values, every number exact. Raises ServerFailed when it is not JSON."""
    import msgspec

    try:
        return decoder().decode(row)
    except (msgspec.DecodeError, RecursionError) as error:
        raise not_json() from error


def members(row: bytes) -> dict[str, bytes] | list[bytes] | None:
    """The values inside an object or an array as their own bytes; None for anything else."""
    import msgspec

    first = row.lstrip()[:1]
    try:
        if first == b"{":
            fields = msgspec.json.decode(row, type=dict[str, msgspec.Raw])
            return {key: bytes(value) for key, value in fields.items()}
        if first == b"[":
            return [bytes(item) for item in msgspec.json.decode(row, type=list[msgspec.Raw])]
    except (msgspec.DecodeError, RecursionError) as error:
        raise not_json() from error
    return None


def on_one_line(row: bytes) -> bytes:
    """The row without line breaks, every value as it was."""
    if b"\n" not in row and b"\r" not in row:
        return row
    return rewrap(row, -1)


def indented(row: bytes) -> bytes:
    """The row laid out for reading, every value as it was."""
    return rewrap(row, 2)


def rewrap(row: bytes, indent: int) -> bytes:
    """The same JSON with other white space; numbers, key order and repeated keys stay."""
    import msgspec

    try:
        return msgspec.json.format(row, indent=indent)
    except (msgspec.DecodeError, RecursionError) as error:
        raise not_json() from error


def not_json() -> ServerFailed:
    """The error for data that cannot be read."""
    return ServerFailed(
        "Intercom answered with something that is not JSON.",
        hint="Try again; with --debug you see what came.",
        retryable=True,
    )


def pages_of(rows: Iterable[bytes]) -> Iterator[Sequence[bytes]]:
    """The rows that are there together; those still to come one by one, each shown at once."""
    if isinstance(rows, list | tuple):
        yield rows
    else:
        for row in rows:
            yield (row,)
