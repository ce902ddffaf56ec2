"""Read JSON that came from elsewhere: answers of Intercom, notifications, files.

Nothing in it has to be there or to have the type that is described. A value that is absent or of
another type is not set: ``None``, or the empty value of the type that was asked for. What a
command cannot do without is read with ``required_…``, which names the path that was wrong.

>>> conversation = {"tags": {"type": "tag.list", "tags": [{"id": 7, "name": "VIP"}, None]}}
>>> [text(tag, "name") for tag in records(conversation, "tags")]
['VIP']
>>> text(conversation, "source", "author", "name"), record(conversation, "company")
('', {})
"""

from __future__ import annotations

import re
from typing import Any

from intercom_cli.errors import Http, ServerFailed

Record = dict[str, Any]
Step = str | int

ENTRIES = "data"
# Only whole entities: the ampersands of an address with a query are none.
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")
TAG = re.compile(r"</?[A-Za-z]")


def at(value: Any, *path: Step) -> Any:
    """The value at a path of keys and places in lists; None where the path leads nowhere."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step] if 0 <= step < len(value) else None
        else:
            return None
    return value


def record(value: Any, *path: Step) -> Record:
    """The object at a path; an empty one where there is none."""
    found = at(value, *path)
    return found if isinstance(found, dict) else {}


def items(value: Any, *path: Step) -> list[Any]:
    """The items of the list at a path, or of a list object, without those that are null.

    A list object keeps them in ``data``, under its own name, or in the only list it has.
    """
    found = list_at(value, *path)
    return [] if found is None else [item for item in found if item is not None]


def list_at(value: Any, *path: Step) -> list[Any] | None:
    """The list at a path, or in the list object there; None where there is neither."""
    found = at(value, *path)
    if isinstance(found, dict):
        for key in (ENTRIES, *path[-1:]):
            if isinstance(inside := found.get(key), list):
                return inside
        lists = [one for one in found.values() if isinstance(one, list)]
        return lists[0] if len(lists) == 1 else None
    return found if isinstance(found, list) else None


def records(value: Any, *path: Step) -> list[Record]:
    """The objects among the items at a path."""
    return [item for item in items(value, *path) if isinstance(item, dict)]


def text(value: Any, *path: Step, default: str = "") -> str:
    """The text at a path, or the digits of a number; ``default`` where there is neither."""
    found = at(value, *path)
    if isinstance(found, str):
        return found or default
    return str(found) if is_number(found) else default


def plain(name: str) -> str:
    """A name with signs in place of entities, as Intercom escapes some; HTML is left alone.

    >>> plain("Reef &amp; Kelp"), plain("<p>a &lt; b</p>"), plain("?a=1&copy=2")
    ('Reef & Kelp', '<p>a &lt; b</p>', '?a=1&copy=2')
    """
    if "&" not in name or TAG.search(name):
        return name
    from html import unescape

    return ENTITY.sub(lambda found: unescape(found[0]), name)


def first_text(value: Any, *keys: str, default: str = "") -> str:
    """The text of the first of these keys that has some."""
    return next(filter(None, (text(value, key) for key in keys)), default)


def id_at(value: Any, *path: Step) -> str:
    """The id at a path, which may be text or a number; empty where none is set, as for 0."""
    found = at(value, *path)
    if isinstance(found, str) or (isinstance(found, int) and not isinstance(found, bool)):
        return "" if str(found) == "0" else str(found)
    return ""


def integer(value: Any, *path: Step) -> int | None:
    """The whole number at a path, also where it is written as text; None for anything else."""
    found = at(value, *path)
    if isinstance(found, str) and found.isascii() and found.removeprefix("-").isdigit():
        try:
            return int(found)
        except ValueError:  # longer than Python reads
            return None
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def is_number(value: Any) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def required_id(value: Any, *path: Step, http: Http | None = None) -> str:
    """The id at a path. Raises ServerFailed where there is none."""
    if found := id_at(value, *path):
        return found
    raise unexpected("an id", *path, http=http)


def required_text(value: Any, *path: Step, http: Http | None = None) -> str:
    """The text at a path. Raises ServerFailed where there is none."""
    if found := text(value, *path):
        return found
    raise unexpected("text", *path, http=http)


def required_record(value: Any, *path: Step, http: Http | None = None) -> Record:
    """The object at a path. Raises ServerFailed where there is none."""
    found = at(value, *path)
    if isinstance(found, dict):
        return found
    raise unexpected("an object", *path, http=http)


def required_records(value: Any, *path: Step, http: Http | None = None) -> list[Record]:
    """The objects of the list at a path. Raises ServerFailed where there is no list."""
    if list_at(value, *path) is None:
        raise unexpected("a list", *path, http=http)
    return records(value, *path)


def required_texts(value: Any, *path: Step, http: Http | None = None) -> list[str]:
    """The texts of the list at a path. Raises ServerFailed where there is none, or other items."""
    found = list_at(value, *path)
    if found is None:
        raise unexpected("a list", *path, http=http)
    for number, item in enumerate(found):
        if not isinstance(item, str):
            raise unexpected("text", *path, number, http=http)
    return found


def unexpected(kind: str, *path: Step, http: Http | None = None) -> ServerFailed:
    """The error for a value that is not there or of another type, with its path."""
    place = ".".join(map(str, path)) or "the whole of it"
    return ServerFailed(
        f"Intercom sent an unexpected answer: expected {kind} at {place}.",
        hint="Try again; --debug shows what came.",
        http=http,
    )
