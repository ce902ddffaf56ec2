"""Ask before the contact of a ticket is told that it was made, or what became of it.

Intercom tells who asks when a ticket is made and when its state, its type or who has it changes,
unless it is told to notify nobody. Tickets of other categories than Customer have nobody to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.finding import FEW
from intercom_cli.resource import sends
from intercom_cli.resources._lookup import BY_ID, BY_MAIL, BY_OWN_ID, contact_record
from intercom_cli.resources._ticket_found import READING, Record, found
from intercom_cli.session import Session

CUSTOMER = "Customer"
TOLD = ("ticket_state_id", "open", "assignee_id", "snoozed_until")  # members whose change is told


def is_told(body: Mapping[str, Any]) -> bool:
    """Whether a contact is told of a change to a ticket."""
    return body.get("skip_notifications") is not True and any(member in body for member in TOLD)


def has_contact(ticket: Record) -> bool:
    """Whether a ticket has a contact who is told of it, as far as that is known."""
    return foreign.text(ticket, "category") in {"", CUSTOMER}


@sends(READING)
def agree_to_change(
    session: Session,
    what: str,
    tickets: Sequence[str],
    more: str = "",
    *,
    look_up: Callable[[Session, str], Record] = found,
) -> None:
    """Ask before a change of tickets that their contacts are told of.

    ``what`` is done to them, and ``more`` of it is said behind them, as a format. Many are told by
    their number, and not looked up.
    """
    several = "s" if len(tickets) > 1 else ""
    contacts = "their contacts" if several else "its contact"
    where = session.source.name
    if len(tickets) > FEW:
        question = f"{what} {len(tickets)} tickets{more} and let {contacts} know in {where}?"
        agreed(session, question, (), look_up=look_up)
        return
    named = ", ".join(["{}"] * len(tickets))
    question = f"{what} ticket{several} {named}{more} and let {contacts} know in {where}?"
    agreed(session, question, tuple(tickets), look_up=look_up, due=has_contact)


@sends(BY_ID, BY_MAIL, BY_OWN_ID)
def agree_to_new(session: Session, contact: str) -> None:
    """Ask before a ticket is made whose contact is told of it."""
    question = f"Create this ticket and let {{}} know in {session.source.name}?"
    agreed(session, question, (contact,), look_up=contact_record)


def contact_in(body: Mapping[str, Any]) -> str:
    """How the contact in the body of a new ticket is looked up."""
    contacts = body.get("contacts")
    first = contacts[0] if isinstance(contacts, list) and contacts else None
    if not isinstance(first, dict):
        return ""  # which is refused
    if first.get("external_id"):
        return f"external:{first['external_id']}"
    return str(first.get("id") or first.get("email") or "")
