"""Conversations as JSON, as each version shows them."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox.conversations import conversation_values
from intercom_cli.sandbox.conversations.conversation_thread import KIND, parts_of, settle
from intercom_cli.sandbox.documents import Record, found
from intercom_cli.sandbox.people import company_rows
from intercom_cli.sandbox.people.tag_rows import number
from intercom_cli.sandbox.rich_text import plain
from intercom_cli.sandbox.versions import V2_15, V2_16
from intercom_cli.sandbox.visit import Visit

PARTS = 500
PLAIN = "plaintext"
KEPT = (
    "id",
    "created_at",
    "updated_at",
    "waiting_since",
    "snoozed_until",
    "first_contact_reply",
    "admin_assignee_id",
    "team_assignee_id",
    "open",
    "state",
    "read",
    "priority",
    "sla_applied",
    "statistics",
    "conversation_rating",
    "title",
    "ticket",
    "ai_agent",
    "channel",
)
# Names that the outcome of an AI answer had before 2.15.
OLD_OUTCOMES = {"negative_feedback": "abandoned", "escalated": "routed_to_team"}


def at(visit: Visit, identifier: str) -> Record:
    """A conversation by its id as it is now, else 404."""
    return settle(found(visit, KIND, identifier), visit.now)


def whole(visit: Visit, record: Record) -> dict[str, Any]:
    """A conversation with its parts: the latest five hundred."""
    shown = item(visit, record)
    latest = parts_of(visit.store, record["id"], limit=PARTS)
    parts = [part(one) for one in latest]
    if visit.call.parameter("display_as") == PLAIN:
        for one in (shown["source"], *parts):
            one |= {name: plain(one[name]) for name in ("body", "subject") if name in one}
    shown["conversation_parts"] = {
        "type": "conversation_part.list",
        "conversation_parts": parts,
        "total_count": len(parts),
    }
    return shown


def item(visit: Visit, record: Record) -> dict[str, Any]:
    """A conversation without its parts, as lists have it."""
    settle(record, visit.now)
    shown = {"type": "conversation", **{name: record[name] for name in KEPT}}
    teammates = [{"type": "admin", "id": one} for one in record["teammate_ids"]]
    linked = record["linked"]
    shown |= {
        "source": dict(record["source"]),
        "contacts": {"type": "contact.list", "contacts": contacts(visit, record)},
        "teammates": {"type": "admin.list", "teammates": teammates} if teammates else None,
        "tags": {"type": "tag.list", "tags": tags(visit, record)},
        "custom_attributes": conversation_values.shown(visit, record["custom_attributes"]),
        "topics": {},
        "linked_objects": {
            "type": "list",
            "data": linked,
            "total_count": len(linked),
            "has_more": False,
        },
        "ai_agent_participated": record["ai_agent"] is not None,
    }
    return in_version(visit, record, shown)


def in_version(visit: Visit, record: Record, shown: dict[str, Any]) -> dict[str, Any]:
    """What differs between the versions: the company, who it is assigned to, how urgent it is."""
    if visit.version >= V2_15 and record["company_id"] is not None:
        row = visit.store.row("SELECT * FROM companies WHERE id = ?", (record["company_id"],))
        if row is not None:
            shown["company"] = json.loads(company_rows.render(visit, [row])[0])
    if visit.version < V2_16:
        for name in ("admin_assignee_id", "team_assignee_id"):
            shown[name] = shown[name] or None
        shown["priority"] = "priority" if urgent(record["priority"]) else "not_priority"
    if visit.version < V2_15 and record["ai_agent"] is not None:
        state = record["ai_agent"]["resolution_state"]
        shown["ai_agent"] = {
            **record["ai_agent"],
            "resolution_state": OLD_OUTCOMES.get(state, state),
        }
    return shown


def urgent(priority: str) -> bool:
    """Whether older versions call a conversation a priority."""
    return priority in ("high", "urgent")


def contacts(visit: Visit, record: Record) -> list[dict[str, Any]]:
    """The contacts in a conversation, with the ids they have elsewhere."""
    ids = record["contact_ids"]
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT id, external_id FROM contacts WHERE id IN ({marks})"  # noqa: S608 - marks
    known = {row["id"]: row["external_id"] for row in visit.store.rows(sql, ids)}
    return [{"type": "contact", "id": one, "external_id": known.get(one)} for one in ids]


def tags(visit: Visit, record: Record) -> list[dict[str, Any]]:
    """The tags on a conversation; those that were deleted since are gone."""
    shown = []
    for applied in record["tags"]:
        sql = "SELECT name FROM tags WHERE id = ?"
        name = visit.store.value(sql, (number(applied["id"]),))
        if name is not None:
            shown.append({"type": "tag", "name": name, **applied})
    return shown


def part(record: Record) -> dict[str, Any]:
    """A part as JSON."""
    return {
        "type": "conversation_part",
        "metadata": {},
        "email_message_metadata": None,
        "tags": [],
        "event_details": None,
        "app_package_code": None,
        **record,
    }
