"""A notification: the bytes as they came, and what they say."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from intercom_cli.values import loads

ENVELOPE = "notification_event"
LONGEST = 200  # letters of an id or a topic


class Malformed(Exception):
    """What came is no notification; the sentence says why."""


class Notification(NamedTuple):
    """One notification: its raw body, and the same decoded."""

    body: bytes
    document: Mapping[str, Any]
    at: float  # when it was received, in epoch seconds

    @property
    def id(self) -> str:
        """What a second delivery of it shares with the first."""
        return str(self.document["id"])

    @property
    def topic(self) -> str:
        """What happened."""
        return str(self.document["topic"])

    @property
    def item(self) -> Mapping[str, Any]:
        """What it happened to; empty where there is none, as in a ping."""
        data = self.document.get("data")
        item = data.get("item") if isinstance(data, dict) else None
        return item if isinstance(item, dict) else {}

    @property
    def item_id(self) -> str:
        """The id of that; of a tag on a contact the contact's, of a nested ticket the ticket's."""
        for nested in ("contact", "ticket", "conversation", "company"):
            inner = self.item.get(nested)
            if "id" not in self.item and isinstance(inner, dict) and "id" in inner:
                return str(inner["id"])
        return str(self.item.get("id", ""))

    @property
    def key(self) -> str:
        """What it is about: notifications with the same key keep their order."""
        return self.item_id or self.id


def read(body: bytes, at: float | None = None) -> Notification:
    """A notification from its raw body. Raises Malformed for anything else."""
    try:
        document = loads(body.decode("utf-8"))
    except ValueError as error:
        raise Malformed("it is not JSON") from error
    if not isinstance(document, dict):
        raise Malformed("it is not a JSON object")
    for name in ("id", "topic"):
        if not isinstance(document.get(name), str) or not document[name]:
            raise Malformed(f"it has no {name}")
        if len(document[name]) > LONGEST:
            raise Malformed(f"its {name} is too long")
    return Notification(body, document, time.time() if at is None else at)


def of(document: Mapping[str, Any], at: float | None = None) -> Notification:
    """A notification that is made here."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Notification(
        body.encode("utf-8", "replace"), document, time.time() if at is None else at
    )


def envelope(
    topic: str, item: Mapping[str, Any], *, app_id: str, id: str = "", at: float | None = None
) -> dict[str, Any]:
    """The notification of a topic about an item, as Intercom writes it."""
    now = int(time.time() if at is None else at)
    return {
        "type": ENVELOPE,
        "app_id": app_id,
        "id": id or f"notif_{secrets.token_hex(16)}",
        "self": None,
        "created_at": now,
        "topic": topic,
        "delivery_attempts": 1,
        "first_sent_at": now,
        "data": {"type": f"{ENVELOPE}_data", "item": item},
    }
