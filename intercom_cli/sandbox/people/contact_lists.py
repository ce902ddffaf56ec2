"""Contacts in numbers: the whole list, and search."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.people.contact_pages import MOST, Condition, Order, contact_page
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.search import condition, order
from intercom_cli.sandbox.visit import Route, Visit, whole

LIST_SIZE = 10
SEARCH_SIZE = 50


def list_contacts(visit: Visit) -> Answer:
    """List contacts; ten a page unless asked otherwise, whatever the documentation says."""
    return contact_page(
        visit,
        Condition(),
        order=Order(),
        size=visit.number("per_page", LIST_SIZE, most=MOST),
        starting_after=visit.call.parameter("starting_after"),
    )


def search_contacts(visit: Visit) -> Answer:
    """Search contacts; ``pagination.page`` is ignored, only the cursor moves on."""
    sent = visit.body()
    if sent.get("query") is None:
        raise missing("query not specified")
    pagination = part(sent, "pagination")
    cursor = pagination.get("starting_after")
    if cursor is not None and not isinstance(cursor, str):
        raise invalid("starting_after must be a string", "starting_after")
    return contact_page(
        visit,
        condition(visit, sent["query"]),
        order=order(visit, part(sent, "sort")),
        size=whole(pagination.get("per_page", SEARCH_SIZE), "per_page", most=MOST),
        starting_after=cursor,
    )


def part(sent: dict[str, Any], name: str) -> dict[str, Any]:
    """An object inside the body, empty when it is not there."""
    given = sent.get(name)
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise invalid(f"{name} must be an object", name)
    return given


routes = (
    Route("GET", "/contacts", list_contacts, reads=True),
    Route("POST", "/contacts/search", search_contacts, reads=True),
)
