"""Random expressions with every kind of field, operator and value, and what they mean.

What an expression means is worked out here apart from the program: times by their local calendar,
text by its folded form, and what is not set by a table of its own.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from random_records import ATTRIBUTES, TICKET_ATTRIBUTES, Row

EQUALITY = ("=", "!=", "in", "not in")
ORDER = ("<", "<=", ">", ">=", "between", "not between")
PATTERN = ("~", "!~", "^", "$")
OPERATORS = {
    "id": EQUALITY,
    "text": (*EQUALITY, *PATTERN),
    "date": (*EQUALITY, *ORDER),
    "number": (*EQUALITY, *ORDER),
    "boolean": EQUALITY,
    "object": (),
    "list": (*EQUALITY, *PATTERN),
    "files": (),
    "unknown": (*EQUALITY, *PATTERN),
    "nested": (*EQUALITY, *PATTERN),
}
SPANS = ("year", "month", "day", "minute")
INSTANTS = ("second", "zoned second", "epoch", "ago", "word")
TIMES = (*SPANS, *INSTANTS)
NEGATIVE = {"!=": "=", "not in": "in", "not between": "between", "!~": "~"}


class Field(NamedTuple):
    """A field as it is typed, its kind, and the values that a record has of it."""

    typed: str
    kind: str
    read: Callable[[Row], list[Any]]
    cased: bool = False  # whether a server decides equality, as it is spelt


class Leaf(NamedTuple):
    """One comparison: what was drawn, as it is typed, and what it means."""

    drawn: tuple[str, str, str]
    typed: str
    holds: Callable[[Row], bool]


def member(row: Any, *path: str) -> list[Any]:
    """The value at a path of objects, None where one is missing."""
    for step in path:
        row = row.get(step) if isinstance(row, dict) else None
    return [row]


def of(*path: str) -> Callable[[Row], list[Any]]:
    return lambda row: member(row, *path)


def of_tags(name: str) -> Callable[[Row], list[Any]]:
    """A field of every tag; None alone where there is no tag."""
    return lambda row: [tag.get(name) for tag in (row["tags"] or {}).get("tags", ())] or [None]


def typed_path(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


KINDS = {
    "string": "text", "options": "text", "integer": "number", "float": "number",
    "decimal": "number", "boolean": "boolean", "date": "date", "datetime": "date",
    "list": "list", "files": "files",
}  # fmt: skip
COMPANIES = [
    Field("id", "id", of("id")),
    Field("tag_id", "id", of_tags("id")),
    Field("tags", "object", lambda row: [None] if of_tags("id")(row) == [None] else [1]),
    Field("tags.name", "nested", of_tags("name")),
    Field("tags.tags.name", "nested", of_tags("name")),
    Field("company_id", "text", of("company_id"), cased=True),
    Field("name", "text", of("name"), cased=True),
    Field("website", "text", of("website")),
    Field("industry", "text", of("industry")),
    Field("plan.name", "text", of("plan", "name")),
    Field("plan", "object", of("plan")),
    Field("size", "number", of("size")),
    Field("monthly_spend", "number", of("monthly_spend")),
    Field("created_at", "date", of("created_at")),
    Field("last_request_at", "date", of("last_request_at")),
    *(
        Field(f"custom_attributes.{typed_path(name)}", KINDS[kind], of("custom_attributes", name))
        for name, kind in ATTRIBUTES.items()
    ),
]
TICKETS = [
    Field("ticket_id", "id", of("ticket_id")),
    Field("previous_ticket_state_id", "id", of("previous_ticket_state_id")),
    Field("is_shared", "boolean", of("is_shared")),
    Field("ticket_state.internal_label", "unknown", of("ticket_state", "internal_label")),
    Field("ticket_state.category", "unknown", of("ticket_state", "category")),
    *(
        Field(f"ticket_attributes.{typed_path(name)}", KINDS[kind], of("ticket_attributes", name))
        for name, kind in TICKET_ATTRIBUTES.items()
    ),
]


def values_for(kind: str, operator: str) -> tuple[str, ...]:
    """The kinds of value that the grammar allows behind an operator of a kind of field."""
    if operator in {"is null", "is not null"}:
        return ("null",)
    equal = operator in EQUALITY
    match kind:
        case "date":
            none = ("null", "0", "empty") if equal else ()
            return (*TIMES, *none)
        case "number":
            return ("integer", "decimal", *(("null",) if equal else ()))
        case "boolean":
            return ("true", "false", "quoted", "null")
        case "id":
            return ("bare", "quoted", "null", "empty", "0")
        case _:
            return ("bare", "quoted", "part", *(("null", "empty") if equal else ()))


def allowed(fields: list[Field]) -> list[tuple[Field, str, str]]:
    """Everything that can be drawn: each field with each operator and each kind of value."""
    return [
        (field, operator, value)
        for field in fields
        for operator in (*OPERATORS[field.kind], "is null", "is not null")
        for value in values_for(field.kind, operator)
        if not (field.kind == "number" and value == "decimal" and is_whole(field))
    ]


def is_whole(field: Field) -> bool:
    """Whether a number has no fractions, so that none is taken."""
    return not field.typed.endswith(('"m.r.r"', '"Cost"'))


class Maker:
    """Draws expressions about rows in a zone, and counts what it drew."""

    def __init__(self, random: Random, rows: list[Row], fields: list[Field], zone: str) -> None:
        self.random = random
        self.rows = rows
        self.zone = ZoneInfo(zone)
        self.every = allowed(fields)
        self.drawn: Counter[tuple[str, str, str]] = Counter()
        self.left: list[tuple[Field, str, str]] = []

    def expression(self, depth: int = 2) -> tuple[str, Callable[[Row], bool]]:
        """An expression and its test."""
        kind = self.random.random()
        if depth == 0 or kind < 0.5:
            leaf = self.leaf()
            return leaf.typed, leaf.holds
        if kind < 0.65:
            text, test = self.expression(depth - 1)
            return f"not ({text})", lambda row: not test(row)
        joint = "and" if kind < 0.8 else "or"
        parts = [self.expression(depth - 1) for _ in range(self.random.randint(2, 3))]
        every = all if joint == "and" else any
        text = "(" + f" {joint} ".join(text for text, _ in parts) + ")"
        return text, lambda row: every(test(row) for _, test in parts)

    def leaf(self) -> Leaf:
        """The next comparison; each that is allowed comes once before one comes again."""
        if not self.left:
            self.left = self.random.sample(self.every, len(self.every))
        field, operator, value = self.left.pop()
        self.drawn[field.kind, operator, value] += 1
        return self.made(field, operator, value)

    def made(self, field: Field, operator: str, value: str) -> Leaf:
        drawn = (field.kind, operator, value)
        if operator.startswith("is "):
            null = unset_test(field)
            typed = f"{field.typed} {operator}"
            return Leaf(drawn, typed, null if operator == "is null" else lambda row: not null(row))
        picked = [self.value(field, value)]
        if operator.endswith(("between", "in")):
            again = self.set_value(field) if picked[0][1] is None else value
            picked.append(self.value(field, again))
        if operator.endswith("between"):
            picked = self.in_order(field, picked)
        typed = [one for one, _ in picked]
        tests = [test for _, test in picked]
        return Leaf(drawn, written(field.typed, operator, typed), meaning(field, operator, tests))

    def set_value(self, field: Field) -> str:
        """A kind of value that stands for something."""
        kinds = values_for(field.kind, "=")
        without = {"null", "empty", "0", *(["decimal"] if is_whole(field) else [])}
        return self.random.choice([kind for kind in kinds if kind not in without])

    def in_order(self, field: Field, picked: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        """Two ends, the earlier first."""
        if field.kind == "number":
            return sorted(picked, key=lambda one: one[1])
        if picked[0][1][1] > picked[1][1][1]:
            picked.reverse()
        return picked

    def value(self, field: Field, kind: str) -> tuple[str, Any]:
        """A value as it is typed, and what it stands for."""
        if kind in {"null", "empty"} or (kind == "0" and field.kind in {"date", "id"}):
            return {"null": "null", "empty": '""', "0": "0"}[kind], None
        if field.kind == "date":
            return self.time(field, kind)
        if field.kind == "number":
            number = self.random.choice(["0", "1", "5", "50", "-3", "12345678901234567890"])
            if kind == "decimal":
                number = self.random.choice(["1.5", "-2.25", "0.5"])
            return number, float(number) if "." in number else int(number)
        if field.kind == "boolean":
            return self.flag(kind)
        return self.text(field, kind)

    def flag(self, kind: str) -> tuple[str, Any]:
        word = self.random.choice(["true", "false"]) if kind == "quoted" else kind
        shown = self.random.choice([word, word.upper(), word.title()])
        return (f'"{shown}"' if kind == "quoted" else shown), word == "true"

    def text(self, field: Field, kind: str) -> tuple[str, Any]:
        """Text that a record has, in other letters where that does not matter; or a part of it."""
        there = [
            str(value)
            for row in self.rows
            for value in field.read(row)
            if isinstance(value, str | int) and not is_unset(value, field.kind)
        ]
        text = self.random.choice(there or ["x"])
        if kind == "bare":
            plain = [one for one in there if one.isalnum() and one != "null"]
            text = self.random.choice(plain or ["x"])
            return text, text
        if kind == "part":
            start = self.random.randrange(len(text))
            text = text[start : start + self.random.randint(1, 4)]
        if not field.cased and field.kind != "id" and self.random.random() < 0.5:
            form = self.random.choice(["NFC", "NFD"])
            text = unicodedata.normalize(form, self.random.choice([text, text.swapcase()]))
        escaped = text.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'", text

    def time(self, field: Field, kind: str) -> tuple[str, tuple[str, int, int]]:
        """A time as it is typed, with its first second and the one after its last."""
        there = [second(value) for row in self.rows for value in field.read(row)]
        known = [value for value in there if value is not None]
        near = self.random.choice(known or [1_780_000_000]) + self.random.choice([-1, 0, 0, 1])
        local = datetime.fromtimestamp(near, self.zone)
        now = int(datetime.now(UTC).timestamp())
        match kind:
            case "year":
                return self.span(f"{local:%Y}", f"{local:%Y}-01-01", f"{local.year + 1}-01-01")
            case "month":
                month = (local.replace(day=1, hour=12) + timedelta(days=32)).strftime("%Y-%m-01")
                return self.span(f"{local:%Y-%m}", f"{local:%Y-%m}-01", month)
            case "day":
                tomorrow = (local.replace(hour=12) + timedelta(days=1)).date().isoformat()
                return self.span(local.date().isoformat(), local.date().isoformat(), tomorrow)
            case "minute":
                return self.minute(near)
            case "second":
                naive = datetime.fromtimestamp(clear(near, self.zone), self.zone)
                start = int(naive.timestamp())
                return naive.replace(tzinfo=None).isoformat(), ("", start, start + 1)
            case "zoned second":
                return local.isoformat(), ("", near, near + 1)
            case "epoch":
                return str(near), ("", near, near + 1)
            case "ago":
                days = self.random.randint(1, 700)
                start = now - days * 86400
                return f"{days}d", ("", start, start + 1)
            case _:
                word = self.random.choice(["today", "yesterday", "tomorrow"])
                shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[word]
                day = datetime.fromtimestamp(now, self.zone).date() + timedelta(days=shift)
                after = (day + timedelta(days=1)).isoformat()
                return self.span(word, day.isoformat(), after)

    def span(self, typed: str, first: str, after: str) -> tuple[str, tuple[str, int, int]]:
        return typed, ("", self.midnight(first), self.midnight(after))

    def midnight(self, day: str) -> int:
        """The first second of a day: found by walking the clock, not by arithmetic on zones."""
        naive = datetime.fromisoformat(day).replace(tzinfo=UTC)
        at = int(naive.timestamp()) - 30 * 3600
        while datetime.fromtimestamp(at, self.zone).date().isoformat() < day:
            at += 900
        return at

    def minute(self, near: int) -> tuple[str, tuple[str, int, int]]:
        start = clear(near, self.zone) // 60 * 60
        local = datetime.fromtimestamp(start, self.zone)
        return f"{local:%Y-%m-%dT%H:%M}", ("", start, start + 60)


def clear(second: int, zone: ZoneInfo) -> int:
    """A second near another one that the local clock shows once: not where clocks change."""
    while len({datetime.fromtimestamp(second + at, zone).utcoffset() for at in (-7200, 7200)}) > 1:
        second += 3 * 3600
    return second


def written(field: str, operator: str, values: list[str]) -> str:
    if operator.endswith("between"):
        return f"{field} {operator} {values[0]} and {values[1]}"
    if operator.endswith("in"):
        return f"{field} {operator} ({', '.join(values)})"
    return f"{field} {operator} {values[0]}"


def is_unset(value: Any, kind: str) -> bool:
    """The table of what is not set."""
    if value is None:
        return True
    nothing: dict[str, tuple[Any, ...]] = {
        "id": ("", "0", 0, []),
        "text": ("",),
        "nested": ("",),
        "unknown": ("",),
        "date": ("", 0),
        "list": ("", []),
        "files": ("", []),
        "object": ({},),
    }
    return any(type(value) is type(one) and value == one for one in nothing.get(kind, ()))


def unset_test(field: Field) -> Callable[[Row], bool]:
    return lambda row: any(is_unset(value, field.kind) for value in field.read(row))


def meaning(field: Field, operator: str, wanted: list[Any]) -> Callable[[Row], bool]:
    """What a comparison means: any item matches it, and its opposite where none does."""
    if operator in NEGATIVE:
        positive = meaning(field, NEGATIVE[operator], wanted)
        return lambda row: not positive(row)

    def holds(row: Row) -> bool:
        return any(
            None in wanted
            if is_unset(value, field.kind)
            else matches(field, value, operator, wanted)
            for value in field.read(row)
        )

    return holds


def matches(field: Field, value: Any, operator: str, wanted: list[Any]) -> bool:
    """Whether a value that is set is what is wanted."""
    given = [one for one in wanted if one is not None]
    if field.kind == "date":
        return at_time(second(value), operator, given)
    if field.kind == "number":
        return any(numbered(value, operator, given))
    if field.kind == "boolean":
        return value in given
    if field.kind == "id":
        return str(value) in map(str, given)
    text = folded(str(value))
    return any(
        {
            "~": folded(one) in text,
            "^": text.startswith(folded(one)),
            "$": text.endswith(folded(one)),
        }.get(operator, folded(one) == text)
        for one in given
    )


def numbered(value: Any, operator: str, given: list[Any]) -> Iterator[bool]:
    if operator == "between":
        yield given[0] <= value <= given[1]
        return
    for one in given:
        yield {"<": value < one, "<=": value <= one, ">": value > one, ">=": value >= one}.get(
            operator, value == one
        )


def at_time(value: int | None, operator: str, spans: list[tuple[str, int, int]]) -> bool:
    if value is None:
        return False
    if operator == "between":
        return spans[0][1] <= value < spans[1][2]
    return any(
        {
            "<": value < start,
            "<=": value < end,
            ">": value >= end,
            ">=": value >= start,
        }.get(operator, start <= value < end)
        for _, start, end in spans
    )


def second(value: Any) -> int | None:
    """A time of an answer in seconds; None where there is none."""
    if not value:
        return None
    return value if isinstance(value, int) else int(datetime.fromisoformat(value).timestamp())


def folded(text: str) -> str:
    once = unicodedata.normalize("NFC", text).casefold()
    return unicodedata.normalize("NFC", once)
