"""Times in the future, as people write them when they put something off."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from intercom_cli.errors import Misuse
from intercom_cli.spans import local_day
from intercom_cli.times import EPOCH, absolute, shifted, span

AHEAD = re.compile(r"(?:in )?(\d{1,4}) ?(m|h|d|w|mo|y)")
CLOCK = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d))? ?(am|pm)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DAYS_AHEAD = {"today": 0, "tomorrow": 1}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MORNING = 9  # when a day begins that is named without a time
TO_COME = "2h, tomorrow, tomorrow 14:00, monday 9:00, or 2026-01-31T09:00"


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

    >>> from datetime import UTC
    >>> calendar_day("tomorrow", now=1766491200, tz=UTC)
    '2025-12-24'
    """
    written = " ".join(text.lower().split())
    if DAY.fullmatch(written) and absolute(written, tz):
        return written
    found = to_come(written, now=now, tz=tz)
    if found is None:
        raise Misuse(f"{text!r} is not a day.", hint="write 2026-12-24, tomorrow, monday, or 7d")
    return local_day(found, tz).isoformat()


def to_come(text: str, *, now: float, tz: tzinfo) -> int | None:
    """A time to come, or None where the text is not one; it may have passed."""
    if ahead := AHEAD.fullmatch(text):
        return shifted(int(now), int(ahead[1]), ahead[2], tz)
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
    if clock and DAY.fullmatch(word):
        if not absolute(word, tz):
            return None
        return at_clock(datetime.fromisoformat(word).replace(tzinfo=tz), clock)
    found_there = absolute(text, tz)
    return found_there.start if found_there and not re.fullmatch(r"[\d-]{4,7}", text) else None


def at_clock(within: datetime, clock: re.Match[str]) -> int:
    """A time of a day by its clock."""
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if clock[3]:
        hour = hour % 12 + 12 * (clock[3] == "pm")
    return int(within.replace(hour=hour, minute=minute, second=0, microsecond=0).timestamp())


def date_to_set(text: str, *, now: float, tz: tzinfo) -> int:
    """A time that a record is given, in epoch seconds: the start of what is written.

    Raises Misuse for a bare ``7d``, which may be meant as ago or as ahead.
    """
    written = " ".join(text.lower().split())
    if AHEAD.fullmatch(written) and not written.startswith("in "):
        length = written.replace(" ", "")
        raise Misuse(
            f"{text!r} may lie before or after now.", hint=f"write '{length} ago' or 'in {length}'"
        )
    return span(text, now=now, tz=tz).start
