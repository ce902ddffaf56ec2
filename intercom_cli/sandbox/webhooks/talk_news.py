"""What webhooks tell of conversations and tickets: each part that is added has its topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.conversations import conversation_shapes
from intercom_cli.sandbox.conversations.conversation_thread import CONTACTS
from intercom_cli.sandbox.tickets import ticket_rows
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.webhooks.journal import Change, Row

News = Iterator[tuple[str, Any]]
SAID = ("comment", "quick_reply")
BY_ADMIN = {
    "note": "noted",
    "close": "closed",
    "open": "opened",
    "assignment": "assigned",
    "assign_and_reopen": "open.assigned",
    "snoozed": "snoozed",
    **dict.fromkeys(SAID, "replied"),
}


def conversation(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell what became of a conversation as a whole."""
    record = change.record
    if change.after is None:
        gone = {"type": "conversation", "id": record["id"], "deleted": True}
        yield "conversation.deleted", gone
        return
    item = conversation_shapes.item(visit, record)
    if change.made:
        by_contact = record["source"]["author"]["type"] in CONTACTS
        yield f"conversation.{'user' if by_contact else 'admin.single'}.created", item
        return
    yield from ((topic, item) for topic in changed(change))
    yield from taken_part(change, "conversation", "contact_ids", item)
    if added := set_of(change.after, "tags") - set_of(change.before, "tags"):
        tags = [tag for tag in item["tags"]["tags"] if tag["id"] in added]
        told = {**item, "tags_added": {"type": "tag.list", "tags": tags}}
        yield "conversation_part.tag.created", told


def changed(change: Change) -> Iterator[str]:
    """The topics of what changed in a conversation without a part."""
    if change.became("priority"):
        yield "conversation.priority.updated"
    if change.became("conversation_rating") and change.record["conversation_rating"]:
        yield "conversation.rating.added"
    if change.became("read") and change.record["read"]:
        yield "conversation.read"
    if change.became("company_id"):
        yield "conversation.company.updated"


def set_of(record: Row | None, name: str) -> set[str]:
    """The ids of a list inside a record, whether ids stand there or what has them."""
    listed = (record or {}).get(name) or []
    return {one["id"] if isinstance(one, dict) else one for one in listed}


def taken_part(change: Change, kind: str, name: str, item: Row) -> News:
    """Tell who takes part now, or does no longer."""
    before, after = set_of(change.before, name), set_of(change.after, name)
    if after - before:
        yield f"{kind}.contact.attached", item
    if before - after:
        yield f"{kind}.contact.detached", item


def conversation_part(visit: Visit, change: Change, changes: Sequence[Change]) -> News:
    """Tell of a part that was added or blackened, with the conversation around it."""
    record = documents.get(visit.store, "conversation", change.parent or "")
    if record is None or change.after is None:
        return
    topic = part_topic(change.after, whole_of(change, changes)) if change.made else None
    if change.became("redacted"):
        topic = "conversation_part.redacted"
    if topic is None:
        return
    part = conversation_shapes.part(change.after)
    parts = {"type": "conversation_part.list", "conversation_parts": [part], "total_count": 1}
    yield topic, {**conversation_shapes.item(visit, record), "conversation_parts": parts}


def whole_of(part: Change, changes: Sequence[Change]) -> Change | None:
    """The change of the conversation or ticket a part belongs to."""
    own = [one for one in changes if one.parent is None and one.record.get("id") == part.parent]
    return own[0] if own else None


def part_topic(part: Row, whole: Change | None) -> str | None:
    """The topic of a new part of a conversation; some have none."""
    kind, author = part["part_type"], part["author"]["type"]
    if author in CONTACTS:
        return "conversation.user.replied" if kind in ("comment", "open") else None
    if author == "bot":
        return "conversation.operator.replied" if kind in SAID else None
    if kind == "open" and whole is not None and whole.was("state") == "snoozed":
        return "conversation.admin.unsnoozed"
    return f"conversation.admin.{BY_ADMIN[kind]}" if kind in BY_ADMIN else None


def ticket(visit: Visit, change: Change, _: Sequence[Change]) -> News:
    """Tell what became of a ticket as a whole."""
    record = change.record
    if change.after is None or not there(visit, record):
        return
    item = ticket_rows.shape(visit, record)
    if change.made:
        yield "ticket.created", item
        return
    if change.became("ticket_state_id"):
        yield "ticket.state.updated", item
    if change.became("state") and record["state"] == "resolved":
        yield "ticket.resolved", item
    if change.became("open") and not record["open"]:
        yield "ticket.closed", {"type": "ticket_event", "ticket": item}
    yield from taken_part(change, "ticket", "contacts", item)


def there(visit: Visit, record: Row) -> bool:
    """Whether a ticket is made already, and not only asked for."""
    return bool(record.get("appears_at", 0) <= visit.now)


def ticket_part(visit: Visit, change: Change, changes: Sequence[Change]) -> News:
    """Tell of a part that was added to a ticket."""
    record = documents.get(visit.store, "ticket", change.parent or "")
    whole = whole_of(change, changes)
    if record is None or not change.made or (whole is not None and whole.made):
        return
    topic = ticket_topic(change.record)
    if topic is not None and there(visit, record):
        yield topic, ticket_rows.shape(visit, record)


def ticket_topic(part: Row) -> str | None:
    """The topic of a new part of a ticket; some have none."""
    kind = part["part_type"]
    if kind in SAID:
        by_contact = part["author"]["type"] in CONTACTS
        return f"ticket.{'contact' if by_contact else 'admin'}.replied"
    if kind == "assignment":
        return f"ticket.{(part.get('assigned_to') or {}).get('type', 'admin')}.assigned"
    known = {
        "note": "ticket.note.created",
        "ticket_attribute_updated_by_admin": "ticket.attribute.updated",
    }
    return known.get(kind)
