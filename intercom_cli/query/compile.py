"""Split conditions into what the server can narrow and what is decided here, so answers are exact.

Contact dates are matched by calendar day in the workspace's time zone up to 2.16 (SearchContacts):
``>`` means from the start of the next day and ``<`` before the start of the day. A comparison is
therefore asked wider than it is meant and its exact edge is decided here. The same holds for custom
attributes that are dates, by days of UTC from 2.17 on; their type is not known here, so whatever is
compared with a moment may be one.

Times of conversations and tickets are matched by the second; whether ``>`` includes it is told in
two ways, so that their edges are decided here as well.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import tzinfo
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.query.dates import moment
from intercom_cli.query.fields import SERVER, TIMES, Known
from intercom_cli.query.where import EQUALITY, Condition, Text, asks_unset, is_null, meant
from intercom_cli.values import typed

# Longer than the longest calendar day (25 hours), so a shifted day is always an earlier one.
DAY_AND_MORE = 26 * 3600
ORDER = frozenset({"<", "<=", ">", ">="})
GROUP = 15  # conditions in one AND or OR (SearchContacts)
SIGNS = {"in": "IN", "not in": "NIN"}
MOMENTS = range(10**8, 10**11)  # epoch seconds from 1973 on; other numbers are amounts
EVERYTHING = {"field": "created_at", "operator": ">", "value": 0}


class Plan(NamedTuple):
    """A search body for the server, and the conditions that are decided here afterwards."""

    query: dict[str, Any]
    local: tuple[Condition, ...]


def plan(conditions: tuple[Condition, ...], known: Known, *, now: float, tz: tzinfo) -> Plan:
    """Compile conditions. Raises Misuse when there are more than the server can take."""
    asked: list[dict[str, Any]] = []
    local: list[Condition] = []
    for written in conditions:
        condition = dated(written, now=now, tz=tz)
        wide = condition._replace(type="date") if is_moment(condition) else condition
        if known.searched and not is_decided_here(wide, known):
            asked += server_part(wide, now=now, tz=tz)
        if not known.searched or not is_decided_there(wide, known):
            local.append(condition)
    return Plan(grouped(asked), tuple(local))


def dated(condition: Condition, *, now: float, tz: tzinfo) -> Condition:
    """The condition, as one about a date where a custom attribute is put in order with a time.

    Text has no order at Intercom, so nothing else can be meant by ``> 2026-03-01``.
    """
    if condition.type != "custom" or condition.operator not in ORDER:
        return condition
    if not isinstance(meant(value := condition.values[0]), str) or isinstance(value, Text):
        return condition
    with suppress(Misuse):
        moment(value, now=now, tz=tz)
        return condition._replace(type="date")
    return condition


def is_moment(condition: Condition) -> bool:
    """Whether a custom attribute is compared with a number that can be a time."""
    if condition.type != "custom" or condition.operator not in {"=", *ORDER}:
        return False
    value = meant(condition.values[0])
    return isinstance(value, int) and not isinstance(value, bool) and value in MOMENTS


def is_decided_here(condition: Condition, known: Known) -> bool:
    """Whether Intercom cannot even narrow a condition: it may not know the field, or null for it.

    Which fields take null is written down nowhere; where a record shows the field, it need not.
    """
    if known.is_local(condition.field):
        return True
    return asks_unset(condition) and condition.field not in known.unseen


def is_decided_there(condition: Condition, known: Known) -> bool:
    """Whether Intercom decides a condition alone."""
    if condition.type in TIMES or is_decided_here(condition, known):
        return False
    return condition.operator in SERVER[condition.type]


def server_part(condition: Condition, *, now: float, tz: tzinfo) -> list[dict[str, Any]]:
    """The filters that narrow a condition on the server: none when it cannot help."""
    if condition.type in TIMES:
        return time_part(condition, now=now, tz=tz)
    values = [value_of(condition, text) for text in condition.values]
    if condition.operator in SIGNS:
        return [single(condition.field, SIGNS[condition.operator], values)]
    return [single(condition.field, condition.operator, values[0])]


def time_part(condition: Condition, *, now: float, tz: tzinfo) -> list[dict[str, Any]]:
    """A comparison of times asked at least as wide as it is meant."""
    span = moment(condition.values[0], now=now, tz=tz)
    margin = DAY_AND_MORE if condition.type == "date" else 1
    later = single(condition.field, ">", max(span.start - margin, 0))
    earlier = single(condition.field, "<", span.end + margin)
    match condition.operator:
        case ">" | ">=":
            return [later]
        case "<" | "<=":
            return [earlier]
        case "=":
            return [later, earlier]
        case _:
            return []


def value_of(condition: Condition, text: str) -> Any:
    """A text as the field's type wants it on the wire."""
    if is_null(text) and condition.operator in EQUALITY:
        return None
    if condition.type == "boolean":
        if text.lower() not in {"true", "false"}:
            raise Misuse(f"{condition.field} is true or false, not {text!r}.")
        return text.lower() == "true"
    if condition.type == "integer":
        if not isinstance(number := typed(str(text)), int):
            raise Misuse(f"{condition.field} is a whole number, not {text!r}.")
        return number
    return meant(text) if condition.type == "custom" else str(text)


def single(field: str, operator: str, value: Any) -> dict[str, Any]:
    """One filter as the search body spells it."""
    return {"field": field, "operator": operator, "value": value}


def grouped(filters: list[dict[str, Any]]) -> dict[str, Any]:
    """All filters under AND, in groups of fifteen where there are more."""
    if not filters:
        return EVERYTHING
    if len(filters) == 1:
        return filters[0]
    if len(filters) > GROUP * GROUP:
        raise Misuse(f"--where holds more than {GROUP * GROUP} conditions, Intercom's limit.")
    if len(filters) > GROUP:
        chunks = [filters[at : at + GROUP] for at in range(0, len(filters), GROUP)]
        filters = [{"operator": "AND", "value": chunk} for chunk in chunks]
    return {"operator": "AND", "value": filters}
