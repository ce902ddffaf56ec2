"""Brands that the workspace speaks for."""

from intercom_cli.resource import Argument, Column, Resource, Verb
from intercom_cli.resources._named import BRANDS, brand_id

BRAND = Argument("id", "Ids or names.", "BRAND", brand_id)

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
        Verb("list", BRANDS.operation, "intercom brands list"),
        Verb(
            "get",
            "GET /brands/{id}",
            "intercom brands get 'Harbor Lights Pro'",
            arguments=(BRAND,),
        ),
    ),
    filters=(("id", "id"), ("name", "string"), ("is_default", "boolean")),
)
