"""Contacts: create, read, update, delete."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.call import Answer, raw_reply, reply
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.people.contact_bodies import bodies
from intercom_cli.sandbox.refusals import missing, no_contact
from intercom_cli.sandbox.visit import Route, Visit

NEEDED = ("email", "external_id", "role")


def show(visit: Visit, seq: int) -> Answer:
    """Answer with one contact."""
    history = visit.flag("include_merge_history")
    return raw_reply(bodies(visit.store, [seq], visit.version, history=history)[0])


def create(visit: Visit) -> Answer:
    """Create a contact; one of e-mail, external id and role is needed."""
    sent = visit.body()
    if not any(name in sent for name in NEEDED):
        raise missing("email, external_id or role not specified")
    seq = contact_rows.add(visit, contact_rows.wanted(visit, sent, contact_rows.BLANK))
    return show(visit, seq)


def retrieve(visit: Visit) -> Answer:
    """Show a contact; a merged one is gone, with a link to where it went."""
    row = visit.store.row("SELECT * FROM contacts WHERE id = ?", (visit.ids["contact_id"],))
    return show(visit, contact_rows.readable(visit.store, row, visit.version)["seq"])


def retrieve_by_external_id(visit: Visit) -> Answer:
    """Show the user who has an external id; leads are not found this way."""
    row = visit.store.row(
        "SELECT * FROM contacts WHERE external_id = ? AND (role = 'user' OR state = 'merged')"
        " ORDER BY state = 'merged', state != 'live', seq DESC LIMIT 1",
        (visit.ids["external_id"],),
    )
    return show(visit, contact_rows.readable(visit.store, row, visit.version)["seq"])


def update(visit: Visit) -> Answer:
    """Change what is sent and leave the rest."""
    row = contact_rows.live(visit.store, visit.ids["contact_id"])
    contact_rows.change(visit, row, contact_rows.wanted(visit, visit.body(), row))
    return show(visit, row["seq"])


def delete(visit: Visit) -> Answer:
    """Delete a contact for good; an archived one can be deleted too."""
    row = visit.store.row(
        "SELECT * FROM contacts WHERE id = ? AND state != 'merged'", (visit.ids["contact_id"],)
    )
    if row is None:
        raise no_contact()
    erase(visit, row["seq"])
    return outcome(row, deleted=True)


def erase(visit: Visit, seq: int) -> None:
    """Take away a contact and everything that hangs on it."""
    companies = visit.store.rows("SELECT company FROM contact_companies WHERE contact = ?", (seq,))
    visit.store.run_many(
        "UPDATE companies SET user_count = user_count - 1 WHERE seq = ?",
        [(company[0],) for company in companies],
    )
    for table in ("contact_companies", "contact_tags", "contact_subscriptions", "notes"):
        visit.store.run(f"DELETE FROM {table} WHERE contact = ?", (seq,))  # noqa: S608 - ours
    visit.store.run("DELETE FROM contact_bodies WHERE seq = ?", (seq,))
    visit.store.run("DELETE FROM contacts WHERE seq = ?", (seq,))


def outcome(row: Any, **result: bool) -> Answer:
    """What became of a contact, in the short form of archive, block and delete."""
    return reply({"type": "contact", "id": row["id"], "external_id": row["external_id"], **result})


routes = (
    Route("POST", "/contacts", create),
    Route("GET", "/contacts/{contact_id}", retrieve, reads=True),
    Route(
        "GET", "/contacts/find_by_external_id/{external_id}", retrieve_by_external_id, reads=True
    ),
    Route("PUT", "/contacts/{contact_id}", update),
    Route("DELETE", "/contacts/{contact_id}", delete),
)
