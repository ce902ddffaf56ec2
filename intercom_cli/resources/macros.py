"""Replies that teammates have ready."""

from intercom_cli.resource import Column, Field, Paging, Resource, Text, Verb
from intercom_cli.resources._named import LARGEST
from intercom_cli.values import spelled

resource = Resource(
    name="macros",
    one="macro",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Visible to", "visible_to"),
        Column("Used in", "available_on", "names"),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list",
            "GET /macros",
            "intercom macros list --updated-since 60d",
            query=(Field("updated_since", "Only those that changed since.", "time"),),
        ),
        Verb(
            "get",
            "GET /macros/{id}",
            "intercom macros get 60",
            text=Text(("body_text", "body")),
        ),
    ),
    paging=Paging("cursor", "data", LARGEST),
    words=spelled(
        {"visible_to": ("everyone", "specific_teams"), "available_on": ("inbox", "messenger")}
    ),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("body_text", "string"),
        ("visible_to", "string"),
        ("visible_to_team_ids", "id"),
        ("available_on", "string"),
    ),
)
