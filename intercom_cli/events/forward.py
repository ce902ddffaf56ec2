"""Pass a notification on by HTTP, its bytes and signatures as they are."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from intercom_cli.api.posting import Posted, Poster
from intercom_cli.errors import IntercomError
from intercom_cli.events.notification import Notification
from intercom_cli.events.outcome import Outcome
from intercom_cli.events.signing import headers_for

FIRST_PAUSE = 0.25
LONGEST_PAUSE = 10.0
PASSING = frozenset({408, 425, 429})  # what a target says that may be well soon
BROKEN = 500


class Forward:
    """An address that takes notifications; it is tried again while it fails, but not for ever."""

    name = "--forward-to"

    def __init__(
        self, url: str, *, secret: str | None, environ: Mapping[str, str], retries: int = 6
    ) -> None:
        self.url = url
        self.secret = secret
        self.retries = retries
        self.poster = Poster(environ)

    def deliver(self, notification: Notification, stop: threading.Event) -> Outcome:
        """Send it until it is taken, refused, or was tried often enough."""
        pause = FIRST_PAUSE
        for attempt in range(self.retries + 1):
            outcome, again = self.once(notification)
            if outcome.ok or not again or attempt == self.retries or stop.wait(pause):
                break
            pause = min(pause * 2, LONGEST_PAUSE)
        if attempt and not outcome.ok:
            return outcome._replace(what=f"{outcome.what}, tried {attempt + 1} times")
        return outcome

    def once(self, notification: Notification) -> tuple[Outcome, bool]:
        """Send it once; and whether it is worth another try."""
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers = headers_for(notification.body, self.secret)
        try:
            answer = self.poster.send(self.url, notification.body, headers)
        except IntercomError as error:
            return Outcome(ok=False, what=error.message.rstrip(".")), True
        outcome = Outcome(answer.is_success, told(answer))
        return outcome, answer.status >= BROKEN or answer.status in PASSING

    def close(self) -> None:
        """Close the connections."""
        self.poster.close()


def told(answer: Posted) -> str:
    """An answer in few words."""
    return f"{answer.status} in {answer.seconds * 1000:.0f} ms"
