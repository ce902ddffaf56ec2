"""Contacts in numbers: the whole list, and search."""

from __future__ import annotations

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.people.contact_pages import MOST, Condition, Order, contact_page
from intercom_cli.sandbox.search import asked, condition, order
from intercom_cli.sandbox.visit import Route, Visit

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
    """Search contacts."""
    wanted = asked(visit, size=SEARCH_SIZE, most=MOST)
    return contact_page(
        visit,
        condition(visit, wanted.query),
        order=order(visit, wanted.sort),
        size=wanted.size,
        starting_after=wanted.starting_after,
    )


routes = (
    Route("GET", "/contacts", list_contacts, reads=True),
    Route("POST", "/contacts/search", search_contacts, reads=True),
)
