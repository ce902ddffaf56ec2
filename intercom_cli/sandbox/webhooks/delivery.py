"""Deliver notifications one after the other, with the patience the platform has.

A failed delivery is tried once more after a minute; meanwhile later news of the same record wait.
After repeated failures everything is dropped for a quarter of an hour. 410 ends it for good, and
429 slows it down. The thread is a daemon: the end of the process does not wait for it.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from intercom_cli.sandbox.webhooks import envelope, post
from intercom_cli.sandbox.webhooks.envelope import Notification

MINUTE = 60.0
PAUSE = 15  # minutes
LONGEST = 120  # minutes a throttled notification is kept
ENOUGH = 10  # failures in a row
GONE, TOO_MANY = 410, 429
KEPT = 100_000  # what comes while so many wait is lost


class Target(NamedTuple):
    """Where notifications go, signed with what; ``minute`` is how long a minute of patience is."""

    url: str
    secret: str
    minute: float = MINUTE


class Waiting(NamedTuple):
    """What waits for another attempt, and when that is due."""

    due: float
    first_sent_at: int
    queue: deque[Notification]


class Delivery:
    """A thread that sends what it is given to one address; ``log`` takes a line each.

    ``worry`` takes what went wrong.
    """

    def __init__(
        self, target: Target, *, log: Callable[[str], None], worry: Callable[[str], None]
    ) -> None:
        self.target = target
        self.log = log
        self.worry = worry
        self.news = threading.Condition()
        self.ready: deque[Notification] = deque()
        self.waiting: dict[str, Waiting] = {}
        self.failures = 0
        self.paused_until = 0.0
        self.throttled = 0.0
        self.off = False
        self.ended = False
        self.thread = threading.Thread(target=self.run, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin to deliver."""
        self.thread.start()

    def put(self, notifications: Iterable[Notification]) -> None:
        """Take notifications to be sent, in their order; never waits for the receiver."""
        with self.news:
            room = 0 if self.off else max(KEPT - len(self.ready), 0)
            self.ready.extend(islice(notifications, room))
            self.news.notify()

    def close(self) -> int:
        """Send nothing more, and tell how many were not delivered."""
        with self.news:
            self.ended = True
            self.news.notify()
            return len(self.ready) + sum(len(one.queue) for one in self.waiting.values())

    def run(self) -> None:
        """Look whether the receiver answers, and send until it is over."""
        outcome = post.call("HEAD", self.target.url)
        if not outcome.taken:
            self.worry(
                f"{self.target.url} does not answer HEAD ({outcome}): Intercom would not take"
                " this address. Changes are sent there all the same."
            )
        while not self.off and (following := self.next()) is not None:
            notification, earlier = following
            self.deliver(notification, earlier)

    def next(self) -> tuple[Notification, Waiting | None] | None:
        """The next to be sent, once there is one; None when it is over."""
        with self.news:
            while not self.ended:
                now = time.monotonic()
                for about, waiting in self.waiting.items():
                    if waiting.due <= now:
                        return waiting.queue[0], self.waiting[about]
                while self.ready:
                    notification = self.ready[0]
                    if notification.about not in self.waiting:
                        return notification, None
                    self.ready.popleft()
                    self.waiting[notification.about].queue.append(notification)
                due = min((one.due for one in self.waiting.values()), default=None)
                self.news.wait(None if due is None else max(due - now, 0))
            return None

    def deliver(self, notification: Notification, earlier: Waiting | None) -> None:
        """Make an attempt, and see what follows from its outcome."""
        if time.monotonic() < self.paused_until:
            self.done(notification, earlier)
            self.log(f"webhook {notification.topic} dropped: paused")
            return
        sent_at = int(time.time()) if earlier is None else earlier.first_sent_at
        body = envelope.encoded(notification, 1 if earlier is None else 2, sent_at)
        signed = {
            "Content-Type": "application/json; charset=utf-8",
            "X-Hub-Signature": envelope.signature(body, self.target.secret),
        }
        outcome = post.call("POST", self.target.url, body, signed)
        self.log(f"webhook {notification.topic} {outcome}")
        if outcome.taken:
            self.failures, self.throttled = 0, 0.0
            self.done(notification, earlier)
        elif outcome.status == GONE:
            self.disable()
        elif outcome.status == TOO_MANY:
            self.slow_down(outcome, notification, earlier)
        else:
            self.failed(outcome, notification, earlier, sent_at)

    def done(self, notification: Notification, earlier: Waiting | None) -> None:
        """Be done with a notification; what waited behind it comes next, in its order."""
        with self.news:
            if earlier is None:
                self.ready.popleft()
                return
            earlier.queue.popleft()
            del self.waiting[notification.about]
            self.ready.extendleft(reversed(earlier.queue))

    def failed(
        self,
        outcome: post.Outcome,
        notification: Notification,
        earlier: Waiting | None,
        sent_at: int,
    ) -> None:
        """Put a notification off for a minute, or give it up when it was already."""
        self.failures += 1
        told = f"webhook {notification.topic} was not taken: {outcome}."
        if earlier is None:
            with self.news:
                self.ready.popleft()
                due = time.monotonic() + self.target.minute
                self.waiting[notification.about] = Waiting(due, sent_at, deque([notification]))
            self.worry(f"{told} Trying once more in {self.target.minute:g} seconds.")
        else:
            self.done(notification, earlier)
            self.worry(f"{told} It is given up.")
        if self.failures >= ENOUGH:
            self.failures = 0
            pause = PAUSE * self.target.minute
            self.paused_until = time.monotonic() + pause
            self.worry(f"webhooks are paused for {pause:g} seconds after {ENOUGH} failures.")

    def disable(self) -> None:
        """Send nothing ever again."""
        with self.news:
            self.off = True
            self.ready.clear()
            self.waiting.clear()
        self.worry("webhooks are off: the receiver said 410, which ends the subscription.")

    def slow_down(
        self, outcome: post.Outcome, notification: Notification, earlier: Waiting | None
    ) -> None:
        """Hold everything as long as the receiver asks, from a minute to two hours."""
        minute = self.target.minute
        given = outcome.retry_after or ""
        asked = float(given) if given.isascii() and given.isdecimal() else minute
        pause = min(max(asked, minute), LONGEST * minute)
        self.throttled += pause
        if self.throttled > LONGEST * minute:
            self.throttled = 0.0
            self.done(notification, earlier)
            self.worry(f"webhook {notification.topic} was throttled too long. It is given up.")
            return
        self.worry(f"webhooks wait for {pause:g} seconds: the receiver said 429.")
        end = time.monotonic() + pause
        with self.news:
            while not self.ended and (left := end - time.monotonic()) > 0:
                self.news.wait(left)
