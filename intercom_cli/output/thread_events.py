"""What happened in a conversation, in words: each kind of part as a person would tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intercom_cli.foreign import id_at, items, plain, record, text

from .times import is_moment, iso

SAYINGS = {
    "comment": "wrote",
    "note": "wrote a note",
    "quick_reply": "offered replies",
    "assignment": "assigned it",
    "assign_and_unsnooze": "assigned and woke it",
    "assign_and_reopen": "assigned and opened it again",
    "close": "closed it",
    "close_without_reply": "closed it",
    "open": "opened it",
    "reopen": "opened it again",
    "snoozed": "snoozed it",
    "unsnoozed": "woke it",
    "timer_unsnooze": "it woke up",
    "participant_added": "added a participant",
    "participant_removed": "removed a participant",
    "away_mode_assignment": "passed it on while away",
    "default_assignment": "assigned it",
    "merged_primary_conversation": "merged another conversation into this one",
    "merged_secondary_conversation": "merged this into another conversation",
    "custom_action_started": "started the action",
    "custom_action_finished": "finished the action",
    "operator_workflow_event": "went on in the workflow",
}
BECAUSE = "conversation_attribute_updated_by"
MOVED, ANSWERED = "ticket_state_updated_by", "ticket_attribute_updated_by"
WITH_ASSIGNEE = ("assign", "default_assignment", "away_mode")


def done(
    part: Mapping[str, Any],
    people: Mapping[str, str],
    teams: Mapping[str, str],
    until: Any = None,
) -> str:
    """What the author of a part did; a kind that is not known here is told by its name."""
    kind = text(part, "part_type", default="comment")
    if kind.startswith(BECAUSE):
        return changed(part)
    if kind.startswith(MOVED):
        return moved(part)
    if kind.startswith(ANSWERED):
        return answered(part)
    told = SAYINGS.get(kind, kind.replace("_", " "))
    if part.get("redacted"):
        return f"{told} (redacted)"
    if kind.startswith(WITH_ASSIGNEE) or part.get("assigned_to"):
        return f"{told.removesuffix(' it')} {to(part, people, teams)}"
    if kind == "snoozed" and is_moment(until):
        return f"{told} until {iso(until)}"
    return f"{told} {named(part)}".rstrip()


def to(part: Mapping[str, Any], people: Mapping[str, str], teams: Mapping[str, str]) -> str:
    """Whom it was given to."""
    given = record(part, "assigned_to")
    id = id_at(given, "id")
    if not id or given.get("type") == "nobody_admin":
        return "to nobody"
    if given.get("type") == "team":
        return f"to team {teams.get(id) or id}"
    return f"to {people.get(id) or plain(text(given, 'name')) or 'admin ' + id}"


def changed(part: Mapping[str, Any]) -> str:
    """Which attribute was set, and to what."""
    details = record(part, "event_details")
    name = plain(text(details, "attribute", "name"))
    if not name:
        return "changed an attribute"
    if "value" not in details:
        return f"changed {name}"
    value = plain(text(details, "value", "name"))
    return f"cleared {name}" if value in ("", "null") else f"set {name} to {value}"


def moved(part: Mapping[str, Any]) -> str:
    """Into which state a ticket came."""
    after = text(part, "ticket_state", default="another state").replace("_", " ")
    before = text(part, "previous_ticket_state").replace("_", " ")
    if before in ("", after):
        return f"made it {after}"
    return f"moved it from {before} to {after}"


def answered(part: Mapping[str, Any]) -> str:
    """Which attribute of a ticket was set, and to what."""
    details = record(part, "updated_attribute_data")
    name = plain(text(details, "attribute", "label")) or "an attribute"
    if "value" not in details:
        return f"changed {name}"
    labels = items(details, "value", "label") or [text(details, "value", "label")]
    value = ", ".join(filter(None, (plain(text(label)) for label in labels)))
    return f"set {name} to {value}" if value else f"cleared {name}"


def named(part: Mapping[str, Any]) -> str:
    """What an event was about: the action or the workflow, and how it went."""
    details = record(part, "event_details")
    about = record(details, "action") or record(details, "workflow")
    name, result = plain(text(about, "name")), text(about, "result")
    told = repr(name) if name else ""
    return f"{told}: {result}" if result else told
