"""Admins: the teammates of the workspace, and the one behind the token."""

from __future__ import annotations

import json
from typing import Any

from intercom_cli.sandbox import values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.office import activity
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, not_found
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME, app_object

AWAY_CHECKS: dict[str, values.Check] = {
    "away_mode_enabled": values.truth,
    "away_mode_reassign": values.truth,
    "away_status_reason_id": values.integer,
}
AWAY_REASONS = ((1, "On a break", "☕"), (2, "In a meeting", "📅"), (3, "Out of office", "🌴"))


def identify(visit: Visit) -> Answer:
    """Show who the token belongs to, and the workspace it opens."""
    row = visit.store.row("SELECT * FROM admins WHERE id = ?", (ME,))
    shown = shape(row)
    del shown["away_status_reason_id"]
    avatar = {"type": "avatar", "image_url": None}
    app = app_object(visit.zone, visit.store.app_id)
    return reply({**shown, "avatar": avatar, "email_verified": True, "app": app})


def list_admins(visit: Visit) -> Answer:
    """List all admins in one answer."""
    rows = visit.store.rows("SELECT * FROM admins ORDER BY id")
    return reply({"type": "admin.list", "admins": [shape(row) for row in rows]})


def retrieve(visit: Visit) -> Answer:
    """Show one admin."""
    return reply(shape(found(visit, "Admin not found")))


def found(visit: Visit, complaint: str) -> Any:
    """The admin a path names."""
    row = visit.store.row("SELECT * FROM admins WHERE id = ?", (visit.ids["admin_id"],))
    if row is None:
        raise not_found(complaint, "admin_not_found")
    return row


def set_away(visit: Visit) -> Answer:
    """Turn an admin's away mode on or off."""
    row = found(visit, "Admin for admin_id not found")
    sent = visit.body()
    wanted = values.check(sent, AWAY_CHECKS)
    for name in ("away_mode_enabled", "away_mode_reassign"):
        if name not in wanted:
            raise Refusal(400, Fault("parameter_not_found", f"{name} not specified", name))
    reason = wanted.get("away_status_reason_id")
    if reason is not None and reason not in {known for known, _, _ in AWAY_REASONS}:
        raise invalid("Away status reason not found", "away_status_reason_id")
    visit.store.run(
        "UPDATE admins SET away_mode_enabled = ?, away_mode_reassign = ?, away_status_reason_id = ?"
        " WHERE id = ?",
        (wanted["away_mode_enabled"], wanted["away_mode_reassign"], reason, row["id"]),
    )
    note_away(visit, row, wanted)
    return reply(shape(found(visit, "Admin for admin_id not found")))


def note_away(visit: Visit, row: Any, wanted: dict[str, Any]) -> None:
    """Write into the log that an admin went away or came back."""
    away, reason = bool(wanted["away_mode_enabled"]), wanted.get("away_status_reason_id")
    labels: dict[int | None, str] = {
        known: f"{emoji} {label}" for known, label, emoji in AWAY_REASONS
    }
    activity.note(
        visit,
        "admin_away_mode_change",
        f"turned away mode {'on' if away else 'off'} for {row['name']}",
        away_mode=away,
        away_status_reason=labels.get(reason),
        reassign_conversations=bool(wanted["away_mode_reassign"]),
        source="admin update from API",
        update_by=int(ME),
    )


def list_reasons(visit: Visit) -> Answer:
    """List the reasons an admin can give for being away."""
    started = int(visit.store.value("SELECT value FROM meta WHERE name = 'seeded_at'"))
    data = [
        {
            "type": "away_status_reason",
            "id": str(number),
            "label": label,
            "emoji": emoji,
            "order": number,
            "deleted": False,
            "created_at": started,
            "updated_at": started,
        }
        for number, label, emoji in AWAY_REASONS
    ]
    return reply({"type": "list", "data": data})


def shape(row: Any) -> dict[str, Any]:
    """An admin as JSON."""
    return {
        "type": "admin",
        "id": row["id"],
        "name": row["name"],
        "email": row["email"],
        "job_title": row["job_title"],
        "away_mode_enabled": bool(row["away_mode_enabled"]),
        "away_mode_reassign": bool(row["away_mode_reassign"]),
        "away_status_reason_id": row["away_status_reason_id"],
        "has_inbox_seat": bool(row["has_inbox_seat"]),
        "team_ids": json.loads(row["team_ids"]),
    }


routes = (
    Route("GET", "/me", identify, reads=True),
    Route("GET", "/admins", list_admins, reads=True),
    Route("GET", "/admins/{admin_id}", retrieve, reads=True),
    Route("PUT", "/admins/{admin_id}/away", set_away),
    Route("GET", "/away_status_reasons", list_reasons, reads=True),
)
