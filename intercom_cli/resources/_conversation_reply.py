"""Say something in a conversation: a first message, a reply, a note."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli import foreign
from intercom_cli.acting import Admin
from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._conversation_files import File, Url, attachments
from intercom_cli.resources._conversation_found import (
    COLUMNS,
    CONTACT,
    NAMES,
    READING,
    Conversation,
    Record,
    contacts_named,
    reading,
)
from intercom_cli.resources._lookup import contact_id, need_contact
from intercom_cli.resources._people import contact_named
from intercom_cli.resources._saying import As, Options, Said, Silent, When, by, moment_of, spoken
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

BEGINNING = "POST /conversations"
REPLYING = "POST /conversations/{conversation_id}/reply"
LAST = "last"  # stands for the conversation that something happened in last (replyConversation)
MADE = (
    Column("Id", "conversation_id", "id"),
    Column("Message", "id", "id"),
    Column("Body", "body", "html"),
    Column("Created", "created_at", "time"),
)
TO_REPLY = Annotated[str, typer.Argument(help="Its id, or the word last.", metavar="ID")]


def create(
    session: Session,
    sender: Annotated[
        str, typer.Option("--from", help="The contact who writes.", metavar="CONTACT")
    ],
    body: Annotated[
        str, typer.Option("--body", help="What they write; - reads stdin.", metavar="TEXT")
    ],
    subject: Annotated[
        str | None,
        typer.Option("--subject", help="What it is about.", metavar="TEXT", show_default=False),
    ] = None,
    brand: Annotated[
        str | None,
        typer.Option("--brand", help="The brand it is for.", metavar="ID", show_default=False),
    ] = None,
    attach_url: Url = None,
    created_at: When = None,
) -> None:
    """Begin a conversation as a contact; to write to one: messages send.

    Examples:
      intercom conversations create --from jane@acme.test --body 'Where is my invoice?'
    """
    said: Record = {"body": text_of(session, body), **attachments(None, attach_url)}
    if subject:
        said["subject"] = subject
    if brand:
        said["brand_id"] = brand
    if created_at is not None:
        said["created_at"] = moment_of(session, created_at)
    who = {"type": "contact", "id": contact_id(session, sender)}
    answer = session.write(call(BEGINNING).with_json({"from": who, **said}))
    show_written(session, answer, MADE, "Began conversation", id_in="conversation_id")


def reply(
    session: Session,
    conversation: TO_REPLY,
    text: Said = None,
    as_: As = None,
    file: File = None,
    attach_url: Url = None,
    option: Options = None,
    skip_notifications: Silent = False,
    created_at: When = None,
    admin: Admin = None,
) -> None:
    """Reply to the customer, or as the customer.

    Examples:
      intercom conversations reply 12 'It is on its way.'
      intercom conversations reply 12 'Done?' --file screenshot.png --option Yes
    """
    if as_ is not None and (admin is not None or skip_notifications):
        raise Misuse("A contact writes with --as: --admin and --skip-notifications go without it.")
    body = spoken(
        session,
        text,
        attachments(file, attach_url),
        buttons=option,
        place=conversation,
        created_at=created_at,
        silent=skip_notifications,
    )
    kind = "quick_reply" if option else "comment"
    contact = None if as_ is None else contact_named(as_)
    ask(session, conversation, as_)
    body = {"message_type": kind, **body, **by(session, contact, admin)}
    answer = session.write(call(REPLYING, conversation_id=conversation).with_json(body))
    show_written(session, answer, COLUMNS, "Replied to conversation")


def note(
    session: Session,
    conversation: Conversation,
    text: Said = None,
    file: File = None,
    attach_url: Url = None,
    created_at: When = None,
    admin: Admin = None,
) -> None:
    """Write a note that only teammates see.

    Examples:
      intercom conversations note 12 'Asked finance, answer on Monday'
    """
    not_last(conversation)
    body = spoken(session, text, attachments(file, attach_url), created_at=created_at)
    body = {"message_type": "note", **body, **by(session, None, admin)}
    answer = session.write(call(REPLYING, conversation_id=conversation).with_json(body))
    show_written(session, answer, COLUMNS, "Noted on conversation")


def not_last(conversation: str) -> None:
    """Raise Misuse for the word that only replies understand."""
    if conversation == LAST:
        raise Misuse(f"Only reply knows {LAST!r}; name the conversation by its id.")


def ask(session: Session, conversation: str, as_: str | None) -> None:
    """Ask before a reply, naming whom it reaches."""
    where = session.source.name
    is_last = conversation == LAST
    which = "the conversation that was active last" if is_last else f"conversation {conversation}"
    if as_ is not None:
        confirm_write(session, f"Write this as {as_} in {which} in {where}?")
        need_contact(session, as_)
        return
    if is_last:
        confirm_write(session, f"Send this reply in {which} in {where}?")
        return
    end = f"in {which} in {where}?"

    def naming() -> str:
        record = foreign.required_record(session.send(reading(conversation)).json())
        return f"Send this reply to {contacts_named(session, record)} {end}"

    confirm_write(session, f"Send this reply {end}", naming)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(BEGINNING, contact_id))(create)
    action(resource, uses=(REPLYING, READING, CONTACT, by, need_contact, *NAMES))(reply)
    action(resource, uses=(REPLYING, by, *NAMES))(note)
