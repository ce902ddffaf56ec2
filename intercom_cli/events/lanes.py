"""Work that is queued: in order for each key, different keys at the same time, never too much."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from intercom_cli.events.notification import Notification

THREADS = 16
MOST = 10_000
MOST_BYTES = 64 << 20
LAST_MOMENTS = 3.0  # seconds for work to notice that all ends
Work = Callable[[Notification, threading.Event], bool]


class Lanes:
    """Notifications on their way: those about the same thing stand in one lane.

    ``work`` is called with each, and an event that is set when its waiting must end. Threads that
    do not end in time are left behind: they are daemons.
    """

    def __init__(self, work: Work, broken: Callable[[Exception], None]) -> None:
        self.work = work
        self.broken = broken
        self.lanes: dict[str, deque[Notification]] = {}
        self.turns: deque[str] = deque()
        self.changed = threading.Condition()
        self.stop = threading.Event()
        self.count = self.size = 0
        self.failed = self.done = 0
        self.left: list[Notification] = []
        self.threads: list[threading.Thread] = []

    def has_room(self, size: int) -> bool:
        """Whether one more of this size may come."""
        return self.count < MOST and self.size + size <= MOST_BYTES

    def put(self, notification: Notification) -> None:
        """Queue one behind those with the same key."""
        with self.changed:
            lane = self.lanes.setdefault(notification.key, deque())
            lane.append(notification)
            if len(lane) == 1:
                self.turns.append(notification.key)
                self.changed.notify()
            self.count += 1
            self.size += len(notification.body)
            if len(self.threads) < min(THREADS, self.count):
                self.threads.append(threading.Thread(target=self.run, daemon=True))
                self.threads[-1].start()

    def run(self) -> None:
        """Do what is next, until all ends."""
        while (notification := self.next()) is not None:
            try:
                ok = self.work(notification, self.stop)
            except Exception as error:  # noqa: BLE001 - one failure must not end the others
                ok = False
                self.broken(error)
            self.finish(notification, ok=ok)

    def next(self) -> Notification | None:
        """The first of the lane whose turn it is; None at the end."""
        with self.changed:
            while not self.turns and not self.stop.is_set():
                self.changed.wait()
            return None if self.stop.is_set() else self.lanes[self.turns.popleft()][0]

    def finish(self, notification: Notification, *, ok: bool) -> None:
        """Count one, and let the next of its lane have its turn."""
        with self.changed:
            lane = self.lanes[notification.key]
            lane.popleft()
            if lane:
                self.turns.append(notification.key)
            else:
                del self.lanes[notification.key]
            self.count -= 1
            self.size -= len(notification.body)
            self.done += ok
            self.failed += not ok and not self.stop.is_set()
            if not ok and self.stop.is_set():
                self.left.append(notification)
            self.changed.notify_all()

    def drain(self, seconds: float) -> list[Notification]:
        """Wait for what is queued, at most so long, and give what was left undone."""
        try:
            self.wait(lambda: not self.count, seconds)
        finally:
            # Also when Ctrl-C comes a second time: whoever catches it asks again.
            self.stop.set()
            with self.changed:
                self.changed.notify_all()
        idle = sum(len(lane) for lane in self.lanes.values())
        if idle:
            self.wait(self.at_rest, LAST_MOMENTS)
        with self.changed:
            waiting = [one for lane in self.lanes.values() for one in lane]
            return [*self.left, *waiting]

    def at_rest(self) -> bool:
        """Whether no thread works any more."""
        return not any(thread.is_alive() for thread in self.threads)

    def wait(self, until: Callable[[], bool], seconds: float) -> None:
        """Wait for something, in steps that Ctrl-C can end."""
        end = time.monotonic() + seconds
        with self.changed:
            while not until() and (rest := end - time.monotonic()) > 0:
                self.changed.wait(min(rest, 0.1))
