"""The dates of {{ }}: moments in epoch seconds, as Intercom has them, and how to write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.times import span

MINUTE, HOUR, DAY = 60, 3600, 86400


class Moments(NamedTuple):
    """The functions that tell moments, all seen from the same one."""

    now: float

    def minutes_ago(self, count: float) -> int:
        """So many minutes before now."""
        return int(self.now - count * MINUTE)

    def hours_ago(self, count: float) -> int:
        """So many hours before now."""
        return int(self.now - count * HOUR)

    def days_ago(self, count: float) -> int:
        """So many days before now."""
        return int(self.now - count * DAY)

    def days_ahead(self, count: float) -> int:
        """So many days after now."""
        return int(self.now + count * DAY)

    def moment(self, text: Any) -> int:
        """A moment as --where takes it: 2026-01-31, yesterday, 7d, or seconds."""
        return span(str(text), now=self.now, tz=UTC).start


def iso(seconds: Any) -> str:
    """A moment as 2026-01-31T09:00:00Z."""
    return at(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(seconds: Any) -> str:
    """A moment as 2026-01-31."""
    return at(seconds).strftime("%Y-%m-%d")


def at(seconds: Any) -> datetime:
    """A moment in UTC. Raises Misuse for what is none."""
    try:
        return datetime.fromtimestamp(float(seconds), UTC)
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise Misuse(f"{seconds!r} is no moment in seconds.") from error


FILTERS: Mapping[str, Callable[..., Any]] = {"iso": iso, "day": day}
NAMES = ("minutes_ago", "hours_ago", "days_ago", "days_ahead", "moment")


def functions(now: float) -> dict[str, Callable[..., Any]]:
    """What {{ }} can call, by its name."""
    moments = Moments(now)
    return {name: getattr(moments, name) for name in NAMES}


def is_ours(found: Any) -> bool:
    """Whether something is one of these functions."""
    return isinstance(getattr(found, "__self__", None), Moments) and found.__name__ in NAMES
