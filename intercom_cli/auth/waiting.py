"""One sign-in that waits: the first answer with the right state wins, whoever brings it."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from threading import Event, Lock
from typing import Literal, NamedTuple

from intercom_cli.auth.callback import Answer

Verdict = Literal["taken", "forged", "late"]
SLICE = 0.2  # seconds; short, so that Ctrl-C is heard on every system


class Result(NamedTuple):
    """How the sign-in ended: a heading and a sentence for the page in the browser."""

    ok: bool
    title: str
    text: str


class Waiting:
    """What the listener, the paste prompt and the main thread share."""

    def __init__(self, state: str | None = None) -> None:
        self.state = state or secrets.token_urlsafe(32)
        self._answer: Answer | None = None
        self._result: Result | None = None
        self._lock = Lock()
        self._answered = Event()
        self._finished = Event()

    def offer(self, answer: Answer, *, trusted: bool = False) -> Verdict:
        """Bring an answer. Its state is compared in constant time before anything else is read.

        A ``trusted`` one comes from the person's own terminal and may have no state: a code alone
        was pasted. "late" means that an answer was taken before.
        """
        unsigned = trusted and answer.state is None
        if not unsigned and not self._is_ours(answer.state):
            return "forged"
        if not answer.code and not answer.error:
            return "forged"
        with self._lock:
            if self._answer is not None:
                return "late"
            self._answer = answer
        self._answered.set()
        return "taken"

    def wait(
        self, seconds: float, *, given_up: Callable[[], bool] = lambda: False
    ) -> Answer | None:
        """Wait for an answer; None when none came in time, or none can come any more."""
        deadline = time.monotonic() + seconds
        while not self._answered.is_set() and not given_up():
            left = deadline - time.monotonic()
            if left <= 0:
                break
            self._answered.wait(min(left, SLICE))
        return self._answer

    @property
    def is_answered(self) -> bool:
        """Whether an answer was taken."""
        return self._answered.is_set()

    def finish(self, result: Result) -> None:
        """Tell how it ended; the page in the browser waits for this. The first word stands."""
        if self._result is None:
            self._result = result
        self._finished.set()

    def result(self, seconds: float) -> Result | None:
        """Wait for the end; None when it did not come in time."""
        self._finished.wait(seconds)
        return self._result

    def _is_ours(self, state: str | None) -> bool:
        return hmac.compare_digest((state or "").encode(), self.state.encode())
