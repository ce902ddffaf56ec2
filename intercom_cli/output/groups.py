"""Count records by what they have in some fields; only the counts are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import product
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.paths import parse, split
from intercom_cli.resource import Column

from .cells import MOMENTS, column_for, compact, items_of, name_in
from .paths import ABSENT, name_of, reach
from .rows import Literal, decode
from .times import is_moment, moment_in

# A moment as the span it lies in; a week as ISO 8601 writes it.
SPANS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
COUNT = "count"
Values = tuple[Any, ...]


class By(NamedTuple):
    """A field to group by, as it was typed; ``span`` is what its moments are rounded to."""

    title: str
    path: str
    span: str = ""


def asked(text: str) -> tuple[By, ...]:
    """Read --group-by. Raises Misuse when it names nothing, or a span there is not."""
    titles = dict.fromkeys(split(text))
    if not titles:
        raise Misuse("--group-by needs a field.", hint="as in --group-by role")
    return tuple(map(by, titles))


def by(title: str) -> By:
    """One field; what stands behind a colon is a span, except in a name that has a colon."""
    path, colon, span = title.rpartition(":")
    parse(path if span in SPANS else title)
    if colon and span in SPANS:
        return By(title, path, span)
    if colon and path.endswith(MOMENTS):
        known = ", ".join(SPANS)
        raise Misuse(f"--group-by {title}: a time has {known}.", hint=f"--group-by {path}:day")
    return By(title, title)


class Groups:
    """How many records there are of each kind."""

    def __init__(self, fields: Sequence[By], columns: tuple[Column, ...], zone: tzinfo) -> None:
        self.fields = fields
        self.columns = columns
        self.zone = zone
        self.counts: dict[Values, int] = {}
        # A key is JSON, for Python takes true and 1 for the same.
        self.values: dict[Values, Values] = {}

    def add(self, row: bytes) -> None:
        """Count one record: once in each group that it is in."""
        record = decode(row)
        found = [dict(self.kinds(record, field)) for field in self.fields]
        for key in product(*found):
            if key not in self.values:
                self.values[key] = tuple(kinds[one] for kinds, one in zip(found, key, strict=True))
            self.counts[key] = self.counts.get(key, 0) + 1

    def kinds(self, record: Any, field: By) -> Iterator[tuple[str, Any]]:
        """What a record has in a field, each item of a list for itself; null where nothing is."""
        value = reach(record, field.path)
        items = items_of(value)
        if items is None:
            items = [value]
        for item in items or [None]:
            found = None if item is ABSENT else item
            if field.span:
                found = self.rounded(found, field)
            elif isinstance(found, dict):
                found = name_in(found)
            yield compact(found), found

    def rounded(self, value: Any, field: By) -> str | None:
        """The span a moment lies in, in the workspace's time zone. Raises Misuse for no moment."""
        moment = moment_in(value) if isinstance(value, str) else value
        if value is None:
            return None
        if not is_moment(moment):
            raise Misuse(
                f"--group-by {field.title}: {compact(value)} is no time.",
                hint=f"--group-by {field.path}",
            )
        return datetime.fromtimestamp(moment, self.zone).strftime(SPANS[field.span])

    def rows(self, *, null: str | None = None) -> Iterator[bytes]:
        """A record for each group, the largest first, equal ones by their values.

        ``null`` is written where nothing is, for people.
        """
        names = [*(name_of(field.title) for field in self.fields), name_of(self.count_key)]
        for key in sorted(self.counts, key=lambda key: (-self.counts[key], self.order(key))):
            shown = [
                compact(null) if null is not None and value is None else text
                for text, value in zip(key, self.values[key], strict=True)
            ]
            values = [*(text.encode() for text in shown), b"%d" % self.counts[key]]
            pairs = (name + b":" + value for name, value in zip(names, values, strict=True))
            yield b"{" + b",".join(pairs) + b"}"

    def order(self, key: Values) -> list[Values]:
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

    def shown(self) -> tuple[Column, ...]:
        """The columns of the groups: the noun's titles, and how many."""
        return (*map(self.column, self.fields), Column("Count", self.count_key, "count"))

    def column(self, field: By) -> Column:
        """The column of a field. Items of a list are told one by one, and spans are words."""
        noun = column_for(field.path, self.columns)
        kind = noun.kind if noun.kind == "time" and not field.span else "text"
        return Column(noun.title, field.title, kind)


def place_of(value: Any) -> Values:
    """A value's place among values of any type."""
    if value is None:
        return (3,)
    if isinstance(value, Literal):
        return 0, float(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return 0, value
    return (1, value.casefold(), value) if isinstance(value, str) else (2, compact(value))
