"""Who takes part in a conversation besides its first contact."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.acting import Admin, acting_admin
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.resources._arguments import Contact
from intercom_cli.resources._conversation_found import (
    READING,
    Conversation,
    Record,
    agree,
)
from intercom_cli.resources._lookup import contact_id, need_contact
from intercom_cli.resources._people import contact_named
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

ATTACHING = "POST /conversations/{conversation_id}/customers"
DETACHING = "DELETE /conversations/{conversation_id}/customers/{contact_id}"
PEOPLE = (Column("Participants", "customers", "names"),)
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        help="On behalf of this contact, who takes part already.",
        metavar="CONTACT",
        show_default=False,
    ),
]


def attach(
    session: Session,
    conversation: Conversation,
    contact: Contact,
    as_: As = None,
    admin: Admin = None,
) -> None:
    """Let another contact take part; they can read all of it from then on.

    Examples:
      intercom conversations attach 12 jane@acme.test
    """
    if as_ is not None and admin is not None:
        raise Misuse("Either --as or --admin, not both.")
    customer = contact_named(contact)
    behalf = None if as_ is None else contact_named(as_)
    where = session.source.name
    agree(session, f"Let {contact} read and answer conversation {{}} in {where}?", conversation)
    for one in filter(None, (contact, as_)):
        need_contact(session, one)
    if behalf is None:
        body: Record = {"admin_id": acting_admin(session, admin), "customer": customer}
    else:
        body = {"customer": {**customer, "customer": behalf}}
    request = call(ATTACHING, conversation_id=conversation).with_json(body)
    done = f"Attached {contact} to conversation {conversation}"
    show_written(session, session.write(request), PEOPLE, done)


def detach(
    session: Session, conversation: Conversation, contact: Contact, admin: Admin = None
) -> None:
    """Let a contact no longer take part.

    Examples:
      intercom conversations detach 9 external:user-000009
    """
    gone = contact_id(session, contact)
    request = call(DETACHING, conversation_id=conversation, contact_id=gone)
    request = request.with_json({"admin_id": acting_admin(session, admin)})
    done = f"Detached {contact} from conversation {conversation}"
    show_written(session, session.write(request), PEOPLE, done)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(ATTACHING, READING, acting_admin, need_contact))(attach)
    action(resource, uses=(DETACHING, acting_admin, contact_id))(detach)
