"""The keys that records have, level by level, and the columns of a flat file that these make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from intercom_cli.resource import Column

from .cells import counted, items_of
from .paths import ABSENT, reach

TOTAL = "total_count"


class Branch:
    """What was seen under one key; ``whole`` where some record has a value just there.

    Keys stand in the order in which they were first seen, those of one object side by side.
    """

    __slots__ = ("keys", "whole")

    def __init__(self) -> None:
        self.keys: dict[str, Branch] = {}
        self.whole = False

    def grow(self, value: Any) -> None:
        """Learn the keys of one more record."""
        items = items_of(value)
        if isinstance(value, dict) and items is None:
            for key, inner in value.items():
                if key not in self.keys:
                    self.keys[key] = Branch()
                self.keys[key].grow(inner)
            return
        if value is not None and value is not ABSENT:
            self.whole = True
        # Intercom sends the first ten of a list with a record, and how many there are.
        if items is not None and counted(value) > len(items):
            self.keys.setdefault(TOTAL, Branch())


class Place(NamedTuple):
    """A column and where its cell is found: by its path, or below ``base`` step by step."""

    column: Column
    base: str = ""
    steps: tuple[str, ...] = ()


def leaves(branch: Branch, steps: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to each value that stands for itself."""
    if steps and (branch.whole or not branch.keys):
        yield steps
    for key, below in branch.keys.items():
        yield from leaves(below, (*steps, key))


def taken_from(record: Any, place: Place) -> Any:
    """What a record has in one place; an object that has columns of its own is not told again."""
    if not place.steps:
        return reach(record, place.column.path)
    value = reach(record, place.base)
    for step in place.steps:
        if not isinstance(value, dict) or step not in value:
            return ABSENT
        value = value[step]
    return value if not isinstance(value, dict) or items_of(value) is not None else ABSENT
