"""Fin's operations of the Preview version: one question, procedures, a human in the loop."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.api.request import call
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
from intercom_cli.values import json_value, pair, reader
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

ASKING, ESCALATING = "POST /fin/ask", "POST /fin/escalate"
OFFERING, RUNNING = "POST /fin/capabilities", "POST /fin/procedures/{procedure_id}/run"
COLLECTING = "POST /procedures/{conversation_id}/collect_agent_input"
CAN = (
    Column("Type", "type"),
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Description", "description"),
)


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
        "conversation_id": told.named(conversation),
        "message": told.message(session, text, "user", at),
        "user": told.user(session, user, name, email, user_attribute),
        **told.about(session, attribute, history),
        **told.files(file, attach_url),
    }
    told.go(session, call(ASKING), body, "Asked Fin in conversation")


def capabilities(
    session: Session,
    user: User,
    name: Name = None,
    email: Email = None,
    user_attribute: Facts = None,
) -> None:
    """List what Fin can do for a user (Preview).

    Examples:
      intercom fin capabilities --user 42 --api-version Preview
    """
    from intercom_cli.api.rows import rows

    body = {"user": told.user(session, user, name, email, user_attribute)}
    answer = session.write(call(OFFERING).with_json(body))
    session.printer.records(rows(answer.body, "capabilities").rows, CAN, noun="capabilities")
    session.did(f"Asked what Fin can do for user {user}")


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
        "conversation_id": told.named(conversation),
        "user": told.user(session, user, name, email, user_attribute),
        **told.about(session, attribute),
    }
    if text is not None:
        body["message"] = told.message(session, text, author, at)
    if as_email is not None:
        body["settings"] = {"email": as_email}
    told.go(session, call(RUNNING, procedure_id=procedure), body, "Ran procedure in conversation")


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
        body["conversation_id"] = told.named(conversation)
    if user is not None:
        body["user"] = told.user(session, user, name, email, user_attribute)
    for key, text in (("message", message), ("context", reason)):
        if text is not None:
            body[key] = text_of(session, text)
    told.go(session, call(ESCALATING), body, "Escalated Fin conversation")


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


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(ASKING,))(ask)
    action(resource, uses=(OFFERING,))(capabilities)
    action(resource, uses=(RUNNING,))(run)
    action(resource, uses=(ESCALATING,))(escalate)
    action(resource, uses=(COLLECTING,))(answer)
