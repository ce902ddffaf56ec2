"""What tickets can be searched by, with each field's type (searchTickets, 2.16)."""

from typing import Any

from intercom_cli.resource import Asked

EVERY: dict[str, Any] = {"field": "created_at", "operator": ">", "value": 0}
FILTERS: tuple[tuple[str, Asked], ...] = (
    ("id", "id"),
    ("title", "string"),
    ("description", "string"),
    ("state", "id"),
    ("category", "id"),
    ("ticket_type_id", "id"),
    ("open", "boolean"),
    ("contact_ids", "id"),
    ("admin_assignee_id", "id"),
    ("team_assignee_id", "id"),
    ("teammate_ids", "id"),
    ("created_at", "moment"),
    ("updated_at", "moment"),
    ("snoozed_until", "moment"),
)
# A ticket's record does not show them under these names (schema ticket, 2.16).
UNSEEN = frozenset(
    {"title", "description", "state", "category", "ticket_type_id", "contact_ids", "teammate_ids"}
)
# What only a record shows, by names that people know: decided here.
LOCAL = ("ticket_attributes.", "ticket_state.", "ticket_type.")
# The search has other words than tickets have, and takes any text in silence.
WORDS = {
    "category": {
        "request": "request",
        "customer": "request",
        "task": "task",
        "back office": "task",
        "tracker": "tracker",
    },
}
