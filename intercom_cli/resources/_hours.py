"""Office hours in words: ``Mon-Fri 9:00-17:30`` and the minutes of the week Intercom counts in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

from intercom_cli import foreign
from intercom_cli.errors import Misuse

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY, WEEK = 1_440, 10_080  # minutes
STEP = 15  # Intercom takes quarters of an hour
GROUPS = {"daily": "mon-sun", "weekdays": "mon-fri", "weekend": "sat-sun"}
TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(-)\s*|(?<=[a-z])(?:(,)\s*|\s*:)(?=\s|[A-Za-z])")
NIGHT_AND_DAY = "24/7"
HINT = "write 'Mon-Fri 9:00-17:30', 'Sat 10:00-12:00, 13:00-16:00', or 24/7"

Interval = dict[str, int]


def week_of(texts: Iterable[str]) -> list[Interval]:
    """The intervals of a week, in their order.

    >>> week_of(["Mon-Tue 9-17:30"])[1]
    {'start_minute': 1980, 'end_minute': 2490}

    Raises Misuse for what cannot be read, is no quarter of an hour, or overlaps.
    """
    return in_order(span for text in parts_of(texts) for span in weekly(text))


def day_of(texts: Iterable[str]) -> list[Interval]:
    """The intervals of one day, in their order: hours without a day. Raises as ``week_of`` does.

    >>> day_of(["9-13"])
    [{'start_minute': 540, 'end_minute': 780}]
    """
    spans = [clock_span(part, text) for text in parts_of(texts) for part in text.split(",")]
    if any(end > DAY for _, end in spans):
        raise unreadable("; ".join(texts), "ends on another day")
    return in_order(spans)


def parts_of(texts: Iterable[str]) -> list[str]:
    """Each text, and what semicolons separate in it. Raises Misuse for an empty one."""
    plain = (BETWEEN.sub(lambda found: found[1] or found[2] or "", text) for text in texts)
    found = [part.strip() for text in plain for part in text.split(";")]
    if not found or not all(found):
        raise unreadable("", "is empty")
    return found


def weekly(text: str) -> Iterator[tuple[int, int]]:
    """The spans of one part: its days, each with all of its hours."""
    if text == NIGHT_AND_DAY:
        yield 0, WEEK
        return
    days, _, hours = text.partition(" ")
    if not hours:
        raise unreadable(text, "names no hours" if day_numbers(days) else "names no day")
    for day in day_numbers(days) or [-1]:
        if day < 0:
            raise unreadable(text, f"begins with {days!r}, which is no day")
        for part in hours.split(","):
            start, end = clock_span(part, text)
            yield from in_week(start + day * DAY, end + day * DAY)


def in_week(start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span; what runs from Sunday into Monday is cut at the end of the week."""
    yield start, min(end, WEEK)
    if end > WEEK:
        yield 0, end - WEEK


def day_numbers(text: str) -> list[int]:
    """The days a word stands for, Monday being 0; none for a word that is not about days.

    >>> day_numbers("Sat-Mon"), day_numbers("Mon,Wednesday"), day_numbers("Noday")
    ([5, 6, 0], [0, 2], [])
    """
    found: list[int] = []
    for part in GROUPS.get(text.lower(), text).split(","):
        first, dash, last = part.partition("-")
        start, end = day_number(first), day_number(last if dash else first)
        if start is None or end is None:
            return []
        found += [(start + more) % 7 for more in range((end - start) % 7 + 1)]
    return found


def day_number(text: str) -> int | None:
    """A day by its English name or the beginning of it; None for none."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    near = [number for number, name in enumerate(names) if name.startswith(text.lower())]
    return near[0] if len(near) == 1 and len(text) > 1 else None


def clock_span(text: str, whole: str) -> tuple[int, int]:
    """Two times of a day in minutes; what starts after noon may end on the next day."""
    first, _, last = text.strip().partition("-")
    start, end = minute(first.strip()), minute(last.strip())
    if start is None or end is None or start in {end, DAY}:
        raise unreadable(whole, f"has {text.strip()!r}, which is no time from when to when")
    if start % STEP or end % STEP:
        raise unreadable(whole, "has a time that is not on a quarter of an hour")
    if end < start < DAY // 2:
        raise unreadable(whole, f"has {text.strip()!r}, which ends before it starts")
    return start, end if end > start else end + DAY


def minute(text: str) -> int | None:
    """A time of the day in minutes: ``9``, ``9:30``, ``17.45``, ``5pm``, ``24:00``."""
    found = TIME.fullmatch(text)
    if not found:
        return None
    hour, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours on a clock's face
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    total = hour * 60 + minutes
    return total if minutes < 60 and total <= DAY else None  # noqa: PLR2004 - minutes in an hour


def in_order(spans: Iterable[tuple[int, int]]) -> list[Interval]:
    """Spans as Intercom has them. Raises Misuse where two overlap."""
    ordered = sorted(spans)
    for one, other in pairwise(ordered):
        if one[1] > other[0]:
            raise Misuse(f"{told([one])} and {told([other])} overlap.")
    return [{"start_minute": start, "end_minute": end} for start, end in ordered]


def unreadable(text: str, why: str) -> Misuse:
    """An error for hours nobody can read, with how they are written."""
    return Misuse(f"The hours {text!r} cannot be read: it {why}.", hint=HINT)


def in_words(intervals: Any, *, whole_week: bool = True) -> str:
    """Intervals as people say them; days with the same hours stand together.

    >>> in_words(week_of(["Mon-Fri 9-17:30", "Sun 10-12"]))
    'Mon-Fri 9:00-17:30; Sun 10:00-12:00'
    """
    ends = (
        (foreign.integer(one, "start_minute"), foreign.integer(one, "end_minute"))
        for one in foreign.records(intervals)
    )
    spans = [(start, end) for start, end in ends if start is not None and end is not None]
    return told(spans) if whole_week else ", ".join(clock(*span) for span in spans)


def told(spans: list[tuple[int, int]]) -> str:
    """Spans of a week as people say them."""
    if spans == [(0, WEEK)]:
        return NIGHT_AND_DAY
    days = [
        [(a - day * DAY, b - day * DAY) for a, b in spans if a // DAY == day] for day in range(7)
    ]
    said = [", ".join(clock(*span) for span in day) for day in days]
    groups = [list(group) for _, group in groupby(range(7), key=lambda day: said[day])]
    return "; ".join(f"{named(group)} {said[group[0]]}" for group in groups if said[group[0]])


def named(days: list[int]) -> str:
    """Days that follow each other as people say them."""
    return DAYS[days[0]] if len(days) == 1 else f"{DAYS[days[0]]}-{DAYS[days[-1]]}"


def clock(start: int, end: int) -> str:
    """A span of a day; one that goes on for days says so."""
    more, rest = divmod(end - 1, DAY)
    rest += 1
    if more > 1:
        return f"{time(start)}-{DAYS[more % 7]} {time(rest)}"
    return f"{time(start)}-{time(rest)}"


def time(minutes: int) -> str:
    """A time of the day."""
    return f"{minutes // 60}:{minutes % 60:02}"
