"""Cut the rows out of an answer as the bytes they came in, without decoding them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from intercom_cli.errors import ServerFailed

TABLE = msgspec.json.Decoder(dict[str, msgspec.Raw])
ARRAY = msgspec.json.Decoder(list[msgspec.Raw])
NO_LIST = "Intercom did not send the list that was asked for"


class Named(msgspec.Struct):
    """The members of a row that tell it from others, and its place in time."""

    id: str | int | None = None
    type: str | None = None
    created_at: Any = None
    updated_at: Any = None
    last_request_at: Any = None

    @property
    def key(self) -> str | None:
        """What tells it from all others: type and id, as mixed lists count ids for each type."""
        return None if self.id is None else f"{self.type} {self.id}"


NAMELESS = Named()


NAMED = msgspec.json.Decoder(Named)


class Rows(NamedTuple):
    """The rows of one answer, and everything else it said."""

    rows: list[bytes]
    around: Mapping[str, Any] = MappingProxyType({})

    @property
    def pages(self) -> dict[str, Any]:
        """The answer's ``pages``; empty when there are none."""
        pages = self.around.get("pages")
        return pages if isinstance(pages, dict) else {}

    @property
    def total(self) -> int | None:
        """How many records the whole list has, where the answer says so."""
        return whole_number(self.around.get("total_count"))


def rows(body: bytes, key: str = "", *, one: bool = True) -> Rows:
    """Find the rows under ``key`` (dots go deeper), or where there is no mistaking them.

    Where the key is missing the only list of objects counts, and an object that is no list is one
    row if there may be ``one``. Each row is one line. Without a key, ``data`` is tried first.

    Raises ServerFailed for what is not JSON, or has rows nowhere.
    """
    body = body.strip()
    if not body and key:
        raise ServerFailed(f"{NO_LIST}, but an empty answer.", retryable=True)
    if not body:
        return Rows([])
    try:
        if b"\n" in body or b"\r" in body:  # only between tokens: inside text they are escaped
            body = msgspec.json.format(body, indent=-1)
        if body.startswith(b"["):
            return Rows(cut(body))
        if not body.startswith(b"{"):
            value = bytes(msgspec.json.decode(body, type=msgspec.Raw))
            if key:
                raise ServerFailed(f"{NO_LIST}, but {kind_of(body)}.")
            return Rows([value])
        found = rows_of_object(body, TABLE.decode(body), key)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ServerFailed(
            "Intercom answered with something that is not JSON.",
            hint="Try again; with --debug you see what came.",
            retryable=True,
        ) from error
    if key and not found.around and found.rows == [body] and not one:
        raise ServerFailed(f"{NO_LIST}, but one record.")
    return found


def kind_of(body: bytes) -> str:
    """What a JSON value that is neither an object nor a list is called."""
    kinds = {b'"': "text", b"t": "true", b"f": "false", b"n": "null"}
    return kinds.get(body[:1], "a number")


def rows_of_object(body: bytes, table: dict[str, msgspec.Raw], key: str) -> Rows:
    """Find the rows of an answer that is a JSON object."""
    path = (key or "data").split(".")
    found = descend(table, path)
    lists = [] if found is not None or is_one(table) else lists_of(table)
    if len(lists) == 1:
        path = lists[0]
        found = descend(table, path)
    if found is not None:
        return Rows(cut(found), without(table, path[0]))
    if key and (lists or is_list(table) or "id" not in table):
        return no_rows(table, key)
    return Rows([body])


def without(table: dict[str, msgspec.Raw], name: str) -> dict[str, Any]:
    """Everything else an answer says, decoded."""
    return {other: msgspec.json.decode(raw) for other, raw in table.items() if other != name}


def no_rows(table: dict[str, msgspec.Raw], key: str) -> Rows:
    """A list without its rows: empty when it says so itself. Raises ServerFailed otherwise."""
    found = Rows([], without(table, ""))
    if found.total == 0:
        return found
    raise ServerFailed(f"Intercom's list has no {key!r}, and nothing in its place.")


def cut(array: bytes | msgspec.Raw) -> list[bytes]:
    """The elements of a JSON array, each as its bytes; null counts as empty."""
    if bytes(array[:4] if isinstance(array, bytes) else memoryview(array)[:4]) == b"null":
        return []
    return [bytes(raw) for raw in ARRAY.decode(array)]


def descend(table: dict[str, msgspec.Raw], path: list[str]) -> msgspec.Raw | None:
    """The array (or null) at a path; None when there is none."""
    raw = table.get(path[0])
    for name in path[1:]:
        if raw is None or first(raw) != b"{":
            return None
        raw = TABLE.decode(raw).get(name)
    return raw if raw is not None and first(raw) in {b"[", b"n"} else None


def lists_of(table: dict[str, msgspec.Raw]) -> list[list[str]]:
    """Paths of all arrays of objects, at the top or one level down; an empty array may be one."""
    found = [[name] for name, raw in table.items() if holds_objects(raw)]
    if found:
        return found
    inner = {name: TABLE.decode(raw) for name, raw in table.items() if first(raw) == b"{"}
    return [[a, b] for a, below in inner.items() for b, raw in below.items() if holds_objects(raw)]


def holds_objects(raw: msgspec.Raw) -> bool:
    """Whether this is an array of objects, or an empty one."""
    return first(raw) == b"[" and bytes(memoryview(raw)[1:20]).lstrip()[:1] in {b"{", b"]"}


def first(raw: msgspec.Raw) -> bytes:
    """The first byte of a value, which tells its type."""
    return bytes(memoryview(raw)[:1])


def is_one(table: dict[str, msgspec.Raw]) -> bool:
    """Whether the answer is one record where a list was expected: it has an id of its own."""
    return "id" in table and not is_list(table)


def is_list(table: dict[str, msgspec.Raw]) -> bool:
    """Whether the answer calls itself a list, as in conversation.list."""
    raw = table.get("type")
    return raw is not None and bytes(raw).rstrip(b'"').endswith(b"list")


def id_of(row: bytes) -> str | None:
    """The id of a row as text; None when it has none."""
    try:
        found = NAMED.decode(row).id
    except msgspec.MsgspecError:
        return None
    return None if found is None else str(found)


def named(row: bytes) -> Named:
    """What tells a row from others; nothing where it is no record."""
    try:
        return NAMED.decode(row)
    except msgspec.MsgspecError:
        return NAMELESS


def key_of(row: bytes) -> str | None:
    """What tells a row from all others; None when it has no id."""
    return named(row).key


def whole_number(value: Any) -> int | None:
    """A count, which Intercom now and then gives as text."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
