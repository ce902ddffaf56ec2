"""Reach into a record by a dotted path, through lists, and cut a record down to some paths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .rows import members

STAR = "*"
ABSENT: Any = object()
Tree = dict[str, "Tree"]


def reach(value: Any, path: str) -> Any:
    """The value at ``a.b.c``; through a list, the list of each item's; ABSENT when there is none.

    A last step ``*`` means everything there, and a number takes one item of a list.
    """
    if not path or path == STAR:
        return value
    if isinstance(value, dict):
        if path in value:
            return value[path]
        step, _, rest = path.partition(".")
        return reach(value[step], rest) if step in value else ABSENT
    if isinstance(value, list):
        return through(value, path)
    return ABSENT


def through(items: list[Any], path: str) -> Any:
    """What the items of a list have at a path; lists in lists become one."""
    step, _, rest = path.partition(".")
    if step.isascii() and step.isdigit():
        return reach(items[int(step)], rest) if int(step) < len(items) else ABSENT
    found: list[Any] = []
    is_there = not items
    for item in items:
        value = reach(item, path)
        if value is ABSENT:
            continue
        is_there = True
        if isinstance(value, list):
            found.extend(value)
        else:
            found.append(value)
    return found if is_there else ABSENT


def tree(paths: Iterable[str]) -> Tree:
    """The paths as nested keys, in the order they were asked for; an empty one means all of it."""
    root: Tree = {}
    paths = tuple(paths)
    if STAR in paths:
        return root
    for path in paths:
        steps = [step for step in path.split(".") if step != STAR]
        place, whole = root, False
        for step in steps:
            whole = step in place and not place[step]
            if whole:
                break
            place = place.setdefault(step, {})
        if not whole:
            place.clear()
    return root


def project(row: bytes, wanted: Tree) -> bytes:
    """Cut a record down to the wanted keys, its shape and every value exactly as they came.

    What a record lacks is null.
    """
    if not wanted:
        return row
    inside = members(row)
    if isinstance(inside, list):
        return b"[" + b",".join(project(item, wanted) for item in inside) + b"]"
    if inside is None:
        return b"null"
    kept = (
        name_of(key) + b":" + project(inside.get(key, b"null"), below)
        for key, below in wanted.items()
    )
    return b"{" + b",".join(kept) + b"}"


def name_of(key: str) -> bytes:
    """A key as JSON."""
    import msgspec

    return msgspec.json.encode(key)


def known_paths(value: Any, prefix: str = "", depth: int = 2) -> list[str]:
    """The paths a record has, for suggesting one that was meant."""
    if isinstance(value, list):
        return known_paths(value[0], prefix, depth) if value else []
    if not isinstance(value, dict) or not depth:
        return []
    found: list[str] = []
    for key, below in value.items():
        found += [prefix + key, *known_paths(below, f"{prefix}{key}.", depth - 1)]
    return found
