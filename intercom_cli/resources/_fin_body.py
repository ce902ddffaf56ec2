"""What Fin is told: who asks, what was said and when, and what hangs on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import typer

from intercom_cli.api.request import Request
from intercom_cli.errors import Misuse
from intercom_cli.narrowing import seconds
from intercom_cli.resource import Column
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._conversation_files import MOST, attached
from intercom_cli.session import Session
from intercom_cli.values import file_named, json_value, pair, reader, tree
from intercom_cli.writing import show_written

THINKING = (
    Column("Id", "conversation_id", "id"),
    Column("User", "user_id", "id"),
    Column("Status", "status"),
    Column("Created", "created_at_ms", "time"),
)
Author = Literal["user", "agent", "fin"]
Id = Annotated[str, typer.Argument(help="Your own id of the conversation.", metavar="ID")]
Text = Annotated[str, typer.Argument(help="What was said; - reads standard input.", metavar="TEXT")]


def option(flag: str, help: str, metavar: str = "TEXT") -> Any:
    """An option that takes a text."""
    return typer.Option(flag, help=help, metavar=metavar, show_default=False)


User = Annotated[str, typer.Option("--user", help="Your own id of the user.", metavar="ID")]
Name = Annotated[str | None, option("--name", "The user's name.")]
Email = Annotated[str | None, option("--email", "The user's e-mail address.", "EMAIL")]
Facts = Annotated[list[str] | None, option("--user-attribute", "About the user.", "NAME=VALUE")]
Abouts = Annotated[list[str] | None, option("--attribute", "About the conversation.", "NAME=VALUE")]
Wrote = Annotated[Author, typer.Option("--author", help="Who said it.")]
At = Annotated[str | None, option("--at", "When it was said; now.", "TIME")]
File = Annotated[list[str] | None, option("--file", "A file that came along.", "PATH")]
Url = Annotated[list[str] | None, option("--attach-url", "An address that came along.", "URL")]
History = Annotated[
    str | None, option("--history", "What was said before: a list of messages.", "FILE|-|JSON")
]

Body = dict[str, Any]


def user(
    session: Session, id: str, name: str | None, email: str | None, facts: list[str] | None
) -> Body:
    """The user as Fin is told of them. Raises Misuse for an empty id."""
    if not id.strip():
        raise Misuse("--user is empty.")
    told: Body = {"id": id}
    told |= {key: value for key, value in (("name", name), ("email", email)) if value is not None}
    if facts:
        told["attributes"] = attributes(session, facts)
    return told


def attributes(session: Session, given: list[str]) -> Body:
    """Attributes as ``name=value`` says them. Raises Misuse when there are too many."""
    read = reader(session.read_input)
    found = tree((pair(text, read=read) for text in given), {})
    if len(found) > MOST:
        raise Misuse(f"{len(found)} attributes were given; Fin takes {MOST}.")
    return found


def message(session: Session, text: str, author: str, at: str | None) -> Body:
    """One message with its time, which tells it from others of the same words."""
    when = datetime.now(UTC) if at is None else datetime.fromtimestamp(seconds(session, at), UTC)
    stamp = f"{when:%Y-%m-%dT%H:%M:%S}Z"
    return {"author": author, "body": text_of(session, text), "timestamp": stamp}


def files(paths: list[str] | None, urls: list[str] | None) -> Body:
    """What came along with a message. Raises Misuse for what cannot be sent."""
    if any(not one.strip() for one in (*(paths or ()), *(urls or ()))):
        raise Misuse("--file or --attach-url is empty.")
    found: list[Body] = [{"type": "url", "url": url} for url in urls or ()]
    found += [{"type": "file", **attached(file_named(path))} for path in paths or ()]
    if len(found) > MOST:
        raise Misuse(f"{len(found)} attachments were given; Fin takes {MOST}.")
    return {"attachments": found} if found else {}


def about(session: Session, given: list[str] | None, history: str | None = None) -> Body:
    """What Fin is told of the conversation besides the message."""
    told: Body = {}
    if history is not None:
        text = history if history.lstrip()[:1] == "[" else reader(session.read_input)(history)
        before = json_value("--history", text)
        if not isinstance(before, list):
            raise Misuse("--history is a list of messages: author, body and timestamp each.")
        told["history"] = before
    if given:
        told["attributes"] = attributes(session, given)
    return {"conversation_metadata": told} if told else {}


def named(conversation: str) -> str:
    """Your own id of a conversation. Raises Misuse for an empty one."""
    if not conversation.strip():
        raise Misuse("The conversation's id is empty.")
    return conversation


def go(
    session: Session,
    request: Request,
    body: Body,
    did: str,
    columns: tuple[Column, ...] = THINKING,
) -> None:
    """Send what Fin is told, and say what was done."""
    answer = session.write(request.with_json(body))
    show_written(session, answer, columns, did, str(body.get("conversation_id") or ""))
