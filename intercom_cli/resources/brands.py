"""Brands that the workspace speaks for."""

from intercom_cli.resource import Column, Resource, Verb

resource = Resource(
    name="brands",
    one="brand",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Default", "is_default", "flag"),
        Column("Help center", "help_center_id", "id"),
        Column("E-mail", "default_address_settings_id", "id"),
    ),
    verbs=(
        Verb("list", "GET /brands", "intercom brands list"),
        Verb("get", "GET /brands/{id}", "intercom brands get 2"),
    ),
    filters=(("id", "id"), ("name", "string"), ("is_default", "boolean")),
)
