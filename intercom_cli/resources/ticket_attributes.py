"""What a ticket type asks: its attributes."""

from __future__ import annotations

from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.resource import Argument, Column, Field, Paging, Resource, Verb
from intercom_cli.resources._named import type_id
from intercom_cli.resources._ticket_types import ONE_TYPE
from intercom_cli.session import Session

KINDS = ("string", "list", "integer", "decimal", "boolean", "datetime", "files")


def put_items(_: Session, body: dict[str, Any], items: list[str]) -> None:
    """Put the items of a list into a body, which has them as one text with commas."""
    for item in items:
        if "," in item:
            raise Misuse(f"{item!r} cannot be an item: Intercom parts items at commas.")
        if not item.strip():
            raise Misuse("An item of the list is empty.")
    body["list_items"] = ",".join(items)


resource = Resource(
    name="ticket-attributes",
    one="ticket attribute",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Type", "data_type"),
        Column("Items", "input_options.list_options", "names"),
        Column("Required", "required_to_create", "flag"),
        Column("Customers see", "visible_to_contacts", "flag"),
        Column("Archived", "archived", "flag"),
    ),
    verbs=(
        Verb(
            "list",
            ONE_TYPE,
            "intercom ticket-attributes list 'Bug report'",
            "List the attributes of a ticket type.",
        ),
        Verb(
            "create",
            "POST /ticket_types/{ticket_type_id}/attributes",
            "intercom ticket-attributes create --ticket-type 2004 --name OS"
            " --type string --description OS",
        ),
        Verb(
            "update",
            "PUT /ticket_types/{ticket_type_id}/attributes/{attribute_id}",
            "intercom ticket-attributes update 4003 --ticket-type 'Bug report'"
            " --required-to-create",
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("description", "What it means.", required=True),
        Field(
            "type",
            "What its values are.",
            required=True,
            update=False,
            choices=KINDS,
            place="data_type",
        ),
        Field(
            "item",
            "A choice, for type list; all of them, once for each.",
            "strings",
            place="list_items",
            into=put_items,
        ),
        Field("multiline", "For type string: whether it has several lines.", "boolean"),
        Field("allow_multiple_values", "For type files: whether it takes several.", "boolean"),
        Field("required_to_create", "Whether teammates must fill it in.", "boolean"),
        Field("required_to_create_for_contacts", "Whether customers must.", "boolean"),
        Field("visible_on_create", "Whether teammates are asked for it.", "boolean"),
        Field("visible_to_contacts", "Whether customers see it.", "boolean"),
        Field("archived", "Whether it is put away.", "boolean", create=False),
    ),
    paging=Paging("none", "ticket_type_attributes.data"),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("data_type", "id"),
        ("archived", "boolean"),
        ("required_to_create", "boolean"),
        ("visible_to_contacts", "boolean"),
    ),
    parents=(
        Argument(
            "ticket_type_id",
            "The ticket type: id or name.",
            "TYPE",
            find=type_id,
            option="--ticket-type",
        ),
    ),
)
