"""What tickets can be searched by, with each field's type (searchTickets, 2.16)."""

from typing import Any

from intercom_cli.record_places import Reading
from intercom_cli.resource import Asked
from intercom_cli.resources._ticket_numbers import numbered
from intercom_cli.resources._where_people import assigned
from intercom_cli.resources._where_states import in_state

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
# A ticket's record does not show them (schema ticket, 2.16).
UNSEEN = frozenset({"teammate_ids"})
# A ticket's record has them under other names; up to 2.11 its state is a text.
ELSEWHERE = {
    "title": ("ticket_attributes._default_title_",),
    "description": ("ticket_attributes._default_description_",),
    "state": ("ticket_state.category", "ticket_state"),
    "category": ("category", "ticket_type.category"),
    "ticket_type_id": ("ticket_type.id",),
    "contact_ids": ("contacts.id",),
}
LISTS = ("contacts", "linked_objects")
READING = Reading(
    fields=(
        ("ticket_id", "id"),
        ("is_shared", "boolean"),
        ("previous_ticket_state_id", "id"),
        ("ticket_state_internal_label", "string"),
        *((name, "id") for name in LISTS),
    ),
    places=ELSEWHERE,
    values=frozenset({"category"}),
    titles={"no": "ticket_id", "assigned": "assigned"},
    rewrites={"state": in_state, "assigned": assigned("id"), "ticket_id": numbered},
)
# What only a record shows, by names that people know: decided here.
LOCAL = (
    "ticket_attributes.",
    "ticket_state.",
    "ticket_type.",
    *(f"{name}." for name in LISTS),
)
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
