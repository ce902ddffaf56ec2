"""The dates of {{ }}: times in epoch seconds, as Intercom has them, and how to write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from intercom_cli import spans, times
from intercom_cli.errors import Misuse

if TYPE_CHECKING:
    from intercom_cli.session import Session

MINUTE, HOUR, DAY = 60, 3600, 86400
Zone = Callable[..., tzinfo]  # of some texts, of which some may need no zone
NAMES = ("minutes_ago", "hours_ago", "days_ago", "days_ahead", "moment")


class Moment(int):
    """A time in epoch seconds; of a day, a month or a year that of its start.

    ``span`` is all of it, which comparisons mean, and ``written`` its text in --where.
    """

    span: spans.Span
    written: str

    def __new__(cls, span: spans.Span, written: str = "") -> Self:
        """Make one of a span."""
        made = super().__new__(cls, span.start)
        made.span = span
        made.written = written
        return made

    @classmethod
    def at(cls, second: float) -> Moment:
        """A single second."""
        return cls(spans.instant(int(second)))

    def __add__(self, other: Any) -> Any:
        """So many seconds later."""
        found = int(self) + other
        return Moment.at(found) if isinstance(found, int | float) else found

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        """So many seconds earlier; between two times the seconds between them."""
        found = int(self) - other
        return found if isinstance(other, Moment) else Moment.at(found)


class Moments(NamedTuple):
    """The functions that give times, all seen from the same one; ``zone`` has the days."""

    now: float
    zone: Zone

    def minutes_ago(self, count: float) -> Moment:
        """So many minutes before now."""
        return Moment.at(self.now - count * MINUTE)

    def hours_ago(self, count: float) -> Moment:
        """So many hours before now."""
        return Moment.at(self.now - count * HOUR)

    def days_ago(self, count: float) -> Moment:
        """So many days before now."""
        return Moment.at(self.now - count * DAY)

    def days_ahead(self, count: float) -> Moment:
        """So many days after now."""
        return Moment.at(self.now + count * DAY)

    def moment(self, text: Any) -> Moment:
        """A time as --where reads it: 2026-01-31, yesterday, 7d, seconds, or as answers have it."""
        if isinstance(text, Moment):
            return text
        span = times.span(str(text), now=self.now, tz=self.zone(str(text)))
        long = span.end - span.start > 1
        return Moment(span, self.spelled(str(text), span) if long else "")

    def spelled(self, text: str, span: spans.Span) -> str:
        """A span as --where has it, whenever that is read."""
        word = text.strip().lower()
        relative = word in times.DAYS_AHEAD
        return f"{spans.local_day(span.start, self.zone(text))}" if relative else text.strip()


def workspace_zone(session: Session) -> Zone:
    """The time zone of the workspace for some texts; it is found when one of them needs it."""
    from intercom_cli.workspace_zone import zone_of

    return lambda *texts: zone_of(session, *texts)


def zone_of(context: Any) -> Zone:
    """The time zone of a run, which its functions know."""
    moment = context.resolve_or_missing("moment")
    return moment.__self__.zone if is_ours(moment) else utc


def utc(*_: str) -> tzinfo:
    """The zone where none is known."""
    return UTC


def iso(seconds: Any) -> str:
    """A time as 2026-01-31T09:00:00Z."""
    return at(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(seconds: Any, zone: tzinfo) -> str:
    """The day of a time in a zone, as 2026-01-31."""
    return at(seconds, zone).strftime("%Y-%m-%d")


def at(value: Any, zone: tzinfo) -> datetime:
    """A time, in seconds or as ISO text, by the clocks of a zone. Raises Misuse for others."""
    found = times.seconds(value, zone)
    try:
        if found is not None:
            return datetime.fromtimestamp(found, zone)
    except (ValueError, OverflowError, OSError):
        pass
    raise Misuse(f"{value!r} is not a time.", hint="a time is in seconds or ISO text")


def functions(now: float, zone: Zone = utc) -> dict[str, Callable[..., Any]]:
    """What {{ }} can call, by its name."""
    moments = Moments(now, zone)
    return {name: getattr(moments, name) for name in NAMES}


def is_ours(found: Any) -> bool:
    """Whether something is one of these functions."""
    return isinstance(getattr(found, "__self__", None), Moments) and found.__name__ in NAMES
