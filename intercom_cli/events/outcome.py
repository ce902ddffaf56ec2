"""What became of a notification at one of the places it goes to."""

from __future__ import annotations

import threading
from typing import NamedTuple, Protocol

from intercom_cli.events.notification import Notification


class Outcome(NamedTuple):
    """Whether it was taken, and in few words how it went; none where nothing had to be done."""

    ok: bool
    what: str


class Outlet(Protocol):
    """A place notifications go to."""

    name: str

    def deliver(self, notification: Notification, stop: threading.Event) -> Outcome:
        """Hand one over; ``stop`` ends waiting."""

    def close(self) -> None:
        """Let go of what is kept between two."""
