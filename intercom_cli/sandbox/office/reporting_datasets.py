"""The sets of data reports are made from: what each row tells, and where that is kept."""

from __future__ import annotations

from typing import Any, NamedTuple


class Attribute(NamedTuple):
    """A column of a set of data; ``path`` is where a record holds it."""

    prefix: str
    id: str
    name: str
    path: str

    @property
    def qualified(self) -> str:
        """The id that is unique among all kinds of attributes."""
        return f"{self.prefix}.{self.id}"


class Dataset(NamedTuple):
    """A set of data, with the kind of record behind it and the time its rows are chosen by."""

    id: str
    name: str
    description: str
    time: str
    attributes: tuple[Attribute, ...]

    def attribute(self, wanted: str) -> Attribute | None:
        """An attribute by its qualified id, or by its short one where only one has it."""
        found = [one for one in self.attributes if wanted in (one.qualified, one.id)]
        return found[0] if len(found) == 1 else None


CONVERSATIONS = Dataset(
    "conversation",
    "Conversation",
    "One row for each conversation: when it began, who has it, how quickly it was answered.",
    "conversation_started_at",
    tuple(
        Attribute(prefix, own, name, path)
        for prefix, own, name, path in (
            ("conversation", "conversation_id", "Conversation ID", "id"),
            ("conversation", "conversation_started_at", "Started at", "created_at"),
            ("conversation", "updated_at", "Updated at", "updated_at"),
            ("conversation", "state", "State", "state"),
            ("conversation", "channel", "Channel", "source.type"),
            ("conversation", "name", "Title", "title"),
            ("conversation", "teammate_assigned_id", "Teammate", "admin_assignee_id"),
            ("conversation", "team_assigned_id", "Team", "team_assignee_id"),
            ("conversation", "rating", "Rating", "conversation_rating.rating"),
            (
                "conversation",
                "first_response_time",
                "Time to first reply",
                "statistics.time_to_admin_reply",
            ),
            ("people", "contact_id", "Contact ID", "contact_ids[0]"),
            ("people", "name", "Contact name", "source.author.name"),
        )
    ),
)
TICKETS = Dataset(
    "ticket",
    "Ticket",
    "One row for each ticket: when it was made, and who has it.",
    "ticket_created_at",
    tuple(
        Attribute("ticket", own, name, path)
        for own, name, path in (
            ("ticket_id", "Ticket ID", "id"),
            ("ticket_created_at", "Created at", "created_at"),
            ("updated_at", "Updated at", "updated_at"),
            ("open", "Open", "open"),
            ("teammate_assigned_id", "Teammate", "admin_assignee_id"),
            ("team_assigned_id", "Team", "team_assignee_id"),
        )
    ),
)
DATASETS = {dataset.id: dataset for dataset in (CONVERSATIONS, TICKETS)}


def shape(dataset: Dataset) -> dict[str, Any]:
    """A set of data as JSON."""
    return {
        "id": dataset.id,
        "name": dataset.name,
        "description": dataset.description,
        "default_time_attribute_id": dataset.time,
        "attributes": [
            {"id": one.id, "qualified_id": one.qualified, "name": one.name}
            for one in dataset.attributes
        ],
    }
