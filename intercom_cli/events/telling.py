"""Tell what happened to a record from how it looks now, with no more certainty than there is.

Intercom has a topic for each thing that can happen, and a record shows few of them. Where it does
not show which, the name that covers them all is used: ``conversation.updated``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intercom_cli import foreign
from intercom_cli.events.polling import Row, moment

# The statistics of a conversation that say when something happened, and what that is.
HAPPENED = {
    "last_contact_reply_at": "conversation.user.replied",
    "last_admin_reply_at": "conversation.admin.replied",
    "last_assignment_at": "conversation.admin.assigned",
    "last_close_at": "conversation.admin.closed",
}
PARTS = {
    "note": "ticket.note.created",
    "ticket_state_updated_by_admin": "ticket.state.updated",
    "ticket_attribute_updated_by_admin": "ticket.attribute.updated",
}
SAID = ("comment", "quick_reply")
PEOPLE = ("user", "lead", "contact")


def topics_of(one: str, row: Row, *, created: bool, before: int) -> list[str]:
    """The topics of a change, in the order in which they happened.

    ``before`` is the moment up to which the record's changes were told already.
    """
    if one == "contact":
        role = "lead" if row.record.get("role") == "lead" else "user"
        return [f"contact.{role}.{'created' if created else 'updated'}"]
    if created:
        return [creation(one, row.record)]
    moments = {"conversation": by_statistics, "ticket": by_parts}.get(one, nothing)
    found = sorted(set(moments(row.record)), key=lambda told: told[0])
    told = [topic for at, topic in found if at > before]
    return list(dict.fromkeys(told)) or [f"{one}.updated"]


def creation(one: str, record: dict[str, Any]) -> str:
    """The topic of a new record."""
    if one != "conversation":
        return f"{one}.created"
    by_contact = foreign.text(record, "source", "author", "type") in PEOPLE
    return f"conversation.{'user' if by_contact else 'admin.single'}.created"


def nothing(_: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """What a record shows that keeps no account of what happened."""
    return iter(())


def by_statistics(record: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """What the statistics of a conversation show, each with its moment."""
    statistics = foreign.record(record, "statistics")
    for name, topic in HAPPENED.items():
        yield moment(statistics.get(name)), topic


def by_parts(record: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """What the parts of a ticket show, each with its moment."""
    for part in foreign.records(record, "ticket_parts"):
        topic = topic_of_part(part)
        if topic:
            yield moment(part.get("created_at")), topic


def topic_of_part(part: dict[str, Any]) -> str | None:
    """The topic of a part of a ticket; some have none."""
    kind = foreign.text(part, "part_type")
    if kind in SAID:
        by_contact = foreign.text(part, "author", "type") in PEOPLE
        return f"ticket.{'contact' if by_contact else 'admin'}.replied"
    if kind == "assignment":
        team = foreign.text(part, "assigned_to", "type") == "team"
        return f"ticket.{'team' if team else 'admin'}.assigned"
    return PARTS.get(kind)
