"""Count records by what they have in some fields, with statistics of others in each group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import product
from typing import Any

from intercom_cli.foreign import id_at
from intercom_cli.paths import ABSENT, last_name, reach
from intercom_cli.resource import Column
from intercom_cli.times import seconds
from intercom_cli.unset import is_unset

from .cells import column_for, compact, items_of, name_in
from .group_fields import SPANS, By
from .paths import name_of
from .rows import Literal, decode
from .statistic import PLACES, Stat, is_time, number_of, result, written

COUNT = "count"
Values = tuple[Any, ...]
Numbers = dict[str, list[Any]]


class Groups:
    """How many records there are of each kind, and the numbers that statistics need."""

    def __init__(
        self,
        fields: Sequence[By],
        columns: tuple[Column, ...],
        zone: tzinfo,
        stats: Sequence[Stat] = (),
    ) -> None:
        self.fields = fields
        self.columns = columns
        self.zone = zone
        self.stats = stats
        self.counts: dict[Values, int] = {} if fields else {(): 0}
        # A key is JSON, for Python takes true and 1 for the same.
        self.values: dict[Values, Values] = {} if fields else {(): ()}
        self.numbers: dict[Values, Numbers] = {}
        self.odd: dict[str, int] = {}
        self.names: dict[int, dict[str, str]] = {at: {} for at in range(len(fields))}

    def add(self, row: bytes) -> None:
        """Count one record: once in each group that it is in."""
        record = decode(row)
        found = [dict(self.kinds(record, at)) for at in range(len(self.fields))]
        numbers = {path: self.used(record, path) for path in self.paths}
        for key in product(*found):
            if key not in self.values:
                self.values[key] = tuple(kinds[one] for kinds, one in zip(found, key, strict=True))
            self.counts[key] = self.counts.get(key, 0) + 1
            mine = self.numbers.setdefault(key, {}) if numbers else {}
            for path, some in numbers.items():
                mine.setdefault(path, []).extend(some)

    def put(self, value: Any, number: int) -> None:
        """Put down how many there are with a value in the only field."""
        key = (compact(value),)
        self.values[key] = (value,)
        self.counts[key] = number

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that statistics are of."""
        return tuple(dict.fromkeys(one.path for one in self.stats))

    def kinds(self, record: Any, at: int) -> Iterator[tuple[str, Any]]:
        """What a record has in a field, each item of a list for itself; null where nothing is."""
        field = self.fields[at]
        if field.held:
            items: list[Any] | None = field.held(record if isinstance(record, dict) else {})
        else:
            value = reach(record, field.path)
            items = items_of(value)
            items = [value] if items is None else items
        for item in items or [None]:
            found = self.plain(item, at)
            yield compact(found), found

    def plain(self, item: Any, at: int) -> Any:
        """One value as its group has it: None for what is not set."""
        field = self.fields[at]
        if field.held and isinstance(item, dict):
            id, name = item.get("id"), item.get("name")
            if isinstance(name, str) and name:
                self.names[at].setdefault(str(id), name)
            item = id
        if item is ABSENT or is_unset(item, field.kind):
            return None
        if field.span:
            return self.rounded(item, field)
        if field.held:
            return id_at(item) or None  # what is no id is not set
        return name_in(item) if isinstance(item, dict) else item

    def rounded(self, value: Any, field: By) -> Any:
        """The span a moment lies in, in the workspace's time zone; what is no moment as it is."""
        second = seconds(value, self.zone)
        if second is None:
            return value
        try:
            return datetime.fromtimestamp(second, self.zone).strftime(SPANS[field.span])
        except (ValueError, OverflowError, OSError):  # beyond the calendar
            return value

    def used(self, record: Any, path: str) -> list[Any]:
        """The numbers a record has at a path; what is neither a number nor unset is counted."""
        value = reach(record, path)
        items = value if isinstance(value, list) else [value]
        found = []
        for item in items:
            if item is ABSENT or is_unset(item, "date" if is_time(path) else "number"):
                continue
            number = number_of(seconds(item, self.zone) if is_time(path) else item)
            if number is None:
                self.odd[path] = self.odd.get(path, 0) + 1
            else:
                found.append(number)
        return found

    def ids(self, at: int, keys: Sequence[Values]) -> list[str]:
        """The ids in a field of these groups whose names no record told."""
        found = dict.fromkeys(self.values[key][at] for key in keys)
        return [id for id in found if isinstance(id, str) and id not in self.names[at]]

    def ordered(self, sort: str | None = None) -> list[Values]:
        """The groups: the largest first, equal ones by their values, and times as they pass.

        ``sort`` is a key of the rows, with - before it for descending.
        """
        keys = sorted(self.counts, key=lambda key: (-self.counts[key], self.place(key)))
        spans = [at for at, field in enumerate(self.fields) if field.span]
        if spans and sort is None:
            keys.sort(key=lambda key: [place_of(self.values[key][at]) for at in spans])
        if sort is not None:
            keys = self.by_key(keys, sort.removeprefix("-"), descending=sort.startswith("-"))
        return keys

    def by_key(self, keys: list[Values], name: str, *, descending: bool) -> list[Values]:
        """The groups by one of their keys; those that have nothing there come last."""
        told = {key: self.value_at(key, name) for key in keys}
        unset = [key for key in keys if told[key] is None]
        rest = [key for key in keys if told[key] is not None]
        return [*sorted(rest, key=lambda key: place_of(told[key]), reverse=descending), *unset]

    def value_at(self, key: Values, name: str) -> Any:
        """What a group has under a key of its row."""
        for at, field in enumerate(self.fields):
            if name == field.title:
                value = self.values[key][at]
                return self.names[at].get(value, value) if field.held else value
        if name == self.count_key:
            return self.counts[key]
        return self.figure(key, next(one for one in self.figures if one.title == name))

    def figure(self, key: Values, one: Stat) -> Any:
        """A statistic of a group."""
        return result(one.function, self.numbers.get(key, {}).get(one.path, []))

    @property
    def figures(self) -> tuple[Stat, ...]:
        """The statistics that are shown: those asked for, then of how many values they are."""
        used = (Stat(one.used, "count", one.path) for one in self.stats)
        return tuple({one.title: one for one in (*self.stats, *used)}.values())

    def rows(self, keys: Sequence[Values], *, read: bool = False) -> Iterator[bytes]:
        """A record for each group; ``read`` says that a person reads it."""
        for key in keys:
            pairs: dict[str, str] = {}
            for at, field in enumerate(self.fields):
                pairs |= self.told(field, key[at], self.values[key][at], self.names[at], read=read)
            pairs[self.count_key] = str(self.counts[key])
            for one in self.figures:
                places = 0 if one.is_time else PLACES if read else None
                pairs[one.title] = written(self.figure(key, one), places=places)
            inside = (name_of(name) + b":" + value.encode() for name, value in pairs.items())
            yield b"{" + b",".join(inside) + b"}"

    def told(
        self, field: By, text: str, value: Any, names: Mapping[str, str], *, read: bool
    ) -> dict[str, str]:
        """What the row of a group says of a field, as JSON: a name has its id beside it."""
        if read and value is None:
            return {field.title: compact(field.nobody)}
        if not field.held:
            return {field.title: text}
        name = compact(names.get(value, value) if isinstance(value, str) else value)
        return {field.title: name} if read else {field.title: name, self.id_key(field): text}

    def id_key(self, field: By) -> str:
        """The key of the id beside a name."""
        return f"{field.title}_id"

    def place(self, key: Values) -> list[Values]:
        """Where a group stands among equal ones: numbers, texts, the rest, nothing last."""
        return [place_of(value) for value in self.values[key]]

    @property
    def to_the_second(self) -> list[str]:
        """The times that were not rounded, each of which makes a group of its own."""
        return [
            field.path
            for field in self.fields
            if not field.span and column_for(field.path, self.columns).kind == "time"
        ]

    @property
    def count_key(self) -> str:
        """What the count is called, where no field is called so."""
        return COUNT if all(field.title != COUNT for field in self.fields) else "records"

    @property
    def sorts(self) -> tuple[str, ...]:
        """The keys that groups can be put in the order of."""
        stats = (one.title for one in self.figures)
        return (*(field.title for field in self.fields), self.count_key, *stats)

    @property
    def key(self) -> str:
        """What -o ids writes."""
        if not self.fields:
            return self.count_key
        first = self.fields[0]
        return self.id_key(first) if first.held else first.title

    def shown(self, *, read: bool = False) -> tuple[Column, ...]:
        """The columns of the groups: the noun's titles, how many, and the statistics."""
        columns = [one for field in self.fields for one in self.columns_of(field, read=read)]
        columns.append(Column("Count", self.count_key, "count"))
        return (*columns, *map(column_of, self.figures))

    def columns_of(self, field: By, *, read: bool) -> Iterator[Column]:
        """The columns of a field. Items of a list are told one by one, and spans are words."""
        if field.held:
            title = field.title[:1].upper() + field.title[1:]
            yield Column(title, field.title)
            if not read:
                yield Column(f"{title} id", self.id_key(field), "id")
            return
        noun = column_for(field.path, self.columns)
        kind = noun.kind if noun.kind == "time" and not field.span else "text"
        yield Column(noun.title, field.title, kind)


def column_of(one: Stat) -> Column:
    """The column of a statistic."""
    last = last_name(one.path)
    title = f"With {last}" if one.function == "count" else f"{one.function.capitalize()} {last}"
    return Column(title, one.title, "time" if one.is_time else "count")


def place_of(value: Any) -> Values:
    """A value's place among values of any type."""
    if value is None:
        return (3,)
    if isinstance(value, Literal):
        return 0, float(value)
    if isinstance(value, bool):
        return 2, compact(value)
    if isinstance(value, str):
        return 1, value.casefold(), value
    return (2, compact(value)) if isinstance(value, list | dict) else (0, value)
