"""Moments as people and programs read them; Intercom counts seconds since 1970 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeGuard

UNITS = (
    (365 * 86400, "year"),
    (30 * 86400, "month"),
    (86400, "day"),
    (3600, "hour"),
    (60, "minute"),
    (1, "second"),
)
# Numbers outside 1973..5138 are not moments in seconds, whatever their name says.
EARLIEST, LATEST = 10**8, 10**11


def is_moment(value: Any) -> TypeGuard[int]:
    """Whether a value can be a moment in seconds since 1970."""
    return isinstance(value, int) and not isinstance(value, bool) and EARLIEST <= value < LATEST


def moment_in(text: str) -> int | None:
    """The moment an ISO 8601 text with its zone names, as some records tell it; None for others.

    >>> moment_in("2026-01-31T13:05:00.000Z")
    1769864700
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return int(found.timestamp()) if found.tzinfo and "T" in text else None


def iso(seconds: int) -> str:
    """A moment in ISO 8601, in UTC: ``2026-01-31T13:05:00Z``."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def ago(seconds: float, now: float) -> str:
    """How far a moment is from now: ``3 days ago``, ``in 2 hours``."""
    distance = int(now - seconds)
    if abs(distance) < 1:
        return "just now"
    size, unit = next(pair for pair in UNITS if abs(distance) >= pair[0])
    count = abs(distance) // size
    words = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{words} ago" if distance > 0 else f"in {words}"
