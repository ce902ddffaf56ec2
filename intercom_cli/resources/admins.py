"""Teammates with access to the workspace."""

from intercom_cli.resource import Column, Paging, Resource

resource = Resource(
    name="admins",
    one="admin",
    path="/admins",
    verbs=("list", "get"),
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("E-mail", "email"),
        Column("Title", "job_title"),
        Column("Away", "away_mode_enabled", "flag"),
        Column("Seat", "has_inbox_seat", "flag"),
    ),
    paging=Paging("none", "admins"),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("email", "string"),
        ("job_title", "string"),
        ("away_mode_enabled", "boolean"),
        ("has_inbox_seat", "boolean"),
    ),
    examples=(
        ("list", "intercom admins list"),
        ("get", "intercom admins get 991267459"),
    ),
)
