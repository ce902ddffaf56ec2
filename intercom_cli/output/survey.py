"""What fields records have: the path of each, what it holds, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from intercom_cli.foreign import TAG
from intercom_cli.paths import join, parse, quote
from intercom_cli.resource import Asked, Column

from .about import About
from .cells import column_for, compact, exact, items_of
from .html import words_of
from .rows import Literal, decode
from .times import is_moment, moment_in

COLUMNS = (
    Column("Field", "field", "id"),
    Column("Type", "type"),
    Column("Example", "example"),
    Column("--where", "where", "flag"),
)
KEY = "field"
LONGEST = 40  # letters of an example
# Parts of Intercom's list object that say nothing of the record.
PLUMBING = frozenset({"type", "data", "url", "has_more"})
# How the fields of --where are told that stand in no record that was seen.
ASKED: dict[Asked, str] = {
    "string": "text",
    "id": "text",
    "tag": "text",
    "boolean": "flag",
    "integer": "integer",
    "date": "time",
    "moment": "time",
    "custom": "any",
}


class Survey:
    """Every field that was seen, in the order of the records."""

    def __init__(self, columns: tuple[Column, ...], about: About) -> None:
        self.columns = columns
        self.about = about
        self.types: dict[str, dict[str, None]] = {}
        self.examples: dict[str, str] = {}

    def look(self, value: Any, path: str = "") -> None:
        """Learn what one value holds, and all below it."""
        if path:
            kind = type_of(value, path, self.columns)
            self.types.setdefault(path, {})[kind] = None
            if kind not in ("null", "object") and path not in self.examples:
                self.examples[path] = example(value, path, self.columns)
            if isinstance(value, str) and TAG.search(value):
                self.examples.setdefault(f"{path}.text", cut(words_of(value)))
        items = items_of(value)
        inner = path + "." if path else ""
        if isinstance(value, list):
            self.inside(value, inner)
        elif isinstance(value, dict) and path and items is not None:
            self.inside(items, inner + "data.")
            self.below({key: value[key] for key in value if key not in PLUMBING}, inner)
        elif isinstance(value, dict):
            self.below(value, inner)

    def inside(self, items: list[Any], inner: str) -> None:
        """Learn the fields of the items of a list."""
        for item in items:
            if isinstance(item, dict):
                self.below(item, inner)

    def below(self, record: dict[str, Any], inner: str) -> None:
        """Learn the fields of an object."""
        for key, value in record.items():
            self.look(value, inner + quote(key))

    def rows(self) -> Iterator[bytes]:
        """A record for each field, below its object; then for those of --where that nothing had."""
        seen = {path: number for number, path in enumerate(self.types)}
        for path in sorted(seen, key=lambda path: self.place(path, seen)):
            kinds = self.types[path]
            told = [kind for kind in kinds if kind != "null"] or ["null"]
            yield self.row(path, " or ".join(told))
            for made in self.made_of(path):
                yield self.row(made, "text")
        for path, asked in self.about.filters:
            if path not in self.types and asked != "custom":
                yield self.row(path, ASKED[asked])

    def made_of(self, path: str) -> Iterator[str]:
        """The fields that can be asked for though no record has them: names, and texts of HTML."""
        refers = [one for column in self.columns for one in column.refers if one.path == path]
        names = [*(f"{one.name}.name" for one in refers), f"{path}.text"]
        known = {*(f"{one.name}.name" for one in refers), *self.examples} - self.types.keys()
        yield from (name for name in names if name in known)

    def place(self, path: str, seen: dict[str, int]) -> list[int]:
        """Where a field stands: as it was first seen, and what came late with its object."""
        names = parse(path).names
        above = (join(names[:depth]) for depth in range(1, len(names) + 1))
        return [seen[name] for name in above if name in seen]

    def row(self, path: str, kind: str) -> bytes:
        """One field as a record."""
        import msgspec

        return msgspec.json.encode(
            {
                "field": path,
                "type": kind,
                "example": self.examples.get(path),
                "where": self.about.is_asked(path),
            }
        )


def fields_of(rows: Iterable[bytes], columns: tuple[Column, ...], about: About) -> list[bytes]:
    """The fields of some records, each as a record itself."""
    survey = Survey(columns, about)
    for row in rows:
        survey.look(decode(row))
    return list(survey.rows())


def type_of(value: Any, path: str, columns: tuple[Column, ...]) -> str:
    """What a value is, in a word."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, Literal):
        return "number"
    if column_for(path, columns).kind == "time":
        moment = moment_in(value) if isinstance(value, str) else value
        if is_moment(moment):
            return "time"
    if items_of(value) is not None:
        return "list"
    names = ((int, "integer"), (str, "text"), (dict, "object"))
    return next(name for kind, name in names if isinstance(value, kind))


def example(value: Any, path: str, columns: tuple[Column, ...]) -> str:
    """A value as text, cut short."""
    column = column_for(path, columns)
    items = items_of(value)
    text = exact(value, column.kind) if items is None else compact(items)
    return cut(text)


def cut(text: str) -> str:
    """A text, cut short."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
