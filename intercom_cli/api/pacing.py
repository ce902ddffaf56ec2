"""Keep all threads of a run together below Intercom's rate limit, before it says 429."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping

from intercom_cli.api.clock import SYSTEM, Clock
from intercom_cli.api.limits import LONGEST, Skew, clamp, date_of, retry_after, window_of
from intercom_cli.errors import RateLimited, Unreachable

TOO_MANY = 429
BLIND = 8  # requests under way at most before the first answer tells the limit
JITTER = 0.25  # seconds over which threads and processes spread after a window's end
SLICE = 0.5  # seconds slept at a time, so that closing the client wakes whoever waits
TOLD_FROM = 1.0  # seconds of waiting from which on the person is told


class Budget:
    """The waiting one request may still do."""

    def __init__(self, max_wait: float) -> None:
        self.left = max_wait

    def allows(self, seconds: float) -> bool:
        """Whether this much more waiting is within it."""
        return seconds <= self.left


class Pace:
    """Says when the next request may leave; shared by all threads of a client.

    What is left of a window is the least that any answer reported, less the requests still under
    way: those Intercom may have counted after it wrote that answer. So no burst of threads can
    overrun the limit, and nothing of the window is given away either.
    """

    def __init__(
        self, *, notice: Callable[[str], None], clock: Clock = SYSTEM, max_wait: float = 120
    ) -> None:
        self.notice = notice
        self.clock = clock
        self.max_wait = max_wait
        self.skew = Skew()
        self.limit: int | None = None
        self.left: int | None = None
        self.ends: float | None = None  # of the window ``left`` belongs to, by Intercom's clock
        self.past = 0.0  # the end of the latest window that is over
        self.hold = 0.0  # until then, by our clock, nobody sends
        self.flying = 0
        self.sent = 0
        self.answered = False
        self.told: float | None = -1
        self.closed = False
        self.changed = threading.Condition()

    def enter(self, budget: Budget) -> None:
        """Wait until a request may leave. Raises RateLimited when that is beyond the budget."""
        while True:
            with self.changed:
                if self.has_room():
                    self.flying += 1
                    return
                held = self.hold - self.clock.now()
                if self.flying and held <= 0:
                    self.changed.wait(SLICE)
                    self.check_open()
                    continue
                seconds = max(held, clamp((self.ends or 0) - self.server_time()))
            self.wait(seconds + JITTER * self.clock.chance(), budget)

    def has_room(self) -> bool:
        """Whether one more request fits into the window as far as it is known."""
        if self.clock.now() < self.hold:
            return False
        if not self.answered:
            return self.flying < BLIND
        if self.ends is not None and self.server_time() >= self.ends:
            self.past, self.ends, self.left = self.ends, None, self.limit
        return self.left is None or self.left - self.flying > 0

    def leave(self, headers: Mapping[str, str] | None, status: int, sent: float) -> None:
        """Note that a request is over, and what its answer said about the limit."""
        with self.changed:
            self.flying -= 1
            self.sent += 1
            if headers is not None:
                self.answered = True
                self.learn(headers, status, sent)
            self.changed.notify_all()

    def learn(self, headers: Mapping[str, str], status: int, sent: float) -> None:
        """Take over what an answer says; answers overtake each other, so the least counts."""
        now = self.clock.now()
        self.skew.observe(date_of(headers), sent, now)
        there = now + self.skew.seconds
        window = window_of(headers, there)
        if window.left is None or window.ends is None:
            return
        ends = min(window.ends, there + LONGEST)  # no window lasts longer: a clock is wrong
        if ends <= self.past and status != TOO_MANY:
            return
        left = 0 if status == TOO_MANY and window.left == 0 else window.left
        self.limit = window.limit if window.limit is not None else self.limit
        if self.ends is None or ends > self.ends or self.left is None:
            self.ends, self.left = ends, left
        elif ends == self.ends:
            self.left = min(self.left, left)

    def server_time(self) -> float:
        """The time by Intercom's clock."""
        return self.clock.now() + self.skew.seconds

    def pause_after(self, headers: Mapping[str, str], attempt: int) -> float:
        """Seconds to wait after a 429: what Retry-After or the window's end ask, and a jitter.

        All other threads hold back as long. ``attempt`` counts the 429s in a row from 1; without a
        usable header, and when the window should be over but is not, the wait doubles each time.
        """
        now = self.server_time()
        asked = retry_after(headers, now)
        ends = window_of(headers, now).ends
        if asked is None and ends is not None:
            asked = clamp(ends - now)
        least = 1.0 if asked is None else JITTER
        seconds = clamp(max(asked or 0.0, least * 2 ** min(attempt - 1, 6)))
        with self.changed:
            self.hold = max(self.hold, self.clock.now() + seconds)
        return seconds + JITTER * self.clock.chance()

    def wait(self, seconds: float, budget: Budget) -> None:
        """Wait for a new window. Raises RateLimited at once when the budget does not allow it."""
        if not budget.allows(seconds):
            raise RateLimited(
                f"Intercom's rate limit{self.words()} asks for {math.ceil(seconds)} s of waiting, "
                f"more than --max-wait ({self.max_wait:g} s) has left.",
                hint="Try again later, or wait longer with --max-wait SECONDS.",
                retryable=True,
            )
        budget.left -= seconds
        self.pause(seconds)

    def words(self) -> str:
        """The limit in brackets, where it is known."""
        return "" if self.limit is None else f" ({self.limit} requests in 10 seconds)"

    def pause(self, seconds: float, why: str = "") -> None:
        """Tell the person and sleep; a rate limit is told once for each window."""
        if why:
            self.notice(f"{why} Trying again in {math.ceil(seconds)} s.")
        elif seconds >= TOLD_FROM and self.is_news():
            self.notice(
                f"Intercom's rate limit{self.words()} is used up; "
                f"going on in {math.ceil(seconds)} s."
            )
        self.sleep(seconds)

    def is_news(self) -> bool:
        """Whether this window's end was not told yet."""
        with self.changed:
            known, self.told = self.told, self.ends
            return known != self.ends

    def sleep(self, seconds: float) -> None:
        """Sleep in short pieces, so that Ctrl-C and ``close`` are heard."""
        end = self.clock.now() + seconds
        while (rest := end - self.clock.now()) > 0:
            self.check_open()
            self.clock.sleep(min(rest, SLICE))
        self.check_open()

    def check_open(self) -> None:
        """Raise Unreachable when the client was closed meanwhile."""
        if self.closed:
            raise Unreachable("The run was ended while a request was waiting.")

    def close(self) -> None:
        """Wake everyone who waits, with an error."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()
