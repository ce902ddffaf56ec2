"""Addresses that the workspace sends e-mail from."""

from intercom_cli.resource import Argument, Column, Resource, Verb
from intercom_cli.resources._named import ADDRESSES, address_id

ADDRESS = Argument("id", "Ids or addresses.", "ADDRESS", address_id)

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
        Verb(
            "list",
            ADDRESSES.operation,
            "intercom emails list",
            "List e-mail addresses.",
        ),
        Verb(
            "get",
            "GET /emails/{id}",
            "intercom emails get support@harborlights.test",
            arguments=(ADDRESS,),
        ),
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
