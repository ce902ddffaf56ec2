"""What customers ask for and teammates work on."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from intercom_cli.api.request import an_id, call
from intercom_cli.foreign import required_id, required_record
from intercom_cli.options import READS
from intercom_cli.resource import Column, Paging, Resource, Verb
from intercom_cli.resources import _ticket_changes, _ticket_making, _ticket_replies, _ticket_states
from intercom_cli.resources._tagging import tagging_by_admin
from intercom_cli.resources._ticket_filters import (
    EVERY,
    FILTERS,
    LOCAL,
    UNSEEN,
    WORDS,
)
from intercom_cli.resources._ticket_filters import READING as SHOWN
from intercom_cli.resources._ticket_found import (
    COLUMNS,
    NAMES,
    READING,
    Several,
    Ticket,
    agree,
    names_of,
)
from intercom_cli.resources._ticket_numbers import answer_for
from intercom_cli.resources._where_names import TICKETS
from intercom_cli.session import Session
from intercom_cli.several import show_several
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

SEARCHING = "POST /tickets/search"
DELETING = "DELETE /tickets/{ticket_id}"
LINKING = "POST /tickets/{ticket_id}/linked_conversations"
UNLINKING = "DELETE /tickets/{ticket_id}/linked_conversations/{id}"
LINKED = (
    Column("Id", "id", "id"),
    Column("Subject", "title", "html", ("source.subject", "source.body")),
    Column("State", "state"),
    Column("Updated", "updated_at", "time"),
)

resource = Resource(
    name="tickets",
    one="ticket",
    columns=COLUMNS,
    verbs=(
        Verb(
            "list",
            SEARCHING,
            "intercom tickets list --where 'open = true and updated_at > 30d'",
            fixed=(("query", EVERY),),
        ),
        Verb(
            "search",
            SEARCHING,
            "intercom tickets search --where 'title ~ export' --sort -created_at",
        ),
    ),
    paging=Paging("search", "tickets", 150),
    filters=FILTERS,
    unseen=UNSEEN,
    reading=SHOWN,
    named=TICKETS,
    local=LOCAL,
    attributes={"ticket_attributes": "ticket"},
    words=WORDS,
    page="/a/inbox/{app}/inbox/conversation/{id}",
)
Conversation = Annotated[
    str,
    typer.Argument(help="The id of a conversation or customer ticket.", metavar="CONVERSATION"),
]


@action(resource, *READS, uses=(READING, answer_for, names_of, *NAMES, "GET /me"))
def get(session: Session, tickets: Several) -> None:
    """Read a ticket, by its id or its number, or show several.

    Examples:
      intercom tickets get 215470000002
    """
    if len(tickets) > 1:
        show_several(
            session,
            tickets,
            lambda ticket: [answer_for(session, resource, ticket).body],
            COLUMNS,
            one="ticket",
            many="tickets",
        )
        return
    answer = answer_for(session, resource, tickets[0])
    if not session.printer.is_read:
        session.printer.record(answer.body, COLUMNS)
        return
    from intercom_cli.output.ticket import write_ticket

    record = required_record(answer.json())
    told = names_of(session, record, address(session, required_id(record, "id")))
    session.printer.record(answer.body, COLUMNS, reading=partial(write_ticket, known=told))


def address(session: Session, ticket: str) -> str:
    """Where the web app shows a ticket; a sandbox has none."""
    from intercom_cli.web import address_of

    workspace = session.source.workspace
    if workspace and workspace.kind == "sandbox":
        return ""
    return address_of(session, resource, ticket)


@action(resource, uses=(DELETING, READING))
def delete(session: Session, ticket: Ticket) -> None:
    """Delete a ticket for good.

    Examples:
      intercom tickets delete 215470000003
    """
    agree(session, f"Delete ticket {{}} from {session.source.name}? It cannot be undone.", ticket)
    answer = session.write(call(DELETING, ticket_id=ticket))
    show_written(session, answer, (), "Deleted ticket", ticket)


@action(resource, uses=(LINKING,))
def link(session: Session, ticket: Ticket, conversation: Conversation) -> None:
    """Link a conversation to a tracker ticket.

    Examples:
      intercom tickets link 215470000023 12
    """
    request = call(LINKING, ticket_id=ticket).with_json(
        {"conversation_id": an_id("conversation_id", conversation)}
    )
    did = f"Linked conversation {conversation} to ticket"
    show_written(session, session.write(request), LINKED, did, ticket)


@action(resource, uses=(UNLINKING,))
def unlink(session: Session, ticket: Ticket, conversation: Conversation) -> None:
    """Take the link of a conversation to a tracker ticket away.

    Examples:
      intercom tickets unlink 215470000021 1
    """
    request = call(UNLINKING, ticket_id=ticket, id=conversation)
    did = f"Unlinked conversation {conversation} from ticket"
    show_written(session, session.write(request), LINKED, did, ticket)


_ticket_making.add_to(resource)
_ticket_changes.add_to(resource)
_ticket_states.add_to(resource)
_ticket_replies.add_to(resource)
tagging_by_admin(
    resource,
    "POST /tickets/{ticket_id}/tags",
    "DELETE /tickets/{ticket_id}/tags/{tag_id}",
    "215470000001 VIP",
)
