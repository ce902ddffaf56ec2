"""Spans of time: days, months and years of a zone in epoch seconds."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from intercom_cli.errors import Misuse

YEARS = range(1990, 2100)
CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Span(NamedTuple):
    """A span of time: from ``start`` up to but not including ``end``, in epoch seconds.

    Of a local time that comes twice, when clocks are set back, ``gap`` lies between the two.
    """

    start: int
    end: int
    gap: tuple[int, int] | None = None

    def holds(self, second: int) -> bool:
        """Whether a second lies within."""
        if self.gap and self.gap[0] <= second < self.gap[1]:
            return False
        return self.start <= second < self.end


def calendar(found: re.Match[str], tz: tzinfo) -> Span | None:
    """A whole year, month or day."""
    year, month = int(found[1]), int(found[2] or 1)
    if year not in YEARS or not 1 <= month <= 12:  # noqa: PLR2004 - December
        return None
    if found[3]:
        if not 1 <= int(found[3]) <= monthrange(year, month)[1]:
            return None
        return days(date(year, month, int(found[3])), 1, tz)
    count = (
        monthrange(year, month)[1] if found[2] else (date(year + 1, 1, 1) - date(year, 1, 1)).days
    )
    return days(date(year, month, 1), count, tz)


def days(first: date, count: int, tz: tzinfo) -> Span:
    """So many whole days of a zone. Raises Misuse for a day that its calendar leaves out."""
    found = Span(midnight(first, tz), midnight(first + timedelta(days=count), tz))
    if found.start == found.end:
        raise Misuse(f"{first} never comes: the calendar leaves it out.")
    return found


def midnight(day: date, tz: tzinfo) -> int:
    """When a day begins: at midnight, and where that does not exist at the first instant after."""
    local = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - both readings are wanted
    first, second = (int(local.replace(tzinfo=tz, fold=n).timestamp()) for n in (0, 1))
    if first <= second:
        return first
    before, after = second, first  # clocks are set forward between the two
    while after - before > 1:
        middle = (before + after) // 2
        is_after = datetime.fromtimestamp(middle, tz).date() >= day
        before, after = (before, middle) if is_after else (middle, after)
    return after


def local_day(second: float, tz: tzinfo) -> date:
    """The day of a time in a zone."""
    return datetime.fromtimestamp(second, tz).date()


def instant(second: int) -> Span:
    """One second."""
    return Span(second, second + 1)
