"""What kinds of tickets there are, and what each of them asks."""

from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.resources._named import type_id
from intercom_cli.resources._ticket_types import CATEGORIES, TYPE
from intercom_cli.values import spelled

resource = Resource(
    name="ticket-types",
    one="ticket type",
    columns=(
        Column("Id", "id", "id"),
        Column("Icon", "icon"),
        Column("Name", "name"),
        Column("Category", "category"),
        Column("Attributes", "ticket_type_attributes", "count"),
        Column("Archived", "archived", "flag"),
        Column("Description", "description"),
    ),
    verbs=(
        Verb("list", "GET /ticket_types", "intercom ticket-types list"),
        Verb(
            "get",
            "GET /ticket_types/{ticket_type_id}",
            "intercom ticket-types get 'Bug report'",
            arguments=(TYPE._replace(help="Ids or names."),),
        ),
        Verb(
            "create",
            "POST /ticket_types",
            "intercom ticket-types create --name Refund --category Customer --icon 💶",
        ),
        Verb(
            "update",
            "PUT /ticket_types/{ticket_type_id}",
            "intercom ticket-types update 'Bug report' --description 'Something is broken'",
            arguments=(TYPE,),
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("description", "What it is for."),
        Field("category", "For customers, teammates, or many reports.", choices=CATEGORIES),
        Field("icon", "An emoji that stands for it."),
        Field("is_internal", "Whether only teammates see its tickets.", "boolean"),
        Field("archived", "Whether it is put away.", "boolean", create=False),
    ),
    paging=Paging("none", "data"),
    words=spelled({"category": CATEGORIES}),
    filters=(
        ("id", "id"),
        ("name", "string"),
        ("category", "id"),
        ("archived", "boolean"),
        ("is_internal", "boolean"),
    ),
    find=type_id,
)
