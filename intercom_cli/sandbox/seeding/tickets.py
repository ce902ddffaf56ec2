"""Tickets of the seeded workspace: what customers ask for, what is done about it, and why."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.seeding.words import ADMINS
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.tickets import ticket_rows, ticket_states, ticket_types
from intercom_cli.sandbox.tickets.ticket_numbers import next_number
from intercom_cli.sandbox.tickets.ticket_people import author_of_admin, author_of_contact
from intercom_cli.sandbox.tickets.ticket_type_attributes import listed
from intercom_cli.sandbox.tickets.ticket_values import key_of
from intercom_cli.sandbox.workspace import APP_CREATED_AT

DAY = 86_400
STATES = (
    ("submitted", "Submitted", "Submitted"),
    ("in_progress", "In progress", "In progress"),
    ("waiting_on_customer", "Waiting on customer", "Waiting on you"),
    ("resolved", "Resolved", "Resolved"),
)
TYPES = (
    ("Bug report", "Something in the product does not work", "Customer", "\U0001f41e"),
    ("Engineering task", "Work nobody outside sees", "Back-office", "\U0001f527"),
    ("Known issue", "One cause behind many reports", "Tracker", "\U0001f50d"),
    ("Question", "How something is done", "Customer", "\U0001f4ac"),
)
SUPPLIER = ("in_progress", "Waiting for a supplier", "In progress")
# Name, data type, and what its input looks like.
ATTRIBUTES: tuple[tuple[tuple[str, str, Any], ...], ...] = (
    (
        ("Urgency", "list", ["Low", "Normal", "High", "Critical"]),
        ("Seats affected", "integer", None),
        ("Refund", "decimal", None),
        ("Reproducible", "boolean", None),
        ("First seen", "datetime", None),
        ("Screenshots", "files", {"allow_multiple_values": True}),
    ),
    (
        ("Component", "list", ["Reports", "Billing", "Sign-in", "Import"]),
        ("Estimate in hours", "decimal", None),
        ("Needs review", "boolean", None),
    ),
    (
        ("Root cause", "string", {"multiline": True}),
        ("Fixed in version", "string", {"multiline": False}),
    ),
    (("Urgency", "list", ["Low", "Normal", "High", "Critical"]),),
)
TITLES = (
    (
        "Export stops after the first page", "Cannot sign in with a passkey", "Charged twice",
        "Report shows last month only", "Invitation never arrives", "日本語 names look broken",
        "Dashboard is slow on Mondays", "CSV import skips rows", "Webhook arrives late",
        "Logo is cut off on invoices", "Wrong time zone in reminders", "Chart has no legend",
    ),
    (
        "Raise the export limit", "Rotate the signing keys", "Clean up old sessions",
        "Order new card readers", "Move reports to the new queue", "Write the billing runbook",
        "Check the backup of Tuesday", "Replace the mail relay",
    ),
    (
        "Exports are cut at 10,000 rows", "Passkeys fail in Firefox", "Invoices rendered twice",
        "Imports lose accents", "Reminders use server time",
    ),
)  # fmt: skip
DETAIL = "It happened again this morning.\nSee the steps below."
ANSWERS = (
    "<p>Thanks for the report, we are looking into it.</p>",
    '<p>We found the cause. <a href="https://status.harborlights.example">Follow it here</a>.</p>',
)


def seed(store: Store, today: int) -> None:
    """Add states and ticket types; and tickets, when there are contacts to have them."""
    for category, internal, external in STATES:
        add_state(store, category, internal, external, None)
    types = [add_type(store, number) for number in range(len(TYPES))]
    add_state(store, *SUPPLIER, [types[1]["id"]])
    sql = "SELECT * FROM contacts WHERE state = 'live' AND role = 'user' ORDER BY seq LIMIT 40"
    people = store.rows(sql)
    if people:
        made = []
        for kind, titles in enumerate(TITLES):
            for place, title in enumerate(titles):
                person = people[(place * 3 + kind) % len(people)]
                made.append(add_ticket(store, types[kind], title, person, today, place))
        link(store, [one for one in made if one["category"] == "Tracker"], today)
        # The seeded job that succeeded has made the first of them.
        store.run("UPDATE jobs SET resource_id = ? WHERE id = '1'", (made[0]["id"],))


def add_state(
    store: Store, category: str, internal: str, external: str, types: list[str] | None
) -> None:
    """Add a state, of some ticket types or of all."""
    record = {
        "id": next_number(store, ticket_states.KIND),
        "category": category,
        "internal_label": internal,
        "external_label": external,
        "archived": False,
        "ticket_types": types,
    }
    documents.add(store, ticket_states.KIND, record)


def add_type(store: Store, number: int) -> Record:
    """Add a ticket type with its attributes."""
    names = ("name", "description", "category", "icon")
    wanted = dict(zip(names, TYPES[number], strict=True))
    owner = ticket_types.add(store, wanted, APP_CREATED_AT)
    for name, kind, given in ATTRIBUTES[number]:
        options = listed(given, None) if kind == "list" else given
        attribute = {"name": name, "data_type": kind, "input_options": options}
        ticket_types.add_attribute(store, owner["id"], attribute, APP_CREATED_AT)
    return owner


def add_ticket(
    store: Store, owner: Record, title: str, person: Any, today: int, place: int
) -> Record:
    """Add a ticket and what was said and done about it."""
    created = today - (place * 5 + 2) * DAY + 3_600 * (place % 9)
    states = ticket_states.of_type(store, owner["id"])
    more = {"contacts": [person["id"]], "attributes": attributes(store, owner, title, place)}
    ticket = ticket_rows.add(store, {"ticket_type": owner, "more": more}, created)
    admin = ADMINS[place % 3][0]
    author = author_of_admin(store, admin) or {}
    if owner["category"] == "Customer":
        body = "<p>Any news on this?</p>"
        ticket_rows.append(
            store, ticket, "comment", author_of_contact(person), created + 900, body=body
        )
    if place % 4:
        assign(store, ticket, author, created + 1_800)
        kind = "note" if owner["category"] == "Back-office" else "comment"
        body = ANSWERS[place % 2]
        ticket_rows.append(store, ticket, kind, author, created + 3_600, body=body)
        ticket_rows.enter(store, ticket, states[place % 4], created + 7_200)
    if ticket["state"] == "resolved":
        ticket["open"] = False
        ticket_rows.append(store, ticket, "close", author, created + 10_800)
    if place == 1:
        ticket["snoozed_until"] = today + 7 * DAY
        ticket_rows.append(store, ticket, "snoozed", author, created + 14_400)
    if place % 5 == 0:
        tag = {"id": str(place % 3 + 10), "applied_at": created + 60, "admin": admin}
        ticket["tags"] = [tag]
    return documents.save(store, ticket_rows.KIND, ticket)


def assign(store: Store, ticket: Record, author: Record, moment: int) -> None:
    """Give a ticket to an admin, who takes it."""
    ticket["admin_assignee_id"] = int(author["id"])
    to = {"type": "admin", "id": author["id"]}
    ticket_rows.append(store, ticket, "assignment", author, moment, assigned_to=to)


def attributes(store: Store, owner: Record, title: str, place: int) -> Record:
    """What a ticket says, with a value for some of what its type asks."""
    held: Record = {}
    for number, attribute in enumerate(ticket_types.attributes(store, owner["id"])):
        value = sample(attribute, place)
        if attribute["name"] == "_default_title_":
            value = title
        if value is not None and (attribute["default"] or (number + place) % 4):
            held[key_of(attribute)] = value
    return held


def sample(attribute: Record, place: int) -> Any:
    """A value of an attribute's type; files are left out."""
    if attribute["data_type"] == "list":
        found = attribute["input_options"]["list_options"]
        return found[place % len(found)]["label"]
    samples = {
        "string": DETAIL,
        "integer": place * 3 + 1,
        "decimal": place * 2.5,
        "boolean": place % 2 == 0,
        "datetime": APP_CREATED_AT + place * DAY,
    }
    return samples.get(attribute["data_type"])


def link(store: Store, trackers: list[Record], today: int) -> None:
    """Link the first trackers to two conversations each, when there are conversations."""
    free = documents.every(store, Query("conversation"), limit=2 * len(trackers[:2]))
    for place, conversation in enumerate(free):
        ticket = trackers[place // 2]
        here = {"type": "ticket", "id": ticket["id"], "category": "Tracker"}
        other = {"type": "conversation", "id": conversation["id"], "category": None}
        conversation["linked"] = [*conversation["linked"], here]
        ticket["linked"] = [*ticket["linked"], other]
        ticket["updated_at"] = max(ticket["updated_at"], today - DAY)
        documents.save(store, "conversation", conversation)
        documents.save(store, ticket_rows.KIND, ticket)
