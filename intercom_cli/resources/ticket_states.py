"""How far tickets can be, as teammates and as customers see it."""

from intercom_cli.resource import Column, Paging, Resource, Verb
from intercom_cli.values import spelled

resource = Resource(
    name="ticket-states",
    one="ticket state",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "internal_label"),
        Column("Customers see", "external_label"),
        Column("Category", "category"),
        Column("Ticket types", "ticket_types", "names"),
        Column("Archived", "archived", "flag"),
    ),
    verbs=(Verb("list", "GET /ticket_states", "intercom ticket-states list"),),
    paging=Paging("none", "data"),
    words=spelled({"category": ("submitted", "in_progress", "waiting_on_customer", "resolved")}),
    filters=(
        ("id", "id"),
        ("internal_label", "string"),
        ("external_label", "string"),
        ("category", "id"),
        ("archived", "boolean"),
    ),
)
