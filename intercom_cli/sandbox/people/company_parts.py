"""Companies: the people at them, and the segments they are in."""

from __future__ import annotations

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.people import company_rows
from intercom_cli.sandbox.people.contact_pages import MOST, Condition, Order, contact_page
from intercom_cli.sandbox.people.segments import segments_of
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 50


def list_contacts(visit: Visit) -> Answer:
    """List the contacts of a company, by cursor; a page number is ignored."""
    company = company_rows.live(visit.store, visit.ids["company_id"])
    people = "seq IN (SELECT contact FROM contact_companies WHERE company = ?)"
    return contact_page(
        visit,
        Condition(people, (company["seq"],)),
        order=Order(),
        size=visit.number("per_page", SIZE, most=MOST),
        starting_after=visit.call.parameter("starting_after"),
    )


def list_segments(visit: Visit) -> Answer:
    """List the segments a company is in."""
    company = company_rows.live(visit.store, visit.ids["company_id"])
    found = segments_of(visit, "company", [company["seq"]])[company["seq"]]
    return reply({"type": "list", "data": found})


routes = (
    Route("GET", "/companies/{company_id}/contacts", list_contacts, reads=True),
    Route("GET", "/companies/{company_id}/segments", list_segments, reads=True),
)
