"""Decide conditions here, over records as Intercom sent them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import tzinfo
from typing import Any

import msgspec

from intercom_cli.errors import ServerFailed
from intercom_cli.paths import ABSENT, reach
from intercom_cli.query.fields import TIMES
from intercom_cli.query.nodes import Condition, Group, Node, Not
from intercom_cli.query.where import asks_unset, is_null, meant
from intercom_cli.times import compare, seconds, span
from intercom_cli.values import typed

Test = Callable[[dict[str, Any]], bool]
Fold = Callable[[str], str]
Cased = Callable[[str], bool]
POSITIVE = {"!=": "=", "!~": "~", "not in": "in", "not between": "between"}


def never(_: str) -> bool:
    """Upper and lower case are the same, whatever the field."""
    return False


def matching(
    rows: Iterable[bytes], node: Node, *, now: float, tz: tzinfo, cased: Cased = never
) -> Iterator[bytes]:
    """The rows that an expression means, each as the bytes it came in.

    ``cased`` tells of which fields upper and lower case differ, as Intercom's search is taken to
    have it. Raises ServerFailed for a row that is no record.
    """
    test = decider(node, now=now, tz=tz, cased=cased)
    decoder = msgspec.json.Decoder(dict[str, Any])
    for row in rows:
        try:
            record = decoder.decode(row)
        except msgspec.MsgspecError as error:
            raise ServerFailed("Intercom's list holds something that is no record.") from error
        if test(record):
            yield row


def decider(node: Node, *, now: float, tz: tzinfo, cased: Cased = never) -> Test:
    """The test an expression stands for."""
    if isinstance(node, Not):
        inner = decider(node.part, now=now, tz=tz, cased=cased)
        return lambda record: not inner(record)
    if isinstance(node, Group):
        tests = [decider(part, now=now, tz=tz, cased=cased) for part in node.parts]
        every = all if node.joint == "and" else any
        return lambda record: every(test(record) for test in tests)
    return leaf_test(node, now=now, tz=tz, fold=str if cased(node.field) else str.casefold)


def leaf_test(condition: Condition, *, now: float, tz: tzinfo, fold: Fold) -> Test:
    """The test of one comparison."""
    field, operator = condition.field, condition.operator
    if condition.type in TIMES and not asks_unset(condition):
        spans = [span(text, now=now, tz=tz) for text in condition.values]
        return lambda record: compare(seconds(value_at(record, field), tz), operator, spans)
    return lambda record: compared(value_at(record, field), condition, fold)


def compared(value: Any, condition: Condition, fold: Fold) -> bool:
    """Compare text, numbers and flags.

    A list is what one of its items is, and not set when it is empty.
    """
    operator, wanted = condition.operator, condition.values
    if operator in POSITIVE:
        return not compared(value, condition._replace(operator=POSITIVE[operator]), fold)
    if isinstance(value, list):
        return any(compared(item, condition, fold) for item in value or [None])
    if operator == "between":
        low, high = map(meant, wanted)
        return ordered(value, ">=", low) and ordered(value, "<=", high)
    if operator in {"<", ">", "<=", ">="}:
        return ordered(value, operator, meant(wanted[0]))
    if value is None:
        return operator in {"=", "in"} and any(is_null(item) for item in wanted)
    text = fold(as_text(value))
    match operator:
        case "~":
            return fold(wanted[0]) in text
        case "^":
            return text.startswith(fold(wanted[0]))
        case "$":
            return text.endswith(fold(wanted[0]))
        case _:
            return any(equal(value, text, item, fold) for item in wanted if not is_null(item))


def equal(value: Any, text: str, wanted: str, fold: Fold) -> bool:
    """Whether a value is the wanted one: numbers by amount, everything else by its text."""
    if isinstance(value, bool):
        return text == wanted.casefold()
    if isinstance(value, int | float):
        return bool(value == typed(str(wanted)))
    return text == fold(wanted)


def ordered(value: Any, operator: str, wanted: Any) -> bool:
    """Compare by size; only two numbers or two texts have an order."""
    numbers = all(isinstance(x, int | float) and not isinstance(x, bool) for x in (value, wanted))
    if not numbers and not (isinstance(value, str) and isinstance(wanted, str)):
        return False
    match operator:
        case "<":
            return bool(value < wanted)
        case ">":
            return bool(value > wanted)
        case "<=":
            return bool(value <= wanted)
        case _:
            return bool(value >= wanted)


def as_text(value: Any) -> str:
    """A value as it is written in an expression."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def value_at(record: dict[str, Any], path: str) -> Any:
    """The value at a path, None where there is none."""
    found = reach(record, path)
    return None if found is ABSENT else found
