"""Search of tickets, which is also the only way to list them.

Categories go by other words here than in tickets. ``state`` is taken to be the category of the
state, and times are compared to the second.
"""

from __future__ import annotations

from intercom_cli.sandbox import documents, search
from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.document_lists import MOST, from_cursor
from intercom_cli.sandbox.documents import Query
from intercom_cli.sandbox.search_fields import (
    ATTRIBUTE_TYPES,
    OPERATORS,
    SearchField,
    Type,
    invalid_field,
)
from intercom_cli.sandbox.tickets import ticket_rows, ticket_values
from intercom_cli.sandbox.tickets.ticket_types import ATTRIBUTE
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 20
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


def find(visit: Visit) -> Answer:
    """One page of the tickets a query finds, last changed first unless asked otherwise."""
    wanted = search.asked(visit, size=SIZE, most=MOST)
    condition = search.condition(visit, wanted.query, named)
    query = Query(
        ticket_rows.KIND,
        sql=f"({condition.sql}) AND {ticket_rows.THERE}",
        values=(*condition.values, visit.now),
        order=search.never_null(named(visit, wanted.sort.get("field", "updated_at"))),
        ascending=search.smallest_first(visit, wanted.sort),
    )
    return from_cursor(
        visit,
        query,
        lambda record: ticket_rows.shape(visit, record),
        size=wanted.size,
        starting_after=wanted.starting_after,
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


routes = (Route("POST", "/tickets/search", find, reads=True),)
