"""Decide conditions here, over records as Intercom sent them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import tzinfo
from typing import Any

import msgspec

from intercom_cli.errors import ServerFailed
from intercom_cli.query.dates import Moment, moment
from intercom_cli.query.fields import TIMES
from intercom_cli.query.where import Condition, asks_unset, is_null, meant
from intercom_cli.values import typed

Test = Callable[[dict[str, Any]], bool]


def matching(
    rows: Iterable[bytes], conditions: tuple[Condition, ...], *, now: float, tz: tzinfo
) -> Iterator[bytes]:
    """The rows that meet every condition, each as the bytes it came in.

    Raises ServerFailed for a row that is no record.
    """
    tests = [test_of(condition, now=now, tz=tz) for condition in conditions]
    if not tests:
        yield from rows
        return
    decoder = msgspec.json.Decoder(dict[str, Any])
    for row in rows:
        try:
            record = decoder.decode(row)
        except msgspec.MsgspecError as error:
            raise ServerFailed("Intercom's list holds something that is no record.") from error
        if all(test(record) for test in tests):
            yield row


def test_of(condition: Condition, *, now: float, tz: tzinfo) -> Test:
    """The test one condition stands for. Raises Misuse for a date that cannot be read."""
    if condition.type in TIMES and not asks_unset(condition):
        span = moment(condition.values[0], now=now, tz=tz)
        return lambda record: dated(value_at(record, condition.field), condition.operator, span)
    return lambda record: compared(value_at(record, condition.field), condition)


def dated(value: Any, operator: str, span: Moment) -> bool:
    """Compare a time in epoch seconds; a record without one matches only ``!=``."""
    if not isinstance(value, int) or isinstance(value, bool):
        return operator == "!="
    match operator:
        case "=":
            return span.start <= value < span.end
        case "!=":
            return not span.start <= value < span.end
        case ">":
            return value > span.start
        case ">=":
            return value >= span.start
        case "<":
            return value < span.start
        case _:
            return value <= span.start


def compared(value: Any, condition: Condition) -> bool:
    """Compare text, numbers and flags; text without regard to case.

    A list is what one of its items is, and not set when it is empty.
    """
    operator, wanted = condition.operator, condition.values
    if operator.startswith(("!", "not")):
        positive = {"!=": "=", "!~": "~", "not in": "in"}[operator]
        return not compared(value, Condition(condition.field, condition.type, positive, wanted))
    if isinstance(value, list):
        return any(compared(item, condition) for item in value or [None])
    if operator in {"<", ">", "<=", ">="}:
        return ordered(value, operator, meant(wanted[0]))
    if value is None:
        return operator in {"=", "in"} and any(is_null(item) for item in wanted)
    text = as_text(value)
    folded = [item.casefold() for item in wanted]
    match operator:
        case "~":
            return folded[0] in text
        case "^":
            return text.startswith(folded[0])
        case "$":
            return text.endswith(folded[0])
        case _:
            return any(equal(value, text, item) for item in wanted if not is_null(item))


def equal(value: Any, text: str, wanted: str) -> bool:
    """Whether a value is the wanted one: numbers by amount, everything else by its text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return bool(value == typed(str(wanted)))
    return text == wanted.casefold()


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
    """A value as it is written in an expression, without regard to case."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).casefold()


def value_at(record: dict[str, Any], path: str) -> Any:
    """The value at a dotted path, None where there is none.

    The name of an attribute may itself hold dots, so what follows the first one is tried whole
    first.
    """
    head, _, rest = path.partition(".")
    if isinstance(found := record.get(head), dict) and rest in found:
        return found[rest]
    node: Any = record
    for step in path.split("."):
        node = node.get(step) if isinstance(node, dict) else None
    return node
