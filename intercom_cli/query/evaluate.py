"""Evaluate conditions locally, over records as Intercom sent them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import tzinfo
from typing import Any, NamedTuple

import msgspec

from intercom_cli.errors import ServerFailed
from intercom_cli.foreign import plain
from intercom_cli.paths import ABSENT, reach
from intercom_cli.query.fields import TIMES
from intercom_cli.query.nodes import Condition, Group, Node, Not, written
from intercom_cli.query.reading import Reader
from intercom_cli.query.where import asks_unset, is_null, meant
from intercom_cli.spans import Span
from intercom_cli.times import compare, seconds, span
from intercom_cli.unset import Kind, is_unset, kind_of
from intercom_cli.values import typed

Test = Callable[[dict[str, Any]], bool]
POSITIVE = {"!=": "=", "!~": "~", "not in": "in", "not between": "between"}
DIRECT = Reader()


class Setting(NamedTuple):
    """What conditions are evaluated with.

    ``found`` holds, for conditions that only Intercom can decide, each as written, the ids of the
    records it found.
    """

    now: float
    tz: tzinfo
    reader: Reader = DIRECT
    found: Mapping[str, Container[str]] = {}


def matching(rows: Iterable[bytes], node: Node, setting: Setting) -> Iterator[bytes]:
    """The rows that an expression means, each as the bytes it came in.

    Raises ServerFailed for a row that is no record.
    """
    test = decider(node, setting)
    decoder = msgspec.json.Decoder(dict[str, Any])
    for row in rows:
        try:
            record = decoder.decode(row)
        except msgspec.MsgspecError as error:
            raise ServerFailed("Intercom's list holds something that is no record.") from error
        if test(record):
            yield row


def decider(node: Node, setting: Setting) -> Test:
    """The test an expression stands for."""
    if isinstance(node, Not):
        return opposite(decider(node.part, setting))
    if isinstance(node, Group):
        tests = [decider(part, setting) for part in node.parts]
        every = all if node.joint == "and" else any
        return lambda record: every(test(record) for test in tests)
    return leaf_test(node, setting)


def opposite(test: Test) -> Test:
    """The test that holds where another does not."""
    return lambda record: not test(record)


def positive(condition: Condition) -> Condition:
    """The condition that a negative one is the opposite of; any other as it is."""
    operator = POSITIVE.get(condition.operator)
    return condition._replace(operator=operator) if operator else condition


def leaf_test(condition: Condition, setting: Setting) -> Test:
    """The test of one condition. A list matches where one of its items does."""
    if condition.operator in POSITIVE:
        return opposite(leaf_test(positive(condition), setting))
    ids = setting.found.get(written(condition)) if setting.found else None
    if ids is not None:
        return lambda record: str(record.get("id")) in ids
    kind, field, read = kind_of(condition.type), condition.field, setting.reader.values
    if asks_unset(condition) and all(map(is_null, condition.values)):
        return lambda record: any(
            is_unset(value, kind) for value in read(record, field, counted=True)
        )
    wants_unset = asks_unset(condition)
    given = condition.values
    if wants_unset:
        given = tuple(text for text in given if not is_null(text))
    holds = value_test(condition._replace(values=given), kind, setting)
    return lambda record: any(
        wants_unset if is_unset(value, kind) else holds(value) for value in read(record, field)
    )


def value_test(condition: Condition, kind: Kind, setting: Setting) -> Callable[[Any], bool]:
    """The test of one value that is set."""
    if condition.type in TIMES:
        spans = [span(text, now=setting.now, tz=setting.tz) for text in condition.values]
        return dated(condition.operator, spans, setting.tz)
    if condition.type == "words":
        plain = setting.reader.plain
        spaced = tuple(" ".join(text.split()) for text in condition.values)
        wanted = condition._replace(values=spaced)
        return lambda value: compared(plain(as_text(value)), wanted, kind)
    return lambda value: compared(value, condition, kind)


def dated(operator: str, spans: list[Span], tz: tzinfo) -> Callable[[Any], bool]:
    """The test of a time."""
    return lambda value: compare(seconds(value, tz), operator, spans)


def compared(value: Any, condition: Condition, kind: Kind) -> bool:
    """Compare text, a number, a boolean, or an id."""
    operator, wanted = condition.operator, condition.values
    if operator == "between":
        low, high = map(meant, wanted)
        return ordered(value, ">=", low) and ordered(value, "<=", high)
    if operator in {"<", ">", "<=", ">="}:
        return ordered(value, operator, meant(wanted[0]))
    match operator:
        case "~":
            return fold(wanted[0]) in fold(as_text(value))
        case "^":
            return fold(as_text(value)).startswith(fold(wanted[0]))
        case "$":
            return fold(as_text(value)).endswith(fold(wanted[0]))
        case _:
            return any(equal(value, item, kind) for item in wanted)


def equal(value: Any, wanted: str, kind: Kind) -> bool:
    """Whether a value is the wanted one: an id by its text, a number by its amount."""
    if isinstance(value, bool):
        return as_text(value) == wanted.casefold()
    if kind == "id":
        return as_text(value) == wanted
    if isinstance(value, int | float):
        return bool(value == typed(str(wanted)))
    return fold(as_text(value)) == fold(wanted)


def ordered(value: Any, operator: str, wanted: Any) -> bool:
    """Compare by size; only two numbers or two texts have an order."""
    numbers = all(isinstance(x, int | float) and not isinstance(x, bool) for x in (value, wanted))
    if not numbers and not (isinstance(value, str) and isinstance(wanted, str)):
        return False
    if not numbers:
        value, wanted = fold(value), fold(wanted)
    match operator:
        case "<":
            return bool(value < wanted)
        case ">":
            return bool(value > wanted)
        case "<=":
            return bool(value <= wanted)
        case _:
            return bool(value >= wanted)


def fold(text: str) -> str:
    """A text as it is compared: in NFC, without entities, upper and lower case alike."""
    text = plain(text)
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def as_text(value: Any) -> str:
    """A value as it is written in an expression."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def value_at(record: dict[str, Any], path: str) -> Any:
    """The value at a path, None where there is none."""
    found = reach(record, path)
    return None if found is ABSENT else found
