"""The sandbox as the sender of webhooks: what a call changed is put into words, and handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from intercom_cli.sandbox.call import Call
from intercom_cli.sandbox.versions import version_of
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.webhooks import envelope, journal
from intercom_cli.sandbox.webhooks.delivery import Delivery
from intercom_cli.sandbox.webhooks.envelope import Notification
from intercom_cli.sandbox.webhooks.news import told
from intercom_cli.sandbox.workspace import APP_ID

PING = "ping"


class Sender:
    """Turns changes into notifications; ``wants`` tells which topics are subscribed to.

    Call ``gather`` inside the transaction that made the changes, and ``hand_on`` after it.
    """

    def __init__(self, delivery: Delivery, wants: Callable[[str], bool]) -> None:
        self.delivery = delivery
        self.wants = wants

    def gather(self, visit: Visit) -> list[Notification]:
        """What is to be told of the changes so far, as the app's own version shows it."""
        changes = journal.collected(visit.store)
        if not changes:
            return []
        view = replace(visit, call=Call("GET", "/"), ids={}, version=version_of(None))
        return [
            envelope.new(topic, item, visit.now, visit.store.app_id)
            for topic, item in told(view, changes)
            if self.wants(topic)
        ]

    def hand_on(self, notifications: list[Notification]) -> None:
        """Have them delivered."""
        self.delivery.put(notifications)

    def begin(self, now: float, app_id: str = APP_ID) -> None:
        """Send a first sign of life, and deliver from now on."""
        self.delivery.put([envelope.new(PING, dict(envelope.PING), int(now), app_id)])
        self.delivery.start()
