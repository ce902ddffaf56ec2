"""Read what Intercom says about its rate limit, and when its clock will have got there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

LONGEST = 60.0  # seconds; nothing Intercom documents lasts longer
MILLISECONDS = 1e11  # a larger Unix time can only be meant in milliseconds
A_YEAR = 31_536_000.0  # a smaller one can only be a number of seconds from now

# An HTTP date; a repeated header holds several, joined by commas such as they have themselves.
DATES = re.compile(r"[A-Za-z]+, \d[^,]*|[A-Za-z]{3} [A-Za-z]{3} [^,]+")


class Window(NamedTuple):
    """One window of ten seconds: its allowance, what is left, and the Unix time of its end."""

    limit: int | None
    left: int | None
    ends: float | None


def window_of(headers: Mapping[str, str], now: float) -> Window:
    """The X-RateLimit headers; a part that is missing or makes no sense is None."""
    ends = number(headers.get("x-ratelimit-reset"))
    if ends is not None and ends > MILLISECONDS:
        ends /= 1000
    elif ends is not None and ends < A_YEAR:
        ends += now
    limit = number(headers.get("x-ratelimit-limit"))
    left = number(headers.get("x-ratelimit-remaining"))
    return Window(
        None if limit is None else int(limit), None if left is None else max(0, int(left)), ends
    )


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that Retry-After asks to wait, given in seconds or as an HTTP date."""
    text = headers.get("retry-after")
    seconds = number(text)
    if seconds is None and (date := unix_time(text)) is not None:
        seconds = date - now
    return None if seconds is None else clamp(seconds)


def clamp(seconds: float) -> float:
    """No less than nothing and no more than a minute, whatever a header says."""
    return min(max(seconds, 0.0), LONGEST)


def number(text: str | None) -> float | None:
    """A finite number from a header."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None  # noqa: PLR2004 - inf and nonsense


def date_of(headers: Mapping[str, str]) -> float | None:
    """When an answer was written, by its Date header; None without one that can be read.

    A proxy may add a Date of its own. The window's end belongs to Intercom's clock, so the Date
    that lies nearest before it counts, and else the last.
    """
    found = [unix_time(text) for text in DATES.findall(headers.get("date") or "")]
    dates = [date for date in found if date is not None]
    if not dates:
        return None
    ends = window_of(headers, dates[-1]).ends
    fitting = [date for date in dates if ends is not None and 0 <= ends - date <= LONGEST]
    return max(fitting, default=dates[-1])


def unix_time(text: str | None) -> float | None:
    """An HTTP date as Unix seconds."""
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


class Skew:
    """How far Intercom's clock is ahead of this machine's, at least, by its Date headers.

    A Date counts whole seconds, so one answer gives a range about a second wide; more answers
    narrow it. Its lower end counts: a window that is over by it is over for certain.
    """

    def __init__(self) -> None:
        self.low = float("-inf")
        self.high = float("inf")

    def observe(self, then: float | None, sent: float, received: float) -> None:
        """Learn from an answer's Date and when the exchange began and ended here."""
        if then is None:
            return
        low, high = then - received, then + 1 - sent
        if low > self.high or high < self.low:  # one of the clocks was set
            self.low, self.high = low, high
        self.low, self.high = max(self.low, low), min(self.high, high)

    @property
    def seconds(self) -> float:
        """Add this to local time to get Intercom's; nothing as long as no Date came."""
        return 0.0 if self.low == float("-inf") else self.low
