"""Assign, close, open and snooze conversations: one, or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from intercom_cli.acting import Admin, acting_admin
from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import Request
from intercom_cli.foreign import required_record
from intercom_cli.resource import Resource
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._conversation_found import (
    COLUMNS,
    CONTACT,
    NAMES,
    READING,
    Several,
    contacts_named,
    reading,
)
from intercom_cli.resources._conversation_reply import not_last
from intercom_cli.resources._managing import (
    Nobody,
    Team,
    Until,
    Words,
    assignee,
    given_to,
    ids_in,
    until_when,
)
from intercom_cli.resources._several import Kind, each, send_each
from intercom_cli.session import Session
from intercom_cli.verbs import action

CONVERSATIONS = Kind("conversation", "conversations", COLUMNS)
ASKED = (READING, CONTACT)  # what a question needs that names the customers
MANAGING = "POST /conversations/{conversation_id}/parts"
Body = Annotated[
    str | None,
    typer.Option(
        "--body",
        help="Also say this to the customer; - reads stdin.",
        metavar="TEXT",
        show_default=False,
    ),
]


def assign(
    session: Session,
    words: Words,
    team: Team = None,
    nobody: Nobody = False,
    body: Body = None,
    admin: Admin = None,
) -> None:
    """Give conversations to an admin, a team, or nobody."""
    ids = ids_in("conversations", words, team, nobody=nobody)
    checked(ids)
    said = last_word(session, "Assign", ids, body)
    kind = "admin" if team is None else "team"
    to = assignee(session, words, team, nobody=nobody)
    manage(
        session,
        ids,
        {"message_type": "assignment", "type": kind, "assignee_id": to, **said},
        admin=admin,
        did=f"Assigned conversation {{}} to {given_to(words, team, nobody=nobody)}",
    )


def last_word(
    session: Session, what: str, conversations: Sequence[str], text: str | None
) -> dict[str, str]:
    """What is said to customers along with it, once the person agreed to that; nothing is usual."""
    if text is None:
        return {}
    said = text_of(session, text)
    if session.asks:
        several = "s" if len(conversations) > 1 else ""
        question = f"{what} conversation{several} {', '.join(conversations)} and send this to"

        def naming() -> str:
            whom = ", ".join(customers_of(session, one) for one in conversations)
            return f"{question} {whom} in {session.source.name}?"

        short = f"{question} the customer{several} in {session.source.name}?"
        confirm_write(session, short, naming)
    return {"body": said}


def customers_of(session: Session, conversation: str) -> str:
    """Everybody whom a word in a conversation reaches, by name."""
    record = required_record(session.send(reading(conversation)).json())
    return contacts_named(session, record)


def close(session: Session, conversations: Several, body: Body = None, admin: Admin = None) -> None:
    """Close conversations."""
    said = last_word(session, "Close", conversations, body)
    change = {"message_type": "close", "type": "admin", **said}
    manage(session, conversations, change, admin=admin, did="Closed conversation {}")


def open_(session: Session, conversations: Several, admin: Admin = None) -> None:
    """Open conversations that were closed or snoozed.

    Examples:
      intercom conversations open 12
    """
    change = {"message_type": "open"}
    manage(session, conversations, change, admin=admin, did="Opened conversation {}")


def snooze(
    session: Session,
    conversations: Several,
    until: Until,
    admin: Admin = None,
) -> None:
    """Put conversations off until a time; a day alone means nine in the morning."""
    when, told = until_when(session, until)
    change = {"message_type": "snoozed", "snoozed_until": when}
    did = f"Snoozed conversation {{}} until {told}"
    manage(session, conversations, change, admin=admin, did=did)


def manage(
    session: Session, ids: Sequence[str], change: dict[str, Any], *, admin: str | None, did: str
) -> None:
    """Do the same to each conversation; one that fails does not stop the others.

    Raises the failure itself where there is one conversation, else PartlyFailed.
    """
    requests = checked(ids)
    body = {**change, "admin_id": acting_admin(session, admin)}
    send_each(session, requests, body, CONVERSATIONS, did)


def checked(ids: Sequence[str]) -> dict[str, Request]:
    """The request for each conversation. Raises Misuse for what is no id, before any is sent."""
    for id in ids:
        not_last(id)
    return each(MANAGING, ids)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(MANAGING, *ASKED, *NAMES, assignee, acting_admin))(assign)
    action(resource, uses=(MANAGING, *ASKED, *NAMES, acting_admin))(close)
    action(resource, uses=(MANAGING, *NAMES, acting_admin))(open_)
    action(resource, uses=(MANAGING, *NAMES, acting_admin))(snooze)
