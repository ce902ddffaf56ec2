"""What admins did in the month before the sandbox was made."""

from __future__ import annotations

import uuid
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.office import activity
from intercom_cli.sandbox.store import Store

COUNT = 60
STEP = 43_200  # half a day

# Each with what is told of it: the type, the words after the admin's name, the details.
DEEDS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("admin_login_success", "logged in", {"sign_in_method": "email_password"}),
    (
        "admin_away_mode_change",
        "turned away mode on",
        {
            "away_mode": True,
            "away_status_reason": "On a break",
            "reassign_conversations": False,
            "source": "admin update from web",
        },
    ),
    (
        "message_state_change",
        "changed the message Autumn news from draft to live",
        {"message": {"id": 201, "title": "Autumn news"}, "before": "draft", "after": "live"},
    ),
    ("app_data_export", "exported data", {}),
    (
        "team_assignment_limit_change",
        "changed the assignment limit of Customer success",
        {"team": {"id": 2, "name": "Customer success"}, "team_assignment_limit": 10},
    ),
    ("admin_logout", "logged out", {}),
    (
        "app_name_change",
        "changed the app name from Harbour Lights to Harbor Lights",
        {"before": "Harbour Lights", "after": "Harbor Lights"},
    ),
    ("macro_creation", "created the macro Refund", {}),
    ("admin_login_failure", "failed to log in", {"sign_in_method": "google"}),
    ("seat_change", "changed the seats of a teammate", {}),
)


def seed(store: Store, today: int) -> None:
    """Add entries by all admins in turn, two a day, up to the last midnight."""
    admins = store.rows("SELECT id, name, email FROM admins ORDER BY id")
    for number in range(COUNT):
        kind, what, metadata = DEEDS[number % len(DEEDS)]
        admin = admins[(number // len(DEEDS) + number) % len(admins)]
        moment = today - (COUNT - number) * STEP + number * 7
        entry = activity.record(kind, admin, f"{admin['name']} {what}.", moment, metadata)
        identifier = str(uuid.uuid5(uuid.NAMESPACE_OID, f"activity {number}"))
        documents.add(store, activity.KIND, {"id": identifier, **entry})
