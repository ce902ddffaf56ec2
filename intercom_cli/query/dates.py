"""Moments as people write them: ISO dates and times, epoch seconds, ``7d``, ``yesterday``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from intercom_cli.errors import Misuse

AGO = re.compile(r"-?(\d+)\s*(s|m|h|d|w|mo|y)(?:\s+ago)?", re.IGNORECASE)
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "mo": 2592000, "y": 31536000}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
EPOCH = re.compile(r"\d{1,11}")
DAYS_BACK = {"today": 0, "yesterday": 1, "tomorrow": -1}
AHEAD = re.compile(r"(?:in )?(\d{1,4}) ?(m|h|d|w|mo)")
CLOCK = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d))? ?(am|pm)?")
DAYS_AHEAD = {"today": 0, "tomorrow": 1}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MORNING = 9  # when a day begins that is named without a time
TO_COME = "2h, tomorrow, tomorrow 14:00, monday 9:00, or 2026-01-31T09:00"


class Moment(NamedTuple):
    """A span of time: from ``start`` up to but not including ``end``, in epoch seconds.

    A single second for an exact time, a whole day for a date, a whole month or year for one.
    """

    start: int
    end: int


@cache
def zone(name: str | None) -> tzinfo:
    """The time zone of a workspace by its IANA name; UTC when it is unknown here."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def moment(text: str, *, now: float, tz: tzinfo) -> Moment:
    """Read a moment. Raises Misuse, saying what can be written, for anything else."""
    text = text.strip()
    if ago := AGO.fullmatch(text):
        return instant(int(now) - int(ago[1]) * SECONDS[ago[2].lower()])
    if text.lower() == "now":
        return instant(int(now))
    if text.lower() in DAYS_BACK:
        return day(datetime.fromtimestamp(now, tz) - timedelta(days=DAYS_BACK[text.lower()]))
    if YEAR.fullmatch(text):
        first = whole_month(int(text), 1, tz)
        return Moment(first.start, whole_month(int(text), 12, tz).end)
    if EPOCH.fullmatch(text):
        return instant(int(text))
    if month := MONTH.fullmatch(text):
        return whole_month(int(month[1]), int(month[2]), tz)
    try:
        read = datetime.fromisoformat(text)
        read = read if read.tzinfo else read.replace(tzinfo=tz)
        return day(read) if DAY.fullmatch(text) else instant(int(read.timestamp()))
    except (ValueError, OverflowError) as error:  # not a time, or the last day of the calendar
        raise Misuse(
            f"{text!r} is not a time.",
            hint="write 2026-01-31, 2026-01, 2026, 2026-01-31T09:00Z, 7d, yesterday,"
            " or epoch seconds",
        ) from error


def instant(second: int) -> Moment:
    """One second."""
    return Moment(second, second + 1)


def day(within: datetime) -> Moment:
    """The calendar day around a time, in that time's own zone, 23 to 25 hours long."""
    midnight = within.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    following = (midnight.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=within.tzinfo)
    return Moment(int(midnight.timestamp()), int(following.timestamp()))


def whole_month(year: int, month: int, tz: tzinfo) -> Moment:
    """A calendar month in a zone."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - December
    try:
        first, last = datetime(year, month, 1, tzinfo=tz), datetime(*following, 1, tzinfo=tz)
        return Moment(int(first.timestamp()), int(last.timestamp()))
    except (ValueError, OverflowError) as error:
        raise Misuse(f"{year}-{month:02} is not a month.") from error


def future(text: str, *, now: float, tz: tzinfo) -> int:
    """Read a time to come, in epoch seconds: ``2h``, ``tomorrow``, ``monday 9:00``, or a date.

    A day without a time means nine in the morning. Raises Misuse for what is no time, and for a
    time that has passed, saying how it was read.
    """
    found = to_come(" ".join(text.lower().split()), now=now, tz=tz)
    if found is None:
        raise Misuse(f"{text!r} is not a time to come.", hint=f"write {TO_COME}")
    if found <= now:
        read = f"{datetime.fromtimestamp(found, tz):%A, %Y-%m-%d %H:%M %Z}"
        raise Misuse(f"{text!r} has passed: it was read as {read}.", hint=f"write {TO_COME}")
    return found


def calendar_day(text: str, *, now: float, tz: tzinfo) -> str:
    """Read a day: ``2026-12-24``, ``tomorrow``, ``monday``, ``7d``. Raises Misuse for what is none.

    >>> calendar_day("tomorrow", now=1766491200, tz=UTC)
    '2025-12-24'
    """
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        found = to_come(" ".join(text.lower().split()), now=now, tz=tz)
    if found is None:
        raise Misuse(f"{text!r} is not a day.", hint="write 2026-12-24, tomorrow, monday, or 7d")
    return datetime.fromtimestamp(found, tz).date().isoformat()


def to_come(text: str, *, now: float, tz: tzinfo) -> int | None:
    """A time to come, or None where the text is not one; it may have passed."""
    if ahead := AHEAD.fullmatch(text):
        return int(now) + int(ahead[1]) * SECONDS[ahead[2]]
    if EPOCH.fullmatch(text):
        return int(text)
    word, _, rest = text.partition(" ")
    clock = CLOCK.fullmatch(rest or f"{MORNING}:00")
    today = datetime.fromtimestamp(now, tz)
    if clock and word in DAYS_AHEAD:
        return at_clock(today + timedelta(days=DAYS_AHEAD[word]), clock)
    if clock and word in WEEKDAYS:
        ahead_by = (WEEKDAYS.index(word) - today.weekday()) % len(WEEKDAYS)
        found = at_clock(today + timedelta(days=ahead_by), clock)
        return found if found > now else at_clock(today + timedelta(days=ahead_by + 7), clock)
    is_day = clock and DAY.fullmatch(word)
    try:
        read = datetime.fromisoformat(word if is_day else text.upper())
    except ValueError:
        return None
    if clock and is_day:
        return at_clock(read.replace(tzinfo=tz), clock)
    try:
        return int((read if read.tzinfo else read.replace(tzinfo=tz)).timestamp())
    except OverflowError:
        return None


def at_clock(within: datetime, clock: re.Match[str]) -> int:
    """A time of a day by its clock."""
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if clock[3]:
        hour = hour % 12 + 12 * (clock[3] == "pm")
    return int(within.replace(hour=hour, minute=minute, second=0, microsecond=0).timestamp())
