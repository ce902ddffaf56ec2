"""Moments as people write them: ISO dates and times, epoch seconds, ``7d``, ``yesterday``."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from intercom_cli.errors import Misuse

AGO = re.compile(r"-?(\d+)\s*(s|m|h|d|w|mo|y)(?:\s+ago)?", re.IGNORECASE)
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "mo": 2592000, "y": 31536000}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EPOCH = re.compile(r"\d{1,11}")
DAYS_BACK = {"today": 0, "yesterday": 1, "tomorrow": -1}


class Moment(NamedTuple):
    """A span of time: from ``start`` up to but not including ``end``, in epoch seconds.

    A single second for an exact time, a whole day for a date.
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
    if EPOCH.fullmatch(text):
        return instant(int(text))
    try:
        read = datetime.fromisoformat(text)
        read = read if read.tzinfo else read.replace(tzinfo=tz)
        return day(read) if DAY.fullmatch(text) else instant(int(read.timestamp()))
    except (ValueError, OverflowError) as error:  # not a time, or the last day of the calendar
        raise Misuse(
            f"{text!r} is not a time.",
            hint="write 2026-01-31, 2026-01-31T09:00Z, 7d, yesterday, or epoch seconds",
        ) from error


def instant(second: int) -> Moment:
    """One second."""
    return Moment(second, second + 1)


def day(within: datetime) -> Moment:
    """The calendar day around a time, in that time's own zone, 23 to 25 hours long."""
    midnight = within.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    following = (midnight.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=within.tzinfo)
    return Moment(int(midnight.timestamp()), int(following.timestamp()))
