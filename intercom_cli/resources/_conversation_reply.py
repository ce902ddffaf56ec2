"""Say something in a conversation: a first message, a reply, a note."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import NAMESPACE_URL, UUID, uuid5

import typer

from intercom_cli.acting import Admin, acting_admin
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._conversation_files import File, Url, attachments
from intercom_cli.resources._conversation_found import (
    COLUMNS,
    CONTACT,
    READING,
    Conversation,
    Record,
    contact_named,
    contacts_named,
    reading,
)
from intercom_cli.resources._lookup import contact_id
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
Said = Annotated[
    str | None,
    typer.Argument(help="What to write; - reads standard input.", metavar="TEXT"),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as", help="Write as this contact instead.", metavar="CONTACT", show_default=False
    ),
]
Options = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        help="A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.",
        metavar="TEXT",
        show_default=False,
    ),
]
When = Annotated[
    str | None,
    typer.Option("--created-at", help="When it was said.", metavar="TIME", show_default=False),
]
Silent = Annotated[
    bool,
    typer.Option("--skip-notifications", help="Notify nobody of it.", show_default=False),
]


def create(
    session: Session,
    sender: Annotated[
        str, typer.Option("--from", help="The contact who writes.", metavar="CONTACT")
    ],
    body: Annotated[
        str, typer.Option("--body", help="What they write; - reads stdin.", metavar="TEXT")
    ],
    subject: Annotated[
        str | None, typer.Option("--subject", help="What it is about.", show_default=False)
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
    made = answer.json() if answer.is_json else {}
    number = str(made.get("conversation_id") or "")
    show_written(session, answer, MADE, "Began conversation", number)


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
    body: Record = {"message_type": "quick_reply" if option else "comment"}
    body |= said_in(session, text, attachments(file, attach_url), bare=bool(option))
    if option:
        body["reply_options"] = [option_of(conversation, one) for one in option]
    if created_at is not None:
        body["created_at"] = moment_of(session, created_at)
    if skip_notifications:
        body["skip_notifications"] = True
    author = {} if as_ is None else {"type": "user", **contact_named(as_)}
    ask(session, conversation, as_)
    if as_ is None:
        author = {"type": "admin", "admin_id": acting_admin(session, admin)}
    request = call(REPLYING, conversation_id=conversation).with_json({**body, **author})
    show_written(session, session.write(request), COLUMNS, "Replied in conversation")


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
    body: Record = {"message_type": "note", "type": "admin"}
    body |= said_in(session, text, attachments(file, attach_url))
    if created_at is not None:
        body["created_at"] = moment_of(session, created_at)
    body["admin_id"] = acting_admin(session, admin)
    request = call(REPLYING, conversation_id=conversation).with_json(body)
    show_written(session, session.write(request), COLUMNS, "Noted in conversation")


def moment_of(session: Session, text: str) -> int:
    """When something was said; what reads times is loaded when one is given."""
    from intercom_cli.narrowing import seconds

    return seconds(session, text)


def not_last(conversation: str) -> None:
    """Raise Misuse for the word that only replies understand."""
    if conversation == LAST:
        raise Misuse(f"Only reply knows {LAST!r}; name the conversation by its id.")


def said_in(
    session: Session, text: str | None, files: Record, *, bare: bool = False
) -> dict[str, Any]:
    """Text and files. Raises Misuse when there is nothing to say."""
    if text is None and not files and not bare:
        raise Misuse("There is nothing to say; give the text, - for standard input, or --file.")
    return files if text is None else {"body": text_of(session, text), **files}


def option_of(conversation: str, text: str) -> dict[str, str]:
    """A quick reply; the same text in a conversation has the same id, so that it can be pressed."""
    if not text.strip():
        raise Misuse("--option is empty.")
    first, sign, rest = text.partition("=")
    try:
        if sign and rest.strip():
            return {"text": rest, "uuid": str(UUID(first))}
    except ValueError:
        pass  # a button may well have a sign of equality in its text
    return {"text": text, "uuid": str(uuid5(NAMESPACE_URL, f"{conversation}/{text}"))}


def ask(session: Session, conversation: str, as_: str | None) -> None:
    """Ask before a reply, naming whom it reaches."""
    where = session.source.name
    is_last = conversation == LAST
    which = "the conversation that was active last" if is_last else f"conversation {conversation}"
    if as_ is not None:
        session.confirm(f"Write this as {as_} in {which} in {where}?")
        return
    if is_last:
        session.confirm(f"Send this reply in {which} in {where}?")
        return
    if not session.asks:
        return
    end = f"in {which} in {where}?"
    session.need_person(f"Send this reply {end}")
    record = session.send(reading(conversation)).json()
    session.confirm(f"Send this reply to {contacts_named(session, record)} {end}")


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(BEGINNING, contact_id))(create)
    action(resource, uses=(REPLYING, READING, CONTACT, acting_admin))(reply)
    action(resource, uses=(REPLYING, acting_admin))(note)
