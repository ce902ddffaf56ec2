"""The filters that have Intercom find at least the records that a condition means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from intercom_cli.query.fields import TIMES
from intercom_cli.query.filters import GROUP, Filter, joined, single
from intercom_cli.query.nodes import Condition
from intercom_cli.query.where import EQUALITY, is_null, meant
from intercom_cli.times import span
from intercom_cli.values import typed

# Longer than the longest calendar day (25 hours), so a shifted day is always an earlier one.
DAY_AND_MORE = 26 * 3600
SIGNS = {"in": "IN", "not in": "NIN"}
MOST_VALUES = 150  # of one list that are sent; a longer one is sent as several
NEGATIVE = frozenset({"!=", "!~", "not in", "not between"})
WORD = re.compile(r"[A-Za-z0-9]+")
ADDRESSES = frozenset({"email", "email_domain"})
NONE = 0  # what the search of an assignee takes for none (searchConversations, 2.16)


def filters_of(condition: Condition, *, now: float, tz: tzinfo) -> list[Filter | None]:
    """The filters that narrow a condition on the server: none when it cannot help."""
    if condition.type in TIMES:
        return list(around(condition, now=now, tz=tz))
    if condition.type == "words":
        return list(by_word(condition))
    field, operator = condition.field, condition.operator
    values = [value_of(condition, text) for text in condition.values]
    if operator == "between":
        return [single(field, ">=", values[0]), single(field, "<=", values[1])]
    if operator == "not between":
        return []
    if condition.type in {"string", "custom"}:
        return [as_written(condition, values)]
    if operator in SIGNS:
        return [listed(field, operator, values)]
    return [single(field, operator, values[0])]


def as_written(condition: Condition, values: list[Any]) -> Filter | None:
    """A comparison of text in each of the ways in which a record may hold it."""
    field, operator = condition.field, condition.operator
    every = list(dict.fromkeys(way for value in values for way in ways(condition, value)))
    if operator in SIGNS:
        return listed(field, operator, every)
    if len(every) == 1:
        return single(field, operator, every[0])
    if operator in EQUALITY:
        return single(field, "IN" if operator == "=" else "NIN", every)
    joint = "AND" if operator in NEGATIVE else "OR"
    return joined(joint, [single(field, operator, way) for way in every])


def listed(field: str, operator: str, values: list[Any]) -> Filter | None:
    """A comparison with a list of values, in several lists where there are many."""
    lists = [values[at : at + MOST_VALUES] for at in range(0, len(values), MOST_VALUES)]
    joint = "OR" if operator == "in" else "AND"
    return joined(joint, [single(field, SIGNS[operator], one) for one in lists])


def ways(condition: Condition, value: Any) -> list[Any]:
    """The ways in which a record may hold a text: composed or not, an e-mail address in any case.

    Intercom's search is taken to compare letters as they are.
    """
    if not isinstance(value, str):
        return [value]
    found = [value]
    if not value.isascii():
        found += [unicodedata.normalize(form, value) for form in ("NFC", "NFD")]
    if is_address(condition.field):
        found += [one.lower() for one in found]
    return list(dict.fromkeys(found))


def is_address(field: str) -> bool:
    """Whether a field holds e-mail addresses, in which upper and lower case are the same."""
    return field.rpartition(".")[2] in ADDRESSES


def by_word(condition: Condition) -> Iterator[Filter | None]:
    """The words of a text that Intercom matches word by word; the phrase is checked locally."""
    if condition.operator in NEGATIVE or len(condition.values) > 1:
        return
    words = sorted(dict.fromkeys(WORD.findall(condition.values[0])), key=len, reverse=True)
    for word in words[:GROUP]:
        forms = dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
        yield joined("OR", [single(condition.field, "~", form) for form in forms])


def around(condition: Condition, *, now: float, tz: tzinfo) -> Iterator[Filter]:
    """A comparison of times asked at least as wide as it is meant."""
    spans = [span(text, now=now, tz=tz) for text in condition.values]
    margin = DAY_AND_MORE if condition.type == "date" else 1

    def later(second: int) -> Filter:
        return single(condition.field, ">", max(second - margin, 0))

    def earlier(second: int) -> Filter:
        return single(condition.field, "<", second + margin)

    match condition.operator:
        case ">":
            yield later(spans[0].end)
        case ">=":
            yield later(spans[0].start)
        case "<":
            yield earlier(spans[0].start)
        case "<=":
            yield earlier(spans[0].end)
        case "=" | "in" | "between":
            yield later(min(one.start for one in spans))
            yield earlier(max(one.end for one in spans))


def value_of(condition: Condition, text: str) -> Any:
    """A text as the field's type wants it on the wire; what does not fit was refused before."""
    if is_null(text) and condition.operator in EQUALITY:
        return NONE
    if condition.type == "boolean":
        return text.lower() == "true"
    if condition.type in {"integer", "number", "integer id"}:
        return typed(str(text))
    return meant(text) if condition.type == "custom" else str(text)
