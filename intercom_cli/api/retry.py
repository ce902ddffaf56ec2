"""Whether a request is sent again, and after how long."""

from __future__ import annotations

from typing import NamedTuple

from intercom_cli.api.clock import Clock
from intercom_cli.api.failures import Failure
from intercom_cli.api.limits import retry_after
from intercom_cli.api.pacing import Budget, Pace
from intercom_cli.api.request import Request
from intercom_cli.api.response import Response

ATTEMPTS = 3
FIRST = 0.5  # seconds; the bound of the first back-off, doubling each time
PASSING = frozenset({408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 529, 530})
GONE = frozenset({404, 410})
TOO_MANY = 429

Outcome = Response | Failure


class Pause(NamedTuple):
    """A wait before the next attempt, and why; no reason for a rate limit, which has its own."""

    seconds: float
    why: str = ""


class Effort:
    """All attempts at one request: counts them, and decides after each whether another follows.

    A request that may have arrived is repeated only when that is harmless; one that Intercom
    turned away with 429 was not carried out, so it is always repeated while waiting is allowed.
    """

    def __init__(self, request: Request, *, max_wait: float, pace: Pace) -> None:
        self.request = request
        self.pace = pace
        self.budget = Budget(max_wait)
        self.tries = 0
        self.limited = 0
        self.unclear = False

    def next_pause(self, outcome: Outcome) -> Pause | None:
        """The wait before another attempt; None when this outcome is the last."""
        pause = self.after(outcome)
        if pause is None or not self.budget.allows(pause.seconds):
            return None
        self.budget.left -= pause.seconds
        return pause

    def after(self, outcome: Outcome) -> Pause | None:
        """The wait this outcome calls for, whatever waiting is still allowed."""
        if isinstance(outcome, Failure):
            return self.after_failure(outcome)
        if outcome.status == TOO_MANY:
            return self.after_limit(outcome)
        return self.after_answer(outcome)

    def after_limit(self, response: Response) -> Pause | None:
        """Wait for the window's end; a limit on pending export jobs does not end with it."""
        self.limited += 1
        if b"pending" in response.body.lower():
            return None
        return Pause(self.pace.pause_after(response.headers, self.limited))

    def after_failure(self, failure: Failure) -> Pause | None:
        """Back off after a broken connection."""
        self.tries += 1
        self.unclear = self.unclear or not failure.unsent
        if failure.lasting or self.tries >= ATTEMPTS:
            return None
        if not (failure.unsent or self.request.is_repeatable):
            return None
        return Pause(back_off(self.tries, self.pace.clock), failure.error.message)

    def after_answer(self, response: Response) -> Pause | None:
        """Back off after a passing error."""
        if response.status not in PASSING:
            return None
        self.tries += 1
        self.unclear = True
        if self.tries >= ATTEMPTS or not self.request.is_repeatable:
            return None
        asked = retry_after(response.headers, self.pace.server_time())
        seconds = back_off(self.tries, self.pace.clock) + (asked or 0.0)
        return Pause(seconds, f"Intercom answered {response.status}.")

    def is_twice_deleted(self, response: Response) -> bool:
        """Whether this "not found" may be the work of an earlier attempt."""
        return self.request.method == "DELETE" and response.status in GONE and self.unclear


def back_off(attempt: int, clock: Clock) -> float:
    """Exponential back-off with full jitter, so that many clients do not return together."""
    return FIRST * 2.0 ** (attempt - 1) * clock.chance()
