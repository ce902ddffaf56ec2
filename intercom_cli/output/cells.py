"""One value as the text of one cell: for people's eyes, or exact for programs."""

from __future__ import annotations

from typing import Any

from intercom_cli.foreign import plain
from intercom_cli.paths import last_name
from intercom_cli.resource import Column, Kind
from intercom_cli.values import titled

from .clean import clean
from .paths import ABSENT, reach
from .rows import Literal
from .times import ago, is_moment, iso, moment_in

REFERENCE = frozenset({"type", "id", "url"})
NAMING = ("name", "label", "title", "email", "external_id", "id")

# How names of moments end, also in custom attributes, which do not tell their type.
MOMENTS = ("_at", "_on", "_date")


def column_for(path: str, columns: tuple[Column, ...]) -> Column:
    """The noun's own column for a path, or one guessed from its name."""
    for column in columns:
        if column.path == path:
            return column
    for column in columns:
        if titled(column.title) == titled(path):
            return Column(column.title, path, column.kind)
    last = last_name(path)
    if last == "id" or last.endswith("_id"):
        return Column(path, path, "id")
    return Column(path, path, "time" if last.endswith(MOMENTS) else "text")


def shown(value: Any, kind: Kind, now: float | None) -> str:
    """A value for people, on one safe line; times relative to ``now``, or ISO where it is None."""
    if value is None or value is ABSENT:
        return ""
    if kind == "time" and isinstance(value, str) and now is not None:
        moment = moment_in(value)
        return clean(value) if moment is None else ago(moment, now)
    if kind == "time" and is_moment(value):
        return iso(value) if now is None else ago(value, now)
    if kind == "count" and isinstance(value, dict | list):
        return str(counted(value))
    if kind == "flag" or isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return clean(words(value) if kind == "html" else plain(value))
    if kind in ("id", "names", "time") and value == 0:  # nobody, since 2.16, and no time
        return ""
    return str(value) if isinstance(value, int) else listed(value, kind)


def words(html: str) -> str:
    """The words of HTML on one line."""
    from .html import words_of

    return words_of(html)


def value_of(record: Any, column: Column) -> Any:
    """What a column shows of a record: the first of its places that has something."""
    value = reach(record, column.path)
    for path in column.instead:
        if value not in (None, ABSENT, ""):
            break
        value = reach(record, path)
    return value


def listed(value: Any, kind: Kind) -> str:
    """A list or an object for people: its names, what it holds by name, or else its JSON."""
    if kind == "pairs" and isinstance(value, dict):
        return ", ".join(f"{clean(plain(name))} {named(item)}" for name, item in value.items())
    items = items_of(value)
    if items is None:
        return clean(compact(value))
    if kind == "names" or not any(isinstance(item, dict | list) for item in items):
        return ", ".join(named(item) for item in items)
    return clean(compact(value))


def exact(value: Any, kind: Kind) -> str:
    """A value for programs: text as it is, moments in ISO, lists of words by ``;``, else JSON."""
    if value is None or value is ABSENT:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return iso(value) if kind == "time" and is_moment(value) else str(value)
    if kind == "count":
        return str(counted(value))
    items = items_of(value)
    if kind == "names" and items is not None:
        return ";".join(name_in(item) for item in items)
    if isinstance(value, list) and not any(isinstance(i, dict | list) for i in value):
        return ";".join(exact(item, "text") for item in value)
    if items is not None and all(map(is_reference, items)):
        return ";".join(name_in(item) for item in items)
    return compact(value if items is None else items)


def is_reference(item: Any) -> bool:
    """Whether an item of a list only says which record is meant."""
    return isinstance(item, dict) and "id" in item and item.keys() <= REFERENCE


def items_of(value: Any) -> list[Any] | None:
    """The items of a list, also of Intercom's list object, which keeps them in ``data``."""
    if isinstance(value, dict):
        value = value.get("data")
    return value if isinstance(value, list) else None


def counted(value: dict[str, Any] | list[Any]) -> int:
    """How many there are; Intercom sends only the first ten with a record, but all the count."""
    if isinstance(value, dict) and isinstance(value.get("total_count"), int):
        return int(value["total_count"])
    return len(items_of(value) or ())


def name_in(item: Any) -> str:
    """What an item of a list is called: its name, or the next best thing it has."""
    if isinstance(item, dict):
        found = next((item[key] for key in NAMING if item.get(key) not in (None, "")), None)
        return compact(item) if found is None else str(found)
    return item if isinstance(item, str) else compact(item)


def named(item: Any) -> str:
    """What an item of a list is called, safe to show."""
    return clean(plain(name_in(item)))


def compact(value: Any) -> str:
    """A value as JSON in one line, numbers as they were written."""
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{compact(str(k))}:{compact(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact, value)) + "]"
    import json

    return json.dumps(value, ensure_ascii=False)
