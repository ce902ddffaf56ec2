"""Run a workflow for a notification."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from intercom_cli.errors import IntercomError
from intercom_cli.events.notification import Notification
from intercom_cli.events.outcome import Outcome

if TYPE_CHECKING:
    from intercom_cli.session import Session


class Workflow:
    """A workflow that is run for each notification, one after the other."""

    name = "--run"

    def __init__(self, session: Session, file: Path) -> None:
        """Check the file. Raises what stands in the way of running it."""
        from intercom_cli.workflows.runs import check_for_events

        check_for_events(session, file)
        self.session = session
        self.file = file
        self.lock = threading.Lock()  # its steps are commands, which share the session

    def deliver(self, notification: Notification, stop: threading.Event) -> Outcome:
        """Run it; what goes wrong is told and survived."""
        from intercom_cli.workflows.runs import run_for_event

        with self.lock:
            if stop.is_set():
                return Outcome(ok=False, what="not run")
            try:
                run = run_for_event(self.session, self.file, dict(notification.document))
            except IntercomError as error:
                return Outcome(ok=False, what=f"{self.file.name}: {error.message}")
        return Outcome(ok=True, what="" if run is None else f"{self.file.name}: run {run}")

    def close(self) -> None:
        """Nothing is kept between two runs."""
