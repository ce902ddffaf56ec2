"""Assign, close, open and snooze conversations: one, or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from intercom_cli.acting import Admin, acting_admin, admin_id
from intercom_cli.api.request import call
from intercom_cli.errors import (
    Misuse,
    NotFound,
)
from intercom_cli.resource import Resource, sends
from intercom_cli.resources._arguments import text_of
from intercom_cli.resources._conversation_found import COLUMNS, Several, assigned
from intercom_cli.resources._conversation_reply import not_last
from intercom_cli.resources._named import team_id
from intercom_cli.resources._several import Kind, send_each
from intercom_cli.session import Session
from intercom_cli.verbs import action

CONVERSATIONS = Kind("conversation", "conversations", COLUMNS, assigned)
MANAGING = "POST /conversations/{conversation_id}/parts"
NOBODY = "0"
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
    words: Annotated[
        list[str],
        typer.Argument(
            help="One id or more, then the admin: id, e-mail or name.", metavar="ID... [ADMIN]"
        ),
    ],
    team: Annotated[
        str | None,
        typer.Option(
            "--team", help="To a team instead: id or name.", metavar="TEAM", show_default=False
        ),
    ] = None,
    nobody: Annotated[
        bool, typer.Option("--nobody", help="To nobody any more.", show_default=False)
    ] = False,
    body: Body = None,
    admin: Admin = None,
) -> None:
    """Give conversations to an admin, a team, or nobody."""
    if team is not None and nobody:
        raise Misuse("Either --team or --nobody, not both.")
    ids = words if team is not None or nobody else words[:-1]
    if not ids:
        raise Misuse(
            "To whom? Name an admin behind the ids, or use --team or --nobody.",
            hint=f"intercom conversations assign {words[0]} ADMIN",
        )
    said = last_word(session, "Assign", ids, body)
    kind = "admin" if team is None else "team"
    to = NOBODY if nobody else assignee(session, words[-1], team)
    manage(
        session,
        ids,
        {"message_type": "assignment", "type": kind, "assignee_id": to, **said},
        admin=admin,
        did="Assigned conversation {}",
    )


def last_word(
    session: Session, what: str, conversations: Sequence[str], text: str | None
) -> dict[str, str]:
    """What is said to customers along with it, once the person agreed to that; nothing is usual."""
    if text is None:
        return {}
    said = text_of(session, text)
    which = ", ".join(conversations)
    session.confirm(f"{what} {which} and send this to the customer in {session.source.name}?")
    return {"body": said}


@sends(team_id, admin_id)
def assignee(session: Session, named: str, team: str | None) -> str:
    """The id of the admin or the team. Raises NotFound with where to look."""
    if team is not None:
        return team_id(session, team)
    try:
        return admin_id(session, named)
    except NotFound as error:
        error.hint = "intercom admins list; a team is named with --team"
        raise


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
    until: Annotated[
        str,
        typer.Option(
            "--until", help="2h, tomorrow 9:00, monday, 2026-12-01T09:00.", metavar="TIME"
        ),
    ],
    admin: Admin = None,
) -> None:
    """Put conversations off until a time; a day alone means nine in the morning."""
    from intercom_cli.narrowing import in_zone, to_come

    when = to_come(session, until)
    change = {"message_type": "snoozed", "snoozed_until": when}
    did = f"Snoozed conversation {{}} until {in_zone(session, when)}"
    manage(session, conversations, change, admin=admin, did=did)


def manage(
    session: Session, ids: Sequence[str], change: dict[str, Any], *, admin: str | None, did: str
) -> None:
    """Do the same to each conversation; one that fails does not stop the others.

    Raises the failure itself where there is one conversation, else PartlyFailed.
    """
    ids = list(dict.fromkeys(ids))
    for id in ids:
        not_last(id)
        call(MANAGING, conversation_id=id)  # refuses what is no id before anything is sent
    body = {**change, "admin_id": acting_admin(session, admin)}
    requests = [call(MANAGING, conversation_id=id).with_json(body) for id in ids]
    send_each(session, dict(zip(ids, requests, strict=True)), CONVERSATIONS, did)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(MANAGING, assigned, assignee, acting_admin))(assign)
    action(resource, uses=(MANAGING, assigned, acting_admin))(close)
    action(resource, uses=(MANAGING, assigned, acting_admin))(open_)
    action(resource, uses=(MANAGING, assigned, acting_admin))(snooze)
