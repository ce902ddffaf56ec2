"""What is done with a notification: shown, recorded, forwarded, given to a program or workflow."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from intercom_cli.api.posting import address
from intercom_cli.errors import IntercomError
from intercom_cli.events.forward import Forward
from intercom_cli.events.notification import Notification
from intercom_cli.events.outcome import Outcome, Outlet
from intercom_cli.events.program import Program
from intercom_cli.events.recording import Recording
from intercom_cli.events.shown import Screen
from intercom_cli.events.workflow import Workflow

if TYPE_CHECKING:
    from intercom_cli.session import Session


class Wishes(NamedTuple):
    """Where somebody wants notifications to go."""

    forward_to: str | None = None
    exec: str | None = None
    run: Path | None = None
    record: Path | None = None
    retries: int = 6


class Outlets:
    """Everything that is done with each notification; threads may share it.

    Of one notification: ``take`` when it comes, ``deliver`` when its turn has come.
    """

    def __init__(
        self, screen: Screen, outlets: Mapping[str, Outlet], recording: Recording | None
    ) -> None:
        self.screen = screen
        self.outlets = outlets
        self.recording = recording

    def take(self, notification: Notification) -> None:
        """Record it. Raises OSError when that fails: then it was not taken."""
        if self.recording:
            self.recording.keep(notification)

    def deliver(self, notification: Notification, stop: threading.Event) -> bool:
        """Hand it to every outlet and show how it went; False when one of them did not take it.

        ``stop`` ends the waiting between attempts, and programs that still run. Raises OSError
        when standard output takes no more.
        """
        outcomes = [outlet.deliver(notification, stop) for outlet in self.outlets.values()]
        ok = self.told(notification, outcomes)
        try:
            self.screen.show(notification, outcomes)
        except IntercomError as error:  # such as a --jq that does not fit this one
            self.screen.warn(f"{notification.topic} {notification.id}: {error.message}")
        return ok

    def told(self, notification: Notification, outcomes: list[Outcome]) -> bool:
        """Record how it went, if it went anywhere."""
        ok = all(outcome.ok for outcome in outcomes)
        if self.recording and self.outlets:
            why = "; ".join(outcome.what for outcome in outcomes if outcome.what)
            # It is done, whatever the disk says.
            with suppress(OSError):
                self.recording.tell(notification, "delivered" if ok else "failed", why)
        return ok

    def leave(self, notification: Notification) -> None:
        """Tell of a notification that there was no time left to deliver."""
        self.told(notification, [Outcome(ok=False, what="not delivered")])

    def close(self) -> None:
        """Let go of connections and files."""
        for outlet in self.outlets.values():
            outlet.close()
        if self.recording:
            self.recording.close()


def outlets_of(session: Session, wishes: Wishes, *, secret: str | None = None) -> Outlets:
    """The outlets somebody wants. Raises Misuse for those that make no sense.

    What is forwarded is signed anew where the secret is known.
    """
    made: dict[str, Outlet] = {}
    screen = Screen(session.printer)
    if wishes.forward_to is not None:
        url = address(wishes.forward_to, "--forward-to")
        made["forward"] = Forward(
            url, secret=secret, environ=session.environ, retries=wishes.retries
        )
    if wishes.exec is not None:
        made["exec"] = Program(wishes.exec, session.environ, session.streams.err)
    if wishes.run is not None:
        made["run"] = Workflow(session, wishes.run)
    recording = Recording(wishes.record) if wishes.record is not None else None
    return Outlets(screen, made, recording)
