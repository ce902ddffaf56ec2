"""Compare values in {{ }}: times arrive as seconds or as ISO text, and a day is a span."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any

from intercom_cli import spans, time_hints, times
from intercom_cli.errors import Misuse
from intercom_cli.workflows.dates import Moment, Zone

ORDER: dict[str, Callable[[Any, Any], Any]] = {
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}
EQUALITY: dict[str, Callable[[Any, Any], Any]] = {"eq": operator.eq, "ne": operator.ne}
SIGNS = {"lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "eq": "=", "ne": "!="}
MIRRORED = {"lt": "gt", "lteq": "gteq", "gt": "lt", "gteq": "lteq"}
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?", re.DOTALL)
NOT_SET = (None, "", 0)


def compare(left: Any, sign: str, right: Any, zone: Zone) -> Any:
    """Whether two values are in a relation; what is not set is in none of the positive ones.

    Raises Misuse for values that have no order.
    """
    if sign in {"in", "notin"}:
        found = left in right
        return found if sign == "in" else not found
    if are_times(left, right):
        return compare_times(left, sign, right, zone)
    if sign in EQUALITY:
        return EQUALITY[sign](left, right)
    if left is None or right is None:
        return False
    kinds = [type_ for type_ in (str, int | float) if isinstance(left, type_)]
    if not kinds or not isinstance(right, kinds[0]):
        raise Misuse(f"{left!r} and {right!r} cannot be compared by {SIGNS[sign]}.")
    return ORDER[sign](left, right)


def are_times(left: Any, right: Any) -> bool:
    """Whether two values are compared as times: one is one, and the other can be one."""
    both = (left, right)
    if any(isinstance(one, Moment) for one in both):
        return all(one is None or isinstance(one, str | int | float) for one in both)
    texts = [one for one in both if isinstance(one, str) and DATE.fullmatch(one)]
    return len(texts) == len(both) or (bool(texts) and any(map(is_number, both)))


def is_number(value: Any) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def compare_times(left: Any, sign: str, right: Any, zone: Zone) -> bool:
    """Compare two times; the one that is longer is meant as a span."""
    if any(not isinstance(one, Moment) and one in NOT_SET for one in (left, right)):
        return sign == "ne"
    spans = [span_of(one, zone) for one in (left, right)]
    if None in spans:
        if sign in EQUALITY:
            return bool(EQUALITY[sign](left, right))
        wrong = left if spans[0] is None else right
        raise Misuse(f"{wrong!r} is not a time.", hint=time_hints.FORMS)
    first, second = spans
    assert first is not None
    assert second is not None
    if first.end - first.start > second.end - second.start:
        first, second, sign = second, first, MIRRORED.get(sign, sign)
    return times.compare(first.start, SIGNS[sign], [second])


def span_of(value: Any, zone: Zone) -> spans.Span | None:
    """A value as a span of time; None for what is no time."""
    if isinstance(value, Moment):
        return value.span
    if isinstance(value, str) and DATE.fullmatch(value):
        try:
            return times.span(value, now=0, tz=zone(value))
        except Misuse:
            pass
    found = None if isinstance(value, bool) else times.seconds(value)
    return None if found is None else spans.instant(found)
