"""What happens in a conversation: each part, and what follows from it for the whole.

A conversation is a document of the kind ``conversation``; its parts are documents below it. The
changed conversation is saved by whoever added the parts.
"""

from __future__ import annotations

import json
from statistics import median
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.rich_text import words
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.workspace import APP_ID

KIND = "conversation"
PART = "conversation_part"
CONTACTS = ("user", "lead", "contact")
OPERATOR = {
    "type": "bot",
    "id": "991267458",
    "name": "Operator",
    "email": f"operator+{APP_ID}@intercom.io",
}
FIN = {**OPERATOR, "name": "Fin"}


def start(store: Store, source: Record, contacts: list[str], moment: int) -> Record:
    """Begin a conversation with its first message; ``contacts`` are ids."""
    by_contact = source["author"]["type"] in CONTACTS
    counts = ("count_reopens", "count_assignments", "count_conversation_parts")
    statistics: Record = {"type": "conversation_statistics", **dict.fromkeys(counts, 0)}
    statistics["count_conversation_parts"] = 1
    if by_contact:
        statistics |= {"first_contact_reply_at": moment, "last_contact_reply_at": moment}
    record = {
        "created_at": moment,
        "updated_at": moment,
        "waiting_since": moment if by_contact else None,
        "snoozed_until": None,
        "source": source,
        "contact_ids": contacts,
        "first_contact_reply": reply_of(moment, source) if by_contact else None,
        "admin_assignee_id": 0,
        "team_assignee_id": 0,
        "open": True,
        "state": "open",
        "read": False,
        "tags": [],
        "priority": "none",
        "sla_applied": None,
        "statistics": statistics,
        "conversation_rating": None,
        "teammate_ids": [] if by_contact else [source["author"]["id"]],
        "title": None,
        "custom_attributes": {},
        "company_id": None,
        "linked": [],
        "ticket": None,
        "ai_agent": None,
        "channel": {"initial": source["type"], "current": source["type"]},
        "monitor_evaluations": [],
        "scorecards": [],
        "words": {"body": words(source["body"]), "subject": words(source["subject"])},
    }
    return documents.add(store, KIND, record)


def reply_of(moment: int, source: Record) -> Record:
    """The first word of a contact."""
    return {"created_at": moment, "type": source["type"], "url": source["url"]}


def append(
    store: Store, conversation: Record, kind: str, author: Record, moment: int, **more: Any
) -> Record:
    """Add a part to a conversation, and note there that something happened."""
    part = {
        "id": documents.next_id(store, PART),
        "part_type": kind,
        "body": None,
        "created_at": moment,
        "updated_at": moment,
        "notified_at": moment,
        "assigned_to": None,
        "author": author,
        "attachments": [],
        "external_id": None,
        "redacted": False,
        "state": conversation["state"],
        **more,
    }
    documents.add(store, PART, part, parent=conversation["id"])
    conversation["updated_at"] = max(conversation["updated_at"], moment)
    conversation["statistics"]["count_conversation_parts"] += 1
    if author["type"] == "admin" and author["id"] not in conversation["teammate_ids"]:
        conversation["teammate_ids"].append(author["id"])
    return part


def parts_of(store: Store, identifier: str, *, limit: int = -1) -> list[Record]:
    """The latest parts of a conversation, in the order in which they came."""
    query = Query(PART, parent=identifier, order=by("created_at"), ascending=False)
    return documents.every(store, query, limit=limit)[::-1]


def by(name: str) -> str:
    """A member of a record as an SQL expression."""
    return f"json_extract(body, '$.{name}')"


def contact_says(
    store: Store, conversation: Record, author: Record, moment: int, **more: Any
) -> Record:
    """Add a contact's answer: the conversation opens, and waits for a teammate."""
    statistics, before = conversation["statistics"], conversation["state"]
    awaken(conversation)
    if before == "closed":
        statistics["count_reopens"] += 1
    conversation["read"] = False
    if conversation["waiting_since"] is None:
        conversation["waiting_since"] = moment
    if conversation["first_contact_reply"] is None:
        conversation["first_contact_reply"] = reply_of(moment, conversation["source"])
    statistics.setdefault("first_contact_reply_at", moment)
    statistics["last_contact_reply_at"] = moment
    kind = "comment" if before == "open" else "open"
    return append(store, conversation, kind, author, moment, **more)


def admin_says(
    store: Store,
    conversation: Record,
    author: Record,
    moment: int,
    kind: str = "comment",
    **more: Any,
) -> Record:
    """Add a teammate's answer: nobody waits any more. It does not open what is closed."""
    statistics = conversation["statistics"]
    waiting = conversation["waiting_since"]
    if waiting is not None:
        replies = [*conversation.get("reply_times", []), max(moment - waiting, 0)]
        conversation["reply_times"] = replies
        statistics["median_time_to_reply"] = int(median(replies))
    conversation["waiting_since"] = None
    statistics.setdefault("first_admin_reply_at", moment)
    statistics.setdefault("time_to_admin_reply", max(moment - conversation["created_at"], 0))
    statistics["last_admin_reply_at"] = moment
    assigned = statistics.get("last_assignment_at")
    if assigned is not None and statistics.get("last_assignment_admin_reply_at", -1) < assigned:
        statistics["last_assignment_admin_reply_at"] = moment
    return append(store, conversation, kind, author, moment, **more)


def close(store: Store, conversation: Record, author: Record, moment: int, **more: Any) -> Record:
    """Close a conversation."""
    statistics = conversation["statistics"]
    passed = max(moment - conversation["created_at"], 0)
    conversation |= {"open": False, "state": "closed", "snoozed_until": None, "waiting_since": None}
    statistics.setdefault("first_close_at", moment)
    statistics.setdefault("time_to_first_close", passed)
    statistics |= {"last_close_at": moment, "time_to_last_close": passed}
    statistics["last_closed_by_id"] = author["id"]
    if "first_assignment_at" in statistics:
        statistics["handling_time"] = max(moment - statistics["first_assignment_at"], 0)
    return append(store, conversation, "close", author, moment, **more)


def snooze(store: Store, conversation: Record, author: Record, moment: int, until: int) -> Record:
    """Put a conversation off; it counts as open all the while."""
    conversation |= {"open": True, "state": "snoozed", "snoozed_until": until}
    return append(store, conversation, "snoozed", author, moment)


def reopen(store: Store, conversation: Record, author: Record, moment: int) -> Record:
    """Open a conversation that was closed or put off."""
    conversation["statistics"]["count_reopens"] += conversation["state"] == "closed"
    awaken(conversation)
    return append(store, conversation, "open", author, moment)


def assign(
    store: Store, conversation: Record, author: Record, moment: int, to: Record, **more: Any
) -> Record:
    """Give a conversation to an admin or a team, or with id 0 to nobody; it opens."""
    statistics, before = conversation["statistics"], conversation["state"]
    conversation["statistics"]["count_reopens"] += before == "closed"
    awaken(conversation)
    conversation[f"{to['type']}_assignee_id"] = int(to["id"])
    statistics.setdefault("first_assignment_at", moment)
    statistics.setdefault("time_to_assignment", max(moment - conversation["created_at"], 0))
    statistics["last_assignment_at"] = moment
    statistics["count_assignments"] += 1
    kind = "assignment" if before == "open" else "assign_and_reopen"
    assigned = None if to["id"] == "0" else to
    return append(store, conversation, kind, author, moment, assigned_to=assigned, **more)


def awaken(conversation: Record) -> None:
    """Make a conversation open."""
    conversation |= {"open": True, "state": "open", "snoozed_until": None}


def settle(conversation: Record, now: int) -> Record:
    """A conversation as it is by the clock: once its time is over, one put off is open."""
    until = conversation["snoozed_until"]
    if conversation["state"] == "snoozed" and until is not None and until <= now:
        awaken(conversation)
    return conversation


def admin_author(row: Any) -> Record:
    """An admin as the author of a part."""
    return {"type": "admin", "id": row["id"], "name": row["name"], "email": row["email"]}


def contact_author(row: Any) -> Record:
    """A contact as the author of a part; without an address there is none."""
    author = {"type": row["role"], "id": row["id"], "name": row["name"], "email": row["email"]}
    return {key: value for key, value in author.items() if key != "email" or value is not None}


def attribute_part(
    store: Store, conversation: Record, name: str, value: Any, moment: int
) -> Record:
    """Note that an attribute was changed; through the API that is Fin's doing."""
    before = conversation["custom_attributes"].get(name)
    change = {"name": worded(value), "previous": None if before is None else worded(before)}
    kind = "conversation_attribute_updated_by_admin"
    details = {"attribute": {"name": name}, "value": change}
    return append(store, conversation, kind, FIN, moment, event_details=details)


def worded(value: Any) -> str:
    """A value of an attribute as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
