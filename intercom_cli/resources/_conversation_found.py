"""Find a conversation and what it is called, before something is done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intercom_cli.acting import ADMINS
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, call
from intercom_cli.resource import Column, sends
from intercom_cli.resources._named import TEAMS
from intercom_cli.resources._naming import namer, names_in
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.output.thread import Known

READING = "GET /conversations/{conversation_id}"
CONTACT = "GET /contacts/{contact_id}"

Conversation = Annotated[str, typer.Argument(help="Its id.", metavar="ID")]
Several = Annotated[list[str], typer.Argument(help="One id or more.", metavar="ID...")]
COLUMNS = (
    Column("Id", "id", "id"),
    Column("Subject", "title", "html", ("source.subject", "source.body")),
    Column("From", "source.author.name", "text", ("source.author.email",)),
    Column("State", "state"),
    Column("Priority", "priority"),
    Column("Updated", "updated_at", "time"),
    Column("Assigned", "admin_assignee_id", "names"),
)

# Who can take care of a conversation, and where their names are found.
ASSIGNEES = (("admin_assignee_id", ADMINS), ("team_assignee_id", TEAMS))

Record = dict[str, Any]


def reading(conversation: str) -> Request:
    """The request for one conversation."""
    return call(READING, conversation_id=conversation)


def found(session: Session, conversation: str) -> Record:
    """A conversation as a question names it: what it is about, and who it is with."""
    from intercom_cli.output.thread import title

    record = session.send(reading(conversation)).json()
    return {**record, "name": f'"{title(record)}"', "email": with_whom(record)}


def agree(session: Session, question: str, *conversations: str) -> tuple[Record, ...] | None:
    """The conversations, once the person agreed to what is done; None where nobody is asked."""
    return agreed(session, question, conversations, look_up=found)


def with_whom(record: Record) -> str:
    """Who a conversation is with, as far as it tells: the name or address of a contact."""
    author = author_named(record)
    return next(iter(author.values()), "")


def author_named(record: Record) -> dict[str, str]:
    """The names of the contacts in a conversation, by id, as far as they wrote something."""
    inside = (record.get("conversation_parts") or {}).get("conversation_parts") or []
    authors = [(part or {}).get("author") or {} for part in (record.get("source"), *inside)]
    ids = {str(one.get("id")) for one in (record.get("contacts") or {}).get("contacts") or []}
    names = {str(one.get("id")): str(one.get("name") or one.get("email") or "") for one in authors}
    return {id: name for id, name in names.items() if id in ids and name}


def contacts_named(session: Session, record: Record) -> str:
    """Everybody a reply goes to, by name; who wrote nothing yet is looked up."""
    names = author_named(record)
    told = []
    for contact in (record.get("contacts") or {}).get("contacts") or []:
        id = str(contact["id"])
        if id not in names:
            person = session.send(call(CONTACT, contact_id=id)).json()
            names[id] = str(person.get("name") or person.get("email") or f"contact {id}")
        told.append(names[id])
    return " and ".join(told) or "nobody"


@sends(ADMINS.operation, TEAMS.operation)
def known(session: Session, record: Record, address: str) -> Known:
    """The names that the record itself does not tell; who is assigned is looked up."""
    from intercom_cli.output.thread import Known

    inside = (record.get("conversation_parts") or {}).get("conversation_parts") or []
    parts = [part for part in (record.get("source"), *inside) if part]
    people = {
        str(author.get("id")): str(author["name"])
        for part in parts
        if (author := part.get("author") or {}).get("name")
    }
    given = [part.get("assigned_to") or {} for part in parts]
    admins = {str(one.get("id")) for one in given if one.get("type") == "admin"}
    admins.add(str(record.get("admin_assignee_id") or "0"))
    teams = {str(one.get("id")) for one in given if one.get("type") == "team"}
    teams.add(str(record.get("team_assignee_id") or "0"))
    if admins - {"0", *people}:
        people |= names_in(session, ADMINS)
    return Known(people, names_in(session, TEAMS) if teams - {"0"} else {}, address)


@sends(ADMINS.operation, TEAMS.operation)
def assigned(session: Session) -> Callable[[Record], Record]:
    """What puts names in place of the id of who is assigned: the admin, the team, or both.

    They are looked up on first need.
    """
    named = namer(session)

    def tell(record: Record) -> Record:
        held = [(str(record[field]), listed) for field, listed in ASSIGNEES if record.get(field)]
        told = [named(listed).get(id, id) for id, listed in held]
        return {"admin_assignee_id": ", ".join(told)}

    return tell
