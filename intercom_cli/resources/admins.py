"""Teammates with access to the workspace."""

from intercom_cli.resource import Column, Paging, Resource, Verb

resource = Resource(
    name="admins",
    one="admin",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("E-mail", "email"),
        Column("Title", "job_title"),
        Column("Away", "away_mode_enabled", "flag"),
        Column("Seat", "has_inbox_seat", "flag"),
    ),
    verbs=(
        Verb("list", "GET /admins", "intercom admins list"),
        Verb("get", "GET /admins/{admin_id}", "intercom admins get 991267459"),
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
)
