"""Find a ticket and what it is called, before something is done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, call
from intercom_cli.finding import named_by
from intercom_cli.foreign import required_record, text
from intercom_cli.resource import Column, sends
from intercom_cli.resources._conversation_found import (
    ASSIGNEE,
    TEAM,
    contacts_in,
    known,
    names_of_contacts,
)
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
    Column("Assigned", ASSIGNEE.path, "names", refers=(ASSIGNEE, TEAM)),
    Column("Updated", "updated_at", "time"),
)

NAMES = named_by(COLUMNS)  # what finds the names that the columns show

Record = dict[str, Any]


def reading(ticket: str) -> Request:
    """The request for one ticket."""
    return call(READING, ticket_id=ticket)


def found(session: Session, ticket: str) -> Record:
    """A ticket, read, as a question names it."""
    return titled(required_record(session.send(reading(ticket)).json()))


def titled(record: Record) -> Record:
    """A ticket as a question names it: by its title."""
    title = text(record, "ticket_attributes", TITLE)
    return {**record, "title": f'"{title}"' if title else ""}


def agree(session: Session, question: str, *tickets: str) -> tuple[Record, ...] | None:
    """The tickets, once the person agreed to what is done; None where nobody is asked."""
    return agreed(session, question, tickets, look_up=found)


@sends(known, names_of_contacts)
def names_of(session: Session, record: Record, address: str) -> Known:
    """The names that a ticket itself does not tell; who wrote nothing in it is looked up."""
    from intercom_cli.output.ticket import as_thread

    told = known(session, as_thread(record), address)
    missing = [id for id in contacts_in(record) if id not in told.people]
    return told._replace(people={**told.people, **names_of_contacts(session, missing)})
