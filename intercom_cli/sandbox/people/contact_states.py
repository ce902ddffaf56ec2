"""Contacts put away and taken back: archive, unarchive, block."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.people.contacts import outcome
from intercom_cli.sandbox.refusals import Fault, Refusal, no_contact
from intercom_cli.sandbox.visit import Route, Visit


def archive(visit: Visit) -> Answer:
    """Archive a contact; doing it twice is no fault."""
    return outcome(moved(visit, "archived", ("live", "archived")), archived=True)


def unarchive(visit: Visit) -> Answer:
    """Take an archived contact back; a blocked one stays where it is."""
    row = found(visit)
    if row["state"] == "blocked":
        raise Refusal(400, Fault("not_restorable", "A blocked contact cannot be restored"))
    return outcome(moved(visit, "live", ("live", "archived")), archived=False)


def block(visit: Visit) -> Answer:
    """Block a contact, for good."""
    return outcome(moved(visit, "blocked", ("live", "archived", "blocked")), blocked=True)


def found(visit: Visit) -> Any:
    """The contact a path names, whatever state it is in."""
    row = visit.store.row("SELECT * FROM contacts WHERE id = ?", (visit.ids["contact_id"],))
    if row is None or row["state"] == "merged":
        raise no_contact()
    return row


def moved(visit: Visit, state: str, allowed: tuple[str, ...]) -> Any:
    """Bring a contact into a state, from one of those allowed."""
    row = found(visit)
    if row["state"] not in allowed:
        raise no_contact()
    visit.store.run("UPDATE contacts SET state = ? WHERE seq = ?", (state, row["seq"]))
    return row


routes = (
    Route("POST", "/contacts/{contact_id}/archive", archive),
    Route("POST", "/contacts/{contact_id}/unarchive", unarchive),
    Route("POST", "/contacts/{contact_id}/block", block),
)
