"""What was probably meant by a text that is no time."""

from __future__ import annotations

import re
from datetime import UTC, date, timedelta, tzinfo

from intercom_cli.errors import Misuse
from intercom_cli.spans import CALENDAR, YEARS, Span, calendar, local_day

SPAN = "dates go from 1990 to 2099"
FORMS = "write 2026-01-31, 2026-01, 2026, 2026-01-31T09:00Z, 7d, yesterday, or epoch seconds"


def refused(text: str, *, now: float, tz: tzinfo) -> Misuse:
    """The refusal of what is no time, with what was probably meant."""
    meant = probably(" ".join(text.lower().split()), now=now, tz=tz)
    forms = SPAN if re.match(r"\d{4}(-|$)", text) and int(text[:4]) not in YEARS else FORMS
    return Misuse(f"{text!r} is not a time.", hint=f"did you mean {meant}?" if meant else forms)


def probably(text: str, *, now: float, tz: tzinfo) -> str | None:
    """What was meant by a text that is no time, as it would be written; None for no idea."""
    today, long = (
        local_day(now, tz),
        re.fullmatch(
            r"(\d+) ?(sec|min|hour|hr|day|week|month|year)\w*"
            r"(?: ago)?",
            text,
        ),
    )
    if long:
        unit = "mo" if long[2] == "month" else long[2][0]
        return f"{long[1]}{unit}"
    if re.fullmatch(r"\d{13}", text):
        return f"{text[:10]} (seconds, not milliseconds)"
    digits = re.fullmatch(r"(\d{4})[-/.]?(\d\d?)?[-/.]?(\d\d?)?", text)
    if digits and int(digits[1]) in YEARS and (digits[2] or not text.isdigit()):
        parts = [digits[1], *(part.zfill(2) for part in digits.groups()[1:] if part)]
        if CALENDAR.fullmatch("-".join(parts)) and calendar_or_none("-".join(parts)):
            return "-".join(parts)
    if re.fullmatch(r"\d{1,3}", text):
        return f"{text}d"
    if re.fullmatch(r"\d{4}-\d\d-\d\d[t ]\d\d", text):
        return f"{text.upper()}:00"
    if week := re.fullmatch(r"(\d{4})-?w(\d\d)(?:-?(\d))?", text):
        return of_week(int(week[1]), int(week[2]), week[3])
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    return {
        "last week": f"between {monday - timedelta(days=7)} and {monday - timedelta(days=1)}",
        "this week": f">= {monday}",
        "last month": f"{first - timedelta(days=1):%Y-%m}",
        "this month": f"{today:%Y-%m}",
        "last year": f"{today.year - 1}",
        "this year": f"{today.year}",
    }.get(text)


def calendar_or_none(text: str) -> Span | None:
    """A calendar text as a span of UTC."""
    found = CALENDAR.fullmatch(text)
    return calendar(found, UTC) if found else None


def of_week(year: int, week: int, day: str | None) -> str | None:
    """A week of a year, or a day of it, as days."""
    try:
        monday = date.fromisocalendar(year, week, int(day or 1))
    except ValueError:
        return None
    return f"{monday}" if day else f"between {monday} and {monday + timedelta(days=6)}"
