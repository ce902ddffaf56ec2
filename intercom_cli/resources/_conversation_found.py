"""Find a conversation and what it is called, before something is done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli.acting import ADMINS
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, call
from intercom_cli.errors import NotFound
from intercom_cli.finding import in_time, named_by, names_in, refer
from intercom_cli.foreign import at, first_text, id_at, plain, records, required_record, text
from intercom_cli.foreign import record as foreign_record
from intercom_cli.resource import Column, sends
from intercom_cli.resources._named import TEAMS
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.output.thread import Known

READING = "GET /conversations/{conversation_id}"
CONTACT = "GET /contacts/{contact_id}"

Conversation = Annotated[str, typer.Argument(help="Its id.", metavar="ID")]
Several = Annotated[list[str], typer.Argument(help="One id or more.", metavar="ID...")]
# Who can take care of a conversation or a ticket.
ASSIGNEE = refer("assignee", "admin_assignee_id", ADMINS)
TEAM = refer("team", "team_assignee_id", TEAMS)
COLUMNS = (
    Column("Id", "id", "id"),
    Column("Subject", "title", "html", ("source.subject", "source.body")),
    Column("From", "source.author.name", "text", ("source.author.email",)),
    Column("State", "state"),
    Column("Priority", "priority"),
    Column("Updated", "updated_at", "time"),
    Column("Assigned", ASSIGNEE.path, "names", refers=(ASSIGNEE, TEAM)),
)

NAMES = named_by(COLUMNS)  # what finds the names that the columns show

Record = dict[str, Any]


def reading(conversation: str) -> Request:
    """The request for one conversation."""
    return call(READING, conversation_id=conversation)


def found(session: Session, conversation: str) -> Record:
    """A conversation as a question names it: what it is about, and who it is with."""
    from intercom_cli.output.thread import title

    record = required_record(session.send(reading(conversation)).json())
    return {**record, "name": f'"{title(record)}"', "email": with_whom(record)}


def agree(session: Session, question: str, *conversations: str) -> tuple[Record, ...] | None:
    """The conversations, once the person agreed to what is done; None where nobody is asked."""
    return agreed(session, question, conversations, look_up=found)


def with_whom(record: Record) -> str:
    """Who a conversation is with, as far as it tells: the name or address of a contact."""
    author = author_named(record)
    return next(iter(author.values()), "")


def contacts_in(record: Record) -> list[str]:
    """The ids of the contacts who take part."""
    ids = (id_at(contact, "id") for contact in records(record, "contacts"))
    return [id for id in ids if id]


def said_in(record: Record) -> list[Record]:
    """The first message of a conversation and its parts."""
    parts = records(record, "conversation_parts", "conversation_parts")
    return [source, *parts] if (source := foreign_record(record, "source")) else parts


def author_named(record: Record) -> dict[str, str]:
    """The names of the contacts in a conversation, by id, as far as they wrote something."""
    there = set(contacts_in(record))
    found = ((id_at(part, "author", "id"), called(part, "author")) for part in said_in(record))
    return {id: name for id, name in found if id in there and name}


def called(value: Record, *path: str) -> str:
    """The name of a person, else the e-mail address."""
    return plain(first_text(at(value, *path), "name", "email"))


@sends(CONTACT)
def names_of_contacts(session: Session, ids: list[str]) -> dict[str, str]:
    """The names of contacts by id, as far as they are found soon."""
    names: dict[str, str] = {}

    def read() -> None:
        for id in ids:
            request = call(CONTACT, contact_id=id)._replace(optional=True)
            try:
                names[id] = called(session.send(request).json())
            except NotFound:
                continue

    if ids:
        in_time(session, read)
    return {id: name for id, name in names.copy().items() if name}


@sends(names_of_contacts)
def contacts_named(session: Session, record: Record) -> str:
    """Everybody a reply goes to, by name; who wrote nothing yet is looked up."""
    ids, names = contacts_in(record), author_named(record)
    names |= names_of_contacts(session, [id for id in ids if id not in names])
    return " and ".join(names.get(id) or f"contact {id}" for id in ids) or "nobody"


@sends(ADMINS.operation, TEAMS.operation)
def known(session: Session, record: Record, address: str) -> Known:
    """The names that the record itself does not tell; who is assigned is looked up."""
    from intercom_cli.output.thread import Known

    said = said_in(record)
    authors = {id_at(part, "author", "id"): text(part, "author", "name") for part in said}
    people: dict[str, str] = {id: plain(name) for id, name in authors.items() if id and name}
    given = [foreign_record(part, "assigned_to") for part in said]
    admins = {id_at(one, "id") for one in given if one.get("type") == "admin"}
    admins.add(id_at(record, ASSIGNEE.path))
    teams = {id_at(one, "id") for one in given if one.get("type") == "team"}
    teams.add(id_at(record, TEAM.path))
    if admins - {"", *people}:
        people |= names_in(session, ADMINS)
    return Known(people, names_in(session, TEAMS) if teams - {""} else {}, address)
