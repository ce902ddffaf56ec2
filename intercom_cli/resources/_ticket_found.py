"""Find a ticket and what it is called, before something is done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, call
from intercom_cli.errors import NotFound
from intercom_cli.resource import Column, sends
from intercom_cli.resources._conversation_found import CONTACT, assigned, known
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.output.thread import Known

READING = "GET /tickets/{ticket_id}"
CHANGING = "PUT /tickets/{ticket_id}"
TITLE, DESCRIPTION = "_default_title_", "_default_description_"

Ticket = Annotated[str, typer.Argument(help="Its id.", metavar="ID")]
Several = Annotated[list[str], typer.Argument(help="One id or more.", metavar="ID...")]
COLUMNS = (
    Column("Id", "id", "id"),
    Column("No.", "ticket_id", "id"),
    Column("Title", f"ticket_attributes.{TITLE}"),
    Column("Type", "ticket_type.name"),
    Column("State", "ticket_state.internal_label"),
    Column("Assigned", "admin_assignee_id", "id"),
    Column("Updated", "updated_at", "time"),
)

Record = dict[str, Any]


def reading(ticket: str) -> Request:
    """The request for one ticket."""
    return call(READING, ticket_id=ticket)


def found(session: Session, ticket: str) -> Record:
    """A ticket, read, as a question names it."""
    return titled(session.send(reading(ticket)).json())


def titled(record: Record) -> Record:
    """A ticket as a question names it: by its title."""
    title = (record.get("ticket_attributes") or {}).get(TITLE)
    return {**record, "title": f'"{title}"' if title else ""}


@sends(assigned)
def assigned_to(session: Session) -> Callable[[Record], Record]:
    """What puts a name in place of the id of who is assigned; nobody has none."""
    tell = assigned(session)
    return lambda record: {"admin_assignee_id": tell(record)["admin_assignee_id"] or None}


def agree(session: Session, question: str, *tickets: str) -> tuple[Record, ...] | None:
    """The tickets, once the person agreed to what is done; None where nobody is asked."""
    return agreed(session, question, tickets, look_up=found)


@sends(known, CONTACT)
def names_of(session: Session, record: Record, address: str) -> Known:
    """The names that a ticket itself does not tell; who wrote nothing in it is looked up."""
    from intercom_cli.output.ticket import as_thread

    told = known(session, as_thread(record), address)
    return told._replace(people={**told.people, **contacts_in(session, record, told)})


def contacts_in(session: Session, record: Record, told: Known) -> dict[str, str]:
    """The names of the contacts of a ticket that are not told yet; who is gone has none."""
    names = {}
    for contact in (record.get("contacts") or {}).get("contacts") or []:
        id = str(contact.get("id"))
        if id in told.people:
            continue
        try:
            person = session.send(call(CONTACT, contact_id=id)).json()
        except NotFound:
            continue
        names[id] = str(person.get("name") or person.get("email") or "")
    return {id: name for id, name in names.items() if name}
