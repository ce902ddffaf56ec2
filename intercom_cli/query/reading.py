"""Read from a record the values that a condition is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from intercom_cli.paths import Path, parse
from intercom_cli.unset import is_cut, items_of, size_of
from intercom_cli.values import plain

Record = dict[str, Any]
NOWHERE: tuple[str, ...] = ()


def same(text: str) -> str:
    """A text as it is."""
    return text


def as_came(_: Record, __: str, value: Any) -> Any:
    """A list in a record as it came, even where some of its items are missing."""
    return value


class Reader(NamedTuple):
    """How values are read from records.

    ``places`` says where in a record the value of a field is, the first that has something;
    ``words`` gives for some fields the search's word for each that a record can have. ``plain`` is
    a text without its markup, and ``whole`` reads a list of a record whole that came cut.
    """

    places: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    words: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    plain: Callable[[str], str] = same
    whole: Callable[[Record, str, Any], Any] = as_came

    def values(self, record: Record, field: str, *, counted: bool = False) -> list[Any]:
        """The values of a field: of a list those of all its items, None for what is absent.

        With ``counted`` only whether there is any matters, so that a cut list is not read whole.
        """
        found: list[Any] = []
        for place in self.places.get(field, (field,)):
            found = list(self.at_place(record, place, counted=counted))
            if any(value not in (None, "") for value in found):
                break
        if field not in self.words:
            return found
        return [self.word_for(field, value) for value in found]

    def at_place(self, record: Record, place: str, *, counted: bool) -> Iterator[Any]:
        """The values at a path of a record."""
        if place in record:
            path = parse('"' + place.replace("\\", "\\\\").replace('"', '\\"') + '"')
        else:
            path = parse(place)
        root = path.steps[0].name
        if not counted and is_cut(record.get(root)):
            record = {**record, root: self.whole(record, root, record[root])}
        yield from values_below(record, path, 0)

    def word_for(self, field: str, value: Any) -> Any:
        """The word that the search has for a value of a record."""
        return self.words[field].get(plain(value), value) if isinstance(value, str) else value


def values_below(value: Any, path: Path, at: int) -> Iterator[Any]:
    """Every value at the rest of a path; of a list those of each item, and None for an empty one.

    A list object, such as ``{"type": "tag.list", "tags": []}``, is read like the list in it.
    """
    if at == len(path.steps):
        yield from (value or [None]) if isinstance(value, list) else [value]
        return
    name = path.steps[at].name
    key = next(
        (key for key in path.keys[at] if isinstance(value, dict) and key.name in value), None
    )
    items = items_of(value)
    if key is not None and not isinstance(value[key.name], list):
        yield from values_below(value[key.name], path, key.after)
    elif size_of(value) == 0:
        yield None
    elif key is not None:
        yield from values_below(value[key.name], path, key.after)
    elif items is not None and name.isascii() and name.isdigit():
        inner = items[int(name)] if int(name) < len(items) else None
        yield from values_below(inner, path, at + 1)
    elif items is not None:
        for item in items:
            yield from values_below(item, path, at)
    else:
        yield None
