"""Phone calls: how they went, what was said, and their recordings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from intercom_cli.acting import ADMINS
from intercom_cli.api.request import call as request_of
from intercom_cli.arriving import checked
from intercom_cli.errors import Misuse
from intercom_cli.finding import names_in, refer
from intercom_cli.foreign import id_at, integer
from intercom_cli.options import CALL, READS, TALK
from intercom_cli.reading import Tell, retold, walk_of
from intercom_cli.resource import Column, Paging, Resource, Verb, sends
from intercom_cli.resources._conversation_found import names_of_contacts
from intercom_cli.saving import Force, To, save
from intercom_cli.session import Session
from intercom_cli.verbs import action

LISTING, ONE = "GET /calls", "GET /calls/{call_id}"
RECORDING, TRANSCRIPT = "GET /calls/{call_id}/recording", "GET /calls/{call_id}/transcript"
SEARCHING = "POST /calls/search"
CONVERSATIONS = 20  # conversations that one search takes (listCallsWithTranscripts)
MINUTE, HOUR = 60, 3600
TEAMMATE = refer("admin", "admin_id", ADMINS)


def talked(record: dict[str, Any]) -> dict[str, Any]:
    """How long people talked in a call."""
    began, ended = integer(record, "answered_at"), integer(record, "ended_at")
    if began is not None and ended is not None:
        return {"talked": lasting(ended - began)}
    return {"talked": None}


def in_words(_: Session) -> Tell:
    """What says of a call how long people talked."""
    return talked


@sends(names_of_contacts, ADMINS.operation)
def in_full(session: Session) -> Tell:
    """The same of one call, and who talked with whom."""

    def tell(record: dict[str, Any]) -> dict[str, Any]:
        contact, admin = id_at(record, "contact_id"), id_at(record, "admin_id")
        who = talked(record)
        if admin:
            who["admin_id"] = names_in(session, ADMINS).get(admin, admin)
        if contact:
            name = names_of_contacts(session, [contact]).get(contact)
            who["contact_id"] = f"{name} ({contact})" if name else contact
        return who

    return tell


def lasting(seconds: int) -> str:
    """A length of time as people say it.

    >>> lasting(312), lasting(48), lasting(3780)
    ('5 min 12 s', '48 s', '1 h 3 min')
    """
    hours, rest = divmod(max(seconds, 0), HOUR)
    minutes, left = divmod(rest, MINUTE)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {left} s" if minutes else f"{left} s"


resource = Resource(
    name="calls",
    one="call",
    columns=(
        Column("Id", "id", "id"),
        Column("Begun", "initiated_at", "time"),
        Column("Direction", "direction"),
        Column("State", "state"),
        Column("Talked", "talked"),
        Column("Teammate", TEAMMATE.path, refers=(TEAMMATE,)),
        Column("Phone", "phone"),
        Column("Conversation", "conversation_id", "id"),
    ),
    verbs=(
        Verb(
            "list",
            LISTING,
            "intercom calls list --where 'state = missed'",
            "List calls, the latest first.",
            tell=in_words,
        ),
        Verb("get", ONE, "intercom calls get 7001", tell=in_full),
    ),
    paging=Paging("page", "data", 25),
    values={"direction": ("inbound", "outbound")},
    filters=(
        ("id", "id"),
        ("state", "id"),
        ("direction", "id"),
        ("call_type", "id"),
        ("ended_reason", "id"),
        ("phone", "string"),
        ("contact_id", "id"),
        ("admin_id", "id"),
        ("conversation_id", "id"),
        ("initiated_at", "moment"),
        ("created_at", "moment"),
    ),
)
Call = Annotated[str, typer.Argument(help="Its id.", metavar="ID")]


@action(resource, *READS, uses=(SEARCHING, TEAMMATE.names))
def search(
    session: Session,
    conversations: Annotated[
        list[str], typer.Argument(help="Ids of conversations.", metavar="CONVERSATION...")
    ],
) -> None:
    """Find the calls of conversations, with what was said in them.

    Examples:
      intercom calls search 1 2
    """
    if not all(one.strip() for one in conversations):
        raise Misuse("The id of a conversation is empty.")
    wanted = list(dict.fromkeys(conversations))
    parts = [wanted[at : at + CONVERSATIONS] for at in range(0, len(wanted), CONVERSATIONS)]
    rows = (row for part in parts for row in found(session, part))
    told = retold(session, rows, in_words(session))
    session.printer.records(told, resource.columns, noun="calls")


def found(session: Session, conversations: list[str]) -> Iterator[bytes]:
    """The calls of as many conversations as one search takes."""
    request = request_of(SEARCHING).with_json({"conversation_ids": conversations})
    return iter(walk_of(session, request, Paging("none", "data"))(None))


@action(resource, CALL, TALK, uses=(RECORDING,))
def recording(session: Session, call: Call, to: To = None, force: Force = False) -> None:
    """Save the recording of a call, or write it into a pipe.

    Examples:
      intercom calls recording 7001 --to call.mp3
    """
    request = request_of(RECORDING, call_id=call)
    save(session, request, to, f"call-{call}.mp3", kind="sound", force=force)


@action(resource, CALL, TALK, uses=(TRANSCRIPT,))
def transcript(session: Session, call: Call, to: To = None, force: Force = False) -> None:
    """Read what was said in a call.

    Examples:
      intercom calls transcript 7001
    """
    request = request_of(TRANSCRIPT, call_id=call)
    if to is not None:
        save(session, request, to, to, kind="text", force=force)
        return
    session.permit(request)
    answer = session.client.send(request)
    body = b"".join(checked(answer, [answer.body], "text"))
    session.printer.text(body.decode("utf-8", "replace"))
