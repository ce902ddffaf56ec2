"""The item of a notification, made of the record it is about, as its topic shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.events.samples import ADMIN

Record = Mapping[str, Any]
TAG = {"type": "tag", "id": "1", "name": "VIP"}
DAY = 86_400
SNOOZED = frozenset({"admin.snoozed", "admin.unsnoozed"})
TRANSLATIONS = {"original": "en", "en": "<p>Hello</p>", "fr": "<p>Bonjour</p>"}
MERGED = "6b0000000000000000000000"


def item_of(topic: str, record: Record, now: int, person: Record | None = None) -> dict[str, Any]:
    """What a topic tells of a record.

    ``person`` is a contact beside it, where a topic tells of two. Raises Misuse for a contact of
    the other role.
    """
    check_role(topic, record)
    group, _, rest = topic.partition(".")
    if rest == "deleted":
        return deleted(record)
    if ".tag." in topic and group == "contact":
        return {"type": "contact_tag", "created_at": now, "contact": dict(record), "tag": TAG}
    if topic == "contact.merged":
        gone = {"type": "contact", "id": MERGED, "external_id": None, "role": "lead"}
        return {**record, "merged_from": gone}
    if topic.startswith("company.contact.") and person:
        return {**record, "contact": dict(person)}
    if topic == "ticket.closed":
        return {"type": "ticket_event", "ticket": dict(record)}
    if rest in SNOOZED:
        return snoozed(record, until=now + DAY if rest == "admin.snoozed" else None)
    if rest == "admin.replied.translated":
        return translated(group, record, now)
    if topic == "conversation_part.tag.created":
        return {**record, "tags_added": {"type": "tag.list", "tags": [TAG]}}
    return {**record}


def snoozed(record: Record, *, until: int | None) -> dict[str, Any]:
    """A conversation or a ticket that is snoozed until a time, or no longer."""
    state = {"state": "snoozed" if until else "open"} if "state" in record else {}
    return {**record, "open": True, **state, "snoozed_until": until}


def translated(group: str, record: Record, now: int) -> dict[str, Any]:
    """A conversation or a ticket with the reply that was translated, by its locales."""
    part = {
        "type": f"{group}_part",
        "id": "1",
        "part_type": "comment",
        "body": TRANSLATIONS["en"],
        "created_at": now,
        "updated_at": now,
        "author": dict(ADMIN),
        "attachments": [],
        "redacted": False,
        "translations": dict(TRANSLATIONS),
    }
    name = f"{group}_parts"
    return {**record, name: {"type": f"{group}_part.list", name: [part], "total_count": 1}}


def check_role(topic: str, record: Record) -> None:
    """Raise Misuse for a user where a topic is about leads, and the other way round."""
    words = topic.split(".")
    role = record.get("role")
    if words[0] == "contact" and words[1] in {"user", "lead"} and role not in {None, words[1]}:
        other = ".".join([words[0], str(role), *words[2:]])
        raise Misuse(f"Contact {record.get('id')} is a {role}, not a {words[1]}.", hint=other)


def deleted(record: Record) -> dict[str, Any]:
    """What is told of something that is no longer there."""
    kept = {name: record[name] for name in ("type", "id", "external_id") if name in record}
    return {**kept, "deleted": True}
