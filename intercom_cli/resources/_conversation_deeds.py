"""What cannot be undone: delete, redact, merge and convert conversations; and marks on parts."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.acting import Admin, acting_admin
from intercom_cli.api.request import an_id, call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource, sends
from intercom_cli.resources._conversation_found import (
    COLUMNS,
    NAMES,
    READING,
    Conversation,
    Record,
    agree,
    found,
    reading,
)
from intercom_cli.resources._named import type_id
from intercom_cli.resources._ticket_changes import Attributes, State
from intercom_cli.resources._ticket_types import ONE_TYPE, attributes_of_type, state_id
from intercom_cli.resources._ticket_values import Given, pairs, values_of
from intercom_cli.session import Session
from intercom_cli.values import reader
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

DELETING = "DELETE /conversations/{conversation_id}"
REDACTING = "POST /conversations/redact"
MERGING = "POST /conversations/{id}/merge"
CONVERTING = "POST /conversations/{conversation_id}/convert"
MARKING = "PUT /conversations/{conversation_id}/conversation_parts/{id}"
GONE = (Column("Id", "id", "id"), Column("Deleted", "deleted", "flag"))
TICKET = (
    Column("Id", "id", "id"),
    Column("No.", "ticket_id", "id"),
    Column("Title", "ticket_attributes._default_title_"),
    Column("Type", "ticket_type.name"),
    Column("State", "ticket_state.internal_label"),
)
PART = (
    Column("Id", "id", "id"),
    Column("Kind", "part_type"),
    Column("Author", "author.name"),
    Column("Body", "body", "html"),
)
Part = Annotated[
    str | None, typer.Argument(help="The part: 31 where get shows #31.", metavar="PART")
]


def delete(
    session: Session,
    conversation: Conversation,
    keep_metrics: Annotated[
        bool | None,
        typer.Option(
            "--keep-metrics/--no-keep-metrics",
            help="Whether reports still count it; they do.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Delete a conversation for good.

    Examples:
      intercom conversations delete 12
    """
    where = session.source.name
    agree(session, f"Delete conversation {{}} from {where}? It cannot be undone.", conversation)
    request = call(DELETING, conversation_id=conversation)
    if keep_metrics is not None:
        request = request.with_query(retain_metrics=str(keep_metrics).lower())
    answer = session.write(request)
    show_written(session, answer, GONE, "Deleted conversation", conversation)


def redact(
    session: Session,
    conversation: Conversation,
    part: Part = None,
    source: Annotated[
        bool, typer.Option("--source", help="The first message.", show_default=False)
    ] = False,
) -> None:
    """Take the text and files of a part, or of the first message, away for good.

    Examples:
      intercom conversations redact 7 31
      intercom conversations redact 7 --source
    """
    if (part is None) is not source:
        raise Misuse("Name one part by its id, or the first message with --source.")
    an_id("conversation_id", conversation)
    what = "the first message" if part is None else f"part {an_id('part_id', part)}"
    question = f"Redact {what} of conversation {{}} in {session.source.name}? It cannot be undone."
    seen = agree(session, question, conversation)
    body = {"conversation_id": conversation}
    if part is not None:
        body |= {"type": "conversation_part", "conversation_part_id": part}
    else:
        body |= {"type": "source", "source_id": source_of(session, conversation, seen)}
    answer = session.write(call(REDACTING).with_json(body))
    show_written(session, answer, COLUMNS, f"Redacted {what} of conversation", conversation)


def source_of(session: Session, conversation: str, seen: tuple[Record, ...] | None) -> str:
    """The id of the first message."""
    if session.choices.dry_run:
        return session.rehearsal.look_up(reading(conversation), "SOURCE_ID", "the first message")
    record = seen[0] if seen else found(session, conversation)
    return foreign.required_id(record, "source", "id")


def merge(
    session: Session,
    conversation: Conversation,
    into: Annotated[str, typer.Option("--into", help="The one that goes on.", metavar="ID")],
) -> None:
    """Merge a conversation into another one, which goes on; the first is closed.

    Examples:
      intercom conversations merge 12 --into 13
    """
    if not (into.isascii() and into.isdigit()):
        raise Misuse(f"--into is the number of a conversation, not {into!r}.")
    where = session.source.name
    question = f"Merge conversation {{}} into {{}} in {where}? It cannot be undone."
    agree(session, question, conversation, into)
    body = {"merge_into_conversation_id": int(into)}
    answer = session.write(call(MERGING, id=conversation).with_json(body))
    show_written(session, answer, COLUMNS, f"Merged conversation {conversation} into", into)


def convert(
    session: Session,
    conversation: Conversation,
    type_: Annotated[
        str, typer.Option("--type", help="Its type: id or name.", metavar="TICKET_TYPE")
    ],
    state: State = None,
    attribute: Attributes = None,
) -> None:
    """Make a ticket of a conversation.

    Examples:
      intercom conversations convert 12 --type 'Bug report'
    """
    question = f"Make a ticket of conversation {{}} in {session.source.name}?"
    question += " It cannot be undone."
    if session.asks:
        session.need_person(question.format(conversation))
    body = ticket_of(session, type_, state, pairs(session, attribute or []))
    agree(session, question, conversation)
    answer = session.write(call(CONVERTING, conversation_id=conversation).with_json(body))
    show_written(session, answer, TICKET, f"Converted conversation {conversation} to ticket")


@sends(type_id, state_id, ONE_TYPE)
def ticket_of(session: Session, type_: str, state: str | None, given: Given) -> Record:
    """What a ticket is made of, by the names of its type, its state and its attributes."""
    kind = type_id(session, type_)
    body: Record = {"ticket_type_id": kind}
    if state is not None:
        body["ticket_state_id"] = state_id(session, state, lambda: kind)
    if given:
        body["attributes"] = values_of(session, given, attributes_of_type(session, kind))
    return body


def mark_part(
    session: Session,
    conversation: Conversation,
    part: Annotated[str, typer.Argument(help="The part: 31 where get shows #31.", metavar="PART")],
    secret_file: Annotated[
        str,
        typer.Option(
            "--secret-file", help="Holds the secret Intercom gave; - reads it.", metavar="FILE"
        ),
    ],
    seen: Annotated[
        bool, typer.Option("--seen", help="The admin has seen it.", show_default=False)
    ] = False,
    send_state: Annotated[
        str | None,
        typer.Option(
            "--send-state",
            help="How far a reply sent elsewhere got.",
            metavar="STATE",
            show_default=False,
        ),
    ] = None,
    info: Annotated[
        str | None,
        typer.Option("--info", help="A word about that.", metavar="TEXT", show_default=False),
    ] = None,
    admin: Admin = None,
) -> None:
    """Mark a part as seen, or say how far a reply sent elsewhere got (Preview).

    Examples:
      intercom conversations mark-part 7 31 --seen --secret-file secret.txt --api-version Preview
    """
    if seen is (send_state is not None):
        raise Misuse("Say either --seen or --send-state.")
    secret = reader(session.read_input)(secret_file).strip()
    if not secret:
        raise Misuse("--secret-file is empty.")
    body: dict[str, Any] = {"experimental": True, "secret": secret}
    if seen:
        body |= {"seen": True, "admin_id": acting_admin(session, admin)}
    else:
        body |= {"send_state": send_state, **({} if info is None else {"info_message": info})}
    request = call(MARKING, conversation_id=conversation, id=part).with_json(body)
    show_written(session, session.write(request), PART, "Marked part")


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(DELETING, READING))(delete)
    action(resource, uses=(REDACTING, READING, *NAMES))(redact)
    action(resource, uses=(MERGING, READING, *NAMES))(merge)
    action(resource, uses=(CONVERTING, READING, ticket_of))(convert)
    action(resource, uses=(MARKING, acting_admin))(mark_part)
