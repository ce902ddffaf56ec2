"""Random expressions, and what they mean: worked out here, apart from the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

HERE = ZoneInfo("America/New_York")
Row = dict[str, Any]
# An expression: a comparison, or ("not", e), ("and", e, …), ("or", e, …).
Said = tuple[Any, ...]


class Maker:
    """Makes expressions about fields whose values are taken from rows that are there."""

    def __init__(self, random: Random, rows: Sequence[Row], fields: dict[str, str]) -> None:
        self.random = random
        self.rows = rows
        self.fields = fields

    def said(self, depth: int = 3) -> Said:
        """An expression of at most this depth."""
        kind = self.random.random()
        if depth == 0 or kind < 0.45:
            return self.comparison()
        if kind < 0.6:
            return ("not", self.said(depth - 1))
        joint = "and" if kind < 0.8 else "or"
        return (joint, *(self.said(depth - 1) for _ in range(self.random.randint(2, 3))))

    def comparison(self) -> Said:
        field = self.random.choice(list(self.fields))
        kind = self.fields[field]
        # Empty text in a record can stand for nothing at all: what a search makes of it is unknown.
        values = [value for row in self.rows if (value := at(row, field)) not in (None, "")]
        value = self.random.choice(values) if values else "x"
        if self.random.random() < 0.12 and kind != "membership":
            return ("is", field, self.random.choice(["=", "!="]))
        if kind == "time":
            return self.timed(field, value if isinstance(value, int) else 1_700_000_000)
        if kind == "flag":
            return ("text", field, self.random.choice(["=", "!="]), str(bool(value)).lower())
        if kind == "number":
            return self.numbered(field, value if isinstance(value, int) else 5)
        if kind == "id":
            operator = self.random.choice(["=", "!=", "in", "not in"])
            return ("text", field, operator, str(value))
        return self.texted(field, str(value))

    def timed(self, field: str, value: int) -> Said:
        second = value + self.random.choice([-1, 0, 0, 1, 86400])
        if self.random.random() < 0.25:
            later = second + self.random.randint(0, 30) * 86400
            return ("between", field, self.random.choice(["between", "not between"]), second, later)
        operator = self.random.choice(["=", "!=", "<", "<=", ">", ">="])
        if self.random.random() < 0.6:
            day = datetime.fromtimestamp(second, HERE).date().isoformat()
            return ("day", field, operator, day)
        return ("second", field, operator, second)

    def numbered(self, field: str, value: int) -> Said:
        number = value + self.random.randint(-1, 1)
        operator = self.random.choice(["=", "!=", "<", "<=", ">", ">="])
        return ("number", field, operator, number)

    def texted(self, field: str, value: str) -> Said:
        if self.random.random() < 0.25:
            return ("text", field, self.random.choice(["in", "not in"]), value, "nobody")
        operator = self.random.choice(["=", "!=", "~", "!~", "^", "$"])
        cut = self.random.randint(1, max(1, len(value)))
        part = value[:cut] if operator in {"~", "!~", "^"} else value[-cut:]
        return ("text", field, operator, value if operator in {"=", "!="} else part)


def written(said: Said) -> str:
    """An expression as a person writes it."""
    kind = said[0]
    if kind == "not":
        return f"not ({written(said[1])})"
    if kind in {"and", "or"}:
        return "(" + f" {kind} ".join(map(written, said[1:])) + ")"
    if kind == "is":
        return f"{said[1]} is {'not ' * (said[2] == '!=')}null"
    if kind == "between":
        return f"{said[1]} {said[2]} {said[3]} and {said[4]}"
    if kind == "text" and said[2] in {"in", "not in"}:
        return f"{said[1]} {said[2]} ({', '.join(map(quoted, said[3:]))})"
    value = quoted(said[3]) if kind == "text" and said[3] not in {"true", "false"} else said[3]
    return f"{said[1]} {said[2]} {value}"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def means(said: Said, row: Row) -> bool:
    """Whether an expression holds for a row."""
    kind = said[0]
    if kind == "not":
        return not means(said[1], row)
    if kind == "and":
        return all(means(part, row) for part in said[1:])
    if kind == "or":
        return any(means(part, row) for part in said[1:])
    value = at(row, said[1])
    if kind == "is":
        return (value in (None, "")) == (said[2] == "=")
    if kind == "between":
        inside = isinstance(value, int) and said[3] <= value <= said[4]
        return inside == (said[2] == "between")
    if kind == "day":
        return span(value, said[2], *day_of(said[3]))
    if kind == "second":
        return span(value, said[2], said[3], said[3] + 1)
    if kind == "number":
        return number(value, said[2], said[3])
    return text(value, said[2], *said[3:])


def at(row: Row, path: str) -> Any:
    value: Any = row
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def day_of(day: str) -> tuple[int, int]:
    """A calendar day here, from its first second up to the first of the next."""
    start = datetime.fromisoformat(day).replace(tzinfo=HERE)
    following = (datetime.fromisoformat(day) + timedelta(days=1)).replace(tzinfo=HERE)
    return int(start.timestamp()), int(following.timestamp())


def span(value: Any, operator: str, start: int, end: int) -> bool:
    if not isinstance(value, int):
        return operator == "!="
    return {
        "=": start <= value < end,
        "!=": not start <= value < end,
        "<": value < start,
        "<=": value < end,
        ">": value >= end,
        ">=": value >= start,
    }[operator]


def number(value: Any, operator: str, wanted: int) -> bool:
    if value is None:
        return operator == "!="
    return {
        "=": value == wanted,
        "!=": value != wanted,
        "<": value < wanted,
        "<=": value <= wanted,
        ">": value > wanted,
        ">=": value >= wanted,
    }[operator]


def text(value: Any, operator: str, *wanted: str) -> bool:
    if operator in {"!=", "!~", "not in"}:
        return not text(value, {"!=": "=", "!~": "~", "not in": "in"}[operator], *wanted)
    if value is None:
        return False
    told = str(value).lower() if isinstance(value, bool) else str(value)
    return {
        "=": told == wanted[0],
        "in": told in wanted,
        "~": wanted[0] in told,
        "^": told.startswith(wanted[0]),
        "$": told.endswith(wanted[0]),
    }[operator]
