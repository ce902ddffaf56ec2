"""The sites where customers read articles."""

from intercom_cli.resource import Argument, Column, Resource, Verb
from intercom_cli.resources._named import CENTERS, help_center_id

resource = Resource(
    name="help-centers",
    one="help center",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "display_name"),
        Column("On", "website_turned_on", "flag"),
        Column("Languages", "locales", "names"),
        Column("Address", "url"),
        Column("Default", "default", "flag"),
    ),
    verbs=(
        Verb("list", CENTERS.operation, "intercom help-centers list"),
        Verb(
            "get",
            "GET /help_center/help_centers/{help_center_id}",
            "intercom help-centers get 'Harbor Lights Help'",
            arguments=(
                Argument("help_center_id", "Ids, names or identifiers.", "CENTER", help_center_id),
            ),
        ),
    ),
    filters=(
        ("id", "id"),
        ("display_name", "string"),
        ("identifier", "string"),
        ("url", "string"),
        ("website_turned_on", "boolean"),
        ("locales", "string"),
    ),
)
