"""Notifications as they go over the wire: the envelope, and the signature over its bytes."""

from __future__ import annotations

import hmac
import uuid
from typing import Any, NamedTuple

import msgspec

from intercom_cli.sandbox.workspace import APP_ID

PING = {"type": "ping", "message": "something something interzen"}


class Notification(NamedTuple):
    """Something to tell: ``about`` is the record it is told of."""

    id: str
    topic: str
    item: Any
    created_at: int
    app_id: str = APP_ID

    @property
    def about(self) -> str:
        """What it is about: later news of the same record waits for this one."""
        item = self.item
        inner = item.get("ticket") or (item.get("contact") if "tag" in item else None) or item
        return f"{inner.get('type')}:{inner.get('id')}"


def new(topic: str, item: Any, moment: int, app_id: str = APP_ID) -> Notification:
    """A notification with an id of its own."""
    return Notification(f"notif_{uuid.uuid4()}", topic, item, moment, app_id)


def encoded(notification: Notification, attempt: int, first_sent_at: int) -> bytes:
    """The body of an attempt to deliver."""
    return msgspec.json.encode(
        {
            "type": "notification_event",
            "app_id": notification.app_id,
            "id": None if notification.topic == PING["type"] else notification.id,
            "self": None,
            "created_at": notification.created_at,
            "topic": notification.topic,
            "delivery_status": "pending" if attempt == 1 else "retry",
            "delivery_attempts": attempt,
            "delivered_at": 0,
            "first_sent_at": first_sent_at,
            "links": {},
            "data": {"type": "notification_event_data", "item": notification.item},
        }
    )


def signature(body: bytes, secret: str) -> str:
    """What ``X-Hub-Signature`` says of a body."""
    return f"sha1={hmac.new(secret.encode(), body, 'sha1').hexdigest()}"
