"""Addresses that the workspace sends e-mail from."""

from intercom_cli.resource import Column, Resource, Verb

resource = Resource(
    name="emails",
    one="e-mail address",
    columns=(
        Column("Id", "id", "id"),
        Column("E-mail", "email"),
        Column("Verified", "verified", "flag"),
        Column("Brand", "brand_id", "id"),
        Column("Forwarding", "forwarding_enabled", "flag"),
        Column("Last forwarded", "forwarded_email_last_received_at", "time"),
    ),
    verbs=(
        Verb("list", "GET /emails", "intercom emails list"),
        Verb("get", "GET /emails/{id}", "intercom emails get 1"),
    ),
    filters=(
        ("id", "id"),
        ("email", "string"),
        ("domain", "string"),
        ("verified", "boolean"),
        ("brand_id", "id"),
        ("forwarding_enabled", "boolean"),
        ("forwarded_email_last_received_at", "moment"),
    ),
)
