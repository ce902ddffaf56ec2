"""The shelves of a help center, one inside the other."""

from intercom_cli.finding import refer
from intercom_cli.resource import Argument, Column, Field, Paging, Resource, Verb
from intercom_cli.resources._named import (
    CENTERS,
    COLLECTIONS,
    LARGEST,
    collection_id,
    help_center_id,
)

PLACE = "/help_center/collections/{collection_id}"
MANY = (Argument("collection_id", "Ids or names.", "COLLECTION", collection_id),)
ONE = (Argument("collection_id", "An id or a name.", "COLLECTION", collection_id),)
PARENT = refer("parent", "parent_id", COLLECTIONS)
CENTER = refer("help_center", "help_center_id", CENTERS)

resource = Resource(
    name="collections",
    one="collection",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Inside", PARENT.path, refers=(PARENT,)),
        Column("Help center", CENTER.path, refers=(CENTER,)),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list",
            COLLECTIONS.operation,
            "intercom collections list --where 'help_center_id = 2'",
        ),
        Verb("get", f"GET {PLACE}", "intercom collections get Billing", arguments=MANY),
        Verb(
            "create",
            "POST /help_center/collections",
            "intercom collections create --name Invoices --inside Billing",
        ),
        Verb(
            "update",
            f"PUT {PLACE}",
            "intercom collections update Billing --description 'All about money'",
            arguments=ONE,
        ),
        Verb(
            "delete",
            f"DELETE {PLACE}",
            "intercom collections delete 'For partners'",
            arguments=ONE,
            asks="Delete collection {} from {where}, and those inside it? Their articles stay.",
            did="Deleted collection",
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("description", "What it holds."),
        Field(
            "inside",
            "The collection it lies in: id or name.",
            place="parent_id",
            find=collection_id,
        ),
        Field(
            "help_center",
            "Its help center: id or name; else the default one.",
            "integer",
            update=False,
            place="help_center_id",
            find=help_center_id,
        ),
    ),
    paging=Paging("page", "data", LARGEST),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("description", "string"),
        ("parent_id", "id"),
        ("help_center_id", "id"),
        ("order", "integer"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
    find=collection_id,
)
