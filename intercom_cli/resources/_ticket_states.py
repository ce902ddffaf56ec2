"""Assign, close, open and snooze tickets: one, or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from intercom_cli.acting import Admin, acting_admin
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Resource
from intercom_cli.resources._conversation_states import NOBODY, assignee
from intercom_cli.resources._several import Kind, send_each
from intercom_cli.resources._ticket_changes import number_of
from intercom_cli.resources._ticket_found import CHANGING, COLUMNS, Several
from intercom_cli.session import Session
from intercom_cli.verbs import action

TICKETS = Kind("ticket", "tickets", COLUMNS)
Silent = Annotated[
    bool, typer.Option("--skip-notifications", help="Notify nobody of it.", show_default=False)
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
    skip_notifications: Silent = False,
    admin: Admin = None,
) -> None:
    """Give tickets to an admin, a team, or nobody.

    Examples:
      intercom tickets assign 215470000003 jonas@harborlights.test
    """
    if team is not None and nobody:
        raise Misuse("Either --team or --nobody, not both.")
    tickets = words if team is not None or nobody else words[:-1]
    if not tickets:
        raise Misuse(
            "To whom? Name an admin behind the ids, or use --team or --nobody.",
            hint=f"intercom tickets assign {words[0]} ADMIN",
        )
    valid(tickets)
    to = NOBODY if nobody else assignee(session, words[-1], team)
    change(session, tickets, {"assignee_id": to}, skip_notifications, admin, "Assigned ticket {}")


def close(
    session: Session, tickets: Several, skip_notifications: Silent = False, admin: Admin = None
) -> None:
    """Close tickets.

    Examples:
      intercom tickets close 215470000003
    """
    change(session, tickets, {"open": False}, skip_notifications, admin, "Closed ticket {}")


def open_(
    session: Session, tickets: Several, skip_notifications: Silent = False, admin: Admin = None
) -> None:
    """Open tickets that were closed.

    Examples:
      intercom tickets open 215470000004
    """
    change(session, tickets, {"open": True}, skip_notifications, admin, "Opened ticket {}")


def snooze(
    session: Session,
    tickets: Several,
    until: Annotated[
        str,
        typer.Option(
            "--until", help="2h, tomorrow 9:00, monday, 2026-12-01T09:00.", metavar="TIME"
        ),
    ],
    skip_notifications: Silent = False,
    admin: Admin = None,
) -> None:
    """Put tickets off until a time; a day alone means nine in the morning.

    Examples:
      intercom tickets snooze 215470000003 --until 'tomorrow 9:00'
    """
    from intercom_cli.narrowing import in_zone, to_come

    when = to_come(session, until)
    did = f"Snoozed ticket {{}} until {in_zone(session, when)}"
    change(session, tickets, {"snoozed_until": when}, skip_notifications, admin, did)


def change(
    session: Session,
    tickets: Sequence[str],
    body: dict[str, Any],
    skip_notifications: bool,
    admin: str | None,
    did: str,
) -> None:
    """Change the same of each ticket."""
    tickets = list(dict.fromkeys(tickets))
    valid(tickets)
    body = {**body, "admin_id": number_of(acting_admin(session, admin))}
    if skip_notifications:
        body["skip_notifications"] = True
    requests = {one: call(CHANGING, ticket_id=one).with_json(body) for one in tickets}
    send_each(session, requests, TICKETS, did)


def valid(tickets: Sequence[str]) -> None:
    """Raise Misuse for what is no id, before anything is sent."""
    for one in tickets:
        call(CHANGING, ticket_id=one)


def add_to(resource: Resource) -> None:
    """Make these commands of the noun."""
    action(resource, uses=(CHANGING, assignee, acting_admin))(assign)
    action(resource, uses=(CHANGING, acting_admin))(close)
    action(resource, uses=(CHANGING, acting_admin))(open_)
    action(resource, uses=(CHANGING, acting_admin))(snooze)
