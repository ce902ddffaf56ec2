"""Random expressions of {{ }}, and random data for them."""

from __future__ import annotations

from random import Random
from typing import Any

MEMBERS = ("name", "email", "id", "created_at", "count", "tags")
PATHS = (
    "inputs.plan", "inputs.days", "inputs.flag", "inputs.names", "inputs.ratio", "inputs.opt",
    "event.topic", "event.id", "event.created_at", "event.delivered_at", "event.links",
    "event.data.item", "steps.contacts", "steps.contacts.results", "steps.contacts.count",
    "steps.one", "steps.told.stdout", "env.GREETING", "now", "item", "index", "steps", "inputs",
)  # fmt: skip
CONSTANTS = (
    "1", "0", "30", "2.5", "true", "none", '"a"', '""', '"2026-01-31"', '"12"', "[]", '[1, "a"]',
    '{"a": 1}', "-3",
)  # fmt: skip
KEYS = ("0", "1", '"name"', "none", "true", "[]", "1.5")
OPERATORS = (
    "+", "-", "*", "/", "//", "%", "**", "~", "and", "or", "==", "!=", "<", "<=", ">", ">=",
    "in", "not in",
)  # fmt: skip
FUNCTIONS = ("days_ago", "hours_ago", "days_ahead", "moment", "len", "str", "now")
METHODS = ("startswith", "lower", "get", "items", "keys", "strip", "format", "append", "frob")
UNKNOWN = ("frobnicate", "len", "strftime", "startswith", "attr", "safe", "lowercase")
# These need minutes for some values, or give another answer each time.
LEFT_OUT = frozenset({"random", "center", "indent", "wordwrap"})


class Maker:
    """Makes expressions of all that can be written."""

    def __init__(self, random: Random, filters: list[str], tests: list[str]) -> None:
        self.random = random
        self.filters = [one for one in filters if one not in LEFT_OUT]
        self.tests = [one for one in tests if one.isidentifier()]

    def expression(self, depth: int) -> str:
        """One expression."""
        if depth == 0 or self.random.random() < 0.15:
            return self.leaf()
        make = self.random.choice(
            (self.binary, self.binary, self.filtered, self.filtered, self.tested, self.called,
             self.method, self.member, self.choice, self.negated, self.listed)
        )  # fmt: skip
        return make(depth - 1)

    def leaf(self) -> str:
        if self.random.random() < 0.3:
            return self.random.choice(CONSTANTS)
        path = self.random.choice(PATHS)
        for _ in range(self.random.choice((0, 0, 1, 2))):
            path += f".{self.random.choice(MEMBERS)}"
        return path

    def binary(self, depth: int) -> str:
        sign = self.random.choice(OPERATORS)
        return f"({self.expression(depth)} {sign} {self.expression(depth)})"

    def filtered(self, depth: int) -> str:
        name = self.random.choice(UNKNOWN if self.random.random() < 0.1 else self.filters)
        given = self.values(depth, named=name in {"map", "sum", "sort", "join", "unique"})
        if name in {"select", "reject", "map"} and self.random.random() < 0.5:
            given = [f'"{self.random.choice(self.tests if name != "map" else self.filters)}"']
        if name in {"selectattr", "rejectattr"}:
            given = [f'"{self.random.choice(MEMBERS)}"', f'"{self.random.choice(self.tests)}"']
            given += self.values(depth)[:1]
        return f"({self.expression(depth)} | {name}{brackets(given)})"

    def tested(self, depth: int) -> str:
        name = self.random.choice([*self.tests, "startswith", "frob"])
        return f"({self.expression(depth)} is {name}{brackets(self.values(depth))})"

    def called(self, depth: int) -> str:
        return f"{self.random.choice(FUNCTIONS)}({', '.join(self.values(depth))})"

    def method(self, depth: int) -> str:
        name = self.random.choice(METHODS)
        return f"{self.expression(depth)}.{name}({', '.join(self.values(depth))})"

    def member(self, depth: int) -> str:
        inner = self.expression(depth)
        if self.random.random() < 0.5:
            return f"{inner}[{self.random.choice(KEYS)}]"
        return f"{inner}.{self.random.choice(MEMBERS)}"

    def choice(self, depth: int) -> str:
        parts = [self.expression(depth) for _ in range(3)]
        return f"({parts[0]} if {parts[1]} else {parts[2]})"

    def negated(self, depth: int) -> str:
        return f"({self.random.choice(('not ', '-'))}{self.expression(depth)})"

    def listed(self, depth: int) -> str:
        return f"[{self.expression(depth)}, {self.expression(0)}]"

    def values(self, depth: int, *, named: bool = False) -> list[str]:
        count = self.random.choice((0, 1, 1, 2))
        found = [self.expression(min(depth, 1)) for _ in range(count)]
        if named and self.random.random() < 0.5:
            found = [f'attribute="{self.random.choice(MEMBERS)}"']
        return found


def brackets(given: list[str]) -> str:
    return f"({', '.join(given)})" if given else ""


def leaf(random: Random) -> Any:
    """Data that is no object, as notifications and records have it."""
    return random.choice(
        ("a", "", "12", "2026-01-01T00:00:00.016+00:00", "a,b", 0, 1, 12, 1_700_000_000, 2.5, True,
         False, None, [], ["a", "b"], [1, 2], [["a", 1]], {})
    )  # fmt: skip


def tree(random: Random, depth: int) -> Any:
    """Data of any shape."""
    if depth == 0 or random.random() < 0.3:
        return leaf(random)
    if random.random() < 0.25:
        return [tree(random, depth - 1) for _ in range(random.choice((1, 1, 2)))]
    if random.random() < 0.4:  # alike everywhere, as what is added up has to be
        same = leaf(random)
        return dict.fromkeys(MEMBERS, same)
    return {name: tree(random, depth - 1) for name in MEMBERS}


def world(random: Random) -> dict[str, Any]:
    """All that expressions can use, of the types that the file and the program promise."""
    time = random.choice((1_700_000_000, "2026-01-01T00:00:00Z", None))
    results = random.choice(([], [tree(random, 2)], [tree(random, 3), tree(random, 1)]))
    return {
        "inputs": {
            "plan": random.choice(("a", "", "12", "2026-01-31T00:00:00Z", "free trial")),
            "days": random.choice((0, 1, 14)),
            "flag": random.random() < 0.5,
            "names": random.choice(([], ["a"], [1, 2], [tree(random, 2)])),
            "ratio": random.choice((0.5, 0, -2)),
            "opt": random.choice((None, "", "a", "3")),
        },
        "event": {
            "topic": random.choice(("ping", "", "12", "contact.user.created")),
            "id": random.choice((None, "", "1", "notif_1")),
            "created_at": time,
            "delivered_at": random.choice((0, "", time)),
            "links": tree(random, 2),
            "data": {"type": "notification_event_data", "item": tree(random, 3)},
        },
        "steps": {
            "contacts": {"results": results, "count": len(results)},
            "one": {name: tree(random, 2) for name in MEMBERS},
            "told": {"stdout": random.choice(("", "a", "12", "2026-01-31T00:00:00Z"))},
        },
        "env": {"GREETING": random.choice(("", "a", "12", "2026-01-31"))},
        "item": tree(random, 3),
        "index": random.choice((0, 1, 5)),
    }
