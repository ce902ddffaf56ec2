"""Fin, Intercom's agent, in conversations of your own."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from intercom_cli.api.request import Request, call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.resources import _fin_body as told
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._fin_body import (
    Abouts,
    At,
    Email,
    Facts,
    File,
    History,
    Id,
    Name,
    Text,
    Url,
    User,
    Wrote,
    option,
)
from intercom_cli.session import Session
from intercom_cli.values import json_value, reader
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

STARTING, REPLYING, RATING = "POST /fin/start", "POST /fin/reply", "POST /fin/csat"
ASKING, ESCALATING = "POST /fin/ask", "POST /fin/escalate"
OFFERING, RUNNING = "POST /fin/capabilities", "POST /fin/procedures/{procedure_id}/run"
COLLECTING = "POST /procedures/{conversation_id}/collect_agent_input"
Rating = Literal["terrible", "bad", "ok", "good", "amazing"]
CAN = (
    Column("Type", "type"),
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Description", "description"),
)
RATED = (
    Column("Id", "conversation_id", "id"),
    Column("Rating", "rating"),
    Column("Status", "status"),
)

resource = Resource(
    name="fin",
    one="Fin conversation",
    columns=(
        Column("Id", "conversation_id", "id"),
        Column("User", "user_id", "id"),
        Column("Status", "status"),
        Column("Created", "created_at_ms"),
    ),
)


@action(resource, uses=(STARTING,))
def start(
    session: Session,
    conversation: Id,
    text: Text,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    attribute: Abouts = None,
    history: History = None,
    author: Wrote = "user",
    at: At = None,
    file: File = None,
    attach_url: Url = None,
) -> None:
    """Begin a conversation with Fin, or begin it anew.

    Examples:
      intercom fin start talk-1 'How do I export lamps?' --user 42
    """
    body = {
        "conversation_id": named(conversation),
        "message": told.message(session, text, author, at),
        "user": told.user(session, user, name, email, user_attribute),
        **told.files(file, attach_url),
        **told.about(session, attribute, history),
    }
    go(session, call(STARTING), body, "Began Fin conversation")


@action(resource, uses=(REPLYING,))
def reply(
    session: Session,
    conversation: Id,
    text: Text,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    author: Wrote = "user",
    at: At = None,
    file: File = None,
    attach_url: Url = None,
) -> None:
    """Tell Fin what the user said next.

    Examples:
      intercom fin reply talk-open 'And how long does it take?' --user 42
    """
    body = {
        "conversation_id": named(conversation),
        "message": told.message(session, text, author, at),
        "user": told.user(session, user, name, email, user_attribute),
        **told.files(file, attach_url),
    }
    go(session, call(REPLYING), body, "Told Fin in conversation")


@action(resource, uses=(RATING,))
def csat(
    session: Session,
    conversation: Id,
    rating: Annotated[Rating, typer.Argument(help="How it was for the user.")],
    remark: Annotated[str | None, option("--remark", "Why; it can be said once.")] = None,
) -> None:
    """Rate a conversation that Fin has finished.

    Examples:
      intercom fin csat talk-done good --remark 'Quick answer'
    """
    body: dict[str, Any] = {"conversation_id": named(conversation), "rating": rating}
    if remark is not None:
        body["remark"] = text_of(session, remark)
    go(session, call(RATING), body, "Rated Fin conversation", RATED)


@action(resource, uses=(ASKING,))
def ask(
    session: Session,
    conversation: Id,
    text: Text,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    attribute: Abouts = None,
    history: History = None,
    at: At = None,
    file: File = None,
    attach_url: Url = None,
) -> None:
    """Ask Fin one question that stands by itself (Preview).

    Examples:
      intercom fin ask talk-2 'Where is my invoice?' --user 42 --api-version Preview
    """
    body = {
        "conversation_id": named(conversation),
        "message": told.message(session, text, "user", at),
        "user": told.user(session, user, name, email, user_attribute),
        **told.about(session, attribute, history),
        **told.files(file, attach_url),
    }
    go(session, call(ASKING), body, "Asked Fin in conversation")


@action(resource, uses=(OFFERING,))
def capabilities(
    session: Session,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
) -> None:
    """List what Fin can do for a user, who is made if need be (Preview).

    Examples:
      intercom fin capabilities --user 42 --api-version Preview
    """
    from intercom_cli.api.rows import rows

    body = {"user": told.user(session, user, name, email, user_attribute)}
    answer = session.write(call(OFFERING).with_json(body))
    session.printer.records(rows(answer.body, "capabilities").rows, CAN, noun="capabilities")
    session.did(f"Asked what Fin can do for user {user}")


@action(resource, uses=(RUNNING,))
def run(
    session: Session,
    procedure: Annotated[
        str, typer.Argument(help="The procedure, as capabilities lists it.", metavar="PROCEDURE")
    ],
    conversation: Id,
    user: User,
    text: Annotated[str | None, option("--message", "What begins it; - reads stdin.")] = None,
    author: Wrote = "user",
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    attribute: Abouts = None,
    as_email: Annotated[
        bool | None,
        typer.Option(
            "--as-email/--no-as-email", help="Have Fin write as in e-mail.", show_default=False
        ),
    ] = None,
    at: At = None,
) -> None:
    """Run a procedure in a new conversation (Preview).

    Examples:
      intercom fin run 12345 talk-3 --user 42 --api-version Preview
    """
    body: dict[str, Any] = {
        "conversation_id": named(conversation),
        "user": told.user(session, user, name, email, user_attribute),
        **told.about(session, attribute),
    }
    if text is not None:
        body["message"] = told.message(session, text, author, at)
    if as_email is not None:
        body["settings"] = {"email": as_email}
    go(session, call(RUNNING, procedure_id=procedure), body, "Ran procedure in conversation")


@action(resource, uses=(ESCALATING,))
def escalate(
    session: Session,
    conversation: Annotated[
        str | None, typer.Argument(help="Your own id of the conversation.", metavar="ID")
    ] = None,
    user: Annotated[
        str | None, option("--user", "In place of it: a user, for a new one.", "ID")
    ] = None,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
    message: Annotated[
        str | None, option("--message", "With --user: its first words, seen by them.")
    ] = None,
    reason: Annotated[
        str | None, option("--context", "Why, as a note that only teammates see.")
    ] = None,
) -> None:
    """Hand a conversation over to a human (Preview).

    Examples:
      intercom fin escalate talk-open --context 'Wants a refund' --api-version Preview
    """
    if (conversation is None) is (user is None):
        raise Misuse("Name either a conversation by its id, or --user.")
    if user is None and any((name, email, user_attribute, message)):
        raise Misuse("--name, --email, --user-attribute and --message go with --user.")
    body: dict[str, Any] = {}
    if conversation is not None:
        body["conversation_id"] = named(conversation)
    if user is not None:
        body["user"] = told.user(session, user, name, email, user_attribute)
    for key, text in (("message", message), ("context", reason)):
        if text is not None:
            body[key] = text_of(session, text)
    go(session, call(ESCALATING), body, "Escalated Fin conversation")


@action(resource, uses=(COLLECTING,))
def answer(
    session: Session,
    conversation: Annotated[
        str, typer.Argument(help="Intercom's id of the conversation.", metavar="ID")
    ],
    step: Annotated[str, typer.Option("--step", help="The step that waits.", metavar="ID")],
    value: Annotated[
        list[str] | None,
        option("--value", "What was asked for; := for JSON.", "IDENTIFIER=VALUE"),
    ] = None,
    values: Annotated[
        str | None, option("--values", "All of them as a list.", "FILE|-|JSON")
    ] = None,
) -> None:
    """Answer what a procedure asks a teammate (Preview).

    Examples:
      intercom fin answer 12 --step step-1 --value approved:=true --api-version Preview
    """
    given = answers(session, value or [], values)
    request = call(COLLECTING, conversation_id=conversation)
    body = {"step_id": step, "attribute_values": given}
    show_written(session, session.write(request.with_json(body)), (), "Answered step", step)


def answers(session: Session, pairs: list[str], values: str | None) -> list[Any]:
    """The answers to a step. Raises Misuse when there are none."""
    from intercom_cli.values import pair

    found: list[Any] = []
    read = reader(session.read_input)
    if values is not None:
        text = values if values.lstrip()[:1] == "[" else read(values)
        found = json_value("--values", text)
        if not isinstance(found, list):
            raise Misuse("--values is a list of identifiers and values.")
    for text in pairs:
        identifier, value = pair(text, read=read)
        found.append({"identifier": identifier, "value": value})
    if not found:
        raise Misuse("There is no answer; use --value or --values.")
    return found


def named(conversation: str) -> str:
    """Your own id of a conversation. Raises Misuse for an empty one."""
    if not conversation.strip():
        raise Misuse("The conversation's id is empty.")
    return conversation


def go(
    session: Session,
    request: Request,
    body: dict[str, Any],
    did: str,
    columns: tuple[Column, ...] = resource.columns,
) -> None:
    """Send what Fin is told, and say what was done."""
    answer = session.write(request.with_json(body))
    show_written(session, answer, columns, did, str(body.get("conversation_id") or ""))
