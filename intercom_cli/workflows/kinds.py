"""Kinds of values, and what an operation gives for them, found by trying it on examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, cycle, islice, product, zip_longest
from typing import Any, NamedTuple

from intercom_cli.workflows.dates import Moment

TIME = "2026-01-01T00:00:00Z"
MOST = 4_000  # combinations of examples that are tried
LONGEST = 1_000  # items of a list that is worked out
PARTS = 15  # examples of an object or a list that is made of known parts
DEEPEST = 3  # members below members that examples of objects have
WORDS = {
    "text": "a text",
    "number": "a number",
    "moment": "a time",
    "boolean": "true or false",
    "null": "null",
    "list": "a list",
    "object": "an object",
    "undefined": "nothing",
}


class Value(NamedTuple):
    """What is known of a value: its possible kinds, itself, its members or its items.

    ``exact`` holds the value where it is known. Without ``members`` an object may have any, and
    without ``items`` a list.
    """

    kinds: frozenset[str]
    exact: tuple[Any, ...] = ()
    members: Mapping[str, Value] | None = None
    items: tuple[Value, ...] | None = None


class Never(Exception):
    """An operation that fails for every value of the kinds it is given."""


class Open(dict[str, Any]):
    """An example of an object with unknown members: each of them is the same leaf, or has it."""

    def __init__(self, leaf: Any, depth: int) -> None:
        super().__init__({"id": "a"})
        self.below = Open(leaf, depth - 1) if depth > 1 else leaf

    def __missing__(self, _: str) -> Any:
        """Any other member."""
        return self.below


def of(*kinds: str) -> Value:
    """A value of one of these kinds."""
    return Value(frozenset(kinds))


def closed(**members: Value) -> Value:
    """An object with these members and no others."""
    return Value(frozenset({"object"}), (), members)


def exactly(value: Any) -> Value:
    """A value that is known."""
    return Value(frozenset({kind_of(value)}), (value,))


LEAVES = ("a", 1, True, None, TIME, ["a"], [1])
OBJECTS = [Open(leaf, depth) for leaf in LEAVES for depth in range(1, DEEPEST + 1)]
EXAMPLES: dict[str, list[Any]] = {
    "text": ["a", "", "12", TIME, "a,b c"],
    "number": [1, 0, 12, 1.5],
    "moment": [Moment.at(1_700_000_000)],
    "boolean": [True, False],
    "null": [None],
    "list": [["a"], [1], [], [["a", 1]], [TIME], [True], *([one] for one in OBJECTS)],
    "object": [{"a": 1}, {"a": "a"}, {}, *OBJECTS],
}
ANY = of("text", "number", "boolean", "null", "list", "object")


def kind_of(value: Any) -> str:
    """The kind of a value; ``other`` for what JSON does not have."""
    if value is None:
        return "null"
    if is_undefined(value):
        return "undefined"
    types: tuple[tuple[Any, str], ...] = (
        (bool, "boolean"),
        (Moment, "moment"),
        (str, "text"),
        (int | float, "number"),
        (Mapping, "object"),
        (list | tuple, "list"),
    )
    return next((kind for type_, kind in types if isinstance(value, type_)), "other")


def is_undefined(value: Any) -> bool:
    """Whether a value is that of a name that is not there."""
    from jinja2 import Undefined

    return isinstance(value, Undefined)


def union(values: Iterable[Value]) -> Value:
    """What is known of a value that is one of several."""
    every = list(values)
    if all(one == every[0] for one in every):
        return every[0]
    return Value(frozenset(chain.from_iterable(one.kinds for one in every)))


def examples(value: Value) -> list[Any]:
    """Examples of a value, those of different kinds next to each other."""
    if value.exact:
        return list(value.exact)
    if value.members is not None:
        rows = zip(*(several(one) for one in value.members.values()), strict=True)
        return [dict(zip(value.members, row, strict=True)) for row in rows] or [{}]
    if value.items is not None:
        return [list(row) for row in zip(*map(several, value.items), strict=True)] or [[]]
    missing = object()
    columns = [examples_of(kind) for kind in sorted(value.kinds)]
    every = chain.from_iterable(zip_longest(*columns, fillvalue=missing))
    return [one for one in every if one is not missing]


def several(value: Value) -> list[Any]:
    """A fixed number of examples of a part of a value."""
    return list(islice(cycle(examples(value)), PARTS))


@cache
def examples_of(kind: str) -> list[Any]:
    """Examples of a kind."""
    if kind == "undefined":
        from jinja2 import StrictUndefined

        return [StrictUndefined()]
    return EXAMPLES.get(kind) or list(chain.from_iterable(EXAMPLES.values()))


def combinations(values: list[Value]) -> Iterator[tuple[Any, ...]]:
    """Examples of several values, in all combinations, or in as many as can be tried."""
    every = [examples(one) for one in values]
    size = 1
    for one in every:
        size *= len(one)
    if size > MOST:
        each = int(MOST ** (1 / len(every)))
        every = [one[:each] for one in every]
    return product(*every)


def operate(function: Callable[..., Any], values: list[Value]) -> Value:
    """What a function gives for values. Raises Never, from the first failure, where it cannot."""
    exact = all(one.exact for one in values)
    kinds: set[str] = set()
    failure: Exception | None = None
    for combination in combinations(values):
        try:
            found = settled(function(*combination))
        except Exception as error:  # noqa: BLE001 - whatever fails for an example
            failure = failure or error
            continue
        if exact:
            return exactly(found)
        kinds.add(kind_of(found))
    if not kinds:
        raise Never(str(failure)) from failure
    return ANY if "other" in kinds else of(*kinds)


def settled(value: Any) -> Any:
    """A value that is worked out as it is read, as a list."""
    return list(islice(value, LONGEST)) if hasattr(value, "__next__") else value


def described(value: Value) -> str:
    """The kinds of a value in words."""
    if value.kinds >= ANY.kinds:
        return "any value"
    return " or ".join(WORDS.get(kind, kind) for kind in sorted(value.kinds))
