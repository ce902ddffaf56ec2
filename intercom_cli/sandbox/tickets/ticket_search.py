"""Search of tickets, which is also the only way to list them.

Categories go by other words here than in tickets. ``state`` is taken to be the category of the
state, and times are compared to the second.
"""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, search
from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.document_lists import MOST, from_cursor
from intercom_cli.sandbox.documents import Query
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing
from intercom_cli.sandbox.search_fields import OPERATORS, SearchField, Type, invalid_field
from intercom_cli.sandbox.tickets import ticket_rows, ticket_values
from intercom_cli.sandbox.tickets.ticket_types import ATTRIBUTE
from intercom_cli.sandbox.visit import Route, Visit, whole

SIZE = 20
ORDERS = ("ascending", "descending")
ATTRIBUTES = "ticket_attribute."


def member(path: str) -> str:
    """A member of a ticket as an SQL expression."""
    return f"json_extract(body, '$.{path}')"


def number(path: str) -> str:
    """An assignee's id as the text it is compared with."""
    return f"CAST({member(path)} AS TEXT)"


CATEGORY = (
    f"CASE {member('category')} WHEN 'Customer' THEN 'request'"
    " WHEN 'Back-office' THEN 'task' ELSE 'tracker' END"
)
FIELDS: dict[str, tuple[Type, str]] = {
    "id": ("string", member("id")),
    "created_at": ("datetime", member("created_at")),
    "updated_at": ("datetime", member("updated_at")),
    "title": ("string", member("attributes._default_title_")),
    "description": ("string", member("attributes._default_description_")),
    "category": ("string", CATEGORY),
    "ticket_type_id": ("string", member("ticket_type_id")),
    "contact_ids": ("list", member("contacts")),
    "teammate_ids": ("list", member("teammate_ids")),
    "admin_assignee_id": ("string", number("admin_assignee_id")),
    "team_assignee_id": ("string", number("team_assignee_id")),
    "open": ("boolean", member("open")),
    "state": ("string", member("state")),
    "snoozed_until": ("datetime", member("snoozed_until")),
}
ATTRIBUTE_TYPES: dict[str, Type] = {
    "string": "string",
    "list": "string",
    "integer": "integer",
    "decimal": "float",
    "boolean": "boolean",
    "datetime": "datetime",
}


def find(visit: Visit) -> Answer:
    """One page of the tickets a query finds, last changed first unless asked otherwise."""
    sent = visit.body()
    if "query" not in sent:
        raise missing("query not specified")
    condition = search.condition(visit, sent["query"], named)
    paging = sent.get("pagination", {})
    if not isinstance(paging, dict):
        raise invalid("pagination must be an object", "pagination")
    start = paging.get("starting_after")
    if start is not None and not isinstance(start, str):
        raise invalid("starting_after must be a string", "starting_after")
    expression, ascending = order(visit, sent.get("sort", {}))
    query = Query(
        ticket_rows.KIND,
        sql=f"({condition.sql}) AND {ticket_rows.THERE}",
        values=(*condition.values, visit.now),
        order=expression,
        ascending=ascending,
    )
    return from_cursor(
        visit,
        query,
        lambda record: ticket_rows.shape(visit, record),
        size=whole(paging.get("per_page", SIZE), "per_page", most=MOST),
        starting_after=start,
        rows="tickets",
        type="ticket.list",
    )


def named(visit: Visit, name: object) -> SearchField:
    """What a name means in a search of tickets."""
    if isinstance(name, str) and name in FIELDS:
        kind, expression = FIELDS[name]
        return SearchField(name, kind, expression, OPERATORS[kind])
    if isinstance(name, str) and name.startswith(ATTRIBUTES):
        return attribute_field(visit, name)
    raise invalid_field(name)


def attribute_field(visit: Visit, name: str) -> SearchField:
    """The field of a ticket attribute, by its id; files cannot be searched."""
    identifier = name.removeprefix(ATTRIBUTES)
    attribute = documents.get(visit.store, ATTRIBUTE, identifier)
    if attribute is None or attribute["data_type"] not in ATTRIBUTE_TYPES:
        raise invalid_field(name)
    kind = ATTRIBUTE_TYPES[attribute["data_type"]]
    path = f'attributes."{ticket_values.key_of(attribute)}"'
    return SearchField(name, kind, member(path), OPERATORS[kind])


def order(visit: Visit, sort: Any) -> tuple[str, bool]:
    """What to order by, and whether from the smallest up."""
    if not isinstance(sort, dict):
        raise invalid("sort must be an object", "sort")
    direction = sort.get("order", "descending")
    if direction not in ORDERS:
        message = f"Invalid sort order '{direction}'. Must be one of: {', '.join(ORDERS)}"
        raise Refusal(400, Fault("invalid_sort_order", message))
    field = named(visit, sort.get("field", "updated_at"))
    if field.type == "list":
        raise invalid_field(field.name)
    smallest = "''" if field.type == "string" else "-1"
    return f"ifnull({field.expression}, {smallest})", direction == "ascending"


routes = (Route("POST", "/tickets/search", find, reads=True),)
