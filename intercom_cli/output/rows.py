"""Rows of data: records as the bytes they came in, decoded only as far as a format needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

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
    """A row as Python values, every number exact."""
    import msgspec

    try:
        return decoder().decode(row)
    except msgspec.DecodeError:
        import json

        # Half a surrogate pair is legal JSON and no text; the strict decoder refuses it.
        return json.loads(row, parse_float=Literal)


def members(row: bytes) -> dict[str, bytes] | list[bytes] | None:
    """The values inside an object or an array as their own bytes; None for anything else."""
    import msgspec

    first = row.lstrip()[:1]
    if first == b"{":
        fields = msgspec.json.decode(row, type=dict[str, msgspec.Raw])
        return {key: bytes(value) for key, value in fields.items()}
    if first == b"[":
        return [bytes(item) for item in msgspec.json.decode(row, type=list[msgspec.Raw])]
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
    except msgspec.DecodeError:
        import json

        layout: dict[str, Any] = {"indent": indent} if indent > 0 else {"separators": (",", ":")}
        return json.dumps(json.loads(row), **layout).encode()


def pages_of(rows: Iterable[bytes]) -> Iterator[Sequence[bytes]]:
    """The rows as they arrive together, so that each page is shown before the next is asked for."""
    pages = getattr(rows, "pages", None)
    if pages is not None:
        yield from pages()
    elif isinstance(rows, list | tuple):
        yield rows
    else:
        for row in rows:
            yield (row,)
