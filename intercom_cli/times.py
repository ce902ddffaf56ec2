"""Times: as people write them, as answers carry them, and how the two compare.

A day, a month or a year is a span of time; an exact time is a span of one second.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from intercom_cli.errors import Misuse
from intercom_cli.spans import CALENDAR, YEARS, Span, calendar, days, instant, local_day
from intercom_cli.time_hints import refused

DURATION = re.compile(r"(\d{1,9})\s*(s|m|h|d|w|mo|y)", re.IGNORECASE)
LENGTHS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
MONTHS = {"mo": 1, "y": 12}
DAYS_AHEAD = {"yesterday": -1, "today": 0, "tomorrow": 1}
EPOCH = re.compile(r"[1-9]\d{9}")
CLOCK = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
# Several words that are one time, or meant as one.
UNIT = r"(s|m|h|d|w|mo|y|(sec|second|min|minute|hr|hour|day|week|month|year)s?)"
MORE_WORDS = re.compile(
    rf"in \d+ ?{UNIT}?|\d+ ?{UNIT}( ago)?|(last|this|next|past) [a-z]+"
    r"|\d{4}-\d\d-\d\d \d\d:\d\d\S*"
)
# Those that are a time even where the type of a field is not known yet.
WHOLE_TIME = re.compile(rf"in \d+{UNIT}|\d+{UNIT} ago|\d{{4}}-\d\d-\d\d \d\d:\d\d\S*", re.ASCII)
LAST = 4_102_444_800  # the end of 2099
EARLIEST = 10**8  # and smaller ones are none either: of 1973, or a day without its dashes
MILLISECONDS = 10**11  # numbers from here on are no seconds of this age
TIME_NAME = re.compile(r"\w+_(at|until|after|before|time)")
NEGATIVE = frozenset({"!=", "not in", "not between"})


@cache
def zone(name: str | None) -> tzinfo:
    """The time zone with an IANA name; UTC for none, and where ``is_zone`` says it is unknown."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def is_zone(name: str) -> bool:
    """Whether a time zone of that name is known on this machine."""
    return zone(name) is not UTC or name in {"UTC", "Etc/UTC"}


def span(text: str, *, now: float, tz: tzinfo) -> Span:
    """Read a time. Raises Misuse, with what was probably meant, for what is none."""
    written = " ".join(text.split())
    found = relative(written.lower(), now=now, tz=tz) or absolute(written, tz)
    if found is None:
        raise refused(text, now=now, tz=tz)
    return found


def relative(text: str, *, now: float, tz: tzinfo) -> Span | None:
    """``now``, ``today``, ``7d``, ``2w ago`` or ``in 3h``; None for anything else."""
    if text == "now":
        return instant(int(now))
    if text in DAYS_AHEAD:
        return days(local_day(now, tz) + timedelta(days=DAYS_AHEAD[text]), 1, tz)
    ahead = text.startswith("in ")
    length = text.removeprefix("in ") if ahead else text.removesuffix(" ago").removeprefix("-")
    if not (found := DURATION.fullmatch(length)):
        return None
    second = shifted(int(now), int(found[1]) * (1 if ahead else -1), found[2], tz)
    if second is None:
        raise Misuse(f"{text!r} is too far away: dates go from 1970 to 2099.")
    return instant(second)


def shifted(second: int, count: int, unit: str, tz: tzinfo) -> int | None:
    """A time moved: by exact seconds, by months and years by the calendar; None for no date."""
    if unit in LENGTHS:
        found = second + count * LENGTHS[unit]
        return found if 0 <= found < LAST else None
    local = datetime.fromtimestamp(second, tz)
    months = local.year * 12 + local.month - 1 + count * MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    if not 1970 <= year <= YEARS[-1]:  # noqa: PLR2004 - the first year of epoch seconds
        return None
    last = monthrange(year, month)[1]
    return int(local.replace(year=year, month=month, day=min(local.day, last)).timestamp())


def absolute(text: str, tz: tzinfo) -> Span | None:
    """A year, month, day, minute or second, or epoch seconds; None for anything else."""
    if EPOCH.fullmatch(text):
        return instant(int(text))
    if found := CALENDAR.fullmatch(text):
        return calendar(found, tz)
    if not (found := CLOCK.fullmatch(text)) or int(text[:4]) not in YEARS:
        return None
    length = 1 if found[4] else 60
    digits = f"{found[1]}T{found[2]}:{found[3]}:{found[4] or '00'}"
    try:
        local = datetime.fromisoformat(digits)
        if found[5]:
            exact = datetime.fromisoformat(digits + found[5].upper())
            start = int(exact.timestamp())
            return Span(start, start + length)
    except ValueError:
        return None
    return by_clock(local, length, tz, text)


def by_clock(local: datetime, length: int, tz: tzinfo, text: str) -> Span:
    """A time by the clocks of a zone, which show it once, twice, or never."""
    first, second = (int(local.replace(tzinfo=tz, fold=n).timestamp()) for n in (0, 1))
    if first > second:
        raise Misuse(
            f"{text!r} never comes: clocks are set forward then.",
            hint="write a time with its zone, such as 2026-01-31T09:00Z",
        )
    if first < second:
        return Span(first, second + length, (first + length, second))
    return Span(first, first + length)


def compare(second: int | None, operator: str, spans: Sequence[Span]) -> bool:
    """Compare a time with what was written; what has none matches only the negative operators.

    ``between`` takes two spans, ``in`` any number, the others one.
    """
    if operator in NEGATIVE:
        positive = {"!=": "=", "not in": "in", "not between": "between"}[operator]
        return not compare(second, positive, spans)
    if second is None:
        return False
    match operator:
        case "between":
            return spans[0].start <= second < spans[-1].end
        case ">":
            return second >= spans[0].end
        case ">=":
            return second >= spans[0].start
        case "<":
            return second < spans[0].start
        case "<=":
            return second < spans[0].end
        case _:
            return any(one.holds(second) for one in spans)


def seconds(value: Any, tz: tzinfo = UTC) -> int | None:
    """A time of an answer in epoch seconds: it comes as a number, digits, or ISO text.

    None for what is not set, and for what is no time. ISO text without a zone is of ``tz``.
    """
    if isinstance(value, bool) or not value:
        return None
    if isinstance(value, int | float):
        return whole(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        if re.fullmatch(r"-?\d{1,15}(?:\.\d+)?", text):
            return whole(float(text))
        read = datetime.fromisoformat(text)
        return int((read if read.tzinfo else read.replace(tzinfo=tz)).timestamp())
    except (ValueError, OverflowError):
        return None


def whole(number: float) -> int | None:
    """A number as whole seconds; one too large for them is of milliseconds."""
    if not isfinite(number):
        return None
    return (int(number) // 1000 if abs(number) >= MILLISECONDS else int(number)) or None


def is_time_name(name: str) -> bool:
    """Whether a field of whole numbers holds a time, as its name tells: ``signed_up_at``."""
    return bool(TIME_NAME.fullmatch(name))
