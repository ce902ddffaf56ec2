"""A notification: the bytes as they came, and what they say."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Any, NamedTuple

from intercom_cli.values import loads

ENVELOPE = "notification_event"
PING = "ping"
LONGEST = 200  # letters of an id or a topic
# The keys of a notification, as Intercom describes and sends them.
KEYS = (
    "type",
    "app_id",
    "data",
    "links",
    "id",
    "self",
    "topic",
    "delivery_status",
    "delivery_attempts",
    "delivered_at",
    "first_sent_at",
    "created_at",
)
# Those that differ between two deliveries of the same notification.
OF_DELIVERY = frozenset({"delivery_status", "delivery_attempts", "delivered_at"})


class Malformed(Exception):
    """What came is no notification; the sentence says why."""


class Notification(NamedTuple):
    """One notification: its raw body, and the same decoded."""

    body: bytes
    document: Mapping[str, Any]
    at: float  # when it was received, in epoch seconds

    @property
    def id(self) -> str:
        """What a second delivery of it shares with the first: its id, or a digest without one."""
        return id_in(self.document) or digest(self.document)

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
    body = body.removeprefix(BOM_UTF8)
    try:
        document = loads(body.decode("utf-8"))
    except ValueError as error:
        raise Malformed("it is not JSON") from error
    if not isinstance(document, dict):
        raise Malformed("it is not a JSON object")
    if not isinstance(document.get("topic"), str) or not document["topic"]:
        raise Malformed("it has no topic")
    for name, value in (("id", id_in(document)), ("topic", document["topic"])):
        if len(value) > LONGEST:
            raise Malformed(f"its {name} is too long")
    return Notification(body, document, time.time() if at is None else at)


def id_in(document: Mapping[str, Any]) -> str:
    """The id of a notification; empty where it has none, as in a ping."""
    found = document.get("id")
    if isinstance(found, str) or (isinstance(found, int) and not isinstance(found, bool)):
        return str(found)
    return ""


def digest(document: Mapping[str, Any]) -> str:
    """What stands for an id: a digest of the body, the same for every delivery of it."""
    kept = {key: value for key, value in document.items() if key not in OF_DELIVERY}
    text = json.dumps(kept, sort_keys=True, separators=(",", ":"))
    return f"sha256_{hashlib.sha256(text.encode()).hexdigest()[:40]}"


def of(document: Mapping[str, Any], at: float | None = None) -> Notification:
    """A notification that is made here."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Notification(
        body.encode("utf-8", "replace"), document, time.time() if at is None else at
    )


def envelope(
    topic: str, item: Mapping[str, Any], *, app_id: str, id: str = "", at: float | None = None
) -> dict[str, Any]:
    """The notification of a topic about an item, as Intercom writes it; a ping has no id."""
    now = int(time.time() if at is None else at)
    own = None if topic == PING else f"notif_{secrets.token_hex(16)}"
    return {
        "type": ENVELOPE,
        "app_id": app_id,
        "id": id or own,
        "self": None,
        "created_at": now,
        "topic": topic,
        "delivery_status": "pending",
        "delivery_attempts": 1,
        "delivered_at": 0,
        "first_sent_at": now,
        "links": {},
        "data": {"type": f"{ENVELOPE}_data", "item": item},
    }
