"""Ask for times by whole days, as Intercom matches dates of contacts up to 2.16 (SearchContacts).

``>`` means from the start of the next day and ``<`` before the start of the day, in the workspace's
time zone. What begins or ends within a day has that day as an edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta, tzinfo
from typing import NamedTuple

from intercom_cli.query.filters import Filter, joined, single
from intercom_cli.query.nodes import Condition
from intercom_cli.query.where import asks_unset
from intercom_cli.spans import Span, local_day, midnight
from intercom_cli.times import span

OWN = "custom_attributes."


class Days(NamedTuple):
    """A query for the days that a comparison touches, and one for those that it only touches.

    Without an ``edge`` the query finds just what is meant.
    """

    query: Filter
    edge: Filter | None


def whole_days(one: Condition, *, now: float, tz: tzinfo, zone: tzinfo | None) -> Days | None:
    """A comparison by whole days; None where Intercom has no such days, or it is no span."""
    if zone is None or one.type != "date" or one.field.startswith(OWN) or asks_unset(one):
        return None
    spans = [span(text, now=now, tz=tz) for text in one.values]
    bounds = bounds_of(one.operator, spans)
    if bounds is None or any(each.gap for each in spans):
        return None
    first, last = bounds
    query: list[Filter | None] = []
    edges: list[Filter | None] = []
    if first is not None:
        start, _ = day_around(first, zone)
        query.append(single(one.field, ">", max(start - 1, 0)))
        edges += [single(one.field, "=", first)] if start != first else []
    if last is not None:
        start, end = day_around(last, zone)
        query.append(single(one.field, "<", last if start == last else end))
        edges += [single(one.field, "=", last)] if start != last else []
    found = joined("AND", query)
    return Days(found, joined("OR", edges) if edges else None) if found else None


def bounds_of(operator: str, spans: Sequence[Span]) -> tuple[int | None, int | None] | None:
    """The first second that is meant, and the one after the last; None for an open end."""
    match operator:
        case ">":
            return spans[0].end, None
        case ">=":
            return spans[0].start, None
        case "<":
            return None, spans[0].start
        case "<=":
            return None, spans[0].end
        case "=" | "between":
            return spans[0].start, spans[-1].end
        case _:
            return None


def day_around(second: int, zone: tzinfo) -> tuple[int, int]:
    """The start of the day around a second, and that of the next one."""
    day = local_day(second, zone)
    return midnight(day, zone), midnight(day + timedelta(days=1), zone)
