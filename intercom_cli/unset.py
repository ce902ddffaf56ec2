"""Whether a value counts as not set, by the kind of field it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from intercom_cli.resource import Asked

Kind = Literal[
    "id",  # an id, a reference, or a name that stands for an id
    "text",
    "date",
    "number",
    "boolean",
    "object",
    "list",  # the value of a list attribute: one text or several
    "files",
    "unknown",  # an attribute whose type is not known
]
KINDS: dict[str, Kind] = {
    "string": "text",
    "words": "text",
    "id": "id",
    "integer id": "id",
    "tag": "id",
    "boolean": "boolean",
    "integer": "number",
    "number": "number",
    "date": "date",
    "moment": "date",
    "object": "object",
    "custom": "unknown",
}
# Types of attributes as Intercom lists them; conversations and tickets say decimal and datetime.
DATA_TYPES: dict[str, Kind] = {
    "string": "text",
    "integer": "number",
    "float": "number",
    "decimal": "number",
    "boolean": "boolean",
    "date": "date",
    "datetime": "date",
    "list": "list",
    "files": "files",
    "relationship": "id",
}
NO_ID = ("", "0")
LISTS = frozenset({"id", "list", "files", "unknown"})


def kind_of(asked: Asked | str) -> Kind:
    """The kind of a field of ``--where`` by its type."""
    return KINDS.get(asked, "unknown")


def kind_of_attribute(data_type: str | None) -> Kind:
    """The kind of an attribute by its ``data_type``."""
    return DATA_TYPES.get(data_type or "", "unknown")


def is_unset(value: Any, kind: Kind) -> bool:
    """Whether a value of a field of this kind is not set; what is absent is given as None.

    >>> [is_unset("", kind) for kind in ("id", "text", "date", "number")]
    [True, True, True, False]
    >>> [is_unset(0, kind) for kind in ("id", "text", "date", "number")]
    [True, False, True, False]
    >>> is_unset({"type": "list", "data": [], "total_count": 0}, "id")
    True
    """
    if value is None:
        return True
    if kind == "object" and value == {}:
        return True
    if kind in LISTS and is_empty_list(value):
        return True
    match kind:
        case "id":
            return value in NO_ID if isinstance(value, str) else is_zero(value)
        case "date":
            return value == "" if isinstance(value, str) else is_zero(value)
        case "text" | "list" | "files" | "unknown":
            return bool(value == "")
        case _:
            return False


def is_zero(value: Any) -> bool:
    """Whether a value is the number 0, which false is not."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == 0


def is_empty_list(value: Any) -> bool:
    """Whether a value is a list or a list object without items."""
    return size_of(value) == 0


def size_of(value: Any) -> int | None:
    """How many items a list or a list object has; None for anything else.

    A list object inside a record holds at most ten of its items, so its ``total_count`` decides.
    """
    if isinstance(value, list):
        return len(value)
    if not isinstance(value, dict):
        return None
    total = value.get("total_count")
    if isinstance(total, int) and not isinstance(total, bool):
        return total
    return len(items) if (items := items_of(value)) is not None else None


def items_of(value: Any) -> list[Any] | None:
    """The items of a list or a list object that came with it; None for anything else.

    List objects name their type, such as ``list``, ``tag.list`` or ``admin.list``.
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or not str(value.get("type", "")).endswith("list"):
        return None
    return next((inner for inner in value.values() if isinstance(inner, list)), [])


def is_cut(value: Any) -> bool:
    """Whether a list object came with fewer items than it has."""
    items = items_of(value)
    if items is None or not isinstance(value, dict):
        return False
    return bool(value.get("has_more")) or (size_of(value) or 0) > len(items)
