"""What happened in a conversation, in words: each kind of part as a person would tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    kind = str(part.get("part_type") or "comment")
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
    given = part.get("assigned_to") or {}
    id = str(given.get("id") or "0")
    if id == "0" or given.get("type") == "nobody_admin":
        return "to nobody"
    if given.get("type") == "team":
        return f"to team {teams.get(id) or id}"
    return f"to {people.get(id) or given.get('name') or 'admin ' + id}"


def changed(part: Mapping[str, Any]) -> str:
    """Which attribute was set, and to what."""
    details = part.get("event_details") or {}
    name = (details.get("attribute") or {}).get("name")
    value = (details.get("value") or {}).get("name")
    if value in (None, "null"):
        return f"cleared {name}"
    return f"set {name} to {value}"


def moved(part: Mapping[str, Any]) -> str:
    """Into which state a ticket came."""
    after = str(part.get("ticket_state") or "another state").replace("_", " ")
    before = str(part.get("previous_ticket_state") or "").replace("_", " ")
    if before in ("", after):
        return f"made it {after}"
    return f"moved it from {before} to {after}"


def answered(part: Mapping[str, Any]) -> str:
    """Which attribute of a ticket was set, and to what."""
    details = part.get("updated_attribute_data") or {}
    name = (details.get("attribute") or {}).get("label") or "an attribute"
    value = (details.get("value") or {}).get("label")
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return f"set {name} to {value}" if value not in (None, "") else f"cleared {name}"


def named(part: Mapping[str, Any]) -> str:
    """What an event was about: the action or the workflow, and how it went."""
    details = part.get("event_details") or {}
    about = details.get("action") or details.get("workflow") or {}
    name, result = about.get("name"), about.get("result")
    told = repr(name) if name else ""
    return f"{told}: {result}" if result else told
